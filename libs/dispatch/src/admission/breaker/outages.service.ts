import { Clock, Database, type Queryable } from '@errand/database';
import type { FailedOutcome } from '@errand/providers';
import type { OutageKind, WebhookEvent } from '@errand/vocabulary';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
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

export interface ConfigId {
  tenantId: string;
  id: string;
}

/** A config as a call used it. */
export interface UsedConfig extends ConfigId {
  version: number;
}

/** The outages of dispatch configs as all processes see them. Webhooks are told of each beginning and end with it. */
@Injectable()
export class Outages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** The outages among these configs, by config id. */
  async among(tenantId: string, configIds: string[]): Promise<Map<string, Outage>> {
    const rows = await this.database.query<Outage>(findOutages, [tenantId, configIds]);
    return new Map(rows.map((row) => [row.dispatch_config_id, row]));
  }

  /** @returns the outage if it begins now, or null if there was one */
  async begin(config: ConfigId, outcome: FailedOutcome, probeAt: Date): Promise<Outage | null> {
    return this.change(config, 'dispatch_config.down', (tx, now) =>
      tx.query<Outage>(openOutage, valuesOf(config, 'DOWN', outcome, now, probeAt)),
    );
  }

  /** @returns the outage if it begins now; null if the config was changed since the call used it, or if there was one */
  async beginMisconfigured(config: UsedConfig, outcome: FailedOutcome, probeAt: Date): Promise<Outage | null> {
    return this.change(config, 'dispatch_config.down', async (tx, now) => {
      const [row] = await tx.query<{ version: number }>(lockVersion, [config.tenantId, config.id]);
      if (row?.version !== config.version) return [];
      return tx.query<Outage>(openOutage, valuesOf(config, 'MISCONFIGURED', outcome, now, probeAt));
    });
  }

  /** @returns the outage that this ended, if it was of one of the kinds */
  async end(config: ConfigId, kinds: readonly OutageKind[]): Promise<Outage | null> {
    const values = [config.tenantId, config.id, kinds];
    return this.change(config, 'dispatch_config.up', (tx) => tx.query<Outage>(endOutage, values));
  }

  /** @returns whether the probe that is due now is this process's to make; if it dies, the next is made at `nextTurn` */
  async takeProbe({ tenantId, id }: ConfigId, nextTurn: Date): Promise<boolean> {
    return (await this.database.query(takeProbe, [tenantId, id, this.clock.now(), nextTurn])).length > 0;
  }

  async noteFailedProbe({ tenantId, id }: ConfigId, outcome: FailedOutcome, nextProbe: Date): Promise<void> {
    const { code, message, providerErrorCode } = outcome;
    await this.database.query(probeFailed, [tenantId, id, nextProbe, code, message, providerErrorCode]);
  }

  /** Changes the one row and tells of it in one transaction, as of one moment. @returns the row, if there was something to change */
  private async change(
    { tenantId, id }: ConfigId,
    event: WebhookEvent,
    write: (tx: Queryable, now: Date) => Promise<Outage[]>,
  ): Promise<Outage | null> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [row] = await write(tx, now);
      if (row) await this.outbox.tell(tx, tellOfConfig, [tenantId, id, event, now, JSON.stringify(toldOf(row))]);
      return row ?? null;
    });
  }
}

function valuesOf({ tenantId, id }: ConfigId, kind: OutageKind, outcome: FailedOutcome, now: Date, probeAt: Date) {
  const { code, message, providerErrorCode } = outcome;
  return [tenantId, id, kind, now, probeAt, code, message, providerErrorCode];
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
