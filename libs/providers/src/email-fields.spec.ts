import { emailProblems, mailboxText, readMailbox } from './email-fields';

describe('a mailbox', () => {
  it.each([
    ['a@b.example', { name: null, address: 'a@b.example' }],
    [' a@b.example ', { name: null, address: 'a@b.example' }],
    ['<a@b.example>', { name: null, address: 'a@b.example' }],
    ['Ana <a@b.example>', { name: 'Ana', address: 'a@b.example' }],
    ['Almacén Ñuñoa <a+x@b.example>', { name: 'Almacén Ñuñoa', address: 'a+x@b.example' }],
    ['"Rojas, Ana" <a@b.example>', { name: 'Rojas, Ana', address: 'a@b.example' }],
    ['a@ñandú.example', { name: null, address: 'a@ñandú.example' }],
  ])('is read from %j', (text, mailbox) => {
    expect(readMailbox(text)).toEqual(mailbox);
  });

  it.each([
    '',
    'Ana',
    'a@',
    '@b.example',
    'a b@c.example',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'Ana <a@b.example> <c@d.example>',
    'Ana <a@b.example',
    'a@b@c.example',
    'a@b.example\r\nBcc: c@d.example',
    `${'a'.repeat(320)}@b.example`,
  ])('is nothing that is no single address: %j', (text) => {
    expect(readMailbox(text)).toBeNull();
  });

  it('cannot end its name in a header', () => {
    expect(mailboxText({ name: 'A "x" \\ <c@d.example>,', address: 'a@b.example' })).toBe(
      '"A \\"x\\" \\\\ <c@d.example>," <a@b.example>',
    );
  });

  it.each(['Ana\r\nBcc: c@d.example <a@b.example>', 'a@b.example\n', 'Ana\t<a@b.example>'])(
    'is refused as a sender with a control character: %j',
    (from) => {
      expect(emailProblems({ settings: { from } })).toEqual([
        { field: 'settings.from', message: expect.stringContaining('must be one address') as string },
      ]);
    },
  );
});
