import { randomUUID } from 'node:crypto';
import type { Response } from '../support/api';
import type { Actor, Scenario } from '../support/scenario';
import type { SinkRequest } from '../support/sink';

export interface OutcomeBody {
  Executed?: { status: string; body: unknown; headers: object };
  Failed?: { code: string; message: string; retryable: boolean; attempts: number };
  Scheduled?: { action_id: string; scheduled_for: string };
  Suppressed?: { rule: string };
  Throttled?: { retry_after: { secs: number; nanos: number } };
  outcome?: string;
  action_id?: string;
  scheduled_for?: string;
  [field: string]: unknown;
}

export interface ScheduledBody {
  action_id: string;
  status: string;
  scheduled_for: string;
  attempts: number;
  [field: string]: unknown;
}

/** A tenant whose actions go to the scenario's sink by a config named `email`. */
export class Gateway {
  private constructor(
    readonly actor: Actor,
    readonly configId: string,
  ) {}

  static async open(scenario: Scenario, config: Record<string, unknown> = {}): Promise<Gateway> {
    const actor = await scenario.tenant();
    return new Gateway(actor, await actor.yom({ name: 'email', ...config }));
  }

  /** Puts these in place of the tenant's rules. */
  async rules(yaml: string): Promise<void> {
    const headers = { 'content-type': 'application/yaml' };
    const path = '/api/rules/import?replace=true';
    const { status, body } = await this.actor.request('POST', path, { body: yaml, headers });
    if (status !== 200) throw new Error(`rules refused: ${JSON.stringify(body)}`);
  }

  /** One rule for the action type `act`. */
  async rule(action: string): Promise<void> {
    await this.rules(`rules: [{ name: r, condition: { field: action.action_type, eq: act }, action: ${action} }]`);
  }

  action(fields: Record<string, unknown> = {}): Record<string, unknown> {
    const action = { id: randomUUID(), namespace: 'notifications', provider: 'email', action_type: 'act' };
    return { ...action, payload: { to: 'ana@store.example' }, ...fields };
  }

  async post(fields: Record<string, unknown> = {}, query = ''): Promise<Response<OutcomeBody>> {
    return this.actor.request<OutcomeBody>('POST', `/v1/dispatch${query}`, { body: this.action(fields) });
  }

  /** The outcome, which always comes with 200. */
  async dispatch(fields: Record<string, unknown> = {}, query = ''): Promise<OutcomeBody> {
    const { status, body } = await this.post(fields, query);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  async scheduled(id: string): Promise<ScheduledBody> {
    return (await this.actor.request<ScheduledBody>('GET', `/v1/scheduled/${id}`)).body;
  }
}

/** What a provider got as attributes. */
export function attributesOf(request: SinkRequest | undefined): unknown {
  return (request?.json as { attributes?: unknown } | undefined)?.attributes;
}
