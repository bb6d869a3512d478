import type { Permission } from '@errand/tenants';
import { type Actor, type ActivityBody, Scenario } from '../support/scenario';
import { tenantPermissions } from '../support/tenants';

interface Made {
  id: string;
  plaintextKey: string;
}

let scenario: Scenario;
let actor: Actor;
/** By channel: an activity that any key of the whole tenant sees. */
const activities: Record<string, string> = {};
const configs: Record<string, string> = {};
let email: string;
let emailConfig: string;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  for (const channel of ['EMAIL', 'SMS']) {
    const { body } = await whole<Made>('POST', '/api/dispatch-configs', {
      name: channel.toLowerCase(),
      providerCode: 'MOCK',
      channel,
    });
    configs[channel] = body.id;
    activities[channel] = (await whole<Made>('POST', '/api/activities', message(channel))).body.id;
  }
  email = await key({ channels: ['EMAIL'] });
  emailConfig = await key({ dispatchConfigIds: [configs.EMAIL] });
});

afterAll(() => scenario.close());

let count = 0;
const message = (channel: string, fields: object = {}) => ({
  type: 'MESSAGE',
  reason: 'PROMOTION',
  channel,
  commerceExternalId: 'STORE-1',
  idempotencyKey: `scope-${(count += 1)}`,
  scheduledAt: '2999-01-01T00:00:00Z',
  ...fields,
});

async function key(scope: object, permissions: readonly Permission[] = tenantPermissions): Promise<string> {
  const { status, body } = await whole<Made>('POST', '/api/api-keys', { name: 'scoped', permissions, ...scope });
  expect({ status, body }).toMatchObject({ status: 201, body: scope });
  return body.plaintextKey;
}

const whole = <Body>(method: string, path: string, body?: unknown) =>
  scenario.api.request<Body>(method, path, { tenant: actor.tenant.id, ...(body === undefined ? {} : { body }) });
const as = <Body>(scoped: string, method: string, path: string, body?: unknown) =>
  scenario.api.request<Body>(method, path, { key: scoped, ...(body === undefined ? {} : { body }) });

const forbidden = { status: 403, body: { code: 'FORBIDDEN' } };
const absent = { status: 404, body: { code: 'NOT_FOUND' } };
const both = () => [email, emailConfig];

interface List {
  data: { id: string; action_id?: string; channel?: string; activityId?: string | null }[];
  meta: { total: number };
}

