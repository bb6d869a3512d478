import { isTextTooDeep, isTooDeep, maxDepth } from './depth';

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

describe('isTextTooDeep', () => {
  const deepest = 10_000;
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it('is so beyond 10,000 levels, brackets in texts not counted', () => {
    expect(isTextTooDeep(deep(deepest))).toBe(false);
    expect(isTextTooDeep(deep(deepest + 1))).toBe(true);
    expect(isTextTooDeep(`{"a\\"[":${deep(deepest - 1)},"b":${deep(deepest - 1)}}`)).toBe(false);
    expect(isTextTooDeep(`{"a":"${'['.repeat(deepest + 1)}\\"${'{'.repeat(deepest + 1)}"}`)).toBe(false);
    expect(isTextTooDeep(`[${'{"a":'.repeat(deepest)}1`)).toBe(true);
  });

  it('looks no further than to the level that is too deep', () => {
    let looks = 0;
    const text = { length: 1e6, charAt: () => ((looks += 1), '[') } as unknown as string;
    expect(isTextTooDeep(text)).toBe(true);
    expect(looks).toBe(deepest + 1);
  });
});
