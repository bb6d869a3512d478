import type { Lane } from '@errand/activities';
import { CallPool } from './call-pool';

const lane = (tenantId: string): Lane => ({ tenantId, channel: 'SMS', pinnedConfigId: null });

/** A pool whose calls end when the test says so. */
function startPool(concurrency: number, perLane: number, perTenant = concurrency) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const pool = new CallPool<string>({
    concurrency,
    perLane,
    perTenant,
    run: (work) => {
      started.push(work);
      return new Promise((resolve) => ends.set(work, resolve));
    },
    onProgress: () => undefined,
  });
  const end = async (work: string) => {
    ends.get(work)?.();
    await new Promise(setImmediate);
  };
  return { pool, started, end };
}

describe('the call pool', () => {
  it('runs no more at once than its concurrency', async () => {
    const { pool, started, end } = startPool(2, 2);
    pool.add(lane('a'), ['a1', 'a2', 'a3']);
    expect(started).toEqual(['a1', 'a2']);
    await end('a1');
    expect(started).toEqual(['a1', 'a2', 'a3']);
  });

  it('lets tenants take turns, however much one of them has waiting', async () => {
    const { pool, started, end } = startPool(1, 1);
    pool.add(lane('big'), ['b1', 'b2', 'b3', 'b4']);
    pool.add(lane('small'), ['s1']);
    for (const work of ['b1', 'b2', 's1', 'b3']) {
      expect(started.at(-1)).toBe(work);
      await end(work);
    }
  });

  it('lets a tenant of weight 2 start twice as often', async () => {
    const { pool, started, end } = startPool(1, 1);
    pool.add(lane('first'), ['f1']);
    pool.add(lane('heavy'), ['h1', 'h2', 'h3', 'h4'], 2);
    pool.add(lane('light'), ['l1', 'l2']);
    for (const work of ['f1', 'h1', 'h2', 'l1', 'h3', 'h4', 'l2']) {
      expect(started.at(-1)).toBe(work);
      await end(work);
    }
  });

  it('gives a tenant no larger share for having more channels', async () => {
    const { pool, started, end } = startPool(1, 1);
    pool.add(lane('first'), ['f1']);
    pool.add(lane('one'), ['o1', 'o2']);
    for (const channel of ['EMAIL', 'PUSH', 'WHATSAPP'] as const)
      pool.add({ tenantId: 'many', channel, pinnedConfigId: null }, [channel]);
    for (const work of ['f1', 'o1', 'EMAIL', 'o2', 'PUSH', 'WHATSAPP']) {
      expect(started.at(-1)).toBe(work);
      await end(work);
    }
  });

  it('gives a lane whose calls hang its own share of the slots and no more', () => {
    const { pool, started } = startPool(4, 2);
    pool.add(lane('hangs'), ['h1', 'h2', 'h3']);
    pool.add(lane('quick'), ['q1', 'q2']);
    expect(started).toEqual(['h1', 'h2', 'q1', 'q2']);
    expect(pool.waitingOf(lane('hangs'))).toBe(1);
  });

  it('keeps a slot for others when all channels of a tenant hang', () => {
    const { pool, started } = startPool(4, 2, 3);
    for (const channel of ['EMAIL', 'PUSH'] as const)
      pool.add({ tenantId: 'hangs', channel, pinnedConfigId: null }, ['h', 'h']);
    pool.add(lane('other'), ['o1']);
    expect(started).toEqual(['h', 'h', 'h', 'o1']);
  });

  it('takes back what has not begun and says when the rest has ended', async () => {
    const { pool, end } = startPool(1, 1);
    pool.add(lane('a'), ['a1', 'a2', 'a3']);
    expect(pool.drain()).toEqual(['a2', 'a3']);
    expect(pool.waiting).toBe(0);
    const idle = pool.idle();
    await end('a1');
    await idle;
  });
});
