import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, Notifications } from '@errand/database';
import type { DispatchOutcome } from '@errand/providers';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { OutageKind } from '@errand/vocabulary';
import { CONFIG_CHANNEL } from '@errand/tenants';
import { Outbox } from '@errand/webhooks';
import { Inject, Injectable } from '@nestjs/common';
import { closeBreaker, findOutages, openBreaker, type Outage, probeFailed, takeProbe } from './outages.sql';

interface ConfigId {
  tenantId: string;
  id: string;
}

/** Whether a call ended so that calls to this provider are better held for a while. */
export function isOutage(outcome: DispatchOutcome): boolean {
  if (outcome.disposition !== 'RETRY' && outcome.disposition !== 'UNCERTAIN') return false;
  return outcome.scope === 'CONFIG';
}

/**
 * The circuit breaker of each dispatch config. Consecutive failures are counted here, per process; that it is open is
 * a row in the database, so that all processes hold their calls and one at a time probes.
 */
@Injectable()
export class Breaker {
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The open breakers among these configs, by config id. */
  async outages(tenantId: string, configIds: string[]): Promise<Map<string, Outage>> {
    const rows = await this.database.query<Outage>(findOutages, [tenantId, configIds]);
    return new Map(rows.map((row) => [row.dispatch_config_id, row]));
  }

  /** Takes note of how an ordinary call went; opens the breaker after enough failures in a row. */
  async observe(config: ConfigId, outcome: DispatchOutcome): Promise<void> {
    if (!isOutage(outcome)) {
      this.failures.delete(config.id);
      return;
    }
    const failures = (this.failures.get(config.id) ?? 0) + 1;
    this.failures.set(config.id, failures);
    if (failures % this.settings.breakerFailureThreshold !== 0) return;
    const { code, message } = reasonOf(outcome);
    const rows = await this.outbox.query(this.database, openBreaker, [
      config.tenantId,
      config.id,
      this.clock.now(),
      this.nextProbe(outcome, this.settings.breakerProbeBaseMs),
      code,
      message,
    ]);
    if (rows.length === 0) return;
    this.logger.warn({ ...named(config), code, message }, 'provider is down; its activities wait');
    await this.announce(config);
  }

  /** Whether this process may make the one probe that is due now. @param patienceMs how long the call can take */
  async takeProbe(config: ConfigId, patienceMs: number): Promise<boolean> {
    const values = [config.tenantId, config.id, this.clock.now(), this.clock.after(patienceMs)];
    return (await this.database.query(takeProbe, values)).length > 0;
  }

  /** Closes the breaker, or sets the next probe, each further off than the last. */
  async probed(config: ConfigId, outage: Outage, outcome: DispatchOutcome): Promise<void> {
    if (isOutage(outcome)) {
      const { breakerProbeBaseMs, breakerProbeMaxMs } = this.settings;
      const waitMs = Math.min(breakerProbeMaxMs, breakerProbeBaseMs * 2 ** (outage.failed_probes + 1));
      const { code, message } = reasonOf(outcome);
      await this.database.query(probeFailed, [
        config.tenantId,
        config.id,
        this.nextProbe(outcome, waitMs),
        code,
        message,
      ]);
    } else {
      this.failures.delete(config.id);
      await this.close(config, null);
    }
    await this.announce(config);
  }

  /** Ends an outage that is the account's own fault: it was changed, or a trial shows that it is right. */
  async end(config: ConfigId): Promise<void> {
    if (await this.close(config, 'MISCONFIGURED')) await this.announce(config);
  }

  private async close(config: ConfigId, kind: OutageKind | null): Promise<boolean> {
    const values = [config.id, this.clock.now(), kind];
    const rows = await this.outbox.query(this.database, closeBreaker, [config.tenantId, ...values]);
    if (rows.length > 0) this.logger.info(named(config), 'provider is up again');
    return rows.length > 0;
  }

  /** A hint: a process that misses it finds out when its cached accounts expire. */
  private async announce({ tenantId }: ConfigId): Promise<void> {
    await this.notifications.notify(CONFIG_CHANNEL, tenantId).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'change of a breaker not announced');
    });
  }

  /** A provider that named a time is not asked before it, up to the longest wait. */
  private nextProbe(outcome: DispatchOutcome, waitMs: number): Date {
    const asked = outcome.disposition === 'ACCEPTED' ? 0 : (outcome.retryAfterMs ?? 0);
    return this.clock.after(Math.max(waitMs, Math.min(asked, this.settings.breakerProbeMaxMs)));
  }
}

function reasonOf(outcome: DispatchOutcome): { code: string; message: string } {
  return outcome.disposition === 'ACCEPTED'
    ? { code: 'ACCEPTED', message: '' }
    : { code: outcome.code, message: outcome.message };
}

function named({ tenantId, id }: ConfigId) {
  return { tenantId, dispatchConfigId: id };
}
