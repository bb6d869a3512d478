import type { Recipient } from '@errand/contacts';
import {
  Clock,
  Database,
  idsFrom,
  idsTo,
  inBatches,
  type Queryable,
  type ReadTime,
  type Slice,
} from '@errand/database';
import { notFound } from '@errand/errors';
import type { CommerceReference } from '@errand/resolution';
import type { ActivityStatus, ActivityType, Channel, Origin, Scope } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { type MatchedBy, reasonDays, type SearchMatch, waysOf } from './activity-search';
import type { LaneColumns } from './lane';
import { addScope, Conditions, ofCommerce } from './list-query';
import { readTime } from './read-time';
import { viewOf } from './recipient-now';
import { copiesOfIt, madeBy } from './sql/copy.sql';
import { findCommerces } from './sql/references.sql';
import { listedResults, type ResultRow, findResult } from './sql/results.sql';
import {
  type ActivityEvent,
  type ActivityLink,
  type ActivityRow,
  type ActivityView,
  type AttributeView,
  viewActivities,
  viewAttributes,
  viewEvents,
  viewLinks,
  viewListed,
} from './sql/view.sql';

/** Undefined filters are not applied. */
export interface ActivityFilter {
  ids?: string[];
  /** Only those within. */
  scope?: Scope;
  /** Whether a redrive has repeated it. */
  redriven?: boolean;
  /** Still to be copied in this round, and none of its copies. */
  round?: CopyRound;
  status?: ActivityStatus[];
  type?: ActivityType[];
  channel?: Channel[];
  origin?: Origin[];
  commerceId?: string;
  commerceExternalId?: string;
  /** A person that it is for. */
  commerceUserId?: string;
  operatorId?: string;
  routeId?: string;
  /** Of the last attempt. */
  dispatchConfigId?: string;
  /** Of the last attempt or resolution, if it failed; any of these. */
  errorCode?: string[];
  /** The whole reason. */
  reason?: string;
  /** Members of the metadata and their values as text. */
  label?: Record<string, string>;
  /** A provider code. */
  provider?: string;
  scheduledFrom?: Date;
  scheduledTo?: Date;
  createdFrom?: Date;
  createdTo?: Date;
  /** Only those that lists have above this one, or that were created after this time. */
  newerThan?: string | Date;
  /** Only those that lists have below this one. */
  olderThan?: string;
  waiting?: WaitingFilter;
}

/** The copies that a request, or the same made again, has made since a time. */
export interface RequestCopies {
  /** Its content hash, in hex, as its copies have it. */
  request: string;
  since: Date;
}

/** What a request has copied less often than this is still to be copied, until it has copied all alike. */
export interface CopyRound extends RequestCopies {
  than: number;
}

/** READY activities by what they wait for; any of these. */
export interface WaitingFilter {
  now: Date;
  /** What one waits for by itself. */
  own: ('SCHEDULE' | 'RETRY' | 'IN_FLIGHT')[];
  /** Those that are due in one of these lanes. */
  lanes: LaneColumns[];
}

/** What a search has found: `filter` matches it, unless there is nothing. */
export interface Found {
  matchedBy: MatchedBy | null;
  filter: SearchedFilter;
}

/** A filter whose search text and store, if there were any, are known by what they are. */
export interface SearchedFilter extends Omit<ActivityFilter, 'commerceExternalId'> {
  /** Null when the search found nothing. */
  match?: SearchMatch | null;
  /** What is read with it has so long; undefined: as long as any statement. */
  time?: ReadTime;
}

export interface ResultFilter {
  /** Only those of activities within; what stands alone is of no channel. */
  scope?: Scope;
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
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private readonly view = inBatches(async (tenantId: string, ids: readonly string[]) => {
    const rows = await this.database.query<ActivityRow>(viewActivities, [tenantId, ids]);
    const views = new Map(rows.map((row) => [row.id, viewOf(row)]));
    return ids.map((id) => views.get(id));
  });

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<ActivityView> {
    const view = await this.view(tenantId, id);
    if (!view) throw notFound('Activity', id);
    return view;
  }

  /** Whom it was sent to, or would be sent to now; null where that is nobody. */
  async recipientOf(tx: Queryable, tenantId: string, id: string): Promise<Recipient | null> {
    const [row] = await tx.query<ActivityRow>(viewActivities, [tenantId, [id]]);
    return row ? viewOf(row).recipient : null;
  }

