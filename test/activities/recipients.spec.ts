import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { entriesOf } from '../audit/entries';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { WebhookEndpoint } from '../webhooks/endpoint';

interface ContactBody {
  id: string;
  type: string;
  value: string;
  normalValue: string | null;
  blockedAt: string | null;
  blockedReason: string | null;
}

let scenario: Scenario;
let actor: Actor;
let endpoint: WebhookEndpoint | undefined;
beforeAll(async () => {
  scenario = await Scenario.start(1, { providerModules: [join(__dirname, '../dispatch/personal-provider.ts')] });
});
afterAll(() => scenario.close());
beforeEach(async () => {
  actor = await scenario.tenant();
});
afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
});

const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };
const ana = { firstName: 'Ana', lastName: 'Rojas', name: 'Ana Rojas' };

/** A config of its channel’s name whose provider writes to one person. */
async function personal(channel: string): Promise<void> {
  const retry = { maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 1 };
  const body = { name: channel, providerCode: 'PERSONAL', channel, retry };
  expect(await actor.request('POST', '/api/dispatch-configs', { body })).toMatchObject({ status: 201 });
}

/** Gives the owner of the store another contact. */
async function withContact(type: string, value: string): Promise<ContactBody> {
  const path = `/api/commerces/${actor.commerceId}/users/${actor.ownerId}/contacts`;
  const { status, body } = await actor.request<ContactBody>('POST', path, { body: { type, value } });
  expect(status).toBe(201);
  return body;
}

async function contacts(): Promise<ContactBody[]> {
  const path = `/api/commerces/${actor.commerceId}/users/${actor.ownerId}`;
  return (await actor.request<{ contacts: ContactBody[] }>('GET', path)).body.contacts;
}

async function action(provider: string, payload: object): Promise<ActivityBody> {
  const body = { id: randomUUID(), namespace: 'shop', provider, action_type: 'notify', payload };
  const answer = await actor.request('POST', '/v1/dispatch', { body });
  expect(answer.status).toBe(200);
  const [activity] = await actor.list('origin=ACTION');
  if (!activity) throw new Error('no activity was made of the action');
  return activity;
}

describe('the recipient of an activity', () => {
  it('is shown before it is sent: as it is created, by its id and in lists', async () => {
    const recipient = { ...ana, type: 'WHATSAPP', value: '+56911112222' };
    const created = await actor.create(later);
    expect(created).toMatchObject({ recipient });
    expect(await actor.get(created.id)).toMatchObject({ recipient });
    expect(await actor.list()).toMatchObject([{ recipient }]);
    const email = await actor.create({ ...later, channel: 'EMAIL' });
    expect(email).toMatchObject({ recipient: { ...ana, type: 'EMAIL', value: 'ana@store.example' } });
    expect(await actor.create({ ...later, channel: 'PUSH' })).toMatchObject({ recipient: null });
    expect((await actor.get(email.id)).recipient).toEqual(email.recipient);
  });

  it('has numbers without a country code in the store’s country, else in the tenant’s', async () => {
    await withContact('PHONE', '300 123 4567');
    const sms = await actor.create({ ...later, channel: 'SMS' });
    expect(sms).toMatchObject({ recipient: { type: 'WHATSAPP', value: '+56911112222' } });
    const settings = { country: 'CO' };
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { settings } });
    const inColombia = { recipient: { type: 'PHONE', value: '+573001234567' } };
    expect(await actor.create({ ...later, channel: 'SMS' })).toMatchObject(inColombia);
    expect(await actor.get(sms.id)).toMatchObject(inColombia);
    await actor.request('PATCH', `/api/commerces/${actor.commerceId}`, { body: { country: 'US' } });
    const inAmerica = { recipient: { type: 'PHONE', value: '+13001234567' } };
    expect(await actor.get(sms.id)).toMatchObject(inAmerica);
    expect(await actor.create({ ...later, channel: 'SMS' })).toMatchObject(inAmerica);
    await personal('SMS');
    const sent = await actor.create({ channel: 'SMS' });
    await actor.untilStatus(sent.id, 'DISPATCHED');
    expect(await actor.attempts(sent.id)).toMatchObject([{ responseBody: '+13001234567' }]);
  });

  it('is whom it was sent to once a provider has written to somebody, whoever has which contacts by then', async () => {
    await personal('WHATSAPP');
    const { id } = await actor.create();
    const sent = await actor.untilStatus(id, 'DISPATCHED');
    expect(await actor.attempts(id)).toMatchObject([{ responseBody: '+56911112222' }]);
    for (const contact of await contacts()) {
      const path = `/api/commerces/${actor.commerceId}/users/${actor.ownerId}/contacts/${contact.id}`;
      expect((await actor.request('DELETE', path)).status).toBe(204);
    }
    expect(sent).toMatchObject({ recipient: { ...ana, type: 'WHATSAPP', value: '+56911112222' } });
    expect((await actor.get(id)).recipient).toEqual(sent.recipient);
    expect((await actor.list()).map(({ recipient }) => recipient)).toEqual([sent.recipient]);
  });

  it('is nobody’s that is stored where the provider does not address people', async () => {
    await actor.yom();
    const { id } = await actor.create();
    await actor.untilStatus(id, 'DISPATCHED');
    const rows = await execute(scenario.api, 'SELECT recipient FROM activities WHERE id = $1', [id]);
    expect(rows).toEqual([{ recipient: null }]);
    const [{ json } = { json: {} }] = await scenario.sink.waitForRequests(1);
    expect(json).toMatchObject({ recipient: { ...ana, type: 'WHATSAPP', value: '+56911112222' } });
  });

  it('of a push needs a token only where the provider writes to it', async () => {
    await personal('PUSH');
    const { id } = await actor.create({ channel: 'PUSH' });
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({
      ...{ dispatchAttemptCount: 1, lastError: { code: 'NO_RECIPIENT', disposition: 'REJECTED' }, recipient: null },
    });
    await withContact('PUSH_TOKEN', ' dGhpcyBpcyBh:APA91b ');
    const second = await actor.create({ channel: 'PUSH' });
    await actor.untilStatus(second.id, 'DISPATCHED');
    expect(await actor.attempts(second.id)).toMatchObject([{ responseBody: 'dGhpcyBpcyBh:APA91b' }]);
  });

  it('of a copy is looked for anew', async () => {
    await personal('WHATSAPP');
    const answers = [{ disposition: 'REJECTED', message: 'not on WhatsApp' }];
    const failed = await actor.create({ attributes: [{ key: 'answers', value: answers }] });
    expect(await actor.untilStatus(failed.id, 'FAILED')).toMatchObject({ recipient: { value: '+56911112222' } });
    const [contact] = (await contacts()).filter(({ type }) => type === 'WHATSAPP');
    const path = `/api/commerces/${actor.commerceId}/users/${actor.ownerId}/contacts/${contact?.id}`;
    await actor.request('PATCH', path, { body: { value: '+56 9 3333 4444' } });
    await actor.request('POST', '/api/activities/redrive', { body: { ids: [failed.id] } });
    const [copy] = await actor.list('origin=REDRIVE');
    expect(copy).toMatchObject({ retryOf: failed.id });
    const rows = await execute<{ value: string }>(
      scenario.api,
      `SELECT recipient->>'value' AS value FROM activities WHERE id = $1`,
      [failed.id],
    );
    expect(rows).toEqual([{ value: '+56911112222' }]);
    await actor.untilStatus(copy?.id ?? '', 'FAILED');
    expect(await actor.get(copy?.id ?? '')).toMatchObject({ recipient: { value: '+56933334444' } });
  });
});

