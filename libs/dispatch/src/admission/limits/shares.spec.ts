import type { LimitedConfig } from './limited-config';
import { Shares } from './shares';

const shareMs = 10_000;

function configOf(id: string, maxConcurrent: number | null = 10): LimitedConfig {
  return { tenantId: `tenant of ${id}`, id, maxPerSecond: null, maxConcurrent };
}

/** Shares, the questions that they asked, and what other processes leave of every config's concurrency. */
function start() {
  const log: string[] = [];
  const failures: string[] = [];
  const world = { left: Infinity, answer: (_id: string): Promise<void> => Promise.resolve() };
  const shares = new Shares(
    {
      take: async ({ id }, needed) => {
        log.push(`${id} ${needed}`);
        await world.answer(id);
        return Math.min(needed, world.left);
      },
      end: async ({ id }) => void log.push(`${id} ended`),
    },
    ({ id }, error) => failures.push(`${id}: ${(error as Error).message}`),
  );
  const asked = () => log.splice(0);
  return { shares, world, asked, failures };
}

describe('the shares of a process in the concurrency of configs', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('are not asked for where there is no limit', async () => {
    const { shares, asked } = start();
    expect(await shares.acquire(configOf('c', null), 1_000)).toBe(1_000);
    expect(asked()).toEqual([]);
  });

  it('are asked for only when they are too small', async () => {
    const { shares, asked } = start();
    const config = configOf('c');
    expect(await shares.acquire(config, 4)).toBe(4);
    shares.release(config, 3);
    expect(await shares.acquire(config, 3)).toBe(3);
    expect(asked()).toEqual(['c 4']);
    expect(await shares.acquire(config, 1)).toBe(1);
    expect(asked()).toEqual(['c 5']);
  });

  it('never give out more than the limit, nor than others leave', async () => {
    const { shares, world, asked } = start();
    expect(await shares.acquire(configOf('c'), 12)).toBe(10);
    expect(await shares.acquire(configOf('c'), 1)).toBe(0);
    world.left = 2;
    expect(await shares.acquire(configOf('d'), 5)).toBe(2);
    expect(asked()).toEqual(['c 10', 'd 5']);
  });

  it('give out nothing more when the limit was lowered below what is in use', async () => {
    const { shares } = start();
    await shares.acquire(configOf('c', 10), 8);
    expect(await shares.acquire(configOf('c', 5), 1)).toBe(0);
    shares.release(configOf('c', 10), 4);
    expect(await shares.acquire(configOf('c', 5), 2)).toBe(1);
  });

  it('do not count what was acquired while there was no limit', async () => {
    const { shares } = start();
    await shares.acquire(configOf('c', 10), 10);
    shares.release(configOf('c', null), 10);
    expect(await shares.acquire(configOf('c', 10), 1)).toBe(0);
  });

  it('are asked for by one at a time, and never given out twice', async () => {
    const { shares, world } = start();
    world.left = 6;
    const taken = await Promise.all([4, 4, 4].map((wanted) => shares.acquire(configOf('c'), wanted)));
    expect(taken.reduce((sum, count) => sum + count)).toBe(6);
  });

  it('are renewed at the size in use, ended when idle, and then forgotten', async () => {
    const { shares, asked } = start();
    const config = configOf('c');
    await shares.acquire(config, 6);
    shares.release(config, 2);
    asked();
    shares.renew();
    expect(asked()).toEqual(['c 4']);
    await pass(0);
    shares.release(config, 4);
    shares.renew();
    expect(asked()).toEqual(['c ended']);
    await pass(0);
    shares.renew();
    shares.renew();
    expect(asked()).toEqual([]);
    expect(shares['shares'].size).toBe(0);
  });

  it('are asked for again when they are about to expire, though they are large enough', async () => {
    const { shares, asked } = start();
    const config = configOf('c');
    await shares.acquire(config, 4);
    shares.release(config, 4);
    await pass(shareMs - 2_501);
    await shares.acquire(config, 4);
    expect(asked()).toEqual(['c 4']);
    shares.release(config, 4);
    await pass(1);
    await shares.acquire(config, 4);
    expect(asked()).toEqual(['c 4']);
  });

  it('of one config are renewed while the database of another does not answer or refuses', async () => {
    const { shares, world, asked, failures } = start();
    for (const id of ['stuck', 'away', 'well']) await shares.acquire(configOf(id), 1);
    asked();
    world.answer = (id) => {
      if (id === 'stuck') return new Promise(() => undefined);
      return id === 'away' ? Promise.reject(new Error('connection refused')) : Promise.resolve();
    };
    shares.renew();
    await pass(0);
    shares.renew();
    await pass(0);
    // Whoever does not answer is not asked again.
    expect(asked()).toEqual(['stuck 1', 'away 1', 'well 1', 'away 1', 'well 1']);
    expect(failures).toEqual(['away: connection refused', 'away: connection refused']);
  });

  it('are asked for anew after a question that failed', async () => {
    const { shares, world } = start();
    world.answer = () => Promise.reject(new Error('connection refused'));
    await expect(shares.acquire(configOf('c'), 1)).rejects.toThrow('refused');
    world.answer = () => Promise.resolve();
    expect(await shares.acquire(configOf('c'), 1)).toBe(1);
  });

  it('are all left to others at the end, but for those that there are none of', async () => {
    const { shares, world, asked } = start();
    await shares.acquire(configOf('c'), 1);
    world.answer = () => Promise.reject(new Error('connection refused'));
    await shares.acquire(configOf('d'), 1).catch(() => undefined);
    asked();
    await shares.endAll();
    expect(asked()).toEqual(['c ended']);
  });
});
