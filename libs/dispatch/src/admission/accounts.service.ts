import { type Lane, laneKey } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Notifications } from '@errand/database';
import type { ProviderAccount } from '@errand/providers';
import { CONFIG_CHANNEL, type DispatchConfig, DispatchConfigs, Tenants, TENANTS_CHANNEL } from '@errand/tenants';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AttemptPolicy } from '../next-step';
import { Breaker } from './breaker/breaker.service';
import type { Outage } from './breaker/outages.sql';

/** A dispatch config that activities can be sent with. */
export interface SendableAccount {
  state: 'SENDABLE';
  config: DispatchConfig;
  account: ProviderAccount;
  policy: AttemptPolicy;
  /** The tenant's share among tenants that have work. */
  weight: number;
}

/** One whose credentials do not decrypt: an attempt fails. */
interface UnreadableAccount {
  state: 'UNREADABLE';
  config: DispatchConfig;
  policy: AttemptPolicy;
  weight: number;
}

/** A config whose breaker is open, to be probed when its time has come. */
export interface DownAccount {
  outage: Outage;
  via: SendableAccount;
}

/** What a lane's activities are sent with at the moment. */
export type LaneAccount = (
  | SendableAccount
  | UnreadableAccount
  /** No config for the channel: an attempt fails. */
  | { state: 'MISSING' }
  /** Somebody paused the tenant or every config: nothing is attempted. */
  | { state: 'TENANT_PAUSED' }
  | { state: 'PROVIDER_PAUSED'; config: DispatchConfig | null }
  /** Every active config is down or misconfigured: nothing is attempted but probes. */
  | { state: 'PROVIDER_DOWN'; config: DispatchConfig; until: Date }
  | { state: 'PROVIDER_MISCONFIGURED'; config: DispatchConfig }
) & {
  /** Also of what nothing is attempted with now: claims made before may end meanwhile. */
  policy: AttemptPolicy;
  down: DownAccount[];
  weight: number;
};

/** The states in which an activity is attempted, if only to fail. */
export type AttemptableAccount =
  SendableAccount | Extract<LaneAccount, { state: 'SENDABLE' | 'UNREADABLE' | 'MISSING' }>;

export function isAttemptable<Account extends LaneAccount | SendableAccount>(
  account: Account,
): account is Account & AttemptableAccount {
  return account.state === 'SENDABLE' || account.state === 'UNREADABLE' || account.state === 'MISSING';
}

/** The config that an attempt with the account is made by, and whose limits hold for it. */
export function configOf(account: AttemptableAccount): DispatchConfig | null {
  return account.state === 'MISSING' ? null : account.config;
}

/** How old a cached account may be when no notification said that it changed. */
const freshMs = 30_000;

interface CachedAccount {
  account: Promise<LaneAccount>;
  until: number;
}

/** What is known of one tenant, all of it forgotten together. */
interface TenantAccounts {
  lanes: Map<string, CachedAccount>;
  /** Its configs with their credentials opened, each version once, by config id. */
  opened: Map<string, SendableAccount>;
}

/**
 * Which dispatch config a tenant's channel uses now, with its credentials opened once per version. Changes are heard
 * through notifications, so that the answer is normally milliseconds old; a lost one costs 30 s. What nobody has asked
 * for in that time is forgotten, opened credentials first of all.
 */
@Injectable()
export class Accounts implements OnApplicationBootstrap {
  private readonly tenantAccounts = new Map<string, TenantAccounts>();
  private readonly changed = new Set<(tenantId: string | null) => void>();
  private sweepAt = 0;

