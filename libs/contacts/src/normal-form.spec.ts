import fc from 'fast-check';
import { COUNTRIES } from './countries';
import { normalForm } from './normal-form';

describe('the normal form of a phone', () => {
  it.each([
    ['+57 300 123 4567', null, '+573001234567'],
    ['+57 300 123 4567', 'CL', '+573001234567'],
    [' +1 (202) 555-0100 ', null, '+12025550100'],
    ['300 123 4567', 'CO', '+573001234567'],
    ['9 1234 5678', 'CL', '+56912345678'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['+44 (0)20 7946 0958', null, '+442079460958'],
    ['+15550100002', null, '+15550100002'],
  ])('%s in %s is %s', (value, country, expected) => {
    expect(normalForm('PHONE', value, country)).toBe(expected);
    expect(normalForm('WHATSAPP', value, country)).toBe(expected);
  });

  it('adds and takes away no digit that somebody might have meant otherwise', () => {
    // A Brazilian landline or a mobile without its ninth digit, a mobile with it, an Argentine mobile with its 9, and a Chilean.
    for (const value of ['+551187654321', '+5511987654321', '+5491112345678', '+541112345678', '+56912345678']) {
      expect(normalForm('PHONE', value, 'BR')).toBe(value);
    }
  });

  it.each([
    ['300 123 4567', null],
    ['300 123 4567', 'AQ'],
    ['+5215512345678', 'MX'],
    ['12345', 'US'],
    ['+57 300 123 4567 ext. 5', null],
    ['ask for Ana at +573001234567', null],
    ['+', null],
    ['', 'CO'],
  ])('%s in %s has none', (value, country) => {
    expect(normalForm('PHONE', value, country)).toBeNull();
  });

  const text = fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9 ().-]{0,20}$/));
  const country = fc.option(fc.constantFrom(...COUNTRIES));

  it('is E.164, its own normal form anywhere, and made of digits that were given', () => {
    fc.assert(
      fc.property(text, country, country, (value, of, elsewhere) => {
        const normal = normalForm('PHONE', value, of);
        if (normal === null) return;
        expect(normal).toMatch(/^\+[1-9]\d{4,16}$/);
        expect(normalForm('PHONE', normal, elsewhere)).toBe(normal);
        const given = value.normalize('NFKD').replace(/\D/g, '');
        if (/^[\x20-\x7e]*$/.test(value) && value.trim().startsWith('+')) {
          expect([...normal.slice(1)].every((digit) => given.includes(digit))).toBe(true);
          expect(normal.length - 1).toBeLessThanOrEqual(given.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of a number with its country code is the same wherever the store is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9][0-9]{6,13}$/), country, (value, of) => {
        expect(normalForm('PHONE', value, of)).toBe(normalForm('PHONE', value, null));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the normal form of other contacts', () => {
  it.each([
    ['EMAIL', ' Ana.Rojas@Store.EXAMPLE ', 'Ana.Rojas@store.example'],
    ['EMAIL', 'ana@@store.example', null],
    ['EMAIL', '@store.example', null],
    ['EMAIL', 'ana@', null],
    ['PUSH_TOKEN', ' dGhpcyBpcyBh:APA91b ', 'dGhpcyBpcyBh:APA91b'],
    ['PUSH_TOKEN', '  ', null],
    ['OTHER', 'the bell at the door', null],
  ] as const)('%s %s is %s', (type, value, expected) => {
    expect(normalForm(type, value, 'CO')).toBe(expected);
  });

  it('keeps what is before the @ as it was given', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const at = address.lastIndexOf('@');
        if (address.indexOf('@') !== at) return;
        expect(normalForm('EMAIL', address, null)).toBe(address.slice(0, at) + address.slice(at).toLowerCase());
      }),
    );
  });
});

describe('countries', () => {
  it('are those of ISO 3166-1, once each and in order', () => {
    expect(COUNTRIES).toHaveLength(249);
    expect([...new Set(COUNTRIES)].sort()).toEqual(COUNTRIES);
    expect(COUNTRIES.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  });
});