describe('the recipient of an action without a store', () => {
  it('is named by its payload', async () => {
    await personal('SMS');
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { settings: { country: 'CO' } } });
    const activity = await action('SMS', { phone: 3001234567, recipient: { firstName: 'Bo' } });
    const recipient = { firstName: 'Bo', lastName: null, name: 'Bo', type: 'PHONE', value: '+573001234567' };
    expect(await actor.until(activity.id, ({ status }) => status !== 'READY')).toMatchObject({
      ...{ status: 'DISPATCHED', recipient },
    });
    expect(await actor.attempts(activity.id)).toMatchObject([{ responseBody: '+573001234567' }]);
  });

  it('is missing where the payload says nothing of it', async () => {
    await personal('EMAIL');
    const { id } = await action('EMAIL', { text: 'Hello' });
    expect(await actor.until(id, ({ status }) => status !== 'READY')).toMatchObject({
      ...{ status: 'FAILED', lastError: { code: 'NO_RECIPIENT' }, recipient: null },
    });
  });
});

describe('a contact that a provider blocks', () => {
  const optedOut = [
    ...[{ disposition: 'REJECTED', message: 'unsubscribed', providerErrorCode: 21610, blocksContact: 'replied STOP' }],
  ];
  const blocking = () => actor.create({ channel: 'SMS', attributes: [{ key: 'answers', value: optedOut }] });

  it('is blocked once, told to webhooks and noted as the product’s own doing', async () => {
    await personal('SMS');
    const phone = await withContact('PHONE', '+56 9 1111 3333');
    endpoint = await WebhookEndpoint.make(actor, 'contact.blocked');
    const first = await blocking();
    expect(await actor.untilStatus(first.id, 'FAILED')).toMatchObject({ recipient: { value: '+56911113333' } });
    const [event] = await endpoint.received(1);
    expect(event?.type).toBe('contact.blocked');
    expect(event?.data).toEqual({
      ...{ commerceUserId: actor.ownerId, commerceId: actor.commerceId, type: 'PHONE', reason: 'replied STOP' },
      ...{ providerErrorCode: '21610', blockedAt: expect.any(String) as string, activityId: first.id },
    });
    const [blocked] = (await contacts()).filter(({ id }) => id === phone.id);
    expect(blocked).toMatchObject({ blockedAt: event?.data.blockedAt, blockedReason: 'replied STOP' });
    const entries = await entriesOf(scenario.api, { tenant: actor.tenant.id, query: 'action=commerce_contact' });
    expect(entries).toMatchObject([
      {
        ...{ action: 'commerce_contact.blocked', actorKind: 'system', actor: 'system', subjectId: phone.id },
        ...{ before: { blockedAt: null }, after: { blockedReason: 'replied STOP' } },
      },
    ]);
  });

  it('is no fitting contact: another one of the person is used, and without one the person is not reached', async () => {
    await personal('SMS');
    await withContact('PHONE', '+56 9 1111 3333');
    const first = await blocking();
    await actor.untilStatus(first.id, 'FAILED');
    const second = await blocking();
    expect(await actor.untilStatus(second.id, 'FAILED')).toMatchObject({ recipient: { value: '+56911112222' } });
    const third = await actor.create({ ...later, channel: 'SMS' });
    expect(third).toMatchObject({ status: 'UNRESOLVED', lastError: { code: 'TARGET_UNRESOLVED' }, recipient: null });
    const [target] = third.targetUsers as { id: string }[];
    const path = `/api/activities/${third.id}/target-users/${target?.id}/resolve`;
    expect(await actor.request('PATCH', path, { body: { commerceUserId: actor.ownerId } })).toMatchObject({
      ...{ status: 400, body: { details: [{ field: 'commerceUserId' }] } },
    });
    expect(await actor.create({ ...later, channel: 'EMAIL' })).toMatchObject({ status: 'READY' });
  });

  it('is not blocked by what was sent to nobody’s contact', async () => {
    await personal('SMS');
    const { id } = await action('SMS', { phone: '+56911112222', answers: optedOut });
    await actor.until(id, ({ status }) => status === 'FAILED');
    expect((await contacts()).map(({ blockedAt }) => blockedAt)).toEqual([null, null]);
  });
});

