import type { Action } from './action.js';
import { type CallOptions, type Request, segment, type V1 } from './v1.js';
import { type FromWire, fromWire, toWire } from './wire.js';

/** An action to do again and again. Its `dedupKey` may hold `{{recurring_id}}` and `{{execution_time}}`. */
export interface NewRecurringAction extends Omit<Action, 'id' | 'delaySeconds' | 'scheduledAt'> {
  /** 5 fields, or 6 with the seconds first. */
  cronExpression: string;
  /** IANA time zone; UTC unless told. */
  timezone?: string;
  name?: string;
  description?: string;
  /** Yours; nothing is made of them. */
  labels?: Record<string, unknown>;
  /** No occurrence after it. */
  endsAt?: Date | string;
  /** How often it is fired at most. */
  maxExecutions?: number;
  /** While the activity of the occurrence before is still to be sent; `allow_all` unless told. */
  overlapPolicy?: RecurringWire['overlap_policy'];
  /** Of what was missed while no dispatcher ran; `fire_once` unless told. */
  missedPolicy?: RecurringWire['missed_policy'];
  /** False: paused. */
  enabled?: boolean;
}

/** What is null goes back to what it is when it is not given. */
export type RecurringChanges = { [Field in keyof NewRecurringAction]?: NewRecurringAction[Field] | null };

interface RecurringWire {
  id: string;
  name: string | null;
  /** `completed`: no further occurrence, since its end has come or it was executed often enough. */
  status: 'active' | 'paused' | 'completed';
  /** Null unless it is active. */
  next_execution_at: string | null;
  namespace: string;
  /** Code of the tenant. */
  tenant: string;
  provider: string;
  action_type: string;
  payload: unknown;
  metadata: Record<string, unknown>;
  dedup_key: string | null;
  commerce_id: string | null;
  commerce_external_id: string | null;
  cron_expr: string;
  timezone: string;
  /** False while it is paused. */
  enabled: boolean;
  ends_at: string | null;
  max_executions: number | null;
  overlap_policy: 'allow_all' | 'skip';
  missed_policy: 'fire_once' | 'skip' | 'fire_all';
  description: string | null;
  labels: Record<string, unknown>;
  /** The time of the last occurrence that was fired in its turn. */
  last_executed_at: string | null;
  /** How often it was fired in its turn. */
  execution_count: number;
  created_at: string;
  updated_at: string;
  /** False while scheduled actions are switched off: occurrences are stored but not sent. */
  dispatching: boolean;
  /** Says so in words. */
  warning: string | null;
}

interface OccurrenceWire {
  scheduled_for: string;
  /** Fired in its turn, or later by a backfill. */
  kind: string;
  /** `fired`: an activity was made of it. */
  status: string;
  /** Why it was skipped. */
  reason: string | null;
  activity_id: string | null;
  /** How far the activity is; null where there is none any more. */
  activity_status: string | null;
  created_at: string;
}

interface BackfillWire {
  recurring_id: string;
  created: number;
  existing: number;
  next_from: string | null;
  occurrences: OccurrenceWire[];
}

export type RecurringAction = FromWire<RecurringWire>;

/** One time of a recurring action, and what became of it. */
export type Occurrence = FromWire<OccurrenceWire>;

export interface Backfill {
  /** How many activities were made. */
  created: number;
  /** How many of the window had been fired before. */
  existing: number;
  /** Where to go on, when the limit has left some of the window out. */
  nextFrom: Date | null;
  /** What became of those that had not been fired, oldest first. */
  occurrences: Occurrence[];
}

/** From `from` to `to`, both included. */
export interface BackfillWindow {
  from: Date | string;
  to: Date | string;
  /** How many occurrences at most; 100 unless told, up to 500. */
  limit?: number;
}

/** 100 from the first unless told. */
export interface Slice {
  limit?: number;
  offset?: number;
}

export interface RecurringFilter extends Slice {
  status?: RecurringWire['status'];
  namespace?: string;
}

/** A slice of a list, and how many there are in all. */
export interface Counted<Item> {
  data: Item[];
  count: number;
}

/** Actions at the times of a cron expression. */
export class RecurringActions {
  constructor(
    private readonly v1: V1,
    private readonly namespace: string | undefined,
  ) {}

  /** Not repeated when the answer was lost: `list` tells whether it was made. */
  async create(action: NewRecurringAction, options: CallOptions = {}): Promise<RecurringAction> {
    const body = toWire({ ...action, namespace: action.namespace ?? this.namespace });
    return fromWire(await this.send<RecurringWire>('POST', '', { body }, options));
  }

  /** Newest first. */
  async list(filter: RecurringFilter = {}, options: CallOptions = {}): Promise<Counted<RecurringAction>> {
    type Answer = { recurring_actions: RecurringWire[]; count: number };
    const { recurring_actions: data, count } = await this.send<Answer>('GET', '', { query: toWire(filter) }, options);
    return { data: data.map(fromWire), count };
  }

  async get(id: string, options: CallOptions = {}): Promise<RecurringAction> {
    return fromWire(await this.send<RecurringWire>('GET', `/${segment(id)}`, {}, options));
  }

  /** Changes what is given. Another expression or zone counts from now on. */
  async update(id: string, changes: RecurringChanges, options: CallOptions = {}): Promise<RecurringAction> {
    return fromWire(await this.send<RecurringWire>('PATCH', `/${segment(id)}`, { body: toWire(changes) }, options));
  }

  /** With its history; the activities that were made stay. After a lost answer the repetition says NOT_FOUND. */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    await this.send('DELETE', `/${segment(id)}`, {}, options);
  }

  /** @throws ErrandError with status 409 unless it is active */
  async pause(id: string, options: CallOptions = {}): Promise<RecurringAction> {
    return fromWire(await this.send<RecurringWire>('POST', `/${segment(id)}/pause`, { body: {} }, options));
  }

  /** Goes on with the next time from now. @throws ErrandError with status 409 unless it is paused */
  async resume(id: string, options: CallOptions = {}): Promise<RecurringAction> {
    return fromWire(await this.send<RecurringWire>('POST', `/${segment(id)}/resume`, { body: {} }, options));
  }

  /** Fires the occurrences of the window that were not; each happens once, however often it is asked for. */
  async backfill(id: string, window: BackfillWindow, options: CallOptions = {}): Promise<Backfill> {
    const request = { body: toWire(window), isRepeatable: true };
    const wire = await this.send<BackfillWire>('POST', `/${segment(id)}/backfill`, request, options);
    const { created, existing, nextFrom } = fromWire(wire);
    return { created, existing, nextFrom, occurrences: wire.occurrences.map(fromWire) };
  }

  /** What became of each time so far, latest first. */
  async occurrences(id: string, slice: Slice = {}, options: CallOptions = {}): Promise<Counted<Occurrence>> {
    type Answer = { occurrences: OccurrenceWire[]; count: number };
    const query = toWire(slice);
    const { occurrences: data, count } = await this.send<Answer>(
      'GET',
      `/${segment(id)}/occurrences`,
      { query },
      options,
    );
    return { data: data.map(fromWire), count };
  }

  private async send<Answer>(
    method: string,
    rest: string,
    request: Pick<Request, 'query' | 'body'> & { isRepeatable?: boolean },
    options: CallOptions,
  ): Promise<Answer> {
    const path = `/v1/recurring${rest}`;
    return this.v1.request<Answer>({ method, path, isRepeatable: method !== 'POST', ...request, ...options });
  }
}
