import { JsonText, writeJson } from './json-text';
import { LongInteger, longIntegerIn } from './long-integer';
import { readJson } from './read-json';

const long = '1234567890123456789';

describe('readJson', () => {
  it.each([
    '{"a":[1,-2.50,1e3,true,null,"x\\"y\\\\"],"":{}}',
    ' [ [ ] , { "k" : "v" } ] ',
    `"${long}"`,
    '9007199254740991',
    '-9007199254740991',
    '0.12345678901234567',
    '{"a":1,"a":{"b":[2]},"__proto__":{"c":3}}',
  ])('reads %s as JSON.parse does, whether or not something long is beside it', (text) => {
    const expected: unknown = JSON.parse(text);
    expect(readJson(text)).toEqual(expected);
    const [plain] = readJson(`[${text}, ${long}]`) as unknown[];
    expect(plain).toEqual(expected);
    expect(Object.hasOwn(Object(plain) as object, '__proto__')).toBe(
      Object.hasOwn(Object(expected) as object, '__proto__'),
    );
  });

  it.each(['9007199254740992', '-9007199254740993', '123456789012345678901234567890'])(
    'keeps the digits of %s',
    (digits) => {
      expect(readJson(digits)).toEqual(new LongInteger(digits));
      expect(longIntegerIn(readJson(`{"a":[{"b":0},{"b":${digits}}]}`))).toBe('a[1].b');
    },
  );

  it('keeps named members of the document and of the items of its lists to the letter, and no others', () => {
    const kept = `{"b": ${long}, "a":[1.0,1e400,"\\u00e9]}"], "b":2}`;
    const [raw, inner] = [new JsonText(kept), { raw: { b: 1 } }];
    expect(readJson(`{"raw" :\n ${kept} ,"x":{"raw":{"b":1}}}`, ['raw'])).toEqual({ raw, x: inner });
    expect(readJson(`{"list":[{"raw":${kept}},{"raw":-1}]}`, ['raw'])).toEqual({
      list: [{ raw }, { raw: new JsonText('-1') }],
    });
    expect(readJson('{"\\u0072aw":"a\\"}"}', ['raw'])).toEqual({ raw: new JsonText('"a\\"}"') });
  });

  it('has no bound on the depth', () => {
    const deep = `${'['.repeat(100_000)}${long}${']'.repeat(100_000)}`;
    expect(readJson(`{"raw":${deep}}`, ['raw'])).toEqual({ raw: new JsonText(deep) });
    let value = readJson(deep);
    while (Array.isArray(value)) [value] = value as unknown[];
    expect(value).toEqual(new LongInteger(long));
  });

  it('refuses what is no JSON', () => expect(() => readJson(`{"a":${long}`, ['a'])).toThrow(SyntaxError));
});

describe('writeJson', () => {
  it('writes a text to the letter, wherever it stands', () => {
    const text = `{"b":${long},"a":"\\"\\\\","b": 1.50}`;
    expect(writeJson({ x: [new JsonText(text), 'y'], z: new JsonText('null') })).toBe(`{"x":[${text},"y"],"z":null}`);
    expect(writeJson({ x: '"' })).toBe('{"x":"\\""}');
  });
});
