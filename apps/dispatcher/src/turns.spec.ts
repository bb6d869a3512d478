import type { Lane } from '@errand/activities';
import type { Turn } from '@errand/dispatch';
import { type TurnOptions, Turns } from './turns';

const lane = (tenantId: string, channel: Lane['channel'] = 'SMS'): Lane => ({
  tenantId,
  channel,
  pinnedConfigId: null,
});

const running: Turns[] = [];

/** Turns whose calls end when the test says so, timed by a clock that it sets. */
function startTurns(options: Partial<TurnOptions>) {
  const started: string[] = [];
  const turns = new Map<string, Turn>();
  const clock = { now: 0 };
  const queue = new Turns({
    ...{ concurrency: 4, perLane: 4, perTenant: 4, lingerMs: 250, mostLingering: 100, startsALoop: 100 },
    ...{ now: () => clock.now, onProgress: () => undefined },
    ...options,
  });
  running.push(queue);
  const add = async (place: Lane, calls: string[], weight = 1) => {
    for (const call of calls) {
      void queue.take(place, weight).then((turn) => {
        if (!turn) return;
        started.push(call);
        turns.set(call, turn);
      });
    }
    await settled();
  };
  const end = async (...calls: string[]) => {
    for (const call of calls) turns.get(call)?.end();
    await settled();
  };
  return { queue, started, add, end, clock };
}

const settled = () => new Promise(setImmediate);
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

describe('turns to call', () => {
  // Those that look again when a call has lingered would do so for ever, as their clock stands still.
  afterEach(() => running.splice(0).forEach((queue) => queue.stop()));

  it('lets no more run at once than the concurrency', async () => {
    const { started, add, end } = startTurns({ concurrency: 2 });
    await add(lane('a'), ['a1', 'a2', 'a3']);
    expect(started).toEqual(['a1', 'a2']);
    await end('a1');
    expect(started).toEqual(['a1', 'a2', 'a3']);
  });

  it('starts a few in one turn of the event loop, and goes on in the next', async () => {
    const { started, add } = startTurns({ concurrency: 10, perLane: 10, perTenant: 10, startsALoop: 2 });
    const seen: number[] = [];
    const adding = add(lane('a'), names('a', 5));
    await new Promise<void>((resolve) => process.nextTick(resolve));
    for (let loop = 0; loop < 3; loop += 1) {
      seen.push(started.length);
      await settled();
    }
    await adding;
    expect(seen).toEqual([2, 4, 5]);
  });

  it('lets tenants take turns, however much one of them has waiting', async () => {
    const { started, add, end } = startTurns({ concurrency: 1 });
    await add(lane('big'), ['b1', 'b2', 'b3', 'b4']);
    await add(lane('small'), ['s1']);
    for (const call of ['b1', 'b2', 's1', 'b3']) {
      expect(started.at(-1)).toBe(call);
      await end(call);
    }
  });

  it('lets a tenant of weight 2 start twice as often', async () => {
    const { started, add, end } = startTurns({ concurrency: 1 });
    await add(lane('first'), ['f1']);
    await add(lane('heavy'), ['h1', 'h2', 'h3', 'h4'], 2);
    await add(lane('light'), ['l1', 'l2']);
    for (const call of ['f1', 'h1', 'h2', 'l1', 'h3', 'h4', 'l2']) {
      expect(started.at(-1)).toBe(call);
      await end(call);
    }
  });

  it('gives a tenant no larger share for having more channels', async () => {
    const { started, add, end } = startTurns({ concurrency: 1 });
    await add(lane('first'), ['f1']);
    await add(lane('one'), ['o1', 'o2']);
    for (const channel of ['EMAIL', 'PUSH', 'WHATSAPP'] as const) await add(lane('many', channel), [channel]);
    for (const call of ['f1', 'o1', 'EMAIL', 'o2', 'PUSH', 'WHATSAPP']) {
      expect(started.at(-1)).toBe(call);
      await end(call);
    }
  });

  it('gives a lane whose calls hang its own share and no more', async () => {
    const { queue, started, add } = startTurns({ perLane: 2 });
    await add(lane('hangs'), ['h1', 'h2', 'h3']);
    await add(lane('quick'), ['q1', 'q2']);
    expect(started).toEqual(['h1', 'h2', 'q1', 'q2']);
    expect(queue.waitingOf(lane('hangs'))).toBe(1);
  });

  it('keeps a turn for others when all channels of a tenant hang', async () => {
    const { started, add } = startTurns({ perLane: 2, perTenant: 3 });
    for (const channel of ['EMAIL', 'PUSH'] as const) await add(lane('hangs', channel), ['h', 'h']);
    await add(lane('other'), ['o1']);
    expect(started).toEqual(['h', 'h', 'h', 'o1']);
  });

  it('lets others start once calls that hang have taken all turns for a quarter of a second', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
    try {
      const { started, add, clock } = startTurns({ perLane: 2, mostLingering: 20 });
      await add(lane('hangs'), names('h', 5));
      await add(lane('hangs too'), names('t', 5));
      await add(lane('healthy'), ['ok']);
      expect(started).toHaveLength(4);
      clock.now = 250;
      jest.advanceTimersByTime(250);
      await settled();
      expect(started).toEqual(['h1', 'h2', 't1', 't2', 'ok']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('lets each lane have the fewer calls open the more of them hang, but never none', async () => {
    const { queue, started, add, end, clock } = startTurns({
      concurrency: 40,
      perLane: 40,
      perTenant: 40,
      mostLingering: 80,
    });
    const openOf = new Map<string, number>();
    for (const tenant of names('t', 12)) {
      await add(lane(tenant), names(tenant, 50));
      openOf.set(tenant, 50 - queue.waitingOf(lane(tenant)));
      clock.now += 250;
    }
    const open = [...openOf.values()];
    expect(open.slice(0, 2)).toEqual([40, 5]);
    expect(open).toEqual([...open].sort((a, b) => b - a));
    expect(open.at(-1)).toBe(1);
    await add(lane('healthy'), ['ok']);
    expect(started).toContain('ok');
    // One that hung and ended makes room for one of those that have fewer open than they may, not for its own lane's.
    const waiting = queue.waitingOf(lane('t1'));
    await end('t11');
    expect(queue.waitingOf(lane('t1'))).toBe(waiting);
  });

  it('counts a call that hung and ended no longer', async () => {
    const { started, add, end, clock } = startTurns({ concurrency: 1, perLane: 1, mostLingering: 4 });
    await add(lane('a'), ['a1', 'a2']);
    clock.now = 250;
    await add(lane('b'), ['b1']);
    expect(started).toEqual(['a1', 'b1']);
    await end('a1', 'b1');
    expect(started).toEqual(['a1', 'b1', 'a2']);
  });

  it('gives nobody who waits a turn once it has stopped', async () => {
    const { queue, started, add, end } = startTurns({ concurrency: 1 });
    await add(lane('a'), ['a1', 'a2', 'a3']);
    queue.stop();
    expect(queue.waiting).toBe(0);
    await end('a1');
    expect(started).toEqual(['a1']);
    expect(await queue.take(lane('a'), 1)).toBeNull();
  });
});
