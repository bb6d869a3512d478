import type { Lane, Lifecycle, Results, SettledAttempt, UnusedClaim, WorkSignal } from '@errand/activities';
import type { ProviderEvents } from '@errand/callbacks';
import type { ProviderRegistry } from '@errand/providers';
import type { Logger } from '@errand/telemetry';
import { Settler } from './settler.service';

const silent = { warn: () => undefined, error: () => undefined } as unknown as Logger;

function attemptOf(id: string, details: Partial<SettledAttempt> = {}): SettledAttempt {
  return {
    ...{ id, token: `token of ${id}`, trigger: 'ACCEPTED', next_attempt_at: null, expired_by: null, attempt: 1 },
    ...{ dispatch_config_id: null, provider_code: null, provider_activity_id: null, started_at: new Date(0) },
    ...{ duration_ms: 1, http_status: 200, disposition: 'ACCEPTED', error_code: null, provider_error_code: null },
    ...{ error_message: null, response_body: null, request_excerpt: null, recipient: null },
    ...details,
  };
}

const laneOf = (tenantId: string): Lane => ({ tenantId, channel: 'SMS', pinnedConfigId: null });

/** What the settler writes to: a database that takes, refuses or is away, as the test says. */
class Store {
  readonly settled: { tenantId: string; attempts: SettledAttempt[] }[] = [];
  readonly returned: { tenantId: string; claims: readonly UnusedClaim[] }[] = [];
  readonly applied: string[][] = [];
  /** Provider ids for which it looked whether something was told before. */
  readonly calledBack: (string | null)[] = [];
  readonly announced: string[] = [];
  /** Called before anything is written; throws to refuse it. */
  refuse: (tenantId: string, attempts: SettledAttempt[]) => void = () => undefined;
  /** Whose leases have passed to another process. */
  lost = new Set<string>();
  /** Nothing is settled before. */
  waiting: Promise<void> | undefined;

  settler(): Settler {
    const lifecycle: Pick<Lifecycle, 'settle' | 'returnClaims'> = {
      settle: async (tenantId, attempts) => {
        const ids = attempts.map(({ id }) => id);
        await this.waiting;
        this.refuse(tenantId, attempts);
        this.settled.push({ tenantId, attempts });
        return new Set(ids.filter((id) => !this.lost.has(id)));
      },
      returnClaims: async (tenantId, claims) => {
        this.refuse(tenantId, []);
        this.returned.push({ tenantId, claims });
      },
    };
    const results: Pick<Results, 'applyHeld'> = {
      applyHeld: async (_tenantId, ids) => void this.applied.push(ids),
    };
    const workSignal: Pick<WorkSignal, 'announce'> = {
      announce: (tenantId, queued) => void this.announced.push(`${tenantId} ${queued?.channel ?? 'later'}`),
    };
    const events: Pick<ProviderEvents, 'applyWaiting'> = {
      applyWaiting: async (_tenantId, places) =>
        void this.calledBack.push(...places.map((place) => place.provider_activity_id)),
    };
    const registry = { get: (code: string) => (code === 'CALLS' ? { readCallback: () => undefined } : {}) };
    return new Settler(
      lifecycle as Lifecycle,
      results as Results,
      events as ProviderEvents,
      registry as unknown as ProviderRegistry,
      workSignal as WorkSignal,
      silent,
    );
  }
}

const badData = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
const away = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });

/** A store that settles nothing until `goOn`, in a time that stands still but for what an outcome waits for company. */
function busyStore() {
  jest.useFakeTimers();
  const store = new Store();
  const settler = store.settler();
  let goOn = (): void => undefined;
  store.waiting = new Promise((resolve) => (goOn = resolve));
  let count = 0;
  const settle = async (...sizes: number[]) => {
    for (const size of sizes) {
      for (let n = 0; n < size; n += 1) void settler.settle('a', attemptOf(`a${count++}`));
      await jest.advanceTimersByTimeAsync(4);
    }
  };
  return { store, settle, goOn: () => goOn() };
}