  constructor(
    private readonly tenants: Tenants,
    private readonly configs: DispatchConfigs,
    private readonly breaker: Breaker,
    private readonly notifications: Notifications,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    // What this process itself learns of a provider holds for the next activity, not only when it hears of it.
    breaker.onChange((tenantId) => this.forget(tenantId));
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const channel of [CONFIG_CHANNEL, TENANTS_CHANNEL]) {
      await this.notifications.listen(channel, (tenantId) => this.forget(tenantId === '' ? null : tenantId));
    }
  }

  /** Calls `listener` after the configs, a breaker or the status of a tenant (null = possibly of all) changed. */
  onChange(listener: (tenantId: string | null) => void): void {
    this.changed.add(listener);
  }

  /** The account as it is stored at this moment. */
  async fresh(lane: Lane): Promise<LaneAccount> {
    this.tenantAccounts.get(lane.tenantId)?.lanes.delete(laneKey(lane));
    return this.of(lane);
  }

  async of(lane: Lane): Promise<LaneAccount> {
    const now = Date.now();
    const key = laneKey(lane);
    const known = this.tenantAccounts.get(lane.tenantId)?.lanes.get(key);
    if (known && known.until > now) return known.account;
    this.sweep(now);
    const ofTenant = this.tenantAccounts.get(lane.tenantId) ?? { lanes: new Map(), opened: new Map() };
    this.tenantAccounts.set(lane.tenantId, ofTenant);
    const entry: CachedAccount = { account: this.load(lane, ofTenant.opened), until: now + freshMs };
    ofTenant.lanes.set(key, entry);
    entry.account.catch(() => {
      if (ofTenant.lanes.get(key) === entry) ofTenant.lanes.delete(key);
    });
    return entry.account;
  }

  private forget(tenantId: string | null): void {
    if (tenantId === null) this.tenantAccounts.clear();
    else this.tenantAccounts.delete(tenantId);
    for (const listener of this.changed) listener(tenantId);
  }

  private sweep(now: number): void {
    if (now < this.sweepAt) return;
    this.sweepAt = now + freshMs;
    for (const [tenantId, { lanes }] of this.tenantAccounts) {
      for (const [key, { until }] of lanes) if (until <= now) lanes.delete(key);
      if (lanes.size === 0) this.tenantAccounts.delete(tenantId);
    }
  }

  private async load(lane: Lane, opened: Map<string, SendableAccount>): Promise<LaneAccount> {
    const { tenantId, channel, pinnedConfigId } = lane;
    const tenant = await this.tenants.get(tenantId);
    const { weight } = tenant.settings;
    const ofChannel = await this.configs.forDispatch(tenantId, channel);
    const configs = pinnedConfigId ? ofChannel.filter(({ id }) => id === pinnedConfigId) : ofChannel;
    const active = configs.filter(({ isActive }) => isActive);
    const [first] = active;
    const nothing = { policy: this.policyOf(first ?? configs[0] ?? null), down: [], weight };
    if (tenant.status === 'PAUSED') return { state: 'TENANT_PAUSED', ...nothing };
    if (configs.length === 0) return { state: 'MISSING', ...nothing };
    if (!first) return { state: 'PROVIDER_PAUSED', config: configs[0] ?? null, ...nothing };
    const outages = await this.breaker.outages(
      tenantId,
      active.map(({ id }) => id),
    );
    const accounts = active.map((config) => ({ outage: outages.get(config.id), via: this.open(config, weight, opened) }));
    const down = accounts.flatMap(({ outage, via }) =>
      outage?.kind === 'DOWN' && via.state === 'SENDABLE' ? [{ outage, via }] : [],
    );
    // The lowest priority number whose breaker is closed; the next one takes over while the first is down.
    const chosen = accounts.find(({ outage }) => !outage);
    if (chosen) return { ...chosen.via, down };
    const [soonest] = [...down].sort((a, b) => a.outage.probe_at.getTime() - b.outage.probe_at.getTime());
    if (!soonest) return { ...nothing, state: 'PROVIDER_MISCONFIGURED', config: first };
    return { ...nothing, state: 'PROVIDER_DOWN', config: soonest.via.config, until: soonest.outage.probe_at, down };
  }

  private open(
    config: DispatchConfig,
    weight: number,
    opened: Map<string, SendableAccount>,
  ): SendableAccount | UnreadableAccount {
    const policy = this.policyOf(config);
    const known = opened.get(config.id);
    if (known?.config.version === config.version) return known;
    try {
      const credentials = this.configs.openCredentials(config);
      const { id, baseUrl, settings } = config;
      const { dispatchTimeoutMs, outboundMaxTimeoutMs } = this.settings;
      const timeoutMs = Math.min(config.timeoutMs ?? dispatchTimeoutMs, outboundMaxTimeoutMs);
      const account = { id, baseUrl, credentials, settings, timeoutMs };
      const sendable: SendableAccount = { state: 'SENDABLE', config, account, policy, weight };
      opened.set(config.id, sendable);
      return sendable;
    } catch {
      return { state: 'UNREADABLE', config, policy, weight };
    }
  }

  private policyOf(config: DispatchConfig | null): AttemptPolicy {
    return {
      maxAttempts: config?.maxAttempts ?? this.settings.dispatchMaxAttempts,
      baseDelayMs: config?.baseDelayMs ?? this.settings.dispatchRetryBaseMs,
      maxDelayMs: config?.maxDelayMs ?? this.settings.dispatchRetryMaxMs,
      onUncertain: config?.onUncertain ?? 'retry',
    };
  }
}
