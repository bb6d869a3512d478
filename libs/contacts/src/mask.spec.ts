import fc from 'fast-check';
import { CONTACT_TYPES } from '@errand/vocabulary';
import { maskedContact, maskedMember, standInContact } from './mask';

describe('a contact for those who may not see it', () => {
  it.each([
    ['PHONE', '+573001232345', '+57 ••• 2345'],
    ['WHATSAPP', '+57 300 123 2345', '+57 ••• 2345'],
    ['PHONE', '300 123 4567', '••• 4567'],
    ['PHONE', '+29051234', '+290 ••• 34'],
    ['PHONE', '12345', '••• 45'],
    ['PHONE', 'none', '•••'],
    ['EMAIL', 'ana@example.com', 'a•••@example.com'],
    ['EMAIL', 'a@example.com', '•••@example.com'],
    ['EMAIL', 'ana', 'a•••'],
    ['PUSH_TOKEN', 'dGhpcyBpcyBh:APA91b', 'dGhp•••'],
    ['PUSH_TOKEN', 'abc', 'a•••'],
    ['OTHER', 'the bell at the door', '•••'],
  ] as const)('%s %s is %s', (type, value, expected) => {
    expect(maskedContact(type, value)).toBe(expected);
  });

  it.each([
    ['PHONE', '+573001232345', '+570000002345'],
    ['WHATSAPP', '300 123 4567', '0000004567'],
    ['EMAIL', 'ana@example.com', 'axx@example.com'],
    ['PUSH_TOKEN', 'dGhpcyBpcyBh', 'dGhpxxxxxxxx'],
    ['OTHER', 'the bell', 'xxxxxxxx'],
  ] as const)('%s %s has the stand-in %s', (type, value, expected) => {
    expect(standInContact(type, value)).toBe(expected);
    expect(maskedContact(type, standInContact(type, value))).toBe(maskedContact(type, value));
  });

  it('never has all of it, nor more than half of what is the person’s own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONTACT_TYPES), fc.string({ minLength: 1 }), (type, value) => {
        const masked = maskedContact(type, value);
        expect(masked).toContain('•••');
        const own = type === 'EMAIL' && value.includes('@') ? value.trim().split('@').slice(0, -1).join('@') : value;
        if (own.trim().length > 0) expect(masked.startsWith(own.trim())).toBe(false);
      }),
    );
  });

  it('is masked in an action’s payload wherever that names somebody, and nowhere else', () => {
    const payload = {
      ...{
        to: '+573001232345',
        email: 'ana@example.com',
        phone: 573001232345,
        token: 'dGhpcyBpcyBh',
        text: 'Hello 2345',
      },
      recipient: { firstName: 'Ana', phone: '+573001232345', to: [{ value: '+573001232345' }], isNew: true },
    };
    const masked = Object.fromEntries(
      Object.entries(payload).map(([member, value]) => [member, maskedMember('SMS', member, value)]),
    );
    expect(masked).toEqual({
      ...{ to: '+57 ••• 2345', email: 'a•••@example.com', phone: '••• 2345', token: 'dGhp•••', text: 'Hello 2345' },
      recipient: { firstName: 'Ana', phone: '+57 ••• 2345', to: [{ value: '+57 ••• 2345' }], isNew: true },
    });
    expect(maskedMember('EMAIL', 'to', 'ana@example.com')).toBe('a•••@example.com');
    expect(maskedMember('SALESMAN', 'to', 'ana@example.com')).toBe('•••');
  });
});
