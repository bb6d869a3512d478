import { Scenario } from '../support/scenario';
import { attributesOf, Gateway } from './gateway';

let scenario: Scenario;
let gateway: Gateway;

beforeAll(async () => {
  scenario = await Scenario.start(1);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  gateway = await Gateway.open(scenario);
});

const create = async (fields: Record<string, unknown> = {}) =>
  gateway.actor.request<{ id: string; scheduledAt: string; code?: string }>('POST', '/api/activities', {
    body: gateway.actor.message({ reason: 'act', ...fields }),
  });

describe('an activity created over REST', () => {
  it('is seen by the rules as an action', async () => {
    await gateway.rules(`rules:
      - name: everything
        condition: >-
          action.namespace == "activities" && action.provider == "email" && action.action_type == "act"
          && action.payload.discount == 10 && action.metadata.campaign == "spring"
        action: { type: suppress }`);
    const attributes = [{ key: 'discount', value: 10 }];
    const metadata = { campaign: 'spring' };
    expect(await create({ attributes, metadata })).toMatchObject({
      status: 409,
      body: { code: 'SUPPRESSED_BY_RULE', details: { rule: 'everything' } },
    });
    expect(await gateway.actor.count('')).toBe(0);
    expect((await create({ attributes })).status).toBe(201);
  });

  it('is sent at the later of its own time and the rule’s, and a repetition is the same', async () => {
    await gateway.rule('{ type: schedule, delay_seconds: 3600 }');
    const fields = { idempotencyKey: 'k-1' };
    const { body } = await create(fields);
    expect(Date.parse(body.scheduledAt) - Date.now()).toBeGreaterThan(3_590_000);
    expect(await create(fields)).toMatchObject({ status: 200, body: { id: body.id } });
    expect(await create({ ...fields, score: 5 })).toMatchObject({ status: 422 });
    const far = '2999-01-01T00:00:00.000Z';
    expect((await create({ scheduledAt: far })).body.scheduledAt).toBe(far);
  });

  it('goes by the config that a rule reroutes it to', async () => {
    const target = await gateway.actor.yom({ name: 'mail', channel: 'EMAIL' });
    await gateway.rule('{ type: reroute, target_provider: mail }');
    const { body } = await create();
    expect(await gateway.actor.untilStatus(body.id, 'DISPATCHED')).toMatchObject({
      channel: 'EMAIL',
      dispatchConfigId: target,
    });
    await gateway.rule('{ type: reroute, target_provider: nowhere }');
    expect(await create()).toMatchObject({ status: 404, body: { details: { rule: 'r' } } });
  });

  it('carries the attributes as a rule changes them', async () => {
    await gateway.rule('{ type: modify, changes: { discount: 20, secret: null, more: { a: 1 } } }');
    const attributes = [
      { key: 'discount', value: 10 },
      { key: 'secret', value: 's' },
      { key: 'kept', value: [1] },
    ];
    await create({ attributes });
    const [request] = await scenario.sink.waitForRequests(1);
    expect(attributesOf(request)).toEqual({ discount: 20, kept: [1], more: { a: 1 } });
  });

  it('is throttled, unless it is a repetition', async () => {
    await gateway.rule('{ type: throttle, max_count: 1, window_seconds: 60 }');
    const fields = { idempotencyKey: 'k-2' };
    expect((await create(fields)).status).toBe(201);
    expect((await create(fields)).status).toBe(200);
    const refused = await create();
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  });

  it('of a bulk is judged apart from the others', async () => {
    await gateway.rule('{ type: deny }');
    const activities = [{ reason: 'other' }, { reason: 'act' }, { reason: 'other' }, {}].map((fields) =>
      gateway.actor.message(fields),
    );
    const { body } = await gateway.actor.request('POST', '/api/activities/bulk', { body: { activities } });
    expect(body).toMatchObject({
      results: [
        { index: 0, status: 'created' },
        { index: 1, status: 'invalid', error: { code: 'SUPPRESSED_BY_RULE', details: { rule: 'r' } } },
        { index: 2, status: 'created' },
        { index: 3, status: 'created' },
      ],
    });
  });
});