describe('a key that is bound to channels or dispatch configs', () => {
  it('creates and sees activities of its own', async () => {
    for (const scoped of both()) {
      const made = await as<ActivityBody>(scoped, 'POST', '/api/activities', message('EMAIL'));
      expect(made.status).toBe(201);
      for (const path of ['', '/status-events', '/attempts', '/attributes', '/target-users']) {
        expect((await as(scoped, 'GET', `/api/activities/${made.body.id}${path}`)).status).toBe(200);
      }
      expect((await as(scoped, 'PATCH', `/api/activities/${made.body.id}/cancel`)).status).toBe(200);
    }
  });

  it('creates none of others, of many those that are its own', async () => {
    for (const scoped of both()) {
      expect(await as(scoped, 'POST', '/api/activities', message('SMS'))).toMatchObject(forbidden);
      const task = { ...message('SALESMAN'), type: 'TASK' };
      expect((await as(scoped, 'POST', '/api/activities/tasks', task)).status).not.toBe(201);
      const bulk = await as<{ results: unknown[] }>(scoped, 'POST', '/api/activities/bulk', {
        activities: [message('SMS'), message('EMAIL'), message('PUSH')],
      });
      expect(bulk).toMatchObject({
        status: 200,
        body: {
          results: [
            { index: 0, status: 'invalid', error: { code: 'FORBIDDEN' } },
            { index: 1, status: 'created' },
            { index: 2, status: 'invalid', error: { code: 'FORBIDDEN' } },
          ],
        },
      });
    }
  });

  it('finds no others in reads, and may do nothing to them', async () => {
    for (const scoped of both()) {
      const path = `/api/activities/${activities.SMS}`;
      for (const part of ['', '/status-events', '/attempts', '/attributes', '/target-users']) {
        expect(await as(scoped, 'GET', path + part)).toMatchObject(absent);
      }
      for (const [method, part, body] of [
        ['POST', '/dispatch'],
        ['PATCH', '/cancel'],
        ['PATCH', '/retry-resolution'],
        ['PATCH', '', { score: 1 }],
      ] as const) {
        expect(await as(scoped, method, path + part, body)).toMatchObject(forbidden);
      }
      expect(await as(scoped, 'POST', `/api/activities/tasks/${activities.SMS}/dispatch`)).toMatchObject(forbidden);
    }
    expect((await whole<ActivityBody>('GET', `/api/activities/${activities.SMS}`)).body).toMatchObject({
      status: 'READY',
      score: 0,
    });
  });

  it('counts and lists no others, however they are asked for', async () => {
    for (const scoped of both()) {
      for (const query of ['total=exact', 'channel=SMS,EMAIL', `search=${activities.SMS}`, 'search=PROMOTION']) {
        const { body } = await as<List>(scoped, 'GET', `/api/activities?${query}`);
        expect(body.data.filter(({ channel }) => channel !== 'EMAIL')).toEqual([]);
        expect(body.meta.total).toBe(body.data.length);
      }
      expect((await as<List>(scoped, 'GET', '/api/activities?channel=SMS')).body).toMatchObject({
        data: [],
        meta: { total: 0 },
      });
    }
  });

  it('sees results and tasks of its own only, and knows no others by their provider’s id', async () => {
    const { body: sent } = await whole<ActivityBody>(
      'POST',
      '/api/activities',
      message('SMS', { scheduledAt: undefined }),
    );
    expect((await whole('POST', `/api/activities/${sent.id}/dispatch`)).status).toBe(200);
    const { providerActivityId } = await actor.get(sent.id);
    const result = { status: 'COMPLETED', occurredAt: '2026-01-01T00:00:00Z', providerActivityId };
    for (const scoped of both()) {
      expect(await as(scoped, 'POST', '/api/activity-results', result)).toMatchObject(absent);
    }
    const { body: applied } = await whole<Made>('POST', '/api/activity-results', result);
    const alone = { ...result, providerActivityId: undefined, commerceExternalId: 'STORE-1' };
    const { body: standing } = await whole<Made>('POST', '/api/activity-results', alone);
    const task = { type: 'TASK', assignedRouteExternalId: 'R-1', assignedOperatorExternalId: 'OP-1' };
    expect((await whole('POST', '/api/activities', message('SALESMAN', task))).status).toBe(201);
    for (const scoped of both()) {
      expect(await as(scoped, 'GET', `/api/activity-results/${applied.id}`)).toMatchObject(absent);
      expect((await as(scoped, 'GET', `/api/activity-results/${standing.id}`)).status).toBe(200);
      const { body } = await as<List>(scoped, 'GET', '/api/activity-results?createdFrom=2020-01-01T00:00:00Z');
      expect({ ids: body.data.map(({ id }) => id), total: body.meta.total }).toEqual({ ids: [standing.id], total: 1 });
      expect((await as<List>(scoped, 'GET', '/api/integration/activities/tasks')).body.data).toEqual([]);
    }
    const { body } = await as<List>(await key({ channels: ['SALESMAN'] }), 'GET', '/api/integration/activities/tasks');
    expect(body.data).toHaveLength(1);
  });

  it('redrives no others, by ids or by filter', async () => {
    const failed = await whole<ActivityBody>('POST', '/api/activities', message('SMS', { scheduledAt: undefined }));
    const failing = { settings: { failureRate: 1 }, retry: { maxAttempts: 1 } };
    expect((await whole('PATCH', `/api/dispatch-configs/${configs.SMS}`, failing)).status).toBe(200);
    await whole('POST', `/api/activities/${failed.body.id}/dispatch`);
    expect(await actor.get(failed.body.id)).toMatchObject({ status: 'FAILED' });
    for (const scoped of both()) {
      for (const which of [{ ids: [failed.body.id] }, { filter: {} }]) {
        expect(await as(scoped, 'POST', '/api/activities/redrive', which)).toMatchObject({
          status: 200,
          body: { matched: 0, created: 0, alreadyRedriven: 0 },
        });
      }
    }
  });

  it('sees and changes its own dispatch configs only', async () => {
    const other = `/api/dispatch-configs/${configs.SMS}`;
    for (const scoped of both()) {
      expect(await as(scoped, 'GET', other)).toMatchObject(absent);
      expect(await as(scoped, 'PATCH', other, { isActive: false })).toMatchObject(forbidden);
      expect(await as(scoped, 'DELETE', other)).toMatchObject(forbidden);
      expect(await as(scoped, 'POST', `${other}/test`)).toMatchObject(forbidden);
      const own = `/api/dispatch-configs/${configs.EMAIL}`;
      expect((await as(scoped, 'GET', own)).status).toBe(200);
      expect((await as(scoped, 'PATCH', own, { priority: 1 })).status).toBe(200);
      const { body } = await as<List>(scoped, 'GET', '/api/dispatch-configs');
      expect({ ids: body.data.map(({ id }) => id), total: body.meta.total }).toEqual({
        ids: [configs.EMAIL],
        total: 1,
      });
      expect((await as<List>(scoped, 'GET', '/api/dispatch-configs?channel=SMS')).body.data).toEqual([]);
      const fresh = { name: 'another', providerCode: 'MOCK', channel: 'SMS' };
      expect(await as(scoped, 'POST', '/api/dispatch-configs', fresh)).toMatchObject(forbidden);
    }
    expect(await as(email, 'PATCH', `/api/dispatch-configs/${configs.EMAIL}`, { channel: 'SMS' })).toMatchObject(
      forbidden,
    );
  });

  it('reports results of its own only', async () => {
    for (const scoped of both()) {
      const result = { status: 'COMPLETED', occurredAt: '2026-01-01T00:00:00Z' };
      const report = { ...result, activityId: activities.SMS };
      expect(await as(scoped, 'POST', '/api/activity-results', report)).toMatchObject(forbidden);
      expect(await as(scoped, 'POST', '/api/activity-results/bulk', { results: [report] })).toMatchObject({
        body: { results: [{ status: 'invalid', error: { code: 'FORBIDDEN' } }] },
      });
    }
  });

  it('asks the gateway for its own providers only', async () => {
    const action = (provider: string) => ({
      namespace: 'n',
      provider,
      action_type: 'PROMOTION',
      payload: {},
      delay_seconds: 600,
    });
    for (const [place, scoped] of both().entries()) {
      expect((await as(scoped, 'POST', '/v1/dispatch', action('sms'))).status).toBe(403);
      expect((await as(scoped, 'POST', '/v1/dispatch?dry_run=true', action('sms'))).status).toBe(403);
      expect(await as(scoped, 'POST', '/v1/dispatch/batch', [action('sms')])).toMatchObject({
        status: 200,
        body: [{ error: { code: 'FORBIDDEN' } }],
      });
      const recurring = (provider: string) => ({
        ...action(provider),
        name: `r${place}`,
        cron_expression: '0 0 * * *',
      });
      const { delay_seconds: _delay, ...daily } = recurring('sms');
      expect((await as(scoped, 'POST', '/v1/recurring', daily)).status).toBe(403);
      const others = await whole<{ id: string }>('POST', '/v1/recurring', { ...daily, name: `w${place}` });
      expect(others.status).toBe(201);
      const own = await as<{ id: string }>(scoped, 'POST', '/v1/recurring', { ...daily, provider: 'email' });
      expect(own.status).toBe(201);
      for (const part of ['', '/occurrences', '/next']) {
        expect((await as(scoped, 'GET', `/v1/recurring/${others.body.id}${part}`)).status).toBe(404);
        expect((await as(scoped, 'GET', `/v1/recurring/${own.body.id}${part}`)).status).toBe(200);
      }
      expect((await as(scoped, 'POST', `/v1/recurring/${others.body.id}/pause`, {})).status).toBe(403);
      expect((await as(scoped, 'PATCH', `/v1/recurring/${own.body.id}`, { provider: 'sms' })).status).toBe(403);
      const { body } = await as<{ recurring_actions: { provider: string }[]; count: number }>(
        scoped,
        'GET',
        '/v1/recurring',
      );
      expect(new Set(body.recurring_actions.map(({ provider }) => provider))).toEqual(new Set(['email']));
      expect(body.count).toBe(body.recurring_actions.length);
    }
  });

  it('sees its own scheduled actions only', async () => {
    const schedule = async (provider: string) => {
      const body = {
        namespace: 'n',
        provider,
        action_type: 'PROMOTION',
        payload: {},
        delay_seconds: 600,
      };
      const { status, body: made } = await whole<Record<string, unknown>>('POST', '/v1/dispatch', body);
      expect({ status, made }).toMatchObject({ status: 200 });
    };
    await schedule('sms');
    await schedule('email');
    const all = await whole<List>('GET', '/v1/scheduled');
    for (const scoped of both()) {
      const { body } = await as<List>(scoped, 'GET', '/v1/scheduled');
      expect(body.data).toHaveLength(1);
      expect(body.meta.total).toBe(1);
      const other = all.body.data.find(({ action_id }) => action_id !== body.data[0]?.action_id);
      expect((await as(scoped, 'GET', `/v1/scheduled/${other?.action_id}`)).status).toBe(404);
      expect((await as(scoped, 'DELETE', `/v1/scheduled/${other?.action_id}`)).status).toBe(403);
      expect((await as(scoped, 'POST', `/v1/scheduled/${other?.action_id}/fire`)).status).toBe(403);
    }
  });

  it('has no say in what is of the whole tenant', async () => {
    for (const scoped of both()) {
      for (const [method, path] of [
        ['GET', '/api/webhooks'],
        ['POST', '/api/webhooks'],
        ['POST', '/api/rules'],
        ['POST', '/api/rules/import'],
        ['POST', '/api/activity-config/attribute-policies'],
        ['POST', '/api/activity-config/target-resolution'],
      ] as const) {
        expect(await as(scoped, method, path, method === 'POST' ? {} : undefined)).toMatchObject(forbidden);
      }
      for (const path of ['/api/rules', '/api/commerces', '/api/operators', '/api/tenants/me']) {
        expect((await as(scoped, 'GET', path)).status).toBe(200);
      }
    }
  });
});

describe('a key that is bound to a dispatch config', () => {
  it('neither creates nor sends where another one of the channel would be used', async () => {
    const { body: first } = await whole<Made>('POST', '/api/dispatch-configs', {
      name: 'first',
      providerCode: 'MOCK',
      channel: 'EMAIL',
      priority: -1,
    });
    expect(await as(emailConfig, 'POST', '/api/activities', message('EMAIL'))).toMatchObject(forbidden);
    expect(await as(emailConfig, 'POST', `/api/activities/${activities.EMAIL}/dispatch`)).toMatchObject(forbidden);
    expect((await as(email, 'POST', '/api/activities', message('EMAIL'))).status).toBe(201);
    await whole('PATCH', `/api/dispatch-configs/${first.id}`, { isActive: false });
    expect((await as(emailConfig, 'POST', '/api/activities', message('EMAIL'))).status).toBe(201);
  });
});
