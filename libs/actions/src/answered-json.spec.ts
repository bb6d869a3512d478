import { jsonOrText } from './answered-json';

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

describe('the answer of a provider', () => {
  it.each([
    ['{"id":"a","n":[1,-2.5,1e3,null]}', { id: 'a', n: [1, -2.5, 1000, null] }],
    ['"text"', 'text'],
    ['0', 0],
    [
      '{"at":"12345678901234567890","q":"\\"[99999999999999999999"}',
      { at: '12345678901234567890', q: '"[99999999999999999999' },
    ],
    ['{"pi":3.14159265358979323846}', { pi: Math.PI }],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('%s is answered as JSON', (text, value) => {
    expect(jsonOrText(text)).toEqual(value);
  });

  it.each([
    '',
    'OK',
    '{"id":',
    'not UTF-8: {"id":"\\xe9"}',
    '{"id":9007199254740993}',
    '[-12345678901234567890]',
    '{"n":1e400}',
    nested(5_000),
    nested(5_000, '{"a":', '}').replace('}', '1}'),
  ])('is its text where JSON would not say the same (%#)', (text) => {
    expect(jsonOrText(text)).toBe(text);
  });

  it('is nested up to 100 levels', () => {
    expect(typeof jsonOrText(nested(100))).toBe('object');
    expect(typeof jsonOrText(nested(101))).toBe('string');
  });
});
