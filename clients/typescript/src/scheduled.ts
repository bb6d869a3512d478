import { ErrandError } from './errand-error.js';
import { type ActionOutcome, readOutcome } from './outcome.js';
import type { components } from './schema.generated.js';
import { type CallOptions, segment, type V1 } from './v1.js';
import { type FromWire, fromWire, toWire } from './wire.js';

type Wire = components['schemas']['ScheduledActionResponse'];

/** An action that was put off, and how far it is. */
export type ScheduledAction = FromWire<Wire>;

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
    const query = toWire(filter);
    const request = { method: 'GET', path: '/v1/scheduled', query, isRepeatable: true, ...options };
    type Answer = { data: Wire[]; nextCursor: string | null };
    const { data, nextCursor } = await this.v1.request<Answer>(request);
    return { data: data.map(fromWire), nextCursor };
  }

  async get(actionId: string, options: CallOptions = {}): Promise<ScheduledAction> {
    return this.one('GET', actionId, undefined, options);
  }

  /** Sends it at another time; in the past = now. */
  async reschedule(actionId: string, to: Date | string, options: CallOptions = {}): Promise<ScheduledAction> {
    return this.one('PATCH', actionId, toWire({ scheduledFor: to }), options);
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
    return fromWire(await this.v1.request<Wire>({ method, path, body, isRepeatable: true, ...options }));
  }
}