  /** Those of these activities that exist, newest first, as a list shows them: beyond some megabytes they are cut. */
  async getAll(tenantId: string, ids: readonly string[]): Promise<ActivityView[]> {
    if (ids.length === 0) return [];
    return (await this.database.query<ActivityRow>(viewListed, [tenantId, ids])).map(viewOf);
  }

  /**
   * Finds out what a text stands for: an id, a key, a provider's id, a store or a reason. The first that an activity fits
   * which the filter lets through answers alone. Without a text the filter is returned, with the time to read by it.
   * @throws SEARCH_TOO_BROAD after 5 s, as does what is read with the filter that it returns
   */
  async search(tenantId: string, text: string | undefined, asked: ActivityFilter): Promise<Found> {
    const time = readTime(this.database, this.clock);
    const filter = await this.withStore(tenantId, asked);
    if (!filter) return { matchedBy: null, filter: { ...asked, match: null } };
    if (text === undefined) return { matchedBy: null, filter: { ...filter, time } };
    for await (const match of waysOf(tenantId, text, time)) {
      const isBounded = filter.createdFrom !== undefined || filter.createdTo !== undefined;
      const createdFrom = match.by === 'reason' && !isBounded ? this.clock.daysAgo(reasonDays) : filter.createdFrom;
      const found = { ...filter, createdFrom, match, time };
      const [first] = await this.listIds(tenantId, found, { before: undefined, offset: 0, limit: 1 });
      if (first !== undefined) return { matchedBy: match.by, filter: found };
    }
    return { matchedBy: null, filter: { ...filter, match: null } };
  }

  async list(tenantId: string, filter: SearchedFilter, slice: Slice): Promise<ActivityView[]> {
    return this.getAll(tenantId, await this.listIds(tenantId, filter, slice));
  }

  async listIds(tenantId: string, filter: SearchedFilter, slice: Slice): Promise<string[]> {
    if (filter.match === null) return [];
    const { text, values } = slicing('a.id', 'activities a', activityConditions(tenantId, filter), slice);
    return (await this.read<{ id: string }>(filter, text, values)).map(({ id }) => id);
  }

  /** @param atMost where counting stops; to the end unless given */
  async count(tenantId: string, filter: SearchedFilter, atMost?: number): Promise<number> {
    if (filter.match === null) return 0;
    const { text, values } = counting('activities a', activityConditions(tenantId, filter), atMost);
    const [row] = await this.read<{ total: number }>(filter, text, values);
    return row?.total ?? 0;
  }

  /** How many there are of each `lastError.code`; those without one are `NONE`. */
  async countByErrorCode(tenantId: string, filter: SearchedFilter): Promise<Record<string, number>> {
    if (filter.match === null) return {};
    const { where, values } = activityConditions(tenantId, filter);
    const text = `SELECT COALESCE(a.last_error_code, 'NONE') AS code, count(*) AS total FROM activities a
      WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1`;
    const rows = await this.read<{ code: string; total: number }>(filter, text, values);
    return Object.fromEntries(rows.map(({ code, total }) => [code, total]));
  }

