import DataLoader from 'dataloader';
import { isReadingFromReplica } from './reading';
import { runApart } from './run-apart';

type Run<Item, Result> = (tenantId: string, items: readonly Item[]) => Promise<readonly (Result | Error)[]>;

/** One statement takes up to this many. */
const batchSize = 200;

/** While so many calls of a tenant are under way, further items wait for the end of one, and go together then … */
const mostUnderWay = 2;
/** … or after this long: what is slow or stuck delays no other by more. */
const patienceMs = 20;

/**
 * Makes one call of those for one tenant that come in the same turn of the event loop or while earlier calls are under
 * way, so that many at once, in one request or in several, take few statements: the more, the busier it is. Data that
 * the database refuses keeps that of others from nothing. What is read from the replica goes together with nothing that
 * is not: that would get the replica's rows as well.
 * @param run one result an item, in order; an Error for an item that fails alone
 * @param kindOf items of different kinds do not go together
 */
export function inBatches<Item, Result>(
  run: Run<Item, Result>,
  kindOf: (item: Item) => string = () => '',
): (tenantId: string, item: Item) => Promise<Result> {
  const gathering = new Map<string, DataLoader<Item, Result>>();
  const turns = new Map<string, Turns>();
  const gather = (key: string, tenantId: string) => {
    const turnsOfKey = turns.get(key) ?? new Turns(() => turns.delete(key));
    turns.set(key, turnsOfKey);
    return new DataLoader<Item, Result>(
      async (items) => {
        gathering.delete(key);
        return turnsOfKey.take(() => runApart(items, (some) => run(tenantId, some)));
      },
      { cache: false, maxBatchSize: batchSize, batchScheduleFn: (flush) => turnsOfKey.await(flush) },
    );
  };
  return async (tenantId, item) => {
    const from = isReadingFromReplica() ? 'replica' : 'primary';
    const key = `${tenantId}/${from}/${kindOf(item)}`;
    const loader = gathering.get(key) ?? gather(key, tenantId);
    gathering.set(key, loader);
    return loader.load(item);
  };
}

/** Who may run when, of the batches of one key. */
class Turns {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];
  private due = 0;

  /** @param onIdle nothing runs or waits any more */
  constructor(private readonly onIdle: () => void) {}

  /** Calls `start`, which is to `take` the turn, in the next turn of the event loop at the earliest. */
  await(start: () => void): void {
    this.due += 1;
    setImmediate(() => {
      if (this.underWay < mostUnderWay) return start();
      const timer = setTimeout(() => this.start(go), patienceMs);
      const go = () => {
        clearTimeout(timer);
        start();
      };
      this.waiting.push(go);
    });
  }

  async take<R>(work: () => Promise<R>): Promise<R> {
    this.due -= 1;
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
      const [next] = this.waiting;
      if (next && this.underWay < mostUnderWay) this.start(next);
      else if (this.underWay + this.due === 0) this.onIdle();
    }
  }

  private start(go: () => void): void {
    this.waiting.splice(this.waiting.indexOf(go), 1);
    go();
  }
}
