import { decodings } from './decodings';
import { hasCredential, redactedStart, redactText } from './redact';

const secret = 'k3y/+ <"ü">&s3cret';
const credentials = { user: 'ana', password: secret };
const code = (character: string) => character.codePointAt(0) ?? 0;
const each = (form: (character: string) => string) => Array.from(secret, form).join('');
const hex = (character: string) => code(character).toString(16);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');

describe('a credential in a text', () => {
  it.each(
    Object.entries({
      plain: secret,
      'in JSON': JSON.stringify(secret).slice(1, -1),
      'with \\/': JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
      'in \\u, lower': each((c) => `\\u${hex(c).padStart(4, '0')}`),
      'in \\u, upper': each((c) => `\\u${hex(c).padStart(4, '0').toUpperCase()}`),
      'partly in \\u': JSON.stringify(secret).slice(1, -1).replace('3', '\\u0033').replace('ü', '\\u00FC'),
      'in a URL': encodeURIComponent(secret),
      'in a URL, lower': encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase()),
      'in a form': new URLSearchParams({ k: secret }).toString().slice(2),
      'in percent, all': Array.from(Buffer.from(secret), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
      'in HTML, named': secret
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;'),
      'in HTML, decimal': each((c) => `&#${code(c)};`),
      'in HTML, hex': each((c) => `&#x${hex(c)};`),
      'in HTML in JSON': JSON.stringify(each((c) => `&#${code(c)};`)).slice(1, -1),
      'in hex': Buffer.from(secret).toString('hex'),
      'in HEX': Buffer.from(secret).toString('hex').toUpperCase(),
      'in base64': base64(secret),
      'in base64url': base64url(secret),
      'in base64 with \\/': base64(secret).replaceAll('/', '\\/'),
      'in base64 in a URL': encodeURIComponent(base64(secret)),
    }),
  )('is found %s', (_, form) => {
    expect(redactText(`a ${form} z`, credentials)).toBe('a [redacted] z');
    expect(redactText(`{"a":"${form}","b":"${form}"}`, credentials)).toBe('{"a":"[redacted]","b":"[redacted]"}');
    expect(hasCredential(`id-${form}`, credentials)).toBe(true);
  });

  it.each(['a:', 'ab:', 'abc:', 'abcd:'])('is found in the base64 of what begins with %s', (before) => {
    for (const encode of [base64, base64url]) {
      const echoed = encode(`${before}${secret}@z`);
      const redacted = redactText(echoed, credentials);
      expect(redacted).toContain('[redacted]');
      expect(Buffer.from(redacted.replace('[redacted]', ''), 'base64').toString()).not.toMatch(/k3y|cret/);
    }
  });

  it('of four characters is found by itself and alone in base64, a shorter one is left', () => {
    expect(redactText(`pass ${base64('pass')}`, { key: 'pass' })).toBe('[redacted] [redacted]');
    expect(redactText('ana MQ== 616e61', { user: 'ana', n: '1' })).toBe('ana MQ== 616e61');
  });

  it('leaves what is only like it', () => {
    const text = `100%25 + 5 &amp; <b> \\u0041 k3y%2F ${base64('harmless text of some length')}`;
    expect(redactText(text, credentials)).toBe(text);
  });

  it('that is very long is found by its beginning', () => {
    const long = `-----BEGIN KEY-----\n${'abcdefghij'.repeat(300)}`;
    expect(redactText(`a ${long} z`, { key: long })).toBe('a [redacted] z');
    expect(redactText(`a ${JSON.stringify(long)} z`, { key: long })).toBe('a "[redacted]" z');
    expect(redactText(`a ${long.slice(0, 1000)}`, { key: long })).toBe('a [redacted]');
  });

  it.each(Object.entries({ plain: secret, base64: base64(secret), escaped: each((c) => `&#${code(c)};`) }))(
    'is not begun at the end of a text that is cut, however much of it is blotted out: %s',
    (_, form) => {
      for (let before = 0; before <= form.length; before++) {
        const start = redactedStart('.'.repeat(before) + `${form} `.repeat(600), 2_000, credentials);
        expect(start).toMatch(/^\.*(?:\[redacted\] )*(?:\[redacted\])?$/);
        expect(start.length).toBeLessThanOrEqual(2_000);
      }
    },
  );

  it('is left out of a text that is cut where it stands, also where its mark has no room', () => {
    expect(redactedStart(`ab ${secret} cd`, 4, credentials)).toBe('ab [');
    expect(redactedStart(`ab ${secret} cd`, 30, credentials)).toBe('ab [redacted] cd');
    expect(redactedStart('ab cd', 3, credentials)).toBe('ab ');
  });

  it('is looked for in as much text as there is, whatever escapes it has', () => {
    const text = '\\u0025%26%2B&#38;&amp;+'.repeat(500);
    const read = decodings(text).map((decoded) => decoded.text.length);
    expect(read).toHaveLength(4);
    for (const length of read) expect(length).toBeLessThanOrEqual(text.length);
  });
});
