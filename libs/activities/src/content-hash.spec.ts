import { createHash } from 'node:crypto';
import { contentHash } from './content-hash';

const hashOfText = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the hash of what was said', () => {
  // What is stored is compared with it, so it never changes.
  it.each([
    ['keys in order', { b: 1, a: { d: [1, null], c: 'x' } }, '{"a":{"c":"x","d":[1,null]},"b":1}'],
    ['whole numbers first, by size', { a: 1, '10': 1, '9': 1, '01': 1 }, '{"9":1,"10":1,"01":1,"a":1}'],
    ['keys by code unit', { é: 1, Z: 1, a: 1, '!': 1, '-1': 1 }, '{"!":1,"-1":1,"Z":1,"a":1,"é":1}'],
    ['times as ISO 8601', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['nothing of what is undefined', { a: undefined, b: [undefined, 1] }, '{"b":[null,1]}'],
    ['escapes', { 'a"\n': '\u2028\\"é😀' }, '{"a\\"\\n":"\u2028\\\\\\"é😀"}'],
    ['numbers as JSON writes them', [1e21, -0, 0.1, NaN], '[1e+21,0,0.1,null]'],
    ['an own __proto__', JSON.parse('{"__proto__":1,"a":{}}'), '{"__proto__":1,"a":{}}'],
    ['no value', undefined, 'null'],
  ])('is of its JSON with %s', (_, content, text) => {
    expect(contentHash(content)).toBe(hashOfText(text));
  });
});
