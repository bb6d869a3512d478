import { Audit, type AuditedTable, pausedOrResumed } from '@errand/audit';
import { Clock, Database, newestFirst, type Slice } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Outbox } from './outbox.service';
import { readBacklogs } from './sql/backlog.sql';
import { WebhookSecrets } from './webhook-secrets.service';
import { Webhook } from './webhook.entity';

export type WebhookFields = Pick<Webhook, 'url' | 'events' | 'isActive'>;

/** A webhook with its new secret, which nobody can be shown again. */
export interface IssuedWebhook {
  webhook: Webhook;
  secret: string;
}

/** What a webhook still is to be told. */
export interface Backlog {
  /** Counted up to 10,000, as `failed` is. */
  pending: number;
  /** Given up. */
  failed: number;
  /** When the oldest event came up that it is still to be told of. */
  oldest_pending_at: Date | null;
}

const countedAtMost = 10_000;

/** Each tenant's webhooks. Whether a URL may be called is for the caller to check first. */
@Injectable()
export class Webhooks {
  private readonly audited: AuditedTable<Webhook>;

  constructor(
    @InjectRepository(Webhook) private readonly repository: Repository<Webhook>,
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly quotas: Quotas,
    audit: Audit,
  ) {
    this.audited = audit.table(repository, {
      type: 'webhook',
      verbOf: (before, after) =>
        before.sealedSecrets === after.sealedSecrets ? pausedOrResumed(before, after) : 'rotated',
    });
  }

  /** Told of what happens from now on. @throws ErrandError LIMIT_REACHED */
  async create(tenantId: string, fields: WebhookFields): Promise<IssuedWebhook> {
    const id = newId();
    const now = this.clock.now();
    const { secret, sealed } = this.secrets.issue({ tenantId, id });
    const row = { ...fields, tenantId, id, sealedSecrets: sealed, disabledAt: null, createdAt: now, updatedAt: now };
    await this.audited.insert(row, async (tx) => this.quotas.claim(tx, tenantId, 'WEBHOOKS'));
    return { webhook: await this.get(tenantId, id), secret };
  }

  /** @throws ErrandError NOT_FOUND */
  async get(tenantId: string, id: string): Promise<Webhook> {
    const webhook = await this.repository.findOneBy({ tenantId, id });
    if (!webhook) throw notFound('Webhook', id);
    return webhook;
  }

  /** Newest first. */
  async list(tenantId: string, slice: Slice): Promise<Webhook[]> {
    return this.repository.find(newestFirst<Webhook>({ tenantId }, slice));
  }

  /** By webhook. */
  async backlogs(tenantId: string, webhooks: readonly Webhook[]): Promise<Map<string, Backlog>> {
    const values = [tenantId, webhooks.map(({ id }) => id), countedAtMost];
    const rows = await this.database.query<Backlog & { id: string }>(readBacklogs, values);
    return new Map(rows.map(({ id, ...backlog }) => [id, backlog]));
  }

  async count(tenantId: string): Promise<number> {
    return this.repository.countBy({ tenantId });
  }

  /**
   * What waited for an inactive webhook is delivered once it is active again.
   * @throws ErrandError NOT_FOUND
   */
  async change(tenantId: string, id: string, fields: Partial<WebhookFields>): Promise<Webhook> {
    const enabled = fields.isActive ? { disabledAt: null } : {};
    const change = { ...fields, ...enabled, updatedAt: this.clock.now() };
    if (!(await this.audited.update({ tenantId, id }, change))) throw notFound('Webhook', id);
    this.outbox.announce(tenantId);
    return this.get(tenantId, id);
  }

  /**
   * With its deliveries, however many: nobody sees or sends them any more, and retention removes them.
   * @throws ErrandError NOT_FOUND
   */
  async remove(tenantId: string, id: string): Promise<void> {
    if (!(await this.audited.delete({ tenantId, id }))) throw notFound('Webhook', id);
  }

  /**
   * Gives it a new secret; the one before goes on signing beside it for a day.
   * @throws ErrandError NOT_FOUND, CONFLICT
   */
  async rotateSecret(tenantId: string, id: string): Promise<IssuedWebhook> {
    const webhook = await this.get(tenantId, id);
    const now = this.clock.now();
    const { secret, sealed } = this.secrets.rotate(webhook, now);
    const rotated = await this.audited.update(
      { tenantId, id, sealedSecrets: webhook.sealedSecrets },
      { sealedSecrets: sealed, updatedAt: now },
    );
    if (!rotated) throw new ErrandError('CONFLICT', `Webhook ${id} was changed meanwhile; try again`);
    return { webhook: await this.get(tenantId, id), secret };
  }
}
