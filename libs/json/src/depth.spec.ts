import { isTooDeep, maxDepth } from './depth';

const nested = (levels: number, open = '[', close = ']') =>
  JSON.parse((open + ' ').repeat(levels - 1) + '[]' + close.repeat(levels - 1)) as unknown;

describe('isTooDeep', () => {
  it.each([[1], ['text'], [null], [[]], [{ a: [1, { b: 2 }] }]])('is not so of %j', (value) => {
    expect(isTooDeep(value)).toBe(false);
  });

  it('is so beyond 100 levels of lists or objects, wherever they are', () => {
    expect(isTooDeep(nested(maxDepth))).toBe(false);
    expect(isTooDeep(nested(maxDepth + 1))).toBe(true);
    expect(isTooDeep(nested(maxDepth + 1, '{"a":', '}'))).toBe(true);
    expect(isTooDeep([1, { a: nested(maxDepth - 1) }])).toBe(true);
    expect(isTooDeep(nested(100_000))).toBe(true);
  });
});
