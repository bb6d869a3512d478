import { randomUUID } from 'node:crypto';
import type { Actor } from '../support/scenario';
import { Scenario } from '../support/scenario';

describe('results', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start();
    actor = await scenario.tenant();
    await actor.yom();
  });
  afterAll(() => scenario.close());

  async function dispatched(): Promise<string> {
    const { id } = await actor.create();
    await actor.untilStatus(id, 'DISPATCHED');
    return id;
  }

  it.each([
    ['COMPLETED', 'COMPLETED'],
    ['TRANSFERRED', 'COMPLETED'],
    ['NOT_EXECUTED', 'FAILED'],
    ['CANCELED', 'CANCELED'],
  ])('%s makes a dispatched activity %s', async (status, becomes) => {
    const id = await dispatched();
    expect((await actor.result({ activityId: id, status })).status).toBe(201);
    expect(await actor.get(id)).toMatchObject({ status: becomes, finishedAt: expect.any(String) as string });
  });

  it('PENDING changes nothing and can be followed by one terminal result', async () => {
    const id = await dispatched();
    expect((await actor.result({ activityId: id, status: 'PENDING' })).status).toBe(201);
    expect(await actor.get(id)).toMatchObject({ status: 'DISPATCHED' });
    expect((await actor.result({ activityId: id })).status).toBe(201);
    const second = await actor.result({ activityId: id, status: 'NOT_EXECUTED' });
    expect(second).toMatchObject({ status: 409, body: { code: 'RESULT_ALREADY_FINAL' } });
  });

  it('hardOverride replaces the result and moves the final activity, as an override event', async () => {
    const id = await dispatched();
    const first = await actor.result({ activityId: id, status: 'NOT_EXECUTED' });
    const replaced = await actor.result({ activityId: id, status: 'COMPLETED', hardOverride: true });
    expect(replaced.status).toBe(201);
    expect(await actor.get(id)).toMatchObject({ status: 'COMPLETED' });
    const { body: old } = await actor.request<{ state: string }>(
      'GET',
      `/api/activity-results/${String(first.body.id)}`,
    );
    expect(old.state).toBe('REPLACED');
    expect((await actor.events(id)).at(-1)).toMatchObject({
      trigger: 'OVERRIDE',
      fromStatus: 'FAILED',
      toStatus: 'COMPLETED',
    });
  });

  it('keeps what was reported: the flat form, snake_case, and the raw payload as it came', async () => {
    const id = await dispatched();
    const { body } = await actor.request<Record<string, unknown>>('POST', '/api/activity-results/tasks', {
      body: {
        activity_id: id,
        status: 'COMPLETED',
        occurred_at: '2026-03-01T10:00:00.000Z',
        external_status: 'done_ok',
        result_type_code: 'SALE',
        comment: 'sold two',
        contact_direction: 'OUTBOUND',
        raw_payload: { snake_key: [1, { camelKey: null }] },
      },
    });
    expect(body).toMatchObject({
      kind: 'LINKED',
      state: 'APPLIED',
      activityId: id,
      commerceId: actor.commerceId,
      occurredAt: '2026-03-01T10:00:00.000Z',
      externalStatus: 'done_ok',
      rawPayload: { snake_key: [1, { camelKey: null }] },
      taskResult: { result: 'SALE', comment: 'sold two', contactType: 'OUTBOUND', futureScheduledAt: null },
    });
  });

  it('lets activityId win over providerActivityId', async () => {
    const one = await dispatched();
    const other = await actor.get(await dispatched());
    await actor.result({ activityId: one, providerActivityId: other.providerActivityId });
    expect(await actor.get(one)).toMatchObject({ status: 'COMPLETED' });
    expect(await actor.get(other.id)).toMatchObject({ status: 'DISPATCHED' });
  });

  it('without an activity stands alone on its commerce, and is a 404 without one', async () => {
    const alone = await actor.result({ activityId: randomUUID(), commerceExternalId: 'STORE-1' });
    expect(alone).toMatchObject({ status: 201, body: { kind: 'STANDALONE', commerceId: actor.commerceId } });
    const neither = await actor.result({ providerActivityId: 'nobody', commerceExternalId: 'NO-STORE' });
    expect(neither).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await actor.result({})).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('is refused for an activity that was never sent, and for one that was canceled before', async () => {
    const { id } = await actor.create({ scheduledAt: '2099-01-01T00:00:00.000Z' });
    expect(await actor.result({ activityId: id })).toMatchObject({ status: 409, body: { code: 'NOT_DISPATCHED' } });
    await actor.request('PATCH', `/api/activities/${id}/cancel`);
    expect(await actor.result({ activityId: id })).toMatchObject({ status: 409, body: { code: 'INVALID_TRANSITION' } });
  });

  it("does not find another tenant's activity", async () => {
    const id = await dispatched();
    const stranger = await scenario.tenant();
    expect(await stranger.result({ activityId: id })).toMatchObject({ status: 404 });
    expect(await actor.get(id)).toMatchObject({ status: 'DISPATCHED' });
  });

  it('is kept while the call is running and applied when it has settled', async () => {
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    const before = scenario.sink.requests.length;
    scenario.sink.answerWith(async () => {
      await mayAnswer;
      return { body: { id: 'early' } };
    });
    const { id } = await actor.create();
    await scenario.sink.waitForRequests(before + 1);
    const held = await actor.result({ activityId: id });
    expect(held).toMatchObject({ status: 201, body: { state: 'HELD' } });
    expect(await actor.get(id)).toMatchObject({ status: 'READY', waitingFor: { reason: 'IN_FLIGHT' } });
    expect(await actor.result({ activityId: id })).toMatchObject({
      status: 409,
      body: { code: 'RESULT_ALREADY_FINAL' },
    });
    answer();
    await actor.untilStatus(id, 'COMPLETED');
    scenario.sink.answerWith(() => ({ body: { id: randomUUID() } }));
    const { body } = await actor.request<{ state: string }>('GET', `/api/activity-results/${String(held.body.id)}`);
    expect(body.state).toBe('APPLIED');
  });

  it('that came while the last attempt ran wins over the failure of that attempt', async () => {
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    const careful = await scenario.tenant();
    await careful.yom({ retry: { maxAttempts: 1 } });
    const before = scenario.sink.requests.length;
    scenario.sink.answerWith(async () => {
      await mayAnswer;
      return { status: 500 };
    });
    const { id } = await careful.create();
    await scenario.sink.waitForRequests(before + 1);
    await careful.result({ activityId: id });
    answer();
    await careful.untilStatus(id, 'COMPLETED');
    scenario.sink.answerWith(() => ({ body: { id: randomUUID() } }));
    expect(await careful.transitions(id)).toEqual(['– → READY', 'READY → DISPATCHED', 'DISPATCHED → COMPLETED']);
  });

  it('of two terminal ones at once exactly one counts', async () => {
    const id = await dispatched();
    const answers = await Promise.all(
      ['COMPLETED', 'NOT_EXECUTED', 'CANCELED'].map((status) => actor.result({ activityId: id, status })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('are listed with filters, by page and by cursor', async () => {
    const fresh = await scenario.tenant();
    for (let made = 0; made < 3; made += 1) await fresh.result({ commerceExternalId: 'STORE-1', status: 'PENDING' });
    await fresh.result({ commerceExternalId: 'STORE-1', status: 'COMPLETED' });
    interface Page {
      data: { id: string }[];
      meta: { total: number };
      nextCursor: string | null;
    }
    const first = await fresh.request<Page>('GET', '/api/activity-results?status=PENDING&perPage=2');
    expect(first.body.meta.total).toBe(3);
    const rest = await fresh.request<Page>(
      'GET',
      `/api/activity-results?status=PENDING&perPage=2&cursor=${first.body.nextCursor ?? ''}`,
    );
    expect(rest.body.data).toHaveLength(1);
    expect(rest.body.nextCursor).toBeNull();
  });
});
