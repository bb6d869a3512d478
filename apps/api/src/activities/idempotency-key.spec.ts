import { idempotencyKeyOf, withHeaderKey } from './idempotency-key.decorator';

const keyOf = (...headers: string[]) =>
  idempotencyKeyOf({ headersDistinct: headers.length > 0 ? { 'idempotency-key': headers } : {} });

describe('the Idempotency-Key header', () => {
  it.each([
    ['order-4711', 'order-4711'],
    ['"order-4711"', 'order-4711'],
    ['a,b', 'a,b'],
    ['"a, b"', 'a, b'],
    ['" a "', ' a '],
    [String.raw`"say \"yes\" \\ no"`, String.raw`say "yes" \ no`],
    ['it"s', 'it"s'],
    [`"${'k'.repeat(255)}"`, 'k'.repeat(255)],
  ])('%j is the key %j', (header, key) => {
    expect(keyOf(header)).toBe(key);
  });

  it('may be left out', () => {
    expect(keyOf()).toBeUndefined();
  });

  it.each([
    ['two headers', ['a', 'b']],
    ['the same header twice', ['a', 'a']],
    ['two headers that were joined on the way', ['a, b']],
    ['UTF-8 read as latin1', ['pedido-ñ']],
    ['a control character', ['a\tb']],
    ['nothing', ['']],
    ['nothing in quotes', ['""']],
    ['more than 255 characters', ['k'.repeat(256)]],
    ['no closing quote', ['"a']],
    ['an escaped closing quote', ['"a\\"']],
    ['two strings', ['"a", "b"']],
    ['an escape of something else', ['"a\\n"']],
  ])('is refused with %s', (_, headers) => {
    expect(() => keyOf(...headers)).toThrow(/^Idempotency-Key must /);
  });

  it('takes the place of the field, with which it agrees', () => {
    expect(withHeaderKey({}, 'a')).toEqual({ idempotencyKey: 'a' });
    expect(withHeaderKey({ idempotencyKey: 'a' }, 'a')).toEqual({ idempotencyKey: 'a' });
    expect(withHeaderKey({ idempotencyKey: 'a' }, undefined)).toEqual({ idempotencyKey: 'a' });
    expect(() => withHeaderKey({ idempotencyKey: 'b' }, 'a')).toThrow('differs from the Idempotency-Key header');
  });
});
