import type { Lane } from '@errand/activities';
import type { DispatchConfig } from '@errand/tenants';
import type { Accounts, AttemptableAccount, LaneAccount } from './accounts.service';
import { Admission, isAdmitted } from './admission.service';
import type { Limits } from './limits/limits.service';

const lane: Lane = { tenantId: 'tenant', channel: 'SMS', pinnedConfigId: null };
const rest: Pick<LaneAccount, 'policy' | 'down' | 'weight' | 'reason'> = {
  policy: { maxAttempts: 3, baseDelayMs: 0, maxDelayMs: 0, onUncertain: 'retry' },
  down: [],
  weight: 1,
  reason: null,
};
const until = new Date(1_000);

function configOf(id: string, limits: Partial<DispatchConfig> = {}): DispatchConfig {
  return { tenantId: 'tenant', id, name: `name of ${id}`, maxPerSecond: null, maxConcurrent: null, ...limits } as never;
}

function sendable(config: DispatchConfig): LaneAccount & AttemptableAccount {
  return { ...rest, state: 'SENDABLE', config, account: {} as never };
}

/** Admission to a lane that is sent by `account`, whose config has `free` of its concurrency left. */
function start(account: LaneAccount, free = Infinity) {
  const taken: number[] = [];
  const released: string[] = [];
  const world = { account, wait: null as { until: Date | null } | null };
  const accounts: Pick<Accounts, 'of' | 'fresh'> = {
    of: async () => world.account,
    fresh: async () => world.account,
  };
  const limits: Pick<Limits, 'acquire' | 'release' | 'waitOf' | 'nextStart' | 'reserve'> = {
    acquire: async (_config, wanted) => {
      taken.push(wanted);
      return Math.min(wanted, free);
    },
    release: ({ id }, count) => void released.push(`${count} of ${id}`),
    waitOf: async () => world.wait,
    nextStart: async () => world.wait?.until ?? null,
    reserve: async (_config, count) => Array.from({ length: count }, () => until),
  };
  return { admission: new Admission(accounts as Accounts, limits as Limits), world, taken, released };
}

const config = configOf('config');
const refusals: [LaneAccount, object][] = [
  [
    { ...rest, state: 'TENANT_PAUSED' },
    { reason: 'TENANT_PAUSED', until: null, config: null },
  ],
  [
    { ...rest, state: 'PROVIDER_PAUSED', config },
    { reason: 'PROVIDER_PAUSED', until: null, config },
  ],
  [
    { ...rest, state: 'PROVIDER_DOWN', config, until },
    { reason: 'PROVIDER_DOWN', until, config },
  ],
  [
    { ...rest, state: 'PROVIDER_MISCONFIGURED', config },
    { reason: 'PROVIDER_MISCONFIGURED', until: null, config },
  ],
];

describe('admission', () => {
  it.each(refusals)('refuses a lane for the reason that its account has, whoever asks: %#', async (account, why) => {
    const { admission, taken } = start(account);
    expect(await admission.admit(lane, 5)).toEqual(why);
    expect(await admission.whyNotNow(lane)).toEqual(why);
    expect(await admission.whyNotSoon(lane)).toEqual(why);
    expect(taken).toEqual([]);
  });

  it('admits what is attempted only to fail, so that somebody is told', async () => {
    for (const account of [{ ...rest, state: 'MISSING' } as const, { ...rest, state: 'UNREADABLE', config } as const]) {
      const { admission } = start(account);
      expect(await admission.admit(lane, 5)).toEqual({ account, count: 5, isShort: false });
      expect(await admission.whyNotNow(lane)).toBeNull();
    }
  });

  it('admits as many as the concurrency has room for, and says when that was fewer', async () => {
    const account = sendable(configOf('config', { maxConcurrent: 3 }));
    expect(await start(account, 3).admission.admit(lane, 3)).toMatchObject({ count: 3, isShort: false });
    expect(await start(account, 2).admission.admit(lane, 3)).toMatchObject({ count: 2, isShort: true });
    expect(await start(account, 0).admission.admit(lane, 3)).toMatchObject({ reason: 'RATE_LIMIT', until: null });
  });

  it('takes no more concurrency than the rate will start soon, which is not being short of it', async () => {
    const { admission, taken } = start(sendable(configOf('config', { maxPerSecond: 50, maxConcurrent: 100 })));
    expect(await admission.admit(lane, 20)).toMatchObject({ count: 5, isShort: false });
    expect(taken).toEqual([5]);
  });

  it('lets nothing that waits for its time use the limits of a config meanwhile', async () => {
    for (const limits of [{ maxPerSecond: 1 }, { maxConcurrent: 1 }]) {
      const { admission, taken } = start(sendable(configOf('config', limits)));
      expect(isAdmitted(await admission.admit(lane, 1, true))).toBe(false);
      expect(taken).toEqual([]);
      expect(isAdmitted(await admission.admit(lane, 1))).toBe(true);
    }
    expect(isAdmitted(await start(sendable(config)).admission.admit(lane, 1, true))).toBe(true);
  });

  it('says when the rate allows the next start, and that the concurrency is in use', async () => {
    const { admission, world } = start(sendable(config));
    expect(await admission.whyNotNow(lane)).toBeNull();
    world.wait = { until };
    expect(await admission.whyNotNow(lane)).toEqual({ reason: 'RATE_LIMIT', until, config });
    expect(await admission.whyNotSoon(lane)).toEqual({ reason: 'RATE_LIMIT', until, config });
    world.wait = { until: null };
    expect(await admission.whyNotNow(lane)).toEqual({ reason: 'RATE_LIMIT', until: null, config });
    // What of it is free in this process, only who takes it finds out.
    expect(await admission.whyNotSoon(lane)).toBeNull();
  });

  it('gives no start where there is no config, and releases nothing of it', async () => {
    const { admission, released } = start({ ...rest, state: 'MISSING' });
    const account = { ...rest, state: 'MISSING' } as const;
    expect(await admission.starts(account, 2)).toBeNull();
    admission.release(account, 2);
    admission.release(sendable(config), 0);
    expect(released).toEqual([]);
    admission.release(sendable(config), 2);
    expect(released).toEqual(['2 of config']);
    expect(await admission.starts(sendable(config), 2)).toEqual([until, until]);
  });

  it('holds until the call as long as the config is the same, with what was changed in it', async () => {
    const admitted = sendable(config);
    const { admission, world } = start(admitted);
    const changed = sendable(configOf('config', { maxAttempts: 9 }));
    world.account = changed;
    expect(await admission.still(lane, admitted)).toBe(changed);
    world.account = sendable(configOf('other'));
    expect(await admission.still(lane, admitted)).toBeNull();
    world.account = { ...rest, state: 'TENANT_PAUSED' };
    expect(await admission.still(lane, admitted)).toBeNull();
  });
});
