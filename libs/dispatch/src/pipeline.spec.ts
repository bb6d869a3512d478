import type { Claim, ClaimedActivity, Lane, SettledAttempt } from '@errand/activities';
import { failure } from '@errand/providers';
import type { AttemptableAccount } from './admission/accounts.service';
import type { Admission, Admitted, NotNow } from './admission/admission.service';
import type { Attempt, MadeAttempt } from './attempt.service';
import type { Claims } from './claims.service';
import { type Holding, Holdings } from './holding';
import type { LateResolution, Resolved } from './late-resolution.service';
import { type End, type Line, Pipeline } from './pipeline';
import type { Leases } from './settlement/leases.service';
import type { Settlement } from './settlement/settlement.service';
import type { Settler } from './settlement/settler.service';
import type { Source } from './sources';

const lane: Lane = { tenantId: 'a', channel: 'SMS', pinnedConfigId: null };
const policy = { maxAttempts: 3, baseDelayMs: 0, maxDelayMs: 0, onUncertain: 'retry' } as const;
const account: AttemptableAccount = { state: 'MISSING', policy, down: [], weight: 1, reason: null };
const startedAt = new Date(0);

/** A pipeline whose steps go well unless a test says otherwise, and what became of the activities. */
function start({ pending = [] as string[], ids = ['a1'] } = {}) {
  const log: string[] = [];
  const ends: [string, End['end']][] = [];
  let allEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (allEnded = resolve));
  const settler: Pick<Settler, 'settle' | 'return'> = {
    settle: async () => true,
    return: async (_tenantId, { id }) => void log.push(`returned ${id}`),
  };
  const leases = { hold: () => undefined, isHeld: () => true, release: () => undefined } as unknown as Leases;
  const steps = {
    admit: async (): Promise<Admitted | NotNow> => ({ account, count: ids.length, isShort: false }),
    load: async () => undefined,
    starts: async (): Promise<Date[] | null> => null,
    resolve: async (holdings: readonly Holding[]): Promise<Resolved> => ({
      ...{ ready: [...holdings], unresolved: [], returned: [], lost: [] },
    }),
    turn: async (): Promise<{ end: () => void } | null> => ({ end: () => log.push('turn over') }),
    still: async (): Promise<AttemptableAccount | null> => account,
    call: async (): Promise<MadeAttempt> => ({
      ...{ startedAt, recipient: null, requestExcerpt: null },
      outcome: failure('TIMEOUT', 'late'),
    }),
    conclude: async (holding: Holding): Promise<SettledAttempt | null> => {
      const attempt = { id: holding.activity.id, trigger: 'ATTEMPT_FAILED' } as SettledAttempt;
      log.push(`settled ${attempt.id}`);
      await holding.settle(attempt);
      return attempt;
    },
  };
  const admission: Pick<Admission, 'admit' | 'starts' | 'still' | 'release'> = {
    admit: () => steps.admit(),
    starts: () => steps.starts(),
    still: () => steps.still(),
    release: () => undefined,
  };
  const holdings = new Holdings(leases, admission as Admission, settler as Settler);
  const claims: Pick<Claims, 'take' | 'load' | 'loadCarried' | 'dropCarried'> = {
    take: async ({ claim }, admitted) => holdings.hold(await claim(admitted.count), admitted, null),
    load: () => steps.load(),
    loadCarried: async () => true,
    dropCarried: () => undefined,
  };
  const pipeline = new Pipeline(
    admission as Admission,
    claims as Claims,
    { resolve: (held: Holding[]) => steps.resolve(held) } as unknown as LateResolution,
    { make: () => steps.call() } as unknown as Attempt,
    { conclude: (holding: Holding) => steps.conclude(holding) } as unknown as Settlement,
  );
  const never = new AbortController().signal;
  const line: Line = {
    turn: () => steps.turn(),
    resolving: () => undefined,
    ended: ({ activity }, { end }) => {
      if (ends.push([activity.id, end]) === ids.length) allEnded();
    },
    failed: (_lane, error) => log.push(`failed: ${error.message}`),
    ...{ stop: never, cut: never },
  };
  const activities = ids.map(
    (id) =>
      ({
        id,
        channel: 'SMS',
        pinned_config_id: null,
        has_pending_targets: pending.includes(id),
        is_large: false,
        pending_attributes: null,
      }) as ClaimedActivity,
  );
  const claim: Claim = { tenantId: 'a', token: 'token', claimedAt: 0, activities };
  const source: Source = { lane, wanted: ids.length, claim: async () => claim };
  return { steps, log, ends, run: () => pipeline.run(source, line), ended, holdings };
}

