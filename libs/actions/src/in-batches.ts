import { groupBy, isBadData } from '@errand/database';
import DataLoader from 'dataloader';

type Run<Item, Result> = (tenantId: string, items: Item[]) => Promise<(Result | Error)[]>;

interface Call<Item> {
  tenantId: string;
  item: Item;
}

/** One statement takes up to this many. */
const batchSize = 200;

/**
 * Makes one call of those for one tenant that come in the same turn of the event loop, so that many actions at once,
 * in one request or in several, take few statements.
 * @param run one result an item, in order; an Error for an item that fails alone
 */
export function inBatches<Item, Result>(run: Run<Item, Result>): (tenantId: string, item: Item) => Promise<Result> {
  const loader = new DataLoader<Call<Item>, Result>(async (calls) => resultsOf(run, calls), {
    cache: false,
    maxBatchSize: batchSize,
    batchScheduleFn: (flush) => setImmediate(flush),
  });
  return (tenantId, item) => loader.load({ tenantId, item });
}

async function resultsOf<Item, Result>(
  run: Run<Item, Result>,
  calls: readonly Call<Item>[],
): Promise<(Result | Error)[]> {
  const results: (Result | Error)[] = [];
  const tenants = groupBy([...calls.entries()], ([, { tenantId }]) => tenantId);
  const work = [...tenants].map(async ([tenantId, entries]) => {
    const ends = await runApart(
      run,
      tenantId,
      entries.map(([, { item }]) => item),
    );
    for (const [place, [index]] of entries.entries()) results[index] = ends[place] as Result | Error;
  });
  await Promise.all(work);
  return results;
}

/** Data that the database refuses must not keep that of others from it. */
async function runApart<Item, Result>(
  run: Run<Item, Result>,
  tenantId: string,
  items: Item[],
): Promise<(Result | Error)[]> {
  try {
    return await run(tenantId, items);
  } catch (error) {
    if (items.length === 1 || !isBadData(error)) return items.map(() => error as Error);
    return (await Promise.all(items.map((item) => runApart(run, tenantId, [item])))).flat();
  }
}
