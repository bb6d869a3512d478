import { isStorable, storableText } from './storable';

describe('a text', () => {
  it.each([
    ['plain', 'plain'],
    ['a pair 😀', 'a pair 😀'],
    ['a\0b', 'ab'],
    ['half \ud83d', 'half \ufffd'],
    ['\udc00\ud83d', '\ufffd\ufffd'],
  ])('%j is stored as %j', (text, stored) => {
    expect(storableText(text)).toBe(stored);
    expect(isStorable(text)).toBe(text === stored);
    expect(isStorable(stored)).toBe(true);
  });
});
