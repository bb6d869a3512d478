/**
 * Runs `work` on each item, up to `width` groups side by side: the items of a group one after the other, in their
 * order. Whatever `work` throws ends it all.
 * @returns what came of each, in the order of the items
 */
export async function runInOrder<Item, End>(
  items: Item[],
  width: number,
  groupOf: (item: Item) => string,
  work: (item: Item) => Promise<End>,
): Promise<End[]> {
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const group = groups.get(groupOf(item));
    if (group) group.push(index);
    else groups.set(groupOf(item), [index]);
  }
  const ends = new Map<number, End>();
  const waiting = groups.values();
  const lane = async () => {
    for (const group of waiting) {
      for (const index of group) ends.set(index, await work(items[index] as Item));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return items.map((_, index) => ends.get(index) as End);
}
