import { type Actor, Scenario } from '../support/scenario';
import { type EventBody, signaturesBy, WebhookEndpoint } from './endpoint';

/** Not sent meanwhile. */
const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };

describe('status events', () => {
  let scenario: Scenario;
  let actor: Actor;
  const opened: WebhookEndpoint[] = [];
  beforeAll(async () => {
    scenario = await Scenario.start(1, { breakerFailureThreshold: 2, breakerProbeBaseMs: 20 });
  });
  beforeEach(async () => {
    actor = await scenario.tenant();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  afterAll(() => scenario.close());

  const webhook = async (owner: Actor, ...events: string[]) => {
    const endpoint = await WebhookEndpoint.make(owner, ...events);
    opened.push(endpoint);
    return endpoint;
  };

  const told = (events: EventBody[]) => events.map(({ type, data }) => [type, data.previousStatus, data.status]);

  it('tell of an activity from its creation to its result, signed and with what was true at each', async () => {
    const endpoint = await webhook(
      actor,
      ...['activity.created', 'activity.dispatched', 'activity.completed', 'activity.failed'],
    );
    const configId = await actor.yom();
    scenario.sink.answerNext({ body: { id: 'visit-1' } });
    const { id, idempotencyKey } = await actor.create({ metadata: { campaign: 'x' } });
    await actor.untilStatus(id, 'DISPATCHED');
    await actor.result({ activityId: id, status: 'COMPLETED' });
    const events = await endpoint.received(3);
    expect(told(events)).toEqual([
      ['activity.created', null, 'READY'],
      ['activity.dispatched', 'READY', 'DISPATCHED'],
      ['activity.completed', 'DISPATCHED', 'COMPLETED'],
    ]);
    expect(events.map(({ data }) => [data.providerActivityId, data.dispatchConfigId, data.provider])).toEqual([
      [null, null, null],
      ['visit-1', configId, 'YOM'],
      ['visit-1', configId, 'YOM'],
    ]);
    for (const { occurredAt, data } of events) {
      expect(new Date(occurredAt).toISOString()).toBe(occurredAt);
      expect(data).toMatchObject({ activityId: id, idempotencyKey, metadata: { campaign: 'x' }, lastError: null });
    }
    for (const request of endpoint.sink.requests) {
      expect(request).toMatchObject({ method: 'POST', path: '/events' });
      expect(request.headers['webhook-id']).toBe((request.json as EventBody).id);
      expect(signaturesBy(endpoint.secret, request)).toHaveLength(1);
    }
  });

  it('tell of a cancel, a failure and a redrive', async () => {
    const endpoint = await webhook(actor, 'activity.created', 'activity.canceled', 'activity.failed');
    const { id } = await actor.create(later);
    await actor.request('PATCH', `/api/activities/${id}/cancel`);
    expect(told(await endpoint.received(2))).toEqual([
      ['activity.created', null, 'READY'],
      ['activity.canceled', 'READY', 'CANCELED'],
    ]);
    await actor.yom({ retry: { maxAttempts: 1 } });
    scenario.sink.answerNext({ status: 400 });
    const failed = await actor.create();
    const [, , , failure] = await endpoint.received(4);
    expect(failure).toMatchObject({
      type: 'activity.failed',
      data: {
        activityId: failed.id,
        lastError: { code: 'PROVIDER_REJECTED', message: 'HTTP 400', disposition: 'RETRY' },
      },
    });
    await actor.request('POST', '/api/activities/redrive', { body: { ids: [failed.id] } });
    const copy = (await endpoint.received(5))[4];
    expect(copy).toMatchObject({ type: 'activity.created', data: { origin: 'REDRIVE' } });
  });

  it('tell that an activity could not be resolved, after its creation, and not that it is READY again', async () => {
    const endpoint = await webhook(actor, 'activity.created', 'activity.unresolved', 'activity.canceled');
    const { body: commerce } = await actor.request<{ id: string }>('POST', '/api/commerces', {
      body: { externalId: 'EMPTY', name: 'Nobody’s' },
    });
    const { id } = await actor.create({ ...later, commerceId: commerce.id });
    const [created, unresolved] = await endpoint.received(2);
    expect(created).toMatchObject({ type: 'activity.created', data: { status: 'READY', lastError: null } });
    expect(unresolved).toMatchObject({
      type: 'activity.unresolved',
      data: { activityId: id, previousStatus: 'READY', lastError: { code: 'TARGET_UNRESOLVED' } },
    });
    const user = { firstName: 'Eva', roles: ['OWNER'], contacts: [{ type: 'WHATSAPP', value: '+56911113333' }] };
    expect(await actor.request('POST', `/api/commerces/${commerce.id}/users`, { body: user })).toMatchObject({
      status: 201,
    });
    const retried = await actor.request('PATCH', `/api/activities/${id}/retry-resolution`);
    expect(retried).toMatchObject({ status: 200, body: { status: 'READY' } });
    await actor.request('PATCH', `/api/activities/${id}/cancel`);
    expect((await endpoint.received(3))[2]).toMatchObject({ type: 'activity.canceled' });
  });

  it('tell that a provider is down, why and since when, and that it is up again', async () => {
    const endpoint = await webhook(actor, 'dispatch_config.down', 'dispatch_config.up');
    let isDown = true;
    scenario.sink.answerWith(() => (isDown ? { status: 503 } : { body: {} }));
    const dispatchConfigId = await actor.yom({
      name: 'visits',
      retry: { maxAttempts: 9, baseDelayMs: 1, maxDelayMs: 2 },
    });
    const { id } = await actor.create();
    const [down] = await endpoint.received(1);
    isDown = false;
    await actor.untilStatus(id, 'DISPATCHED');
    const [, up] = await endpoint.received(2);
    const data = {
      dispatchConfigId,
      name: 'visits',
      provider: 'YOM',
      channel: 'WHATSAPP',
      downSince: down?.occurredAt,
    };
    expect(down).toMatchObject({
      type: 'dispatch_config.down',
      data: {
        ...{ ...data, reason: 'DOWN', providerErrorCode: null, message: 'HTTP 503' },
        lastError: { code: 'PROVIDER_REJECTED', message: 'HTTP 503' },
      },
    });
    expect(up).toMatchObject({ type: 'dispatch_config.up', data });
  });

  it('tell only of what is asked for, and never of another tenant', async () => {
    const endpoint = await webhook(actor, 'activity.canceled');
    const other = await scenario.tenant();
    const others = await webhook(other, 'activity.created');
    const mine = await actor.create(later);
    const theirs = await other.create(later);
    await other.request('PATCH', `/api/activities/${theirs.id}/cancel`);
    await actor.request('PATCH', `/api/activities/${mine.id}/cancel`);
    expect(await endpoint.received(1)).toMatchObject([{ data: { activityId: mine.id } }]);
    expect(await others.received(1)).toMatchObject([{ data: { activityId: theirs.id } }]);
    expect((await endpoint.untilAll('DELIVERED')).map(({ subjectId }) => subjectId)).toEqual([mine.id]);
    expect((await others.untilAll('DELIVERED')).map(({ subjectId }) => subjectId)).toEqual([theirs.id]);
  });
});
