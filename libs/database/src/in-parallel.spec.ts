import { inParallel } from './in-parallel';

/** Work that ends when the test says so. */
function start(width: number, items: Iterable<string> | AsyncIterable<string>) {
  const begun: string[] = [];
  const ends = new Map<string, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  const all = inParallel(width, items, (item) => {
    begun.push(item);
    return new Promise<string>((resolve, reject) => ends.set(item, { resolve, reject }));
  });
  const end = async (item: string) => {
    ends.get(item)?.resolve(item.toUpperCase());
    await new Promise(setImmediate);
  };
  const fail = async (item: string) => {
    ends.get(item)?.reject(new Error(item));
    await new Promise(setImmediate);
  };
  return { all, begun, end, fail };
}

async function* later() {
  for (const item of ['a', 'b', 'c']) yield item;
}

describe('work in parallel', () => {
  it.each([['a list', () => ['a', 'b', 'c']] as const, ['what is still being read', later] as const])(
    'of %s runs so many at once, and answers in the order of the items',
    async (_what, items) => {
      const { all, begun, end } = start(2, items());
      await new Promise(setImmediate);
      expect(begun).toEqual(['a', 'b']);
      await end('b');
      expect(begun).toEqual(['a', 'b', 'c']);
      await end('c');
      await end('a');
      expect(await all).toEqual(['A', 'B', 'C']);
    },
  );

  it('begins nothing more when one fails', async () => {
    const { all, begun, end, fail } = start(2, ['a', 'b', 'c', 'd']);
    const failed = expect(all).rejects.toThrow('a');
    await new Promise(setImmediate);
    await fail('a');
    await end('b');
    await failed;
    expect(begun).toEqual(['a', 'b']);
  });

  it('is over at once without items', async () => {
    expect(await start(2, []).all).toEqual([]);
  });
});
