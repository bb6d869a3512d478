import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, type Queryable } from '@errand/database';
import type { DispatchOutcome, FailedOutcome } from '@errand/providers';
import { OUTAGE_KINDS, type OutageKind, type WebhookEvent } from '@errand/vocabulary';
import { Outbox } from '@errand/webhooks';
import { Inject, Injectable } from '@nestjs/common';
import { isOutage } from '../../next-step';
import { BreakerNews, type ConfigId } from './breaker-news.service';
import {
  endOutage,
  findOutages,
  lockVersion,
  openOutage,
  type Outage,
  probeFailed,
  takeProbe,
  tellOfConfig,
} from './outages.sql';

/** Configs whose failures are counted; the one that began to fail longest ago makes room. */
const mostCounted = 10_000;

/** A config as a call used it. */
interface UsedConfig extends ConfigId {
  version: number;
}

/**
 * When a config that is misconfigured would be probed, which nobody does: a version that knows no other outage than DOWN
 * arms a timer for it, and a timer takes no more than 2^31 ms.
 */
const unprobedMs = 20 * 86_400_000;

/**
 * The circuit breaker of each dispatch config. Consecutive failures are counted here, per process; that it is open, or
 * that the config is misconfigured, is a row in the database, so that no process calls by it, and of a provider
 * that is down one at a time probes.
 */
@Injectable()
export class Breaker {
  /** By config; a config that is not here has not failed lately. */
  private readonly failures = new Map<string, number>();
  /** Breakers that are being opened, by config. */
  private readonly opening = new Map<string, Promise<void>>();
  private readonly changed = new Set<(tenantId: string) => void>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly news: BreakerNews,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Calls `listener` as soon as this process has changed a breaker of the tenant's. */
  onChange(listener: (tenantId: string) => void): void {
    this.changed.add(listener);
  }

  /** The outages among these configs, by config id. */
  async outages(tenantId: string, configIds: string[]): Promise<Map<string, Outage>> {
    const rows = await this.database.query<Outage>(findOutages, [tenantId, configIds]);
    return new Map(rows.map((row) => [row.dispatch_config_id, row]));
  }

  /** Set while this process opens the breaker: nothing is sent by the config until it is known to be open. */
  whileOpening(configId: string): Promise<void> | undefined {
    return this.opening.get(configId);
  }

  /**
   * Takes note of how a call went, before its outcome is stored: once its activity goes back to its queue the breaker
   * must be open, or the next attempt would be spent on a provider that is known to be down.
   * @param probed the outage that the call was to find the end of, if it was a probe
   */
  async learn(config: UsedConfig, outcome: DispatchOutcome, probed: Outage | null): Promise<void> {
    if (outcome.disposition === 'MISCONFIGURED') return this.openMisconfigured(config, outcome);
    if (outcome.disposition === 'ACCEPTED' || !isOutage(outcome)) {
      this.failures.delete(config.id);
      if (probed) await this.end(config);
    } else if (probed) await this.putOff(config, probed, outcome);
    else await this.count(config, outcome);
  }

  /** Whether this process may make the one probe that is due now. @param patienceMs how long the call can take */
  async takeProbe(config: ConfigId, patienceMs: number): Promise<boolean> {
    const values = [config.tenantId, config.id, this.clock.now(), this.clock.after(patienceMs)];
    return (await this.database.query(takeProbe, values)).length > 0;
  }

  /** Closes the breaker. @param kinds of outage that this ends */
  async end(config: ConfigId, kinds: readonly OutageKind[] = OUTAGE_KINDS): Promise<void> {
    this.failures.delete(config.id);
    const ended = await this.change(config, 'dispatch_config.up', (tx) =>
      tx.query<Outage>(endOutage, [config.tenantId, config.id, kinds]),
    );
    if (ended) this.news.up(config);
  }

