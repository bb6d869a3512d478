import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { type EventBody, signaturesBy, WebhookEndpoint } from './endpoint';

const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };

describe('/api/webhooks', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(1);
    actor = await scenario.tenant();
  });
  afterAll(() => scenario.close());

  const body = { url: 'https://8.8.8.8/events', events: ['dispatch_config.down'] };
  const make = async () =>
    (await actor.request<{ id: string; secret: string }>('POST', '/api/webhooks', { body })).body;

  it('shows a secret once and keeps it sealed', async () => {
    const { secret, ...webhook } = await make();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toMatchObject({ ...body, isActive: true, disabledAt: null });
    const path = `/api/webhooks/${webhook.id}`;
    expect(await actor.request('GET', path)).toMatchObject({ status: 200, body: webhook });
    const changed = await actor.request('PATCH', path, { body: { events: ['dispatch_config.up'] } });
    const shown = [await actor.request('GET', path), await actor.request('GET', '/api/webhooks'), changed];
    const stored = await execute(scenario.api, 'SELECT * FROM webhooks WHERE id = $1', [webhook.id]);
    const text = JSON.stringify([shown, stored]);
    expect(text).not.toContain(secret.slice('whsec_'.length));
    expect(text).not.toContain('whsec_');
  });

  it.each([
    ['http://10.0.0.1/x', 'BLOCKED_ADDRESS'],
    ['http://169.254.169.254/latest', 'BLOCKED_ADDRESS'],
    ['ftp://example.com', 'VALIDATION_FAILED'],
    ['nowhere', 'VALIDATION_FAILED'],
    ['https://8.8.8.8/a b', 'VALIDATION_FAILED'],
    ['https://8.8.8.8/a\u200bb', 'VALIDATION_FAILED'],
    [' \u00a0', 'VALIDATION_FAILED'],
  ])('refuses the URL %s, at first and later', async (url, code) => {
    const refusal = { status: 400, body: { code, details: [{ field: 'url' }] } };
    expect(await actor.request('POST', '/api/webhooks', { body: { ...body, url } })).toMatchObject(refusal);
    const { id } = await make();
    expect(await actor.request('PATCH', `/api/webhooks/${id}`, { body: { url } })).toMatchObject(refusal);
  });

  it('stores a URL without what cannot be seen around it', async () => {
    const { id } = await make();
    for (const url of [' https://8.8.8.8/a\t', '\ufeffhttps://8.8.8.8/a\u00a0', 'https://8.8.8.8/a\u200b\r\n']) {
      const made = await actor.request('POST', '/api/webhooks', { body: { ...body, url } });
      expect(made).toMatchObject({ status: 201, body: { url: 'https://8.8.8.8/a' } });
      const changed = await actor.request('PATCH', `/api/webhooks/${id}`, { body: { url } });
      expect(changed).toMatchObject({ status: 200, body: { url: 'https://8.8.8.8/a' } });
    }
  });

  it.each([[[]], [['activity.ready']], [['activity.created', 'activity.created']], ['activity.created'], [null]])(
    'refuses the events %j',
    async (events) => {
      expect(await actor.request('POST', '/api/webhooks', { body: { ...body, events } })).toMatchObject({
        status: 400,
        body: { details: [{ field: expect.stringMatching(/^events/) as string }] },
      });
    },
  );

  it('keeps another tenant out of a webhook and its deliveries', async () => {
    const endpoint = await WebhookEndpoint.make(actor, 'activity.created');
    await actor.create(later);
    const [delivery] = await endpoint.untilAll('DELIVERED');
    const other = await scenario.tenant();
    const path = `/api/webhooks/${endpoint.id}`;
    for (const [method, url] of [
      ...[['GET', path] as const, ['PATCH', path] as const, ['DELETE', path] as const],
      ...[['POST', `${path}/rotate-secret`] as const, ['GET', `${path}/deliveries`] as const],
      ['POST', `${path}/deliveries/${delivery?.id}/resend`] as const,
    ]) {
      const answer = await other.request(method, url, method === 'PATCH' ? { body: {} } : {});
      expect([method, url, answer.status]).toEqual([method, url, 404]);
    }
    expect(await other.request('GET', '/api/webhooks')).toMatchObject({ body: { data: [], meta: { total: 0 } } });
    await endpoint.close();
  });

  it('signs with the old secret too for a day after a rotation', async () => {
    const endpoint = await WebhookEndpoint.make(actor, 'activity.created');
    const rotate = async () =>
      (await actor.request<{ secret: string }>('POST', `/api/webhooks/${endpoint.id}/rotate-secret`)).body.secret;
    const secrets = [await rotate(), endpoint.secret];
    await actor.create(later);
    const [request] = await endpoint.sink.waitForRequests(1);
    if (!request) throw new Error('no request');
    expect(secrets.flatMap((secret) => signaturesBy(secret, request)).join(' ')).toBe(
      request.headers['webhook-signature'],
    );
    for (let n = 0; n < 5; n += 1) await rotate();
    await actor.create(later);
    const [, last] = await endpoint.sink.waitForRequests(2);
    expect(String(last?.headers['webhook-signature']).split(' ')).toHaveLength(5);
    expect((last?.json as EventBody).type).toBe('activity.created');
    await endpoint.close();
  });

  it('refuses one more than fifty of a tenant', async () => {
    const owner = await scenario.tenant();
    const create = () => owner.request<{ id: string }>('POST', '/api/webhooks', { body });
    const made = await Promise.all(Array.from({ length: 49 }, create));
    expect(await create()).toMatchObject({ status: 201 });
    expect(await create()).toMatchObject({ status: 409, body: { code: 'LIMIT_REACHED' } });
    await owner.request('DELETE', `/api/webhooks/${made[0]?.body.id}`);
    const together = await Promise.all([create(), create()]);
    expect(together.map(({ status }) => status)).toContain(201);
    expect(await create()).toMatchObject({ status: 409 });
  });

  it('lists deliveries page by page, the latest first', async () => {
    const endpoint = await WebhookEndpoint.make(actor, 'activity.created');
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.unshift((await actor.create(later)).id);
    const path = `/api/webhooks/${endpoint.id}/deliveries?perPage=2`;
    type Page = { data: { subjectId: string }[]; nextCursor: string | null };
    const first = (await actor.request<Page>('GET', path)).body;
    const second = (await actor.request<Page>('GET', `${path}&cursor=${first.nextCursor}`)).body;
    expect([...first.data, ...second.data].map(({ subjectId }) => subjectId)).toEqual(ids);
    expect([first, second]).toMatchObject([{ meta: { total: 3 } }, { nextCursor: null }]);
    await endpoint.close();
  });
});
