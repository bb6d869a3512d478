import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { eventually } from '../support/eventually';
import { signaturesBy, WebhookEndpoint } from './endpoint';

const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };
const unknown = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';

describe('following what webhooks are told', () => {
  let scenario: Scenario;
  let actor: Actor;
  let endpoint: WebhookEndpoint;
  beforeAll(async () => {
    scenario = await Scenario.start(1, { webhookMaxAttempts: 1 });
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    endpoint = await WebhookEndpoint.make(actor, 'activity.created');
  });
  afterEach(() => endpoint.close());

  const path = (rest = '') => `/api/webhooks/${endpoint.id}${rest}`;
  const get = async (rest = '') => (await actor.request<Record<string, unknown>>('GET', path(rest))).body;
  const failing = async (count: number) => {
    endpoint.sink.answerWith(() => ({ status: 400, body: { why: 'no such store' } }));
    for (let made = 0; made < count; made += 1) await actor.create(later);
    return eventually(
      () => endpoint.deliveries('status=FAILED'),
      (all) => all.length === count,
    );
  };

  it('counts what is to be told and what was given up', async () => {
    const none = { pending: 0, failed: 0, oldestPendingAt: null };
    expect(await get()).toMatchObject(none);
    await failing(2);
    expect(await get()).toMatchObject({ ...none, failed: 2 });
    await actor.request('PATCH', path(), { body: { isActive: false } });
    await execute(
      scenario.api,
      `UPDATE webhook_deliveries SET status = 'PENDING', next_attempt_at = now() WHERE tenant_id = $1 AND id IN (
         SELECT id FROM webhook_deliveries WHERE tenant_id = $1 ORDER BY seq LIMIT 1)`,
      [actor.tenant.id],
    );
    const [oldest] = (await endpoint.deliveries()).slice(-1);
    const waiting = {
      pending: 1,
      failed: 1,
      oldestPendingAt: (oldest as unknown as { occurredAt: string }).occurredAt,
    };
    expect(await get()).toMatchObject(waiting);
    const list = await actor.request('GET', '/api/webhooks');
    expect(list.body).toMatchObject({ data: [{ id: endpoint.id, ...waiting }] });
  });

  it('shows a delivery as it was sent, without its signature, and what was answered', async () => {
    const [delivery] = await failing(1);
    const [call] = endpoint.sink.requests;
    const shown = await get(`/deliveries/${delivery?.id}`);
    expect(shown).toEqual({
      ...delivery,
      data: call?.json,
      headers: {
        'content-type': 'application/json',
        'webhook-id': delivery?.id,
        'webhook-timestamp': expect.stringMatching(/^\d+$/) as string,
        'webhook-signature': '•••',
      },
      lastResponseExcerpt: '{"why":"no such store"}',
    });
    expect(JSON.stringify(shown)).not.toContain('v1,');
  });

  it('keeps up to 4 kB of an answer', async () => {
    endpoint.sink.answerWith(() => ({ status: 200, body: 'é'.repeat(10_000) }));
    await actor.create(later);
    const [delivery] = await endpoint.untilAll('DELIVERED');
    const { lastResponseExcerpt } = await get(`/deliveries/${delivery?.id}`);
    expect(Buffer.byteLength(String(lastResponseExcerpt))).toBeGreaterThan(4000);
    expect(Buffer.byteLength(String(lastResponseExcerpt))).toBeLessThanOrEqual(4096);
  });

  it('resends all that was given up, or what matches', async () => {
    await failing(3);
    const resend = (body: object) => actor.request('POST', path('/deliveries/resend'), { body });
    expect(await resend({ filter: {}, dryRun: true })).toMatchObject({
      ...{ status: 200, body: { matched: 3, done: 0, remaining: 3 } },
    });
    const none = { matched: 0, done: 0, remaining: 0 };
    expect((await resend({ filter: { eventType: 'activity.failed' } })).body).toEqual(none);
    expect((await resend({ filter: { occurredTo: '2000-01-01T00:00:00Z' } })).body).toEqual(none);
    expect((await resend({ filter: { occurredFrom: '2999-01-01T00:00:00Z' } })).body).toEqual(none);
    endpoint.sink.answerWith(() => ({ status: 204 }));
    expect((await resend({ filter: {} })).body).toEqual({ matched: 3, done: 3, remaining: 0 });
    await endpoint.untilAll('DELIVERED');
    expect((await resend({ filter: {} })).body).toEqual(none);
    for (const body of [{}, { filter: 1 }, { filter: { eventType: 'x' } }, { filter: {}, dryRun: 'maybe' }]) {
      expect(await resend(body)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    }
  });

  it('tests an endpoint with a signed event that is in no log', async () => {
    const test = async () => (await actor.request('POST', path('/test'))).body;
    const answered = { durationMs: expect.any(Number) as number };
    expect(await test()).toEqual({ ok: true, httpStatus: 204, message: null, ...answered });
    const [call] = endpoint.sink.requests;
    expect(call?.json).toMatchObject({ type: 'webhook.test', data: { webhookId: endpoint.id } });
    expect(call && signaturesBy(endpoint.secret, call)).toHaveLength(1);
    expect(await endpoint.deliveries()).toEqual([]);
    endpoint.sink.answerNext({ status: 500 });
    expect(await test()).toEqual({ ok: false, httpStatus: 500, message: 'HTTP 500', ...answered });
    endpoint.sink.answerNext('drop');
    expect(await test()).toMatchObject({ ok: false, httpStatus: null, message: expect.any(String) as string });
  });

  it('is for those who may', async () => {
    const [delivery] = await failing(1);
    const one = path(`/deliveries/${delivery?.id}`);
    const other = await scenario.tenant();
    const body = { filter: {} };
    expect((await other.request('GET', one)).status).toBe(404);
    expect((await other.request('POST', path('/deliveries/resend'), { body })).status).toBe(404);
    expect((await other.request('POST', path('/test'))).status).toBe(404);
    expect((await actor.request('GET', path(`/deliveries/${unknown}`))).status).toBe(404);
    expect((await actor.request('GET', path('/deliveries/1'))).status).toBe(400);
    const viewer = await actor.tenant.key('VIEW_ACTIVITIES');
    const as = (key: string, method: string, url: string) =>
      scenario.api.request(method, url, { key, ...(method === 'POST' && { body }) });
    expect((await as(viewer, 'GET', one)).status).toBe(200);
    expect((await as(await actor.tenant.key('CREATE_ACTIVITY'), 'GET', one)).status).toBe(403);
    expect((await as(viewer, 'POST', path('/deliveries/resend'))).status).toBe(403);
    expect((await as(viewer, 'POST', path('/test'))).status).toBe(403);
  });
});
