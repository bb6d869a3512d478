import type { Lane } from '@errand/activities';
import type { ProviderAccounts } from '@errand/callbacks';
import type { Settings } from '@errand/config';
import { SealedSecretError } from '@errand/crypto';
import type { Notifications } from '@errand/database';
import type { DispatchConfig, DispatchConfigs, Tenants } from '@errand/tenants';
import { Accounts } from './accounts.service';
import type { Breaker } from './breaker/breaker.service';
import type { Outage } from './breaker/outages.sql';

const settings = {
  ...{ dispatchMaxAttempts: 3, dispatchRetryBaseMs: 1_000, dispatchRetryMaxMs: 60_000 },
} as Settings;
const lane: Lane = { tenantId: 'tenant', channel: 'SMS', pinnedConfigId: null };

function configOf(id: string, details: Partial<DispatchConfig> = {}): DispatchConfig {
  return { id, tenantId: 'tenant', baseUrl: null, settings: {}, isActive: true, ...details } as DispatchConfig;
}

function outage(id: string, probeAt: number, kind: Outage['kind'] = 'DOWN'): [string, Outage] {
  return [id, { dispatch_config_id: id, kind, probe_at: new Date(probeAt) } as Outage];
}

/** The accounts of a tenant with these configs, in the order of their priority. */
async function start(...all: DispatchConfig[]) {
  const world = {
    status: 'ACTIVE',
    configs: all,
    outages: new Map<string, Outage>(),
    unreadable: new Set<string>(),
    opening: undefined as Promise<void> | undefined,
    /** A breaker of the tenant's changed in this process. */
    change: () => undefined as void,
    notify: (_payload: string) => undefined as void,
  };
  const tenants = { get: async () => ({ status: world.status, settings: { weight: 2 } }) };
  const configs = {
    forDispatch: async () => world.configs,
  };
  const providerAccounts = {
    open: async ({ id }: DispatchConfig) => {
      if (world.unreadable.has(id)) throw new SealedSecretError('UNKNOWN_KEY', 'another key');
      return { id, credentials: { apiKey: `key of ${id}` } };
    },
  };
  const breaker = {
    outages: async () => world.outages,
    whileOpening: () => world.opening,
    onChange: (listener: (tenantId: string) => void) => (world.change = () => listener('tenant')),
  };
  const notifications = {
    listen: async (_channel: string, handler: (payload: string) => void) => void (world.notify = handler),
  };
  const accounts = new Accounts(
    tenants as unknown as Tenants,
    configs as unknown as DispatchConfigs,
    providerAccounts as unknown as ProviderAccounts,
    breaker as unknown as Breaker,
    notifications as unknown as Notifications,
    settings,
  );
  await accounts.onApplicationBootstrap();
  return { accounts, world };
}

describe('the account of a lane', () => {
  it('is its first active config, with its credentials opened and the operator’s policy where it has none', async () => {
    const { accounts } = await start(configOf('paused', { isActive: false }), configOf('first'), configOf('second'));
    expect(await accounts.of(lane)).toMatchObject({
      state: 'SENDABLE',
      account: { id: 'first', credentials: { apiKey: 'key of first' } },
      policy: { maxAttempts: 3, baseDelayMs: 1_000, maxDelayMs: 60_000, onUncertain: 'retry' },
      down: [],
      weight: 2,
      reason: 'PRIORITY',
    });
  });

  it('has the config’s own policy', async () => {
    const own = { maxAttempts: 7, baseDelayMs: 5, maxDelayMs: 50, onUncertain: 'fail' } as const;
    const { accounts } = await start(configOf('own', own));
    expect(await accounts.of(lane)).toMatchObject({ policy: own });
  });

  it('is the pinned config alone where there is one', async () => {
    const { accounts, world } = await start(configOf('first'), configOf('second'));
    const pinned = { ...lane, pinnedConfigId: 'second' };
    expect(await accounts.of(pinned)).toMatchObject({ account: { id: 'second' }, reason: 'PINNED' });
    world.outages = new Map([outage('second', 5)]);
    expect(await accounts.fresh(pinned)).toMatchObject({
      state: 'PROVIDER_DOWN',
      config: { id: 'second' },
      reason: null,
    });
  });

  it('is missing, paused or unreadable', async () => {
    expect(await (await start()).accounts.of(lane)).toMatchObject({ state: 'MISSING', policy: { maxAttempts: 3 } });
    const paused = configOf('paused', { isActive: false, maxAttempts: 5 });
    expect(await (await start(paused)).accounts.of(lane)).toMatchObject({
      state: 'PROVIDER_PAUSED',
      config: { id: 'paused' },
      policy: { maxAttempts: 5 },
    });
    const { accounts, world } = await start(configOf('first'));
    world.unreadable.add('first');
    expect(await accounts.of(lane)).toMatchObject({ state: 'UNREADABLE', config: { id: 'first' } });
    world.status = 'PAUSED';
    expect(await accounts.fresh(lane)).toMatchObject({ state: 'TENANT_PAUSED' });
  });

  it('is the next config while the first is down, which is probed', async () => {
    const { accounts, world } = await start(configOf('first'), configOf('second'));
    world.outages = new Map([outage('first', 5)]);
    const account = await accounts.of(lane);
    expect(account).toMatchObject({ state: 'SENDABLE', account: { id: 'second' }, reason: 'FAILOVER' });
    expect(account.down.map(({ via }) => via.account.id)).toEqual(['first']);
  });

  it('is down until the first probe of any of its configs', async () => {
    const { accounts, world } = await start(configOf('first'), configOf('second'), configOf('third'));
    world.outages = new Map([outage('first', 9), outage('second', 5), outage('third', 1, 'MISCONFIGURED')]);
    const account = await accounts.of(lane);
    expect(account).toMatchObject({ state: 'PROVIDER_DOWN', config: { id: 'second' }, until: new Date(5) });
    expect(account.down.map(({ via }) => via.account.id)).toEqual(['first', 'second']);
  });

  it('is misconfigured when no config is left that a probe could bring back', async () => {
    const { accounts, world } = await start(configOf('first'), configOf('second'));
    world.unreadable.add('second');
    world.outages = new Map([outage('first', 5, 'MISCONFIGURED'), outage('second', 5)]);
    expect(await accounts.of(lane)).toMatchObject({
      state: 'PROVIDER_MISCONFIGURED',
      config: { id: 'first' },
      down: [],
    });
  });

  it('is read again once its configs or a breaker changed, and not before', async () => {
    const { accounts, world } = await start(configOf('first'));
    const idNow = async () => (await accounts.of(lane)) as { config?: { id: string } };
    await idNow();
    world.configs = [configOf('second')];
    expect(await idNow()).toMatchObject({ config: { id: 'first' } });
    world.notify('tenant');
    expect(await idNow()).toMatchObject({ config: { id: 'second' } });
    world.configs = [configOf('third')];
    world.change();
    expect(await idNow()).toMatchObject({ config: { id: 'third' } });
  });

  it('is not told while its breaker is being opened', async () => {
    const { accounts, world } = await start(configOf('first'));
    await accounts.of(lane);
    let opened: () => void = () => undefined;
    world.opening = new Promise((resolve) => (opened = resolve));
    const account = accounts.of(lane);
    world.outages = new Map([outage('first', 5)]);
    await new Promise(setImmediate);
    world.change();
    opened();
    expect(await account).toMatchObject({ state: 'PROVIDER_DOWN' });
  });
});
