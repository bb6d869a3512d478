import type { Response } from '../support/api';
import type { Actor } from '../support/scenario';

export interface RecurringBody {
  id: string;
  status: string;
  next_execution_at: string | null;
  last_executed_at: string | null;
  execution_count: number;
  [field: string]: unknown;
}

export interface OccurrenceBody {
  scheduled_for: string;
  kind: string;
  status: string;
  reason: string | null;
  activity_id: string | null;
  [field: string]: unknown;
}

/** A tenant's recurring actions. */
export class Recurring {
  constructor(private readonly actor: Actor) {}

  async post(fields: Record<string, unknown> = {}): Promise<Response<RecurringBody>> {
    const action = { namespace: 'notifications', provider: 'email', action_type: 'remind', payload: { to: 'ana' } };
    return this.actor.request('POST', '/v1/recurring', { body: { ...action, ...fields } });
  }

  async create(fields: Record<string, unknown> = {}): Promise<RecurringBody> {
    const { status, body } = await this.post(fields);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  async get(id: string): Promise<RecurringBody> {
    return (await this.actor.request<RecurringBody>('GET', `/v1/recurring/${id}`)).body;
  }

  async patch(id: string, body: object): Promise<Response<RecurringBody>> {
    return this.actor.request('PATCH', `/v1/recurring/${id}`, { body });
  }

  /** Latest first. */
  async occurrences(id: string): Promise<OccurrenceBody[]> {
    const path = `/v1/recurring/${id}/occurrences`;
    return (await this.actor.request<{ occurrences: OccurrenceBody[] }>('GET', path)).body.occurrences;
  }
}
