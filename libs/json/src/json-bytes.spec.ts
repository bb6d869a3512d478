import { jsonBytes } from './json-bytes';

const written = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('jsonBytes', () => {
  it.each([
    null,
    [true, false, 0, -0, -1.5e300, NaN, undefined],
    { left: undefined, kept: null },
    [[], {}, [[]], { a: { b: [1, 'x'] } }],
    ['', 'plain', 'ñandú €', '😀', '\ud800', '"\\\n\u0001\u007f'],
    { 'ключ "x"': 'ñ' },
    new Date(0),
  ])('counts what is written of %j', (value) => {
    expect(jsonBytes(value)).toBe(written(value));
    expect(jsonBytes(value, written(value))).toBe(written(value));
    expect(jsonBytes(value, written(value) - 1)).toBeGreaterThanOrEqual(written(value));
  });

  it('counts nothing for what is not there', () => expect(jsonBytes(undefined)).toBe(0));

  it('has no bound on the depth', () => {
    let deep: unknown[] = [];
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(jsonBytes(deep)).toBe(200_002);
  });

  it('looks at nothing more once there are too many', () => {
    let looked = 0;
    const counted = <T extends object>(of: T) =>
      new Proxy(of, {
        get: (target, key, receiver): unknown => {
          looked += 1;
          return Reflect.get(target, key, receiver);
        },
      });
    expect(jsonBytes(counted(Array.from({ length: 1000 }, () => 'text')), 500)).toBeGreaterThan(500);
    expect(looked).toBeLessThan(20);
    expect(jsonBytes(['x'.repeat(1000), counted({ a: 1 })].reverse(), 500)).toBeGreaterThan(500);
    expect(looked).toBeLessThan(20);
  });
});
