import { timestamp } from './action.js';
import { ErrandError } from './errand-error.js';
import { type ActionOutcome, readOutcome } from './outcome.js';
import type { components } from './schema.generated.js';
import { type CallOptions, segment, type V1 } from './v1.js';

type Wire = components['schemas']['ScheduledActionResponse'];

export interface ScheduledAction {
  /** What the outcome `scheduled` told; also the id of the activity. */
  actionId: string;
  /** Yours. */
  id: string | null;
  namespace: string;
  provider: string;
  actionType: string;
  payload: unknown;
  metadata: Record<string, unknown>;
  dedupKey: string | null;
  status: Wire['status'];
  scheduledFor: Date;
  /** The name of the rule that matched. */
  matchedRule: string | null;
  verdict: string;
  createdAt: Date;
  dispatchedAt: Date | null;
  attempts: number;
  /** Why the last attempt failed. */
  lastError: { code: string; message: string } | null;
}

/** Joined by AND; several statuses by OR. */
export interface ScheduledFilter {
  status?: ScheduledAction['status'][];
  namespace?: string;
  provider?: string;
  actionType?: string;
  scheduledFrom?: Date;
  scheduledTo?: Date;
  /** How many at most; 25 unless told, up to 100. */
  perPage?: number;
  /** The `nextCursor` of the page before. */
  cursor?: string;
}

export interface ScheduledPage {
  data: ScheduledAction[];
  /** Null at the end. */
  nextCursor: string | null;
}

/** Actions that were put off. */
export class ScheduledActions {
  constructor(private readonly v1: V1) {}

  /** Newest first. */
  async list(filter: ScheduledFilter = {}, options: CallOptions = {}): Promise<ScheduledPage> {
    const { actionType: action_type, scheduledFrom: scheduled_from, scheduledTo: scheduled_to, ...others } = filter;
    const query = { ...others, action_type, scheduled_from, scheduled_to };
    const request = { method: 'GET', path: '/v1/scheduled', query, isRepeatable: true };
    const { data, nextCursor } = (await this.v1.request({ ...request, ...options })) as {
      data: Wire[];
      nextCursor: string | null;
    };
    return { data: data.map(readScheduled), nextCursor };
  }

  async get(actionId: string, options: CallOptions = {}): Promise<ScheduledAction> {
    return this.one('GET', actionId, undefined, options);
  }

  /** Sends it at another time; in the past = now. */
  async reschedule(actionId: string, to: Date | string, options: CallOptions = {}): Promise<ScheduledAction> {
    return this.one('PATCH', actionId, { scheduled_for: timestamp(to) }, options);
  }

  /**
   * Also of one that is canceled already, so that it can be repeated when the answer was lost.
   * @throws ErrandError IN_FLIGHT or INVALID_TRANSITION when the send came first
   */
  async cancel(actionId: string, options: CallOptions = {}): Promise<ScheduledAction> {
    try {
      return await this.one('DELETE', actionId, undefined, options);
    } catch (error) {
      if (!(error instanceof ErrandError) || error.code !== 'INVALID_TRANSITION') throw error;
      const action = await this.get(actionId, options);
      if (action.status !== 'canceled') throw error;
      return action;
    }
  }

  /** Sends it now. Not repeated when the answer was lost: `get` says what became of it. */
  async fire(actionId: string, options: CallOptions = {}): Promise<ActionOutcome> {
    const path = `/v1/scheduled/${segment(actionId)}/fire`;
    return readOutcome(await this.v1.request({ method: 'POST', path, isRepeatable: false, ...options }));
  }

  private async one(method: string, id: string, body: unknown, options: CallOptions): Promise<ScheduledAction> {
    const path = `/v1/scheduled/${segment(id)}`;
    return readScheduled((await this.v1.request({ method, path, body, isRepeatable: true, ...options })) as Wire);
  }
}

function readScheduled(wire: Wire): ScheduledAction {
  const { id, namespace, provider, payload, metadata, status, verdict, attempts } = wire;
  return {
    ...{ id, namespace, provider, payload, metadata, status, verdict, attempts },
    actionId: wire.action_id,
    actionType: wire.action_type,
    dedupKey: wire.dedup_key,
    scheduledFor: new Date(wire.scheduled_for),
    matchedRule: wire.matched_rule,
    createdAt: new Date(wire.created_at),
    dispatchedAt: wire.dispatched_at === null ? null : new Date(wire.dispatched_at),
    lastError: wire.last_error,
  };
}
