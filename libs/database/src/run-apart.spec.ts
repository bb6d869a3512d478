import { findRefused, runApart } from './run-apart';

const badData = Object.assign(new Error('value out of range'), { code: '22003' });
const away = Object.assign(new Error('Connection terminated'), { code: '08006' });

/** A run that refuses the items in `bad` and notes what it was given. */
function store(bad: ReadonlySet<number>, error: Error = badData) {
  const runs: (readonly number[])[] = [];
  const run = async (items: readonly number[]) => {
    runs.push(items);
    if (items.some((item) => bad.has(item))) throw error;
    return Promise.resolve(items.map((item) => item * 2));
  };
  return { runs, run };
}

const items = Array.from({ length: 1000 }, (_, n) => n);

describe('items run together', () => {
  it('take one run where none is refused', async () => {
    const { runs, run } = store(new Set());
    expect(await runApart(items, run)).toEqual(items.map((item) => item * 2));
    expect(runs).toEqual([items]);
    expect(await runApart([], store(new Set()).run)).toEqual([]);
  });

  it.each([
    ['one', new Set([617]), 21],
    ['three', new Set([0, 500, 999]), 61],
    ['every second', new Set(items.filter((item) => item % 2 === 0)), 1341],
    ['each', new Set(items), 1341],
  ])('of which %s is refused keep the others’ results, in a bounded number of runs', async (_, bad, atMost) => {
    const { runs, run } = store(bad);
    expect(await runApart(items, run)).toEqual(items.map((item) => (bad.has(item) ? badData : item * 2)));
    expect(runs.length).toBeLessThanOrEqual(atMost);
  });

  it('run four at once at most', async () => {
    let [running, most] = [0, 0];
    await runApart(items, async (some) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (some.length > 1) throw badData;
      return some;
    });
    expect(most).toBe(4);
  });

  it('all fail when it is no fault of theirs', async () => {
    const { runs, run } = store(new Set([3]), away);
    await expect(runApart(items, run)).rejects.toBe(away);
    expect(runs).toHaveLength(1);
  });

  it('keep what went through when a part fails for another reason', async () => {
    const few = items.slice(0, 20);
    const unexpected = new Error('unexpected');
    const { run } = store(new Set([1]));
    const ends = await runApart(few, async (some) => {
      if (some.length === 5 && some[0] === 5) throw unexpected;
      return run(some);
    });
    const isOfPart = (item: number) => item >= 5 && item < 10;
    expect(ends).toEqual(few.map((item) => (item === 1 ? badData : isOfPart(item) ? unexpected : item * 2)));
  });

  it('are not run any more once the database is away', async () => {
    const few = items.slice(0, 20);
    const { runs, run } = store(new Set([1]));
    const ends = await runApart(few, async (some) => {
      if (some.length === 5 && some[0] === 5) throw away;
      return run(some);
    });
    expect(ends.slice(0, 10)).toEqual(Array(10).fill(away));
    expect(runs.filter(({ length }) => length < 5)).toEqual([]);
  });

  it('are refused alone by whatever is said to be their fault', async () => {
    const tooDeep = new RangeError('Maximum call stack size exceeded');
    const ends = await runApart([1, 2], store(new Set([2]), tooDeep).run, (error) => error instanceof RangeError);
    expect(ends).toEqual([2, tooDeep]);
  });
});

describe('what is refused', () => {
  const few = items.slice(0, 20);

  it('is found', async () => {
    const ends = await findRefused(few, store(new Set([1])).run);
    expect(ends).toEqual(few.map((item) => (item === 1 ? badData : item * 2)));
  });

  it('is not answered when a part failed for another reason', async () => {
    const unexpected = new Error('unexpected');
    const { run } = store(new Set([1]));
    const failing = findRefused(few, async (some) => {
      if (some.length === 5 && some[0] === 5) throw unexpected;
      return run(some);
    });
    await expect(failing).rejects.toBe(unexpected);
  });
});
