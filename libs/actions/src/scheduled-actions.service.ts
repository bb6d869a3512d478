import { laneOf, Lifecycle } from '@errand/activities';
import { Clock, Database, type Slice } from '@errand/database';
import { DispatchNow } from '@errand/dispatch';
import { notFound } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { ActionRecords } from './action-records.service';
import { AwaitedSend } from './awaited-send.service';
import { type ActionOutcome, outcomeOf } from './outcome';
import { ScheduledSending } from './scheduled-sending.service';
import { type ActionFilter, type ActionRecord, countScheduled, listScheduled } from './sql/actions.sql';

/** Actions that were scheduled, by a rule or by their caller. An action has the id of its activity. */
@Injectable()
export class ScheduledActions {
  constructor(
    private readonly records: ActionRecords,
    private readonly lifecycle: Lifecycle,
    private readonly dispatchNow: DispatchNow,
    private readonly awaitedSend: AwaitedSend,
    private readonly sending: ScheduledSending,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(tenantId: string, filter: ActionFilter, slice: Slice): Promise<ActionRecord[]> {
    const values = [...this.valuesOf(tenantId, filter), slice.before ?? null, slice.offset, slice.limit];
    const rows = await this.database.query<{ id: string }>(listScheduled, values);
    const ids = rows.map(({ id }) => id);
    return this.records.read(tenantId, ids);
  }

  async count(tenantId: string, filter: ActionFilter): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(countScheduled, this.valuesOf(tenantId, filter));
    return row?.total ?? 0;
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<ActionRecord> {
    const [record] = await this.records.read(tenantId, [id]);
    if (!record?.is_scheduled) throw notFound('Scheduled action', id);
    return record;
  }

  /** @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION */
  async reschedule(tenantId: string, id: string, scheduledFor: Date): Promise<ActionRecord> {
    await this.get(tenantId, id);
    const { notBefore } = this.sending;
    await this.lifecycle.reschedule(tenantId, id, { scheduledAt: scheduledFor, notBefore });
    return this.get(tenantId, id);
  }

  /** @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION */
  async cancel(tenantId: string, id: string, actor: string): Promise<ActionRecord> {
    await this.get(tenantId, id);
    await this.lifecycle.cancel(tenantId, id, actor);
    return this.get(tenantId, id);
  }

  /**
   * Sends it now, also while scheduled actions are switched off: somebody asked for this one.
   * @param until by `performance.now()`
   * @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION, and what else keeps it from being sent
   */
  async fire(tenantId: string, id: string, until: number): Promise<ActionOutcome> {
    const lane = laneOf(tenantId, await this.get(tenantId, id));
    const { trigger } = await this.dispatchNow.send(lane, id);
    if (trigger === 'ATTEMPT_FAILED') await this.awaitedSend.send(lane, id, until);
    return outcomeOf(await this.get(tenantId, id), true);
  }

  private valuesOf(tenantId: string, filter: ActionFilter): unknown[] {
    const { status, namespace, provider, actionType, scheduledFrom, scheduledTo, scope } = filter;
    const filters = [status, namespace, provider, actionType, scheduledFrom, scheduledTo];
    const bounds = [scope?.channels, scope?.dispatchConfigIds];
    return [tenantId, this.clock.now(), ...[...filters, ...bounds].map((value) => value ?? null)];
  }
}
