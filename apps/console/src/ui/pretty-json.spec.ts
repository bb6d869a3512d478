import { prettyJson } from './pretty-json';

describe('JSON that is shown', () => {
  it('has a line for each part', () => {
    expect(prettyJson('{"a":[1,{"b":null}], "c":{ },"d":[]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": { },\n  "d": []\n}',
    );
  });

  it('keeps numbers and texts as they were written', () => {
    const values = ['12345678901234567890', '1.50', '1e3', String.raw`"a \"b\": [c, d] \\"`, '"\\u00e9"'];
    for (const value of values) expect(prettyJson(`[${value}]`)).toBe(`[\n  ${value}\n]`);
    expect(JSON.parse(prettyJson('{"a\\\\":"{,}"}'))).toEqual({ 'a\\': '{,}' });
  });

  it('leaves what is no object or list as it is', () => {
    for (const text of ['', 'a=1&b=2', '"text"', '12', 'null', '{"cut": "of', '<b>{}</b>']) {
      expect(prettyJson(text)).toBe(text);
    }
  });
});
