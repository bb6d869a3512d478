/**
 * Runs at most `width` at once, each begun in the order of the items, which are asked for as they are needed. When one
 * fails nothing more is begun.
 * @returns the results in the order of the items
 * @throws what the first that fails throws
 */
export async function inParallel<Item, Result>(
  width: number,
  items: Iterable<Item> | AsyncIterable<Item>,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const line = numbered(items);
  const work = async () => {
    // Whoever leaves the line by an error closes it for the others.
    for await (const [index, item] of line) results[index] = await run(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}

/** One line for all who take from it. */
async function* numbered<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<[number, Item]> {
  let index = 0;
  for await (const item of items) yield [index++, item];
}
