import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { type DispatchOutcome, type FailedOutcome, wasCalled } from '@errand/providers';
import { OUTAGE_KINDS, type OutageKind } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { isOutage } from '../../next-step';
import { BreakerNews } from './breaker-news.service';
import { type ConfigId, Outages, type UsedConfig } from './outages.service';
import type { Outage } from './outages.sql';

/** Configs whose failures are counted; the one that began to fail longest ago makes room. */
const mostCounted = 10_000;

/**
 * A misconfigured config is never probed, but its row needs a time for it. It is no further off than a timer can wait
 * (2^31 ms, 24 days), because dispatchers of version 0.1, which may run beside this one, arm a timer for every row.
 */
const unprobedMs = 20 * 86_400_000;

/**
 * The circuit breaker of each dispatch config. Each process counts consecutive failures by itself. That a config is down
 * or misconfigured is a row in the database: no process sends by it, and of those that see a provider down one at a time
 * probes it.
 */
@Injectable()
export class Breaker {
  /** By config; a config that is not here has not failed lately. */
  private readonly failures = new Map<string, number>();
  /** Breakers that are being opened, by config. */
  private readonly opening = new Map<string, Promise<void>>();
  private readonly changed = new Set<(tenantId: string) => void>();

  constructor(
    private readonly rows: Outages,
    private readonly news: BreakerNews,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Calls `listener` as soon as this process has changed a breaker of the tenant's. */
  onChange(listener: (tenantId: string) => void): void {
    this.changed.add(listener);
  }

  /** The outages among these configs, by config id. */
  async outages(tenantId: string, configIds: string[]): Promise<Map<string, Outage>> {
    return this.rows.among(tenantId, configIds);
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
    if (!wasCalled(outcome)) return;
    if (outcome.disposition === 'MISCONFIGURED') return this.openMisconfigured(config, outcome);
    if (outcome.disposition === 'ACCEPTED' || !isOutage(outcome)) {
      this.failures.delete(config.id);
      if (probed) await this.end(config);
    } else if (probed) await this.putOff(config, probed, outcome);
    else await this.count(config, outcome);
  }

  /** Whether this process may make the one probe that is due now. @param patienceMs how long the call can take */
  async takeProbe(config: ConfigId, patienceMs: number): Promise<boolean> {
    return this.rows.takeProbe(config, this.clock.after(patienceMs));
  }

  /** Closes the breaker. @param kinds of outage that this ends */
  async end(config: ConfigId, kinds: readonly OutageKind[] = OUTAGE_KINDS): Promise<void> {
    this.failures.delete(config.id);
    const ended = await this.rows.end(config, kinds);
    await this.changedTo(ended, config);
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
    const begun = await this.rows.begin(config, outcome, this.nextProbe(outcome, this.settings.breakerProbeBaseMs));
    await this.changedTo(begun, config);
    this.failures.delete(config.id);
    if (begun) this.news.down(config, begun);
  }

  /** Nothing more is sent by the config until somebody changes it, unless that has happened while the call was made. */
  private async openMisconfigured(config: UsedConfig, outcome: FailedOutcome): Promise<void> {
    const begun = await this.rows.beginMisconfigured(config, outcome, this.clock.after(unprobedMs));
    await this.changedTo(begun, config);
    if (begun) this.news.down(config, begun);
  }

  /** The probe found it down still: the next one is made later, each further off than the last. */
  private async putOff(config: ConfigId, outage: Outage, outcome: FailedOutcome): Promise<void> {
    const { breakerProbeBaseMs, breakerProbeMaxMs } = this.settings;
    const waitMs = Math.min(breakerProbeMaxMs, breakerProbeBaseMs * 2 ** (outage.failed_probes + 1));
    await this.rows.noteFailedProbe(config, outcome, this.nextProbe(outcome, waitMs));
    await this.changedTo(outage, config);
  }

  /** @param changed null when there was nothing to change, of which this process alone has to be told */
  private async changedTo(changed: Outage | null, { tenantId }: ConfigId): Promise<void> {
    // What it believes of the config is old, also when nothing changed: it would do the same again at once.
    for (const listener of this.changed) listener(tenantId);
    if (changed) await this.news.announce(tenantId);
  }

  /** A provider that named a time is not asked before it, up to the longest wait. */
  private nextProbe({ retryAfterMs }: FailedOutcome, waitMs: number): Date {
    return this.clock.after(Math.max(waitMs, Math.min(retryAfterMs ?? 0, this.settings.breakerProbeMaxMs)));
  }
}
