import { CHANNELS, CONTACT_TYPES } from '@errand/vocabulary';
import fc from 'fast-check';
import { fittingContacts } from './fitting-contacts';
import { normalForm } from './normal-form';
import { type Addressee, type Contact, recipientOf, recipientOfAction } from './recipient';

const contact = (type: Contact['type'], value: string, isPrimary = false): Contact => ({ type, value, isPrimary });
const ana = (...contacts: Contact[]): Addressee => ({ firstName: 'Ana', lastName: 'Rojas', contacts });
const bo = (...contacts: Contact[]): Addressee => ({ firstName: 'Bo', lastName: null, contacts });

describe('whom a channel reaches', () => {
  it('is the first of the people who has a contact that fits it', () => {
    const people = [ana(contact('EMAIL', 'ana@store.example')), bo(contact('PHONE', '+57 300 123 4567'))];
    expect(recipientOf('SMS', people)).toEqual({
      ...{ firstName: 'Bo', lastName: null, name: 'Bo', type: 'PHONE', value: '+573001234567' },
    });
    expect(recipientOf('EMAIL', people)).toMatchObject({ name: 'Ana Rojas', value: 'ana@store.example' });
    expect(recipientOf('PUSH', people)).toBeNull();
    expect(recipientOf('SALESMAN', people)).toBeNull();
  });

  it('is reached by the type that fits best, and of that by the primary contact', () => {
    const [phone, whatsapp] = [contact('PHONE', '+573001234567', true), contact('WHATSAPP', '+573001234568')];
    expect(recipientOf('WHATSAPP', [ana(phone, whatsapp)])?.value).toBe('+573001234568');
    expect(recipientOf('SMS', [ana(whatsapp, phone)])?.value).toBe('+573001234567');
    const second = contact('PHONE', '+573001234569', true);
    expect(recipientOf('SMS', [ana({ ...phone, isPrimary: false }, second)])?.value).toBe('+573001234569');
  });

  it('is rather reached by what can be called at all', () => {
    const noNumber = contact('PHONE', '12345', true);
    expect(recipientOf('SMS', [ana(noNumber, contact('PHONE', '+573001234567'))])?.value).toBe('+573001234567');
    expect(recipientOf('SMS', [ana(noNumber, contact('WHATSAPP', '+573001234567'))])?.type).toBe('WHATSAPP');
    expect(recipientOf('SMS', [ana(noNumber)])?.value).toBe('12345');
  });

  it('has numbers without a country code in the country that counts, unless they are stored in normal form', () => {
    const local = contact('PHONE', '300 123 4567');
    expect(recipientOf('SMS', [ana(local)], 'CO')?.value).toBe('+573001234567');
    expect(recipientOf('SMS', [ana(local)], null)?.value).toBe('300 123 4567');
    expect(recipientOf('SMS', [ana({ ...local, normalValue: '+12025550100' })], 'CO')?.value).toBe('+12025550100');
  });

  const anyContact = fc.record({
    type: fc.constantFrom(...CONTACT_TYPES),
    value: fc.oneof(fc.stringMatching(/^\+57300123[0-9]{4}$/), fc.emailAddress(), fc.string({ minLength: 1 })),
    isPrimary: fc.boolean(),
  });
  const anybody = fc.record({
    firstName: fc.string({ minLength: 1 }),
    lastName: fc.option(fc.string({ minLength: 1 })),
    contacts: fc.array(anyContact, { maxLength: 6 }),
  });

  it('is somebody whenever anybody has such a contact, never with a worse contact than that person has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), fc.array(anybody, { maxLength: 4 }), (channel, people) => {
        const types = fittingContacts[channel] ?? [];
        const fits = ({ type }: Contact) => types.includes(type);
        const first = people.find(({ contacts }) => contacts.some(fits));
        const found = recipientOf(channel, people, 'CO');
        expect(found === null).toBe(first === undefined);
        if (!first || !found) return;
        const fitting = first.contacts.filter(fits);
        const normalOf = ({ type, value }: Contact) => normalForm(type, value, 'CO');
        const chosen = fitting.find(
          (one) => one.type === found.type && (normalOf(one) ?? one.value.trim()) === found.value,
        );
        expect(chosen).toBeDefined();
        if (fitting.some((one) => normalOf(one) !== null)) {
          expect(normalForm(found.type, found.value, 'CO')).toBe(found.value);
          const best = types.find((type) => fitting.some((one) => one.type === type && normalOf(one) !== null));
          expect(found.type).toBe(best);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('whom an action without a store is for', () => {
  const nobody = { firstName: null, lastName: null, name: null };

  it.each([
    ['EMAIL', { to: ' ana@Store.example ' }, { type: 'EMAIL', value: 'ana@store.example' }],
    ['EMAIL', { email: 'ana@store.example', to: 'bo@store.example' }, { type: 'EMAIL', value: 'ana@store.example' }],
    ['SMS', { phone: '+57 300 123 4567' }, { type: 'PHONE', value: '+573001234567' }],
    ['SMS', { phone: 3001234567 }, { type: 'PHONE', value: '+573001234567' }],
    ['WHATSAPP', { to: '300 123 4567' }, { type: 'WHATSAPP', value: '+573001234567' }],
    ['CALLCENTER', { recipient: '3001234567' }, { type: 'PHONE', value: '+573001234567' }],
    ['PUSH', { token: 'dGhpcyBpcyBh' }, { type: 'PUSH_TOKEN', value: 'dGhpcyBpcyBh' }],
    ['PUSH', { recipient: { token: 'dGhpcyBpcyBh' } }, { type: 'PUSH_TOKEN', value: 'dGhpcyBpcyBh' }],
    ['SMS', { phone: 'at home' }, { type: 'PHONE', value: 'at home' }],
  ] as const)('on %s of %j is %j', (channel, payload, expected) => {
    expect(recipientOfAction(channel, payload, 'CO')).toEqual({ ...nobody, ...expected });
  });

  it('has the names that the payload gives', () => {
    const recipient = { to: 'ana@store.example', firstName: 'Ana', lastName: ' Rojas ' };
    expect(recipientOfAction('EMAIL', { recipient })).toMatchObject({ name: 'Ana Rojas', lastName: 'Rojas' });
    const named = { email: 'ana@store.example', recipient: { name: 'The owner' } };
    expect(recipientOfAction('EMAIL', named)).toMatchObject({ firstName: null, name: 'The owner' });
  });

  it.each([
    ['EMAIL', {}],
    ['EMAIL', { to: '  ' }],
    ['EMAIL', { email: 42 }],
    ['EMAIL', { phone: '+573001234567' }],
    ['PUSH', { token: 42 }],
    ['SMS', { phone: -1 }],
    ['SMS', { phone: 1.5 }],
    ['SMS', { to: ['+573001234567'], recipient: null }],
    ['SMS', { to: '1'.repeat(501) }],
    ['SALESMAN', { to: '+573001234567' }],
  ] as const)('on %s of %j is nobody', (channel, payload) => {
    expect(recipientOfAction(channel, payload, 'CO')).toBeNull();
  });

  it('is told without an error, whatever the payload', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.dictionary(fc.constantFrom('to', 'email', 'phone', 'token', 'recipient'), fc.jsonValue()),
        (channel, payload) => {
          const found = recipientOfAction(channel, payload, 'CO');
          if (found) expect(found.value.trim()).not.toBe('');
        },
      ),
    );
  });
});
