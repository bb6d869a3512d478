import { jsonExcess } from './json-excess';

const excess = (text: string) => jsonExcess(Buffer.from(text));

describe('jsonExcess', () => {
  it.each(['', '[]', `[${'1,'.repeat(150_000)}1]`, '['.repeat(1000) + ']'.repeat(1000), '"[[[[,,,,'])(
    'passes %.20s',
    (text) => {
      expect(excess(text)).toBeUndefined();
    },
  );

  it('counts no bracket and no comma of a text', () => {
    const text = '[,{\\"'.repeat(300_000);
    expect(excess(`{"a":"${text}","b":"\\\\"}`)).toBeUndefined();
    expect(excess(`["${'\\\\'.repeat(5)}",${'[],'.repeat(200_000)}1]`)).toMatch('values');
  });

  it.each(['1,', '[],', '{},', '"a":1,', '"",', '[[1]],'])('refuses four megabytes of %s', (part) => {
    expect(excess(`[${part.repeat(4_000_000 / part.length)}1]`)).toBe('has more than 200000 values');
  });

  it('refuses what is too deep, whether or not it is closed', () => {
    const message = 'is nested deeper than 1000 levels';
    expect(excess('['.repeat(1001))).toBe(message);
    expect(excess(`${'{"a":['.repeat(501)}${']}'.repeat(501)}`)).toBe(message);
  });
});
