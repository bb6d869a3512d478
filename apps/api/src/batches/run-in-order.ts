import { groupBy, inParallel } from '@errand/database';

/**
 * Runs `work` on each item, up to `width` groups side by side: the items of a group one after the other, in their
 * order. Whatever `work` throws ends it all.
 * @returns what came of each, in the order of the items
 */
export async function runInOrder<Item, End>(
  items: readonly Item[],
  width: number,
  groupOf: (item: Item) => string,
  work: (item: Item) => Promise<End>,
): Promise<End[]> {
  const ends: End[] = [];
  const groups = groupBy([...items.entries()], ([, item]) => groupOf(item));
  await inParallel(width, [...groups.values()], async (group) => {
    for (const [index, item] of group) ends[index] = await work(item);
  });
  return ends;
}