describe('the settler', () => {
  afterEach(() => jest.useRealTimers());

  it('stores what ends together in one statement for each tenant', async () => {
    const store = new Store();
    const settler = store.settler();
    const settling = ['a1', 'a2'].map((id) => settler.settle('a', attemptOf(id)));
    await Promise.all([...settling, settler.settle('b', attemptOf('b1'))]);
    expect(store.settled.map(({ tenantId, attempts }) => [tenantId, attempts.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('stores what ends while two statements of the tenant are under way in one more', async () => {
    const { store, settle, goOn } = busyStore();
    await settle(200, 200, 90, 60);
    goOn();
    await jest.advanceTimersByTimeAsync(0);
    expect(store.settled.map(({ attempts }) => attempts.length)).toEqual([200, 200, 150]);
  });

  it('waits for statements that are stuck no longer than 20 ms', async () => {
    const { store, settle } = busyStore();
    await settle(200, 200);
    store.waiting = undefined;
    await settle(90);
    expect(store.settled).toEqual([]);
    await jest.advanceTimersByTimeAsync(20);
    expect(store.settled.map(({ attempts }) => attempts.length)).toEqual([90]);
  });

  it('says whose lease had passed to another process, and applies results to the others only', async () => {
    const store = new Store();
    store.lost.add('a2');
    const settler = store.settler();
    const settling = ['a1', 'a2'].map((id) => settler.settle('a', attemptOf(id)));
    expect(await Promise.all(settling)).toEqual([true, false]);
    await settler.onModuleDestroy();
    expect(store.applied).toEqual([['a1']]);
  });

  it('looks for what providers told before, where they call back, and for nothing else', async () => {
    const store = new Store();
    store.lost.add('a3');
    const settler = store.settler();
    const called = (id: string, code: string) =>
      attemptOf(id, { dispatch_config_id: 'c', provider_code: code, provider_activity_id: `id of ${id}` });
    const attempts = [called('a1', 'CALLS'), called('a2', 'QUIET'), called('a3', 'CALLS'), attemptOf('a4')];
    await Promise.all(attempts.map((attempt) => settler.settle('a', attempt)));
    await settler.onModuleDestroy();
    expect(store.calledBack).toEqual(['id of a1']);
  });

  it('keeps two ends of one activity in two statements, since one cannot tell which counts', async () => {
    const store = new Store();
    const settler = store.settler();
    await Promise.all([settler.settle('a', attemptOf('a1')), settler.settle('a', attemptOf('a1', { token: 'newer' }))]);
    expect(store.settled.map(({ attempts }) => attempts.map(({ token }) => token))).toEqual([
      ['token of a1'],
      ['newer'],
    ]);
  });

  it('tries again while the database is away, and drops nothing', async () => {
    const store = new Store();
    let failures = 0;
    store.refuse = () => {
      if (failures++ < 2) throw away;
    };
    const settler = store.settler();
    expect(await settler.settle('a', attemptOf('a1'))).toBe(true);
    expect(failures).toBe(3);
  });

  it('does the same for claims that are returned', async () => {
    const store = new Store();
    let failures = 0;
    store.refuse = () => {
      if (failures++ < 2) throw away;
    };
    const settler = store.settler();
    await Promise.all(['a1', 'a2'].map((id) => settler.return(laneOf('a'), { id, token: 't', waitedUntil: null })));
    expect(store.returned.map(({ claims }) => claims.map(({ id }) => id))).toEqual([['a1', 'a2']]);
    // Not before they are where others can find them.
    expect(store.announced).toEqual(['a SMS', 'a later']);
  });

  it('stores the others when one outcome is refused, and that one without the provider’s text', async () => {
    const store = new Store();
    store.refuse = (_tenantId, attempts) => {
      if (attempts.some(({ id, response_body }) => id === 'bad' && response_body !== null)) throw badData;
    };
    const settler = store.settler();
    const outcomes = ['a1', 'bad', 'a2'].map((id) => settler.settle('a', attemptOf(id, { response_body: 'text' })));
    expect(await Promise.all(outcomes)).toEqual([true, true, true]);
    const stored = store.settled.flatMap(({ attempts }) => attempts);
    expect(stored.find(({ id }) => id === 'a2')?.response_body).toBe('text');
  });

  it('lets one tenant’s outcomes through while another’s node is away', async () => {
    const store = new Store();
    let isAway = true;
    store.refuse = (tenantId) => {
      if (tenantId === 'a' && isAway) throw away;
    };
    const settler = store.settler();
    const ofA = settler.settle('a', attemptOf('a1'));
    const returned = settler.return(laneOf('a'), { id: 'a2', token: 't', waitedUntil: null });
    expect(await settler.settle('b', attemptOf('b1'))).toBe(true);
    await settler.return(laneOf('b'), { id: 'b2', token: 't', waitedUntil: null });
    isAway = false;
    expect(await ofA).toBe(true);
    await returned;
  });

  it('makes calls wait once too many outcomes are not stored yet', async () => {
    const store = new Store();
    const settler = store.settler();
    const settling = settler.settle('a', attemptOf('a1'));
    let isThereRoom = false;
    const room = settler.room('a', 1)?.then(() => (isThereRoom = true));
    await Promise.resolve();
    expect(isThereRoom).toBe(false);
    await settling;
    await room;
    expect(isThereRoom).toBe(true);
    expect(settler.room('a', 1)).toBeUndefined();
    expect(settler.room('b', 1)).toBeUndefined();
  });

  it('stores what is waiting when it stops, and leaves to its lease what is refused twice', async () => {
    const store = new Store();
    store.refuse = (tenantId) => {
      if (tenantId === 'gone') throw away;
    };
    const settler = store.settler();
    const settling = [settler.settle('a', attemptOf('a1')), settler.settle('gone', attemptOf('g1'))];
    await settler.onModuleDestroy();
    expect(await Promise.all(settling)).toEqual([true, false]);
  });
});