  private async count(config: ConfigId, outcome: FailedOutcome): Promise<void> {
    const failures = (this.failures.get(config.id) ?? 0) + 1;
    this.failures.set(config.id, failures);
    const [oldest] = this.failures.keys();
    if (this.failures.size > mostCounted && oldest !== undefined) this.failures.delete(oldest);
    // Counted on while it could not be opened: the next failure tries again.
    if (failures >= this.settings.breakerFailureThreshold && !this.opening.has(config.id)) {
      const opening = this.open(config, outcome).finally(() => this.opening.delete(config.id));
      this.opening.set(config.id, opening);
    }
    await this.opening.get(config.id);
  }

  private async open(config: ConfigId, outcome: FailedOutcome): Promise<void> {
    const values = this.outageOf(config, 'DOWN', outcome, this.nextProbe(outcome, this.settings.breakerProbeBaseMs));
    const opened = await this.change(config, 'dispatch_config.down', (tx) => tx.query<Outage>(openOutage, values));
    this.failures.delete(config.id);
    if (opened) this.news.down(config, opened);
  }

  /** Nothing more is sent by the config until somebody changes it, unless that has happened while the call was made. */
  private async openMisconfigured(config: UsedConfig, outcome: FailedOutcome): Promise<void> {
    const values = this.outageOf(config, 'MISCONFIGURED', outcome, this.clock.after(unprobedMs));
    const opened = await this.change(config, 'dispatch_config.down', async (tx) => {
      const [row] = await tx.query<{ version: number }>(lockVersion, [config.tenantId, config.id]);
      return row?.version === config.version ? tx.query<Outage>(openOutage, values) : [];
    });
    if (opened) this.news.down(config, opened);
  }

  private outageOf({ tenantId, id }: ConfigId, kind: OutageKind, outcome: FailedOutcome, probeAt: Date): unknown[] {
    const { code, message, providerErrorCode } = outcome;
    return [tenantId, id, kind, this.clock.now(), probeAt, code, message, providerErrorCode];
  }

  /** The probe found it down still: the next one is made later, each further off than the last. */
  private async putOff(config: ConfigId, outage: Outage, outcome: FailedOutcome): Promise<void> {
    const { breakerProbeBaseMs, breakerProbeMaxMs } = this.settings;
    const waitMs = Math.min(breakerProbeMaxMs, breakerProbeBaseMs * 2 ** (outage.failed_probes + 1));
    const { code, message, providerErrorCode } = outcome;
    const values = [config.tenantId, config.id, this.nextProbe(outcome, waitMs), code, message, providerErrorCode];
    await this.database.query(probeFailed, values);
    await this.announce(config.tenantId);
  }

  /** Changes the one row and tells of it in one transaction. @returns the row, if there was something to change */
  private async change(
    { tenantId, id }: ConfigId,
    event: WebhookEvent,
    write: (tx: Queryable) => Promise<Outage[]>,
  ): Promise<Outage | undefined> {
    const now = this.clock.now();
    const outage = await this.database.transaction(async (tx) => {
      const [row] = await write(tx);
      if (row) await this.outbox.tell(tx, tellOfConfig, [tenantId, id, event, now, JSON.stringify(toldOf(row))]);
      return row;
    });
    if (outage) await this.announce(tenantId);
    // Nothing to change: what this process believes of the config is old, and would make it do the same again at once.
    else this.tellListeners(tenantId);
    return outage;
  }

  private async announce(tenantId: string): Promise<void> {
    this.tellListeners(tenantId);
    await this.news.announce(tenantId);
  }

  private tellListeners(tenantId: string): void {
    for (const listener of this.changed) listener(tenantId);
  }

  /** A provider that named a time is not asked before it, up to the longest wait. */
  private nextProbe({ retryAfterMs }: FailedOutcome, waitMs: number): Date {
    return this.clock.after(Math.max(waitMs, Math.min(retryAfterMs ?? 0, this.settings.breakerProbeMaxMs)));
  }
}

/** What webhooks are told of an outage, at its beginning and at its end. */
function toldOf({ kind, opened_at, error_code, error_message, provider_error_code }: Outage) {
  return {
    reason: kind,
    downSince: opened_at,
    message: error_message,
    providerErrorCode: provider_error_code,
    lastError: { code: error_code, message: error_message },
  };
}
