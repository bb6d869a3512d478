import { Clock, Database } from '@errand/database';
import type { ActivityStatus, Channel, ResultStatus, Scope } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { addScope, Conditions, ofCommerce } from './list-query';
import { readTime } from './read-time';
import { ActivityReader, statusCondition } from './reader.service';
import type { ActivityView } from './sql/view.sql';

/** Undefined filters are not applied. */
export interface TaskFilter {
  /** Only those within. */
  scope?: Scope;
  operatorId?: string;
  operatorExternalId?: string;
  commerceId?: string;
  commerceExternalId?: string;
  channel?: Channel[];
  status?: ActivityStatus[];
  /** What came of it; PENDING: it waits for that. */
  resultStatus?: ResultStatus[];
  scheduledFrom?: Date;
  scheduledTo?: Date;
  /** This time or later. */
  updatedSince?: Date;
}

/** Where in the feed a task stands: no two are at the same place. */
export interface FeedPlace {
  updatedAt: Date;
  id: string;
}

/** A task as it is now, and where it stood when the feed was read. */
export interface FeedItem {
  place: FeedPlace;
  activity: ActivityView;
}

/**
 * The TASKs of a tenant in the order in which they changed last, oldest change first: who has read to the end goes on
 * from there. A task that changes while it is read moves to the end, so that none is missed.
 */
@Injectable()
export class TaskFeed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: ActivityReader,
  ) {}

  /** @param after where the last read ended; undefined = from the beginning. @throws SEARCH_TOO_BROAD */
  async read(tenantId: string, filter: TaskFilter, after: FeedPlace | undefined, limit: number): Promise<FeedItem[]> {
    const { where, values } = conditionsOf(tenantId, filter, after);
    const text = `SELECT a.id, a.updated_at FROM activities a WHERE ${where}
      ORDER BY a.updated_at, a.id LIMIT ${limit}`;
    const time = readTime(this.database, this.clock);
    const rows = await time.query<{ id: string; updated_at: Date }>(text, values);
    const views = await this.reader.getAll(
      tenantId,
      rows.map(({ id }) => id),
    );
    const byId = new Map(views.map((view) => [view.id, view]));
    return rows.flatMap(({ id, updated_at }) => {
      const activity = byId.get(id);
      return activity ? [{ place: { updatedAt: updated_at, id }, activity }] : [];
    });
  }
}

function conditionsOf(tenantId: string, filter: TaskFilter, after: FeedPlace | undefined): Conditions {
  const conditions = new Conditions()
    // The first value: $1 below.
    .add(`a.tenant_id = ? AND a.type = 'TASK'`, tenantId)
    .add('a.operator_id = ?', filter.operatorId)
    .add(
      'a.operator_id = (SELECT o.id FROM operators o WHERE o.tenant_id = $1 AND o.external_id = ?)',
      filter.operatorExternalId,
    )
    .add('a.commerce_id = ?', filter.commerceId)
    .add(ofCommerce, filter.commerceExternalId)
    .add('a.channel = ANY(?::text[])', filter.channel)
    .add(statusCondition(filter.status), filter.status)
    .add(resultCondition(filter.resultStatus), filter.resultStatus)
    .add('a.scheduled_at >= ?', filter.scheduledFrom)
    .add('a.scheduled_at <= ?', filter.scheduledTo)
    .add('a.updated_at >= ?', filter.updatedSince);
  if (filter.scope) addScope(conditions, filter.scope);
  if (after) conditions.addAll('(a.updated_at, a.id) > (?::timestamptz, ?::uuid)', [after.updatedAt, after.id]);
  return conditions;
}

/** The one terminal result that counts, of activity_results_one_terminal. */
const cameOfIt = `SELECT FROM activity_results r
  WHERE r.tenant_id = $1 AND r.activity_id = a.id AND r.status <> 'PENDING' AND r.state <> 'REPLACED'`;

function resultCondition(statuses: ResultStatus[] | undefined): string {
  const came = `EXISTS (${cameOfIt} AND r.status = ANY(?::text[]))`;
  if (!statuses?.includes('PENDING')) return came;
  return `(${came} OR (a.status IN ('READY', 'UNRESOLVED', 'DISPATCHED') AND NOT EXISTS (${cameOfIt})))`;
}
