import type { Lane } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Notifications } from '@errand/database';
import type { ProviderAccount } from '@errand/providers';
import { CONFIG_CHANNEL, type DispatchConfig, DispatchConfigs, Tenants, TENANTS_CHANNEL } from '@errand/tenants';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { RetryPolicy } from './retry-policy';

/** What a lane's activities are sent with at the moment. */
export type LaneAccount =
  | { state: 'OPEN'; config: DispatchConfig; account: ProviderAccount; retry: RetryPolicy }
  /** The credentials do not decrypt: an attempt fails. */
  | { state: 'UNREADABLE'; config: DispatchConfig; retry: RetryPolicy }
  /** No config for the channel: an attempt fails. */
  | { state: 'MISSING'; retry: RetryPolicy }
  /** Somebody paused the tenant or every config: nothing is attempted. */
  | { state: 'TENANT_PAUSED' }
  | { state: 'PROVIDER_PAUSED' };

/** How old a cached account may be when no notification said that it changed. */
const freshMs = 30_000;

/**
 * Which dispatch config a tenant's channel uses now, with its credentials opened once per version. Changes are heard
 * through notifications, so that the answer is normally milliseconds old; a lost one costs 30 s.
 */
@Injectable()
export class Accounts implements OnApplicationBootstrap {
  private readonly lanes = new Map<string, Map<string, { account: Promise<LaneAccount>; until: number }>>();
  private readonly changed = new Set<(tenantId: string | null) => void>();

  constructor(
    private readonly tenants: Tenants,
    private readonly configs: DispatchConfigs,
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
    this.lanes.get(lane.tenantId)?.delete(lane.channel);
    return this.of(lane);
  }

  async of({ tenantId, channel }: Lane): Promise<LaneAccount> {
    const ofTenant = this.lanes.get(tenantId) ?? new Map<string, { account: Promise<LaneAccount>; until: number }>();
    this.lanes.set(tenantId, ofTenant);
    const known = ofTenant.get(channel);
    if (known && known.until > Date.now()) return known.account;
    const entry = { account: this.load({ tenantId, channel }), until: Date.now() + freshMs };
    ofTenant.set(channel, entry);
    entry.account.catch(() => {
      if (ofTenant.get(channel) === entry) ofTenant.delete(channel);
    });
    return entry.account;
  }

  private forget(tenantId: string | null): void {
    if (tenantId === null) this.lanes.clear();
    else this.lanes.delete(tenantId);
    for (const listener of this.changed) listener(tenantId);
  }

  private async load({ tenantId, channel }: Lane): Promise<LaneAccount> {
    const tenant = await this.tenants.get(tenantId);
    if (tenant.status === 'PAUSED') return { state: 'TENANT_PAUSED' };
    const configs = await this.configs.forDispatch(tenantId, channel);
    const config = configs.find(({ isActive }) => isActive);
    if (!config)
      return configs.length > 0 ? { state: 'PROVIDER_PAUSED' } : { state: 'MISSING', retry: this.retryOf(null) };
    const retry = this.retryOf(config);
    try {
      const credentials = this.configs.openCredentials(config);
      const { id, baseUrl, settings } = config;
      const timeoutMs = config.timeoutMs ?? this.settings.dispatchTimeoutMs;
      return { state: 'OPEN', config, account: { id, baseUrl, credentials, settings, timeoutMs }, retry };
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