const fails = () => Promise.reject(new Error('the database is away'));

describe('the pipeline', () => {
  it('sees an activity from its claim to its outcome', async () => {
    const { run, ended, ends, log } = start();
    expect(await run()).toMatchObject({ claimed: 1, isFull: true, notNow: null });
    await ended;
    expect(log).toEqual(['turn over', 'settled a1']);
    expect(ends).toEqual([['a1', 'SETTLED']]);
  });

  it('claims nothing of a lane that is held, and says why', async () => {
    const { run, steps, ends } = start();
    const notNow: NotNow = { reason: 'TENANT_PAUSED', until: null, config: null };
    steps.admit = async () => notNow;
    expect(await run()).toMatchObject({ claimed: 0, notNow });
    expect(ends).toEqual([]);
  });

  it.each(['load', 'starts'] as const)('returns the whole claim when its step %s fails', async (step) => {
    const { run, steps, log, holdings } = start({ ids: ['a1', 'a2'] });
    steps[step] = fails;
    await expect(run()).rejects.toThrow('away');
    await holdings.idle();
    expect(log).toEqual(['returned a1', 'returned a2']);
  });

  it('returns an activity whose account cannot be read just before its call', async () => {
    const { run, steps, ended, ends, log } = start();
    steps.still = fails;
    await run();
    await ended;
    expect(log).toEqual(['failed: the database is away', 'turn over', 'returned a1']);
    expect(ends).toEqual([['a1', 'RETURNED']]);
  });

  it('returns what was paused, or whose process stops, while it waited for its turn', async () => {
    for (const step of ['still', 'turn'] as const) {
      const { run, steps, ended, ends, log } = start();
      steps[step] = async () => null;
      await run();
      await ended;
      expect(ends).toEqual([['a1', 'RETURNED']]);
      expect(log).toContain('returned a1');
    }
  });

  it('returns an activity whose call was given up, and frees its turn', async () => {
    const { run, steps, ended, ends, log } = start();
    steps.call = () => Promise.reject(new Error('aborted'));
    await run();
    await ended;
    expect(log).toEqual(['turn over', 'returned a1']);
    expect(ends).toEqual([['a1', 'RETURNED']]);
  });

  it('says so when the outcome is no longer its own to store', async () => {
    const { run, steps, ended, ends } = start();
    steps.conclude = async (holding) => {
      await holding.settle({ id: 'a1' } as SettledAttempt);
      return null;
    };
    await run();
    await ended;
    expect(ends).toEqual([['a1', 'LOST']]);
  });

  it('sends what needs nothing while others have something looked for', async () => {
    const { run, steps, ended, ends } = start({ ids: ['slow', 'quick'], pending: ['slow'] });
    let found: (resolved: Resolved) => void = () => undefined;
    let asked: readonly Holding[] = [];
    steps.resolve = (holdings) => {
      asked = holdings;
      return new Promise((resolve) => (found = resolve));
    };
    await run();
    await new Promise(setImmediate);
    expect(ends).toEqual([['quick', 'SETTLED']]);
    found({ ready: [...asked], unresolved: [], returned: [], lost: [] });
    await ended;
    expect(ends.at(-1)).toEqual(['slow', 'SETTLED']);
  });

  it('tells how each ended of what could not be found, was returned or lost', async () => {
    const ids = ['unresolved', 'returned', 'lost'];
    const { run, steps, ended, ends } = start({ ids, pending: ids });
    steps.resolve = async ([unresolved, returned, lost]) => {
      for (const holding of [unresolved, returned, lost]) holding?.letGo();
      const failed = { code: 'ATTRIBUTE_UNRESOLVED', message: 'no value' };
      const of = (holding: Holding | undefined) => (holding ? [holding] : []);
      return {
        ready: [],
        unresolved: of(unresolved).map((holding) => ({ holding, failure: failed as never })),
        ...{ returned: of(returned), lost: of(lost) },
      };
    };
    await run();
    await ended;
    expect(Object.fromEntries(ends)).toEqual({ unresolved: 'UNRESOLVED', returned: 'RETURNED', lost: 'LOST' });
  });
});
