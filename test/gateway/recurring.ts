import type { Response } from '../support/api';
import type { Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

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

export interface BackfillBody {
  created: number;
  existing: number;
  next_from: string | null;
  occurrences: OccurrenceBody[];
}

/** Once an hour, at a minute of the hour that is half an hour away. */
export const hourly = `${(new Date().getUTCMinutes() + 30) % 60} * * * *`;

/** A tenant's recurring actions, which go to the config `email`. */
export class Recurring {
  constructor(
    private readonly scenario: Scenario,
    readonly actor: Actor,
  ) {}

  async post(fields: Record<string, unknown> = {}): Promise<Response<RecurringBody>> {
    const action = { namespace: 'notifications', provider: 'email', action_type: 'remind', payload: { to: 'ana' } };
    return this.actor.request('POST', '/v1/recurring', { body: { ...action, ...fields } });
  }

  /** Hourly unless told. */
  async create(fields: Record<string, unknown> = {}): Promise<RecurringBody> {
    const { status, body } = await this.post({ cron_expression: hourly, ...fields });
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  async get(id: string): Promise<RecurringBody> {
    return (await this.at<RecurringBody>('GET', id)).body;
  }

  async at<Body>(method: string, id: string, rest = '', body?: object): Promise<Response<Body>> {
    return this.actor.request(method, `/v1/recurring/${id}${rest}`, body ? { body } : {});
  }

  /** Latest first. */
  async occurrences(id: string): Promise<OccurrenceBody[]> {
    return (await this.at<{ occurrences: OccurrenceBody[] }>('GET', id, '/occurrences')).body.occurrences;
  }

  /** As if no dispatcher had run for so many hours. */
  async miss(id: string, hours: number): Promise<void> {
    const statement = `UPDATE recurring_actions SET next_at = next_at - $2 * interval '1 hour' WHERE id = $1`;
    await execute(this.scenario.api, statement, [id, hours]);
  }
}
