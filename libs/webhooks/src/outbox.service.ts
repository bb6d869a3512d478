import { HintSender, Notifications, type Queryable, type Statement } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

/**
 * The notification channel that names tenants with deliveries to make, '' for all of them, and as `<tenant>/<webhook>`
 * endpoints that somebody wants called now, even if they are down.
 */
export const WEBHOOK_CHANNEL = 'errand_webhooks';

/** Runs the statements that tell webhooks, and wakes whoever delivers once that is committed. */
@Injectable()
export class Outbox implements OnModuleDestroy {
  private readonly hints: HintSender;

  constructor(notifications: Notifications, @Inject(LOGGER) logger: Logger) {
    this.hints = new HintSender(WEBHOOK_CHANNEL, notifications, logger);
  }

  /** @param statement one with `tellWebhooks()`; its rows say by `told` whether it told anybody */
  async query<Row>(db: Queryable, statement: Statement, values: [tenantId: string, ...unknown[]]): Promise<Row[]> {
    const rows = await db.query<Row & { told: boolean }>(statement, values);
    if (rows[0]?.told) db.afterCommit(() => this.announce(values[0]));
    return rows;
  }

  /**
   * Writes what webhooks are told, by a statement of `tellingWebhooks()`, in the transaction that makes the change.
   * @returns whether any is
   */
  async tell(tx: Queryable, statement: Statement, values: [tenantId: string, ...unknown[]]): Promise<boolean> {
    const told = await tx.query(statement, values);
    if (told.length > 0) tx.afterCommit(() => this.announce(values[0]));
    return told.length > 0;
  }

  /** The tenant has deliveries that are due. */
  announce(tenantId: string): void {
    this.hints.send(tenantId);
  }

  /** Somebody wants the endpoint called now. */
  announceResend(tenantId: string, webhookId: string): void {
    this.hints.send(`${tenantId}/${webhookId}`);
  }

  async onModuleDestroy(): Promise<void> {
    await this.hints.end();
  }
}