describe('without VIEW_CONTACTS', () => {
  it('addresses are masked wherever they are shown', async () => {
    await personal('SMS');
    const key = await actor.tenant.key('VIEW_ACTIVITIES', 'CREATE_ACTIVITY', 'CANCEL_ACTIVITY');
    const { id: actionId } = await action('SMS', { phone: '+573001234567', recipient: { email: 'bo@mail.example' } });
    const read = async (method: string, path: string, body?: object, by = key) => {
      const answer = await scenario.api.request(method, path, { key: by, ...(body && { body }) });
      expect(answer.status).toBeLessThan(300);
      return JSON.stringify(answer.body);
    };
    const created = await read('POST', '/api/activities', actor.message(later));
    const { id } = JSON.parse(created) as { id: string };
    const bulk = { activities: [actor.message(later)] };
    const answers = [
      created,
      await read('POST', '/api/activities/bulk', bulk),
      await read('GET', '/api/activities'),
      await read('GET', `/api/activities/${id}`),
      await read('PATCH', `/api/activities/${id}`, { score: 5 }),
      await read('PATCH', `/api/activities/${id}/cancel`),
      await read('GET', `/api/activities/${id}/target-users`),
      await read('GET', `/api/activities/${actionId}`),
      await read('GET', `/api/activities/${actionId}/attributes`),
      await read('GET', '/api/commerces'),
      await read('GET', `/api/commerces/${actor.commerceId}`),
      await read('GET', `/api/commerces/${actor.commerceId}/users`),
      await read('GET', `/api/commerces/${actor.commerceId}/users/${actor.ownerId}`),
    ];
    for (const answer of answers) {
      for (const address of ['56911112222', 'ana@store', '573001234567', 'bo@mail'])
        expect(answer).not.toContain(address);
    }
    expect(answers.filter((answer) => answer.includes('+56 ••• 2222'))).toHaveLength(10);
    expect(answers.filter((answer) => answer.includes('+57 ••• 4567'))).toHaveLength(3);
    expect(answers.filter((answer) => answer.includes('a•••@store.example'))).toHaveLength(4);
    for (const permission of ['VIEW_CONTACTS', 'MANAGE_COMMERCES'] as const) {
      const whole = await actor.tenant.key('VIEW_ACTIVITIES', permission);
      expect(await read('GET', `/api/activities/${id}`, undefined, whole)).toContain('+56911112222');
      expect(await read('GET', `/api/activities/${actionId}`, undefined, whole)).toContain('"value":"+573001234567"');
      expect(await read('GET', `/api/commerces/${actor.commerceId}`, undefined, whole)).toContain('ana@store.example');
    }
  });

  it('nobody gives the permission on who does not have it', async () => {
    const key = await actor.tenant.key('MANAGE_API_KEYS', 'VIEW_ACTIVITIES');
    const body = { name: 'more', permissions: ['VIEW_CONTACTS'] };
    expect(await scenario.api.request('POST', '/api/api-keys', { key, body })).toMatchObject({ status: 403 });
  });
});
