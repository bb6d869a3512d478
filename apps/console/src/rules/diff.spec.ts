import { diffLines } from './diff';

const signs = { same: ' ', added: '+', removed: '-' };
const shown = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${signs[kind]}${text}`);

/** Applies what the diff says to either side. */
const sides = (before: string, after: string) => {
  const lines = diffLines(before, after);
  const without = (kind: string) =>
    lines
      .filter((line) => line.kind !== kind)
      .map(({ text }) => text)
      .join('\n');
  return [without('added'), without('removed')];
};

describe('a diff', () => {
  it('has the lines that are removed and added, and those alike once', () => {
    expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
    expect(shown('a\nb', 'a\nb')).toEqual([' a', ' b']);
    expect(shown('a\nb\nc\nd', 'b\nc\nx\nd\ne')).toEqual(['-a', ' b', ' c', '+x', ' d', '+e']);
    expect(shown('', 'a')).toEqual(['-', '+a']);
    expect(shown('same\nsame', 'same')).toEqual([' same', '-same']);
  });

  it('removes and adds as few lines as can be', () => {
    const edits = (before: string, after: string) =>
      diffLines(before, after).filter(({ kind }) => kind !== 'same').length;
    const lines = (text: string) => [...text].join('\n');
    expect(edits(lines('abcabba'), lines('cbabac'))).toBe(5);
    expect(edits(lines('kitten'), lines('sitting'))).toBe(5);
  });

  it('leads from one text to the other, whatever they are', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const text = () => Array.from({ length: next(12) }, () => 'abc'[next(3)]).join('\n');
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [text(), text()];
      expect(sides(before, after)).toEqual([before, after]);
    }
  });

  it('of texts that have nothing in common is one removed and the other added', () => {
    const lines = (name: string) => Array.from({ length: 5000 }, (_, n) => `${name} ${n}`).join('\n');
    expect(sides(lines('a'), lines('b'))).toEqual([lines('a'), lines('b')]);
  });
});
