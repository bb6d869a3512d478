import { Database, inBatches, type Slice } from '@errand/database';
import { notFound } from '@errand/errors';
import type { ActivityStatus, ActivityType, Channel, Origin } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { Conditions, containing, ofCommerce } from './list-query';
import { redriveKeyPrefix } from './sql/copy.sql';
import { resultColumns, type ResultRow, findResult } from './sql/results.sql';
import {
  type ActivityEvent,
  type ActivityView,
  type AttributeView,
  viewActivities,
  viewAttributes,
  viewEvents,
} from './sql/view.sql';

/** Undefined filters are not applied. */
export interface ActivityFilter {
  ids?: string[];
  /** Only those that no redrive has repeated yet. */
  notRedriven?: true;
  status?: ActivityStatus[];
  type?: ActivityType[];
  channel?: Channel[];
  origin?: Origin[];
  commerceId?: string;
  commerceExternalId?: string;
  /** A provider code. */
  provider?: string;
  scheduledFrom?: Date;
  scheduledTo?: Date;
  createdFrom?: Date;
  createdTo?: Date;
  /** Part of the reason, idempotency key, provider id, or commerce name or external id. */
  search?: string;
}

export interface ResultFilter {
  activityId?: string;
  commerceId?: string;
  commerceExternalId?: string;
  status?: string[];
  kind?: string;
  providerActivityId?: string;
  occurredFrom?: Date;
  occurredTo?: Date;
  createdFrom?: Date;
  createdTo?: Date;
}

/** Reads activities and their results; changes nothing. */
@Injectable()
export class ActivityReader {
  constructor(private readonly database: Database) {}

  private readonly view = inBatches(async (tenantId: string, ids: readonly string[]) => {
    const views = new Map((await this.getAll(tenantId, ids)).map((view) => [view.id, view]));
    return ids.map((id) => views.get(id));
  });

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<ActivityView> {
    const view = await this.view(tenantId, id);
    if (!view) throw notFound('Activity', id);
    return view;
  }

  /** Those of these activities that exist, newest first. */
  async getAll(tenantId: string, ids: readonly string[]): Promise<ActivityView[]> {
    return ids.length === 0 ? [] : this.database.query<ActivityView>(viewActivities, [tenantId, ids]);
  }

  async list(tenantId: string, filter: ActivityFilter, slice: Slice): Promise<ActivityView[]> {
    return this.getAll(tenantId, await this.listIds(tenantId, filter, slice));
  }

  async listIds(tenantId: string, filter: ActivityFilter, slice: Slice): Promise<string[]> {
    const conditions = activityConditions(tenantId, filter);
    const rows = await this.page<{ id: string }>('a.id', activityTables, conditions, slice);
    return rows.map(({ id }) => id);
  }

  async count(tenantId: string, filter: ActivityFilter): Promise<number> {
    return this.total(activityTables, activityConditions(tenantId, filter));
  }

  async attributes(tenantId: string, id: string): Promise<AttributeView[]> {
    await this.get(tenantId, id);
    return this.database.query<AttributeView>(viewAttributes, [tenantId, id]);
  }

  /** The whole history, oldest first. @throws NOT_FOUND */
  async events(tenantId: string, id: string): Promise<ActivityEvent[]> {
    await this.get(tenantId, id);
    return this.database.query<ActivityEvent>(viewEvents, [tenantId, id]);
  }

  /** @throws NOT_FOUND */
  async result(tenantId: string, id: string): Promise<ResultRow> {
    const [row] = await this.database.query<ResultRow>(findResult, [tenantId, id]);
    if (!row) throw notFound('Activity result', id);
    return row;
  }

  async results(tenantId: string, filter: ResultFilter, slice: Slice): Promise<ResultRow[]> {
    return this.page<ResultRow>(resultColumns, resultTables, resultConditions(tenantId, filter), slice);
  }

  async countResults(tenantId: string, filter: ResultFilter): Promise<number> {
    return this.total(resultTables, resultConditions(tenantId, filter));
  }

  private async page<Row>(columns: string, tables: string, conditions: Conditions, slice: Slice): Promise<Row[]> {
    conditions.add('a.id < ?', slice.before);
    const { where, values } = conditions;
    const text = `SELECT ${columns} FROM ${tables} WHERE ${where}
      ORDER BY a.id DESC LIMIT ${slice.limit} OFFSET ${slice.offset}`;
    return this.database.query<Row>({ name: '', text }, values);
  }

  private async total(tables: string, { where, values }: Conditions): Promise<number> {
    const text = `SELECT count(*) AS total FROM ${tables} WHERE ${where}`;
    const [row] = await this.database.query<{ total: number }>({ name: '', text }, values);
    return row?.total ?? 0;
  }
}

const activityTables = `activities a LEFT JOIN commerces c ON c.tenant_id = a.tenant_id AND c.id = a.commerce_id`;
const resultTables = 'activity_results a';

/** READY ones are in two indexes, queued and waiting, and in no other: each must be asked for in its own words. */
export function statusCondition(statuses: ActivityStatus[] | undefined): string {
  if (!statuses?.includes('READY')) return 'a.status = ANY(?::text[])';
  const others = statuses.length > 1 ? `(a.status <> 'READY' AND a.status = ANY(?::text[]))` : '?::text[] IS NULL';
  return `((a.status = 'READY' AND a.next_attempt_at IS NULL)
    OR (a.status = 'READY' AND a.next_attempt_at IS NOT NULL) OR ${others})`;
}

function activityConditions(tenantId: string, filter: ActivityFilter): Conditions {
  return new Conditions()
    .add('a.tenant_id = ?', tenantId)
    .add('a.id = ANY(?::uuid[])', filter.ids)
    .add(statusCondition(filter.status), filter.status)
    .add(
      `NOT EXISTS (SELECT FROM activities r WHERE r.tenant_id = a.tenant_id AND r.idempotency_key = ? || a.id::text)`,
      filter.notRedriven && redriveKeyPrefix,
    )
    .add('a.type = ANY(?::text[])', filter.type)
    .add('a.channel = ANY(?::text[])', filter.channel)
    .add('a.origin = ANY(?::text[])', filter.origin)
    .add('a.commerce_id = ?', filter.commerceId)
    .add(ofCommerce, filter.commerceExternalId)
    .add('a.provider_code = ?', filter.provider)
    .add('a.scheduled_at >= ?', filter.scheduledFrom)
    .add('a.scheduled_at <= ?', filter.scheduledTo)
    .add('a.created_at >= ?', filter.createdFrom)
    .add('a.created_at <= ?', filter.createdTo)
    .add(
      `(a.reason ILIKE ? OR a.idempotency_key ILIKE ? OR a.provider_activity_id ILIKE ?
        OR c.name ILIKE ? OR c.external_id ILIKE ?)`,
      containing(filter.search),
    );
}

function resultConditions(tenantId: string, filter: ResultFilter): Conditions {
  return new Conditions()
    .add('a.tenant_id = ?', tenantId)
    .add('a.activity_id = ?', filter.activityId)
    .add('a.commerce_id = ?', filter.commerceId)
    .add(ofCommerce, filter.commerceExternalId)
    .add('a.status = ANY(?::text[])', filter.status)
    .add('a.kind = ?', filter.kind)
    .add('a.provider_activity_id = ?', filter.providerActivityId)
    .add('a.occurred_at >= ?', filter.occurredFrom)
    .add('a.occurred_at <= ?', filter.occurredTo)
    .add('a.created_at >= ?', filter.createdFrom)
    .add('a.created_at <= ?', filter.createdTo);
}
