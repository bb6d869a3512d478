import type { Lane } from '@errand/activities';
import { ProviderAccounts } from '@errand/callbacks';
import { SETTINGS, type Settings } from '@errand/config';
import { SealedSecretError } from '@errand/crypto';
import { Notifications, TenantCache } from '@errand/database';
import type { ProviderAccount } from '@errand/providers';
import { CONFIG_CHANNEL, type DispatchConfig, DispatchConfigs, Tenants, TENANTS_CHANNEL } from '@errand/tenants';
import type { Channel, ChoiceReason } from '@errand/vocabulary';
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
  /** Known in every state, since calls that began before a pause or an outage may still end. */
  policy: AttemptPolicy;
  down: DownAccount[];
  weight: number;
  /** Why it is this config; null where there is none to send by. */
  reason: ChoiceReason | null;
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

/**
 * Which dispatch config a tenant's channel uses now, with its credentials opened. Changes are heard through
 * notifications, so that the answer is normally milliseconds old; a lost one costs 30 s. What nobody asks for is
 * forgotten, opened credentials with it.
 */
@Injectable()
export class Accounts implements OnApplicationBootstrap {
  private readonly lanes = new TenantCache<LaneAccount>((tenantId, key) => this.load(laneFrom(tenantId, key)));

  constructor(
    private readonly tenants: Tenants,
    private readonly configs: DispatchConfigs,
    private readonly providerAccounts: ProviderAccounts,
    private readonly breaker: Breaker,
    private readonly notifications: Notifications,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    // What this process itself learns of a provider holds for the next activity, not only when it hears of it.
    breaker.onChange((tenantId) => this.lanes.forget(tenantId));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.lanes.listen(this.notifications, CONFIG_CHANNEL, TENANTS_CHANNEL);
  }

  /** Calls `listener` after the configs, a breaker or the status of a tenant (null = possibly of all) changed. */
  onChange(listener: (tenantId: string | null) => void): void {
    this.lanes.onForget(listener);
  }

  /** The account as it is stored at this moment. */
  async fresh({ tenantId, channel, pinnedConfigId }: Lane): Promise<LaneAccount> {
    return this.lanes.fresh(tenantId, keyOf(channel, pinnedConfigId));
  }

  async of({ tenantId, channel, pinnedConfigId }: Lane): Promise<LaneAccount> {
    const key = keyOf(channel, pinnedConfigId);
    const account = await this.lanes.get(tenantId, key);
    const opening = account.state === 'SENDABLE' && this.breaker.whileOpening(account.config.id);
    if (!opening) return account;
    // Should that fail, whoever opens it deals with the error.
    await opening.catch(() => undefined);
    return this.lanes.get(tenantId, key);
  }

  private async load({ tenantId, channel, pinnedConfigId }: Lane): Promise<LaneAccount> {
    const tenant = await this.tenants.get(tenantId);
    const { weight } = tenant.settings;
    const ofChannel = await this.configs.forDispatch(tenantId, channel);
    const configs = pinnedConfigId ? ofChannel.filter(({ id }) => id === pinnedConfigId) : ofChannel;
    const active = configs.filter(({ isActive }) => isActive);
    const [first] = active;
    const nothing = { policy: this.policyOf(first ?? configs[0] ?? null), down: [], weight, reason: null };
    if (tenant.status === 'PAUSED') return { state: 'TENANT_PAUSED', ...nothing };
    if (configs.length === 0) return { state: 'MISSING', ...nothing };
    if (!first) return { state: 'PROVIDER_PAUSED', config: configs[0] ?? null, ...nothing };
    const outages = await this.breaker.outages(
      tenantId,
      active.map(({ id }) => id),
    );
    const opened = await Promise.all(active.map((config) => this.open(config, weight)));
    const accounts = opened.map((via) => ({ outage: outages.get(via.config.id), via }));
    const down = accounts.flatMap(({ outage, via }) =>
      outage?.kind === 'DOWN' && via.state === 'SENDABLE' ? [{ outage, via }] : [],
    );
    // The lowest priority number whose breaker is closed; the next one takes over while the first is down.
    const chosen = accounts.find(({ outage }) => !outage);
    if (chosen) {
      const reason = pinnedConfigId ? 'PINNED' : chosen === accounts[0] ? 'PRIORITY' : 'FAILOVER';
      return { ...chosen.via, down, reason };
    }
    const [soonest] = [...down].sort((a, b) => a.outage.probe_at.getTime() - b.outage.probe_at.getTime());
    if (!soonest) return { ...nothing, state: 'PROVIDER_MISCONFIGURED', config: first };
    return { ...nothing, state: 'PROVIDER_DOWN', config: soonest.via.config, until: soonest.outage.probe_at, down };
  }

  private async open(config: DispatchConfig, weight: number): Promise<SendableAccount | UnreadableAccount> {
    const policy = this.policyOf(config);
    try {
      const account = await this.providerAccounts.open(config);
      return { state: 'SENDABLE', config, account, policy, weight };
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
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

function keyOf(channel: Channel, pinnedConfigId: string | null): string {
  return `${channel}/${pinnedConfigId ?? ''}`;
}

function laneFrom(tenantId: string, key: string): Lane {
  const [channel, pinnedConfigId] = key.split('/');
  return { tenantId, channel: channel as Channel, pinnedConfigId: pinnedConfigId || null };
}