  /** How often the activity that is copied most often is, by these copies. */
  async mostCopied(tenantId: string, { request, since }: RequestCopies): Promise<number> {
    const { where, values } = new Conditions()
      .add('a.tenant_id = ? AND a.retry_of IS NOT NULL', tenantId)
      .addAll(madeBy('a', '?', '?'), [request, since])
      .add('a.id >= ?::uuid', idsFrom(since));
    const text = `SELECT count(*) AS times FROM activities a WHERE ${where} GROUP BY a.retry_of ORDER BY 1 DESC LIMIT 1`;
    const [row] = await this.database.query<{ times: number }>({ name: '', text }, values);
    return row?.times ?? 0;
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

  /** What it is linked to, oldest first, so many of each relation at most. */
  async links(tenantId: string, id: string, atMost: number): Promise<ActivityLink[]> {
    return this.database.query<ActivityLink>(viewLinks, [tenantId, id, atMost]);
  }

  /** @throws NOT_FOUND */
  async result(tenantId: string, id: string): Promise<ResultRow> {
    const [row] = await this.database.query<ResultRow>(findResult, [tenantId, id]);
    if (!row) throw notFound('Activity result', id);
    return row;
  }

  /** @throws SEARCH_TOO_BROAD */
  async results(tenantId: string, filter: ResultFilter, slice: Slice): Promise<ResultRow[]> {
    const { text, values } = slicing('a.*', resultTables, resultConditions(tenantId, filter), slice);
    return readTime(this.database, this.clock).query<ResultRow>(listedResults(text), values);
  }

  /** @param atMost where counting stops; to the end unless given. @throws SEARCH_TOO_BROAD */
  async countResults(tenantId: string, filter: ResultFilter, atMost?: number): Promise<number> {
    const { text, values } = counting(resultTables, resultConditions(tenantId, filter), atMost);
    const [row] = await readTime(this.database, this.clock).query<{ total: number }>(text, values);
    return row?.total ?? 0;
  }

  /**
   * The filter by the id of the store that it names: of an id the planner knows whether that store has ten activities or a
   * sixth of all, and whether to look there first. Undefined when nothing can match.
   */
  private async withStore(tenantId: string, filter: ActivityFilter): Promise<ActivityFilter | undefined> {
    const { commerceExternalId, ...rest } = filter;
    if (commerceExternalId === undefined) return filter;
    const [store] = await this.database.query<CommerceReference>(findCommerces, [tenantId, [], [commerceExternalId]]);
    if (!store || (rest.commerceId !== undefined && rest.commerceId.toLowerCase() !== store.id)) return undefined;
    return { ...rest, commerceId: store.id };
  }

  private async read<Row>({ time }: SearchedFilter, text: string, values: unknown[]): Promise<Row[]> {
    return time ? time.query<Row>(text, values) : this.database.query<Row>({ name: '', text }, values);
  }
}

const resultTables = 'activity_results a';

/** SQL of a slice, newest first. */
function slicing(columns: string, tables: string, conditions: Conditions, { before, offset, limit }: Slice) {
  const { where, values } = conditions.add('a.id < ?', before);
  const text = `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY a.id DESC LIMIT ${limit} OFFSET ${offset}`;
  return { text, values };
}

/** SQL of a total. */
function counting(tables: string, { where, values }: Conditions, atMost: number | undefined) {
  const counted =
    atMost === undefined
      ? `${tables} WHERE ${where}`
      : `(SELECT 1 FROM ${tables} WHERE ${where} LIMIT ${atMost}) AS counted`;
  return { text: `SELECT count(*) AS total FROM ${counted}`, values };
}

/** READY ones are in two indexes, queued and waiting, and in no other: each must be asked for in its own words. */
export function statusCondition(statuses: ActivityStatus[] | undefined): string {
  if (!statuses?.includes('READY')) {
    // One status as an equality: the planner then knows that its index has them in the order of their ids.
    return statuses?.length === 1 ? 'a.status = (?::text[])[1]' : 'a.status = ANY(?::text[])';
  }
  const others = statuses.length > 1 ? `(a.status <> 'READY' AND a.status = ANY(?::text[]))` : '?::text[] IS NULL';
  return `((a.status = 'READY' AND a.next_attempt_at IS NULL)
    OR (a.status = 'READY' AND a.next_attempt_at IS NOT NULL) OR ${others})`;
}

const isFor = `a.id IN (
  SELECT u.activity_id FROM activity_target_users u WHERE u.tenant_id = $1 AND u.commerce_user_id = ?::uuid)`;

/** The tenant is the first value of every list: $1. */
function activityConditions(tenantId: string, filter: SearchedFilter): Conditions {
  const conditions = new Conditions()
    .add('a.tenant_id = ?', tenantId)
    .add('a.id = ANY(?::uuid[])', filter.ids)
    .add(statusCondition(filter.status), filter.status)
    .add('a.type = ANY(?::text[])', filter.type)
    .add('a.channel = ANY(?::text[])', filter.channel)
    .add('a.origin = ANY(?::text[])', filter.origin)
    .add('a.commerce_id = ?', filter.commerceId)
    .add(isFor, filter.commerceUserId)
    .add('a.operator_id = ?', filter.operatorId)
    .add('a.route_id = ?', filter.routeId)
    .add('a.dispatch_config_id = ?', filter.dispatchConfigId)
    .add('a.reason = ?', filter.reason)
    .add('a.provider_code = ?', filter.provider)
    .add('a.scheduled_at >= ?', filter.scheduledFrom)
    .add('a.scheduled_at <= ?', filter.scheduledTo)
    .add('a.created_at >= ?', filter.createdFrom)
    .add('a.created_at <= ?', filter.createdTo)
    .add('a.id >= ?::uuid', idsFrom(filter.createdFrom))
    .add('a.id <= ?::uuid', idsTo(filter.createdTo))
    .add('a.id < ?::uuid', filter.olderThan);
  const { errorCode, label = {}, newerThan, waiting, match } = filter;
  // One code as an equality, so that the index gives its activities in their order.
  if (errorCode?.length === 1) conditions.add('a.last_error_code = ?', errorCode[0]);
  else conditions.add('a.last_error_code = ANY(?::text[])', errorCode);
  for (const member of Object.entries(label)) conditions.addAll('a.metadata ->> ?::text = ?', member);
  if (waiting) addWaiting(conditions, waiting);
  if (match) conditions.add(match.condition, match.value);
  if (typeof newerThan === 'string') conditions.add('a.id > ?::uuid', newerThan);
  else conditions.add('a.created_at > ?', newerThan).add('a.id >= ?::uuid', idsFrom(newerThan));
  if (filter.scope) addScope(conditions, filter.scope);
  if (filter.redriven !== undefined)
    conditions.addAll(`${filter.redriven ? '' : 'NOT '}EXISTS (SELECT ${copiesOfIt})`, []);
  if (filter.round) {
    const { request, since, than } = filter.round;
    conditions.addAll(
      `(SELECT count(*) ${copiesOfIt} AND ${madeBy('copy', '?', '?')}) < ?
        AND NOT (a.retry_of IS NOT NULL AND ${madeBy('a', '?', '?')})`,
      [request, since, than, request, since],
    );
  }
  return conditions;
}

const waitsByItself = `a.status = 'READY' AND a.next_attempt_at IS NOT NULL AND a.lease_token`;
const ownConditions: Record<WaitingFilter['own'][number], string> = {
  IN_FLIGHT: `(${waitsByItself} IS NOT NULL)`,
  SCHEDULE: `(${waitsByItself} IS NULL AND a.next_attempt_at > ?::timestamptz AND a.dispatch_attempt_count = 0)`,
  RETRY: `(${waitsByItself} IS NULL AND a.next_attempt_at > ?::timestamptz AND a.dispatch_attempt_count > 0)`,
};
const inLane = `(a.channel, COALESCE(a.pinned_config_id::text, '')) IN (SELECT * FROM unnest(?::text[], ?::text[]))`;

/** Queued ones and those that wait are in an index each, and asked for in its words, as in {@link statusCondition}. */
function addWaiting(conditions: Conditions, { now, own, lanes }: WaitingFilter): void {
  const parts = own.map((reason) => ownConditions[reason]);
  const values: unknown[] = own.filter((reason) => reason !== 'IN_FLIGHT').map(() => now);
  if (lanes.length > 0) {
    const columns = [lanes.map(({ channel }) => channel), lanes.map((lane) => lane.pinned_config_id ?? '')];
    parts.push(
      `(a.status = 'READY' AND a.next_attempt_at IS NULL AND ${inLane})`,
      `(${waitsByItself} IS NULL AND a.next_attempt_at <= ?::timestamptz AND ${inLane})`,
    );
    values.push(...columns, now, ...columns);
  }
  conditions.addAll(parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`, values);
}

function resultConditions(tenantId: string, filter: ResultFilter): Conditions {
  const conditions = new Conditions()
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
    .add('a.created_at <= ?', filter.createdTo)
    .add('a.id >= ?::uuid', idsFrom(filter.createdFrom))
    .add('a.id <= ?::uuid', idsTo(filter.createdTo));
  const { channels = null, dispatchConfigIds = null } = filter.scope ?? {};
  if (!channels && !dispatchConfigIds) return conditions;
  const within = addScope(new Conditions(conditions.values), { channels, dispatchConfigIds }, 'v');
  return conditions.addAll(
    `(a.activity_id IS NULL OR EXISTS (
      SELECT FROM activities v WHERE v.tenant_id = $1 AND v.id = a.activity_id AND ${within.where}))`,
    [],
  );
}
