import { type Lane, laneKey } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Notifications } from '@errand/database';
import type { RetryPolicy } from '@errand/outbound';
import type { ProviderAccount } from '@errand/providers';
import { CONFIG_CHANNEL, type DispatchConfig, DispatchConfigs, Tenants, TENANTS_CHANNEL } from '@errand/tenants';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Breaker } from './breaker/breaker.service';
import type { Outage } from './breaker/outages.sql';

/** A dispatch config that activities can be sent with. */
export interface SendableAccount {
  state: 'SENDABLE';
  config: DispatchConfig;
  account: ProviderAccount;
  retry: RetryPolicy;
}

/** One whose credentials do not decrypt: an attempt fails. */
interface UnreadableAccount {
  state: 'UNREADABLE';
  config: DispatchConfig;
  retry: RetryPolicy;
}

/** What a lane's activities are sent with at the moment. */
export type LaneAccount = (
  | SendableAccount
  | UnreadableAccount
  /** No config for the channel: an attempt fails. */
  | { state: 'MISSING' }
  /** Somebody paused the tenant or every config: nothing is attempted. */
  | { state: 'TENANT_PAUSED' }
  | { state: 'PROVIDER_PAUSED' }
  /** Every active config's breaker is open: nothing is attempted but probes. */
  | { state: 'PROVIDER_DOWN'; until: Date }
) & {
  /** Also of what is held now: claims made before may end meanwhile. */
  retry: RetryPolicy;
  /** Configs whose breaker is open, each to be probed when its time has come. */
  down: { outage: Outage; via: SendableAccount }[];
  /** The tenant's share among tenants that have work. */
  weight: number;
};

/** The states in which an activity is attempted, if only to fail. */
export type AttemptableAccount =
  SendableAccount | Extract<LaneAccount, { state: 'SENDABLE' | 'UNREADABLE' | 'MISSING' }>;

export function isAttemptable(account: LaneAccount | SendableAccount): account is AttemptableAccount {
  return account.state === 'SENDABLE' || account.state === 'UNREADABLE' || account.state === 'MISSING';
}

/** How old a cached account may be when no notification said that it changed. */
const freshMs = 30_000;

/**
 * Which dispatch config a tenant's channel uses now, with its credentials opened once per version. Changes are heard
 * through notifications, so that the answer is normally milliseconds old; a lost one costs 30 s.
 */
@Injectable()
export class Accounts implements OnApplicationBootstrap {
  private readonly lanes = new Map<string, Map<string, { account: Promise<LaneAccount>; until: number }>>();
  /** One version of each config with its credentials opened. */
  private readonly opened = new Map<string, SendableAccount>();
  private readonly changed = new Set<(tenantId: string | null) => void>();

  constructor(
    private readonly tenants: Tenants,
    private readonly configs: DispatchConfigs,
    private readonly breaker: Breaker,
    private readonly notifications: Notifications,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const channel of [CONFIG_CHANNEL, TENANTS_CHANNEL]) {
      await this.notifications.listen(channel, (tenantId) => this.forget(tenantId === '' ? null : tenantId));
    }
  }

  /** Calls `listener` after the configs or the status of a tenant (null = possibly of all) changed. */
  onChange(listener: (tenantId: string | null) => void): void {
    this.changed.add(listener);
  }

  /** The account as it is stored at this moment. */
  async fresh(lane: Lane): Promise<LaneAccount> {
    this.lanes.get(lane.tenantId)?.delete(laneKey(lane));
    return this.of(lane);
  }

  async of(lane: Lane): Promise<LaneAccount> {
    const { tenantId } = lane;
    const key = laneKey(lane);
    const ofTenant = this.lanes.get(tenantId) ?? new Map<string, { account: Promise<LaneAccount>; until: number }>();
    this.lanes.set(tenantId, ofTenant);
    const known = ofTenant.get(key);
    if (known && known.until > Date.now()) return known.account;
    const entry = { account: this.load(lane), until: Date.now() + freshMs };
    ofTenant.set(key, entry);
    entry.account.catch(() => {
      if (ofTenant.get(key) === entry) ofTenant.delete(key);
    });
    return entry.account;
  }

  private forget(tenantId: string | null): void {
    if (tenantId === null) this.lanes.clear();
    else this.lanes.delete(tenantId);
    for (const [id, { config }] of this.opened) {
      if (tenantId === null || config.tenantId === tenantId) this.opened.delete(id);
    }
    for (const listener of this.changed) listener(tenantId);
  }

  private async load({ tenantId, channel, pinnedConfigId }: Lane): Promise<LaneAccount> {
    const tenant = await this.tenants.get(tenantId);
    const { weight } = tenant.settings;
    const ofChannel = await this.configs.forDispatch(tenantId, channel);
    const configs = pinnedConfigId ? ofChannel.filter(({ id }) => id === pinnedConfigId) : ofChannel;
    const active = configs.filter(({ isActive }) => isActive);
    const held = { retry: this.retryOf(active[0] ?? configs[0] ?? null), down: [], weight };
    if (tenant.status === 'PAUSED') return { state: 'TENANT_PAUSED', ...held };
    if (configs.length === 0) return { state: 'MISSING', ...held };
    if (active.length === 0) return { state: 'PROVIDER_PAUSED', ...held };
    const outages = await this.breaker.outages(
      tenantId,
      active.map(({ id }) => id),
    );
    const accounts = active.map((config) => ({ outage: outages.get(config.id), via: this.open(config) }));
    const down = accounts.flatMap(({ outage, via }) => (outage && via.state === 'SENDABLE' ? [{ outage, via }] : []));
    // The lowest priority number whose breaker is closed; the next one takes over while the first is down.
    const chosen = accounts.find(({ outage }) => !outage);
    if (chosen) return { ...chosen.via, down, weight };
    const until = new Date(Math.min(...[...outages.values()].map(({ probe_at }) => probe_at.getTime())));
    return { ...held, state: 'PROVIDER_DOWN', until, down };
  }

  private open(config: DispatchConfig): SendableAccount | UnreadableAccount {
    const retry = this.retryOf(config);
    const known = this.opened.get(config.id);
    if (known?.config.version === config.version) return known;
    try {
      const credentials = this.configs.openCredentials(config);
      const { id, baseUrl, settings } = config;
      const timeoutMs = config.timeoutMs ?? this.settings.dispatchTimeoutMs;
      const account = { id, baseUrl, credentials, settings, timeoutMs };
      const opened: SendableAccount = { state: 'SENDABLE', config, account, retry };
      this.opened.set(config.id, opened);
      return opened;
    } catch {
      return { state: 'UNREADABLE', config, retry };
    }
  }

  private retryOf(config: DispatchConfig | null): RetryPolicy {
    return {
      maxAttempts: config?.maxAttempts ?? this.settings.dispatchMaxAttempts,
      baseDelayMs: config?.baseDelayMs ?? this.settings.dispatchRetryBaseMs,
      maxDelayMs: config?.maxDelayMs ?? this.settings.dispatchRetryMaxMs,
    };
  }
}
