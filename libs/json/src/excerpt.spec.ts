import { excerptOf } from './excerpt';

describe('an excerpt', () => {
  it('is a short text as it is', () => {
    expect(excerptOf('')).toBe('');
    expect(excerptOf('ñ'.repeat(2048))).toBe('ñ'.repeat(2048));
  });

  it.each([
    ['a', 4096],
    ['ñ', 2048],
    ['€', 1365],
    ['😀', 1024],
  ])('of many %s ends with a whole one', (character, count) => {
    expect(excerptOf(character.repeat(5000))).toBe(character.repeat(count));
  });

  it('can be stored', () => {
    expect(excerptOf('a\0b\ud800c')).toBe('ab\u{fffd}c');
  });
});
