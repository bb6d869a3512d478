import { DueWork } from './due-work';

const clock = { now: () => new Date(), after: (ms: number) => new Date(Date.now() + ms) };

/** @param work takes a key and which piece of work of it this is; returns in how many ms it is due again, or null */
function start(work: (key: string, piece: number) => Promise<number | null>) {
  const startedAt = Date.now();
  const done: [key: string, ms: number][] = [];
  const failed: string[] = [];
  const due = new DueWork(
    clock,
    async (key) => {
      done.push([key, Date.now() - startedAt]);
      const nextMs = await work(key, done.filter(([other]) => other === key).length);
      return nextMs === null ? null : clock.after(nextMs);
    },
    (_error, key) => failed.push(key),
  );
  return { due, done, failed };
}

describe('work that comes due', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('is done when it is asked for, and again when it says', async () => {
    const { due, done } = start(async (_key, piece) => (piece < 3 ? 200 : null));
    due.now('a');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([
      ['a', 0],
      ['a', 200],
      ['a', 400],
    ]);
  });

  it('is done no later than anybody expects', async () => {
    const { due, done } = start(async () => null);
    due.within('a', 300);
    due.noLaterThan('a', clock.after(100));
    due.within('b', 200);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([
      ['a', 100],
      ['b', 200],
    ]);
  });

  it('that is due still is done again after a moment, not at once', async () => {
    const { due, done } = start(async (_key, piece) => (piece === 1 ? -5_000 : null));
    due.now('a');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([
      ['a', 0],
      ['a', 50],
    ]);
  });

  it('that fails is told of and done again after a second, and keeps no other from it', async () => {
    const { due, done, failed } = start(async (key, piece) => {
      if (key === 'fails' && piece === 1) throw new Error('no answer');
      return null;
    });
    due.now('fails');
    due.now('fine');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([
      ['fails', 0],
      ['fine', 0],
      ['fails', 1000],
    ]);
    expect(failed).toEqual(['fails']);
  });

  it('that fails again and again is done ever less often, however often it is asked for', async () => {
    const { due, done, failed } = start(async (key, piece) => {
      await Promise.resolve();
      // Somebody asks for it whenever it is at it, and every half second.
      due.now(key);
      throw new Error(`refused ${piece} times`);
    });
    const asking = setInterval(() => due.now('a'), 500);
    await jest.advanceTimersByTimeAsync(31_000);
    clearInterval(asking);
    expect(done.map(([, ms]) => ms)).toEqual([500, 1_500, 3_500, 7_500, 15_500]);
    expect(failed).toHaveLength(5);
  });

  it('forgets what was expected before it was done, and not what was heard of meanwhile', async () => {
    const { due, done } = start(async (key, piece) => {
      if (piece === 1) due.within(key, 300);
      return null;
    });
    due.within('a', 100);
    due.now('a');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([
      ['a', 0],
      ['a', 300],
    ]);
  });

  it('stops once what is being done is over, and nothing more is done', async () => {
    let end: (nextMs: number) => void = () => undefined;
    const { due, done } = start(() => new Promise((resolve) => (end = resolve)));
    due.now('a');
    due.within('b', 100);
    let isStopped = false;
    const stopped = due.stop().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(1_000);
    expect([due.signal.aborted, isStopped]).toEqual([true, false]);
    end(100);
    await stopped;
    due.now('c');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(done).toEqual([['a', 0]]);
  });
});
