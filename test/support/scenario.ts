import { randomUUID } from 'node:crypto';
import type { Settings } from '@errand/config';
import { startApi, type TestApi } from './api';
import { startDispatcher } from './dispatcher';
import { eventually } from './eventually';
import { Sink } from './sink';
import { createTenant, type TestTenant } from './tenants';

export interface ActivityBody {
  id: string;
  status: string;
  dispatchAttemptCount: number;
  nextAttemptAt: string | null;
  providerActivityId: string | null;
  dispatchConfigId: string | null;
  lastError: {
    code: string;
    message: string;
    disposition: string | null;
    providerErrorCode: string | null;
  } | null;
  waitingFor: { reason: string; until: string | null; config: { id: string; name: string } | null } | null;
  retryOf: string | null;
  redrivenAs: string | null;
  [field: string]: unknown;
}

export interface EventBody {
  trigger: string;
  fromStatus: string | null;
  toStatus: string;
  actor: string;
}

export interface AttemptBody {
  number: number;
  outcome: string;
  httpStatus: number | null;
  disposition: string | null;
  errorCode: string | null;
  responseBody: string | null;
  [field: string]: unknown;
}

/** An api with a dispatcher on the same database, and a provider's server. */
export class Scenario {
  private readonly closers: (() => Promise<void>)[] = [];

  private constructor(
    readonly api: TestApi,
    public sink: Sink,
  ) {}

  /** @param dispatchers how many run; 0 leaves created activities waiting */
  static async start(dispatchers = 1, overrides: Partial<Settings> = {}): Promise<Scenario> {
    const api = await startApi(overrides);
    const sink = await Sink.start();
    const scenario = new Scenario(api, sink);
    for (let started = 0; started < dispatchers; started += 1) await scenario.addDispatcher(overrides);
    return scenario;
  }

  async addDispatcher(overrides: Partial<Settings> = {}): Promise<{ close(): Promise<void> }> {
    const dispatcher = await startDispatcher({ ...overrides, databaseUrl: this.api.settings.databaseUrl });
    let closed: Promise<void> | undefined;
    const close = () => (closed ??= dispatcher.close());
    this.closers.push(close);
    return { close };
  }

  /** From now on `sink` is one that nothing of the tenants before reaches: a test may leave work behind. */
  async freshSink(): Promise<void> {
    const { sink } = this;
    this.closers.push(() => sink.close());
    this.sink = await Sink.start();
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
    await this.sink.close();
    await this.api.close();
  }

  /** A tenant with a store that has an owner, and an operator on a route. */
  async tenant(): Promise<Actor> {
    const tenant = await createTenant(this.api);
    const actor = new Actor(tenant, this.sink);
    await actor.createMasterData();
    return actor;
  }
}

/** A tenant at work. */
export class Actor {
  commerceId = '';
  ownerId = '';
  routeId = '';
  operatorId = '';

  constructor(
    readonly tenant: TestTenant,
    private readonly sink: Sink,
  ) {}

  get request(): TestTenant['request'] {
    return this.tenant.request;
  }

  async createMasterData(): Promise<void> {
    const commerce = await this.made<{ id: string; users: { id: string }[] }>('/api/commerces', {
      externalId: 'STORE-1',
      name: 'Corner Store',
      users: [
        {
          externalId: 'U-1',
          firstName: 'Ana',
          lastName: 'Rojas',
          roles: ['OWNER'],
          contacts: [
            { type: 'WHATSAPP', value: '+56911112222', isPrimary: true },
            { type: 'EMAIL', value: 'ana@store.example' },
          ],
        },
      ],
    });
    this.commerceId = commerce.id;
    this.ownerId = commerce.users[0]?.id ?? '';
    const operator = { type: 'SALESMAN', name: 'Olga', externalId: 'OP-1', email: 'olga@field.example' };
    this.operatorId = (await this.made<{ id: string }>('/api/operators', operator)).id;
    this.routeId = (await this.made<{ id: string }>('/api/routes', { externalId: 'R-1', name: 'North' })).id;
  }

  /** A YOM config at the sink. */
  async yom(fields: Record<string, unknown> = {}): Promise<string> {
    const config = {
      name: `yom-${randomUUID()}`,
      providerCode: 'YOM',
      channel: 'WHATSAPP',
      baseUrl: this.sink.url,
      credentials: { apiKey: 'yom-secret-key' },
      ...fields,
    };
    return (await this.made<{ id: string }>('/api/dispatch-configs', config)).id;
  }

  message(fields: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      type: 'MESSAGE',
      channel: 'WHATSAPP',
      reason: 'send_reminder',
      commerceId: this.commerceId,
      idempotencyKey: randomUUID(),
      scheduledAt: '2026-01-01T00:00:00.000Z',
      ...fields,
    };
  }

  async create(fields: Record<string, unknown> = {}): Promise<ActivityBody> {
    return this.made<ActivityBody>('/api/activities', this.message(fields));
  }

  async get(id: string): Promise<ActivityBody> {
    return (await this.request<ActivityBody>('GET', `/api/activities/${id}`)).body;
  }

  async until(id: string, isThere: (activity: ActivityBody) => boolean): Promise<ActivityBody> {
    return eventually(() => this.get(id), isThere);
  }

  async untilStatus(id: string, status: string): Promise<ActivityBody> {
    return this.until(id, (activity) => activity.status === status);
  }

  /** The activities on the first page of a list, newest first. */
  async list(query = ''): Promise<ActivityBody[]> {
    return (await this.request<{ data: ActivityBody[] }>('GET', `/api/activities?${query}`)).body.data;
  }

  /** How many activities match a list's query. */
  async count(query: string): Promise<number> {
    const { status, body } = await this.request<{ meta: { total: number } }>(
      'GET',
      `/api/activities?perPage=1&${query}`,
    );
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body.meta.total;
  }

  async attempts(id: string): Promise<AttemptBody[]> {
    return (await this.request<{ data: AttemptBody[] }>('GET', `/api/activities/${id}/attempts`)).body.data;
  }

  /** The history as `READY → DISPATCHED` lines. */
  async transitions(id: string): Promise<string[]> {
    const events = await this.events(id);
    return events.map(({ fromStatus, toStatus }) => `${fromStatus ?? '–'} → ${toStatus}`);
  }

  async events(id: string): Promise<EventBody[]> {
    return (await this.request<{ data: EventBody[] }>('GET', `/api/activities/${id}/status-events`)).body.data;
  }

  async result(fields: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> {
    return this.request('POST', '/api/activity-results', {
      body: { status: 'COMPLETED', occurredAt: '2026-01-02T00:00:00.000Z', ...fields },
    });
  }

  private async made<Body>(path: string, body: unknown): Promise<Body> {
    const answer = await this.request<Body>('POST', path, { body });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
