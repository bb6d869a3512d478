import type { Action } from './action.js';
import type { components } from './schema.generated.js';
import { type CallOptions, type Request, segment, type V1 } from './v1.js';
import { type FromWire, fromWire, toWire } from './wire.js';

type Schemas = components['schemas'];
type Wire = Schemas['RecurringActionResponse'];

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
  overlapPolicy?: Wire['overlap_policy'];
  /** Of what was missed while no dispatcher ran; `fire_once` unless told. */
  missedPolicy?: Wire['missed_policy'];
  /** False: paused. */
  enabled?: boolean;
}

/** What is null goes back to what it is when it is not given. */
export type RecurringChanges = { [Field in Changeable]?: NewRecurringAction[Field] | null };
type Changeable = Exclude<keyof NewRecurringAction, 'namespace' | 'tenant'>;

/** A recurring action, and how far it is. */
export type RecurringAction = Omit<FromWire<Wire>, 'cronExpr'> & { cronExpression: string };

/** One time of a recurring action, and what became of it. */
export type Occurrence = FromWire<Schemas['OccurrenceResponse']>;

/** And how far its activity is; null where there is none any more. */
export type OccurrenceView = FromWire<Schemas['OccurrenceViewResponse']>;

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
  status?: Wire['status'];
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
    return readRecurring(await this.send<Wire>('POST', '', { body }, options));
  }

  /** Newest first. */
  async list(filter: RecurringFilter = {}, options: CallOptions = {}): Promise<Counted<RecurringAction>> {
    const request = { query: toWire(filter) };
    const answer = await this.send<Schemas['RecurringListResponse']>('GET', '', request, options);
    return { data: answer.recurring_actions.map(readRecurring), count: answer.count };
  }

  async get(id: string, options: CallOptions = {}): Promise<RecurringAction> {
    return readRecurring(await this.send<Wire>('GET', `/${segment(id)}`, {}, options));
  }

  /** Changes what is given. Another expression or zone counts from now on. */
  async update(id: string, changes: RecurringChanges, options: CallOptions = {}): Promise<RecurringAction> {
    return readRecurring(await this.send<Wire>('PATCH', `/${segment(id)}`, { body: toWire(changes) }, options));
  }

  /** With its history; the activities that were made stay. After a lost answer the repetition says NOT_FOUND. */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    await this.send('DELETE', `/${segment(id)}`, {}, options);
  }

  /** @throws ErrandError with status 409 unless it is active */
  async pause(id: string, options: CallOptions = {}): Promise<RecurringAction> {
    return readRecurring(await this.send<Wire>('POST', `/${segment(id)}/pause`, { body: {} }, options));
  }

  /** Goes on with the next time from now. @throws ErrandError with status 409 unless it is paused */
  async resume(id: string, options: CallOptions = {}): Promise<RecurringAction> {
    return readRecurring(await this.send<Wire>('POST', `/${segment(id)}/resume`, { body: {} }, options));
  }

  /** Fires the occurrences of the window that were not; each happens once, however often it is asked for. */
  async backfill(id: string, window: BackfillWindow, options: CallOptions = {}): Promise<Backfill> {
    const request = { body: toWire(window), isRepeatable: true };
    const wire = await this.send<Schemas['BackfillResponse']>('POST', `/${segment(id)}/backfill`, request, options);
    const { created, existing, nextFrom } = fromWire(wire);
    return { created, existing, nextFrom, occurrences: wire.occurrences.map(fromWire) };
  }

  /** What became of each time so far, latest first. */
  async occurrences(id: string, slice: Slice = {}, options: CallOptions = {}): Promise<Counted<OccurrenceView>> {
    const [path, request] = [`/${segment(id)}/occurrences`, { query: toWire(slice) }];
    const answer = await this.send<Schemas['OccurrenceListResponse']>('GET', path, request, options);
    return { data: answer.occurrences.map(fromWire), count: answer.count };
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

/** The expression has one name here, whichever the wire has for it. */
function readRecurring(wire: Wire): RecurringAction {
  const { cronExpr: cronExpression, ...same } = fromWire(wire);
  return { ...same, cronExpression };
}
