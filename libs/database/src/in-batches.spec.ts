import type { Pool } from 'pg';
import { inBatches } from './in-batches';
import { isReadingFromReplica, readingFrom } from './reading';

const badData = Object.assign(new Error('index row is too wide'), { code: '54000', severity: 'ERROR' });

describe('calls made in batches', () => {
  it('go together by tenant and kind when they come in one turn, and each gets its own result', async () => {
    const runs: [string, readonly number[]][] = [];
    const double = inBatches(
      async (tenantId: string, items: readonly number[]) => {
        runs.push([tenantId, items]);
        return Promise.resolve(items.map((item) => item * 2));
      },
      (item) => (item < 0 ? 'negative' : ''),
    );
    const results = await Promise.all([double('a', 1), double('b', 2), double('a', 3), double('a', -4)]);
    expect(results).toEqual([2, 4, 6, -8]);
    expect(await double('a', 5)).toBe(10);
    expect(runs).toEqual([
      ['a', [1, 3]],
      ['b', [2]],
      ['a', [-4]],
      ['a', [5]],
    ]);
  });

  it('wait for one another when two are under way, and then go together', async () => {
    const runs: (readonly number[])[] = [];
    const ends: (() => void)[] = [];
    const store = inBatches(async (_tenantId, items: readonly number[]) => {
      runs.push(items);
      await new Promise<void>((resolve) => ends.push(resolve));
      return items;
    });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const stored: Promise<number>[] = [];
    for (const item of [1, 2, 3, 4]) {
      stored.push(store('a', item));
      await turn();
    }
    stored.push(store('b', 5));
    await turn();
    expect(runs).toEqual([[1], [2], [5]]);
    ends[1]?.();
    await stored[1];
    expect(runs).toEqual([[1], [2], [5], [3, 4]]);
    for (const end of ends) end();
    expect(await Promise.all(stored)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are read from where whoever asked reads, and never together with those who read elsewhere', async () => {
    const runs: [fromReplica: boolean, items: readonly number[]][] = [];
    const read = inBatches(async (_tenantId, items: readonly number[]) => {
      runs.push([isReadingFromReplica(), items]);
      await new Promise((resolve) => setImmediate(resolve));
      return items;
    });
    const late = (item: number) => readingFrom({} as Pool, () => read('a', item));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const reads = [late(1), read('a', 2), late(3)];
    for (const item of [4, 6, 8]) {
      await turn();
      reads.push(late(item), read('a', item + 1));
    }
    expect(await Promise.all(reads)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(runs.slice(0, 2)).toEqual([
      [true, [1, 3]],
      [false, [2]],
    ]);
    const isLate = (item: number) => [1, 3, 4, 6, 8].includes(item);
    for (const [fromReplica, items] of runs) expect(items.map(isLate)).toEqual(items.map(() => fromReplica));
  });

  it('do not wait for long for those that are stuck', async () => {
    const store = inBatches(async (_tenantId, items: readonly number[]) => {
      if (items[0] !== undefined && items[0] < 0) await new Promise(() => undefined);
      return items;
    });
    for (const item of [-1, -2]) {
      void store('a', item);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await store('a', 1)).toBe(1);
  });

  it('run again apart when the data of one is refused, which fails alone', async () => {
    const store = inBatches(async (_tenantId, items: readonly string[]) => {
      if (items.includes('bad')) throw badData;
      return Promise.resolve(items);
    });
    const ends = await Promise.allSettled([store('a', 'good'), store('a', 'bad'), store('a', 'fine')]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fail together when the database is away', async () => {
    let runs = 0;
    const store = inBatches(async () => {
      runs += 1;
      return Promise.reject(new Error('connection refused'));
    });
    const ends = await Promise.allSettled([store('a', 1), store('a', 2)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(runs).toBe(1);
  });
});
