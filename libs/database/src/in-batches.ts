import DataLoader from 'dataloader';
import { isBadData } from './sql-errors';

type Run<Item, Result> = (tenantId: string, items: readonly Item[]) => Promise<readonly (Result | Error)[]>;

/** One statement takes up to this many. */
const batchSize = 200;

/**
 * Makes one call of those for one tenant that come in the same turn of the event loop, so that many at once, in one
 * request or in several, take few statements.
 * @param run one result an item, in order; an Error for an item that fails alone
 * @param kindOf items of different kinds do not go together
 */
export function inBatches<Item, Result>(
  run: Run<Item, Result>,
  kindOf: (item: Item) => string = () => '',
): (tenantId: string, item: Item) => Promise<Result> {
  const gathering = new Map<string, DataLoader<Item, Result>>();
  const gather = (key: string, tenantId: string) =>
    new DataLoader<Item, Result>(
      async (items) => {
        gathering.delete(key);
        return runApart(run, tenantId, items);
      },
      { cache: false, maxBatchSize: batchSize, batchScheduleFn: (flush) => setImmediate(flush) },
    );
  return async (tenantId, item) => {
    const key = `${tenantId}/${kindOf(item)}`;
    const loader = gathering.get(key) ?? gather(key, tenantId);
    gathering.set(key, loader);
    return loader.load(item);
  };
}

/** Data that the database refuses must not keep that of others from it. */
async function runApart<Item, Result>(
  run: Run<Item, Result>,
  tenantId: string,
  items: readonly Item[],
): Promise<readonly (Result | Error)[]> {
  try {
    return await run(tenantId, items);
  } catch (error) {
    if (items.length === 1 || !isBadData(error)) return items.map(() => error as Error);
    return (await Promise.all(items.map((item) => runApart(run, tenantId, [item])))).flat();
  }
}
