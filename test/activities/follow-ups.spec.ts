import { randomUUID } from 'node:crypto';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';

const types = '/api/activity-config/result-types';
const at = '2099-05-04T10:00:00.000Z';

describe('result types and follow-ups', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    await actor.yom();
    await actor.yom({ channel: 'SALESMAN' });
    await type({ code: 'COME_BACK', requiresFutureScheduledAt: true, createsFollowUp: true });
  });

  const type = (fields: object) => actor.request('POST', types, { body: { label: 'A label', ...fields } });

  async function dispatched(fields: Record<string, unknown> = {}): Promise<ActivityBody> {
    const { id } = await actor.create(fields);
    return actor.untilStatus(id, 'DISPATCHED');
  }

  const followUpsOf = async (id: string) =>
    (await actor.list('perPage=100')).filter(({ followUpOf }) => followUpOf === id);

  it('types are named once per tenant, changed, listed by code, and deleted', async () => {
    const defaults = { requiresFutureScheduledAt: false, createsFollowUp: false, isActive: true };
    expect(await type({ code: 'SALE' })).toMatchObject({ status: 201, body: { code: 'SALE', ...defaults } });
    expect(await type({ code: 'SALE' })).toMatchObject({ status: 409, body: { details: [{ field: 'code' }] } });
    const changed = await actor.request('PATCH', `${types}/SALE`, { body: { creates_follow_up: true } });
    expect(changed).toMatchObject({ status: 200, body: { ...defaults, createsFollowUp: true } });
    const list = await actor.request('GET', types);
    expect(list.body).toMatchObject({ data: [{ code: 'COME_BACK' }, { code: 'SALE' }], meta: { total: 2 } });
    const stranger = await scenario.tenant();
    expect((await stranger.request('GET', `${types}/SALE`)).status).toBe(404);
    expect((await stranger.request('DELETE', `${types}/SALE`)).status).toBe(404);
    expect((await actor.request('DELETE', `${types}/SALE`)).status).toBe(204);
    expect((await actor.request('PATCH', `${types}/SALE`, { body: { label: 'x' } })).status).toBe(404);
  });

  it('a result of a type that asks for a future time is refused without one, where the caller would give it', async () => {
    const { id } = await dispatched();
    const refused = (field: string) => ({ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field }] } });
    const flat = { activityId: id, resultTypeCode: 'COME_BACK' };
    expect(await actor.result(flat)).toMatchObject(refused('futureScheduledAt'));
    const nested = { activityId: id, taskResult: { result: 'COME_BACK' } };
    expect(await actor.result(nested)).toMatchObject(refused('taskResult.futureScheduledAt'));
    await actor.request('PATCH', `${types}/COME_BACK`, { body: { isActive: false } });
    expect(await actor.result(flat)).toMatchObject({ status: 201, body: { followUpActivityId: null } });
  });

  it('a code that the tenant has not named is free text', async () => {
    const { id } = await dispatched();
    const answer = await actor.result({ activityId: id, resultTypeCode: 'any words', futureScheduledAt: at });
    expect(answer).toMatchObject({ status: 201, body: { followUpActivityId: null } });
    expect(await followUpsOf(id)).toEqual([]);
  });

  it('makes a copy of a task for the time the result names, linked both ways', async () => {
    const original = await dispatched({
      ...{ type: 'TASK', channel: 'SALESMAN', reason: 'visit', score: 7, userStatus: 'GOLD', assignmentReason: 'near' },
      ...{ assignedRouteId: actor.routeId, assignedOperatorId: actor.operatorId, suggestedExecutionTime: '10:30' },
      attributes: [{ key: 'discount', value: { percent: 15 } }],
      attributeKeys: ['commerce_info'],
      targetCriteria: [{ type: 'ROLE_MATCH', config: { role: 'OWNER' } }],
      metadata: { campaign: 'spring' },
    });
    const taskResult = { result: 'COME_BACK', futureScheduledAt: at };
    const { body: result } = await actor.result({ activityId: original.id, status: 'NOT_EXECUTED', taskResult });
    const followUp = await actor.get(String(result.followUpActivityId));
    const copied = [
      'type',
      'channel',
      'reason',
      'score',
      'userStatus',
      'commerceAssignment',
      'taskDetails',
      'metadata',
    ];
    for (const field of [...copied, 'targetCriteria', 'attributes']) {
      expect([field, followUp[field]]).toEqual([field, original[field]]);
    }
    expect(followUp).toMatchObject({ status: 'READY', scheduledAt: at, followUpOf: original.id, retryOf: null });
    expect([original.suggestedExecutionTime, followUp.suggestedExecutionTime]).toEqual(['10:30', null]);
    expect(followUp.waitingFor).toEqual({ reason: 'SCHEDULE', until: at, config: null });
    expect(original.followUpOf).toBeNull();
    const stored = await actor.request('GET', `/api/activity-results/${String(result.id)}`);
    expect(stored.body).toMatchObject({ followUpActivityId: followUp.id });
  });

  it('makes one, however often the result is repeated or replaced, and none of a PENDING one', async () => {
    const { id } = await dispatched();
    const result = { activityId: id, resultTypeCode: 'COME_BACK', futureScheduledAt: at };
    expect((await actor.result({ ...result, status: 'PENDING' })).body.followUpActivityId).toBeNull();
    const answers = await Promise.all([1, 2, 3].map(() => actor.result(result)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [followUp] = await followUpsOf(id);
    const replaced = await actor.result({ ...result, hardOverride: true });
    expect(replaced).toMatchObject({ status: 201, body: { followUpActivityId: followUp?.id } });
    expect(await followUpsOf(id)).toHaveLength(1);
  });

  it('makes it when a held result is applied, and sends it at once when its time is past', async () => {
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    const before = scenario.sink.requests.length;
    scenario.sink.answerWith(async () => {
      await mayAnswer;
      return { body: { id: randomUUID() } };
    });
    const { id } = await actor.create();
    await scenario.sink.waitForRequests(before + 1);
    const past = '2026-01-02T00:00:00.000Z';
    const held = await actor.result({ activityId: id, resultTypeCode: 'COME_BACK', futureScheduledAt: past });
    expect(held.body).toMatchObject({ state: 'HELD', followUpActivityId: null });
    answer();
    await actor.untilStatus(id, 'COMPLETED');
    const { body } = await actor.request<Record<string, string>>(
      'GET',
      `/api/activity-results/${String(held.body.id)}`,
    );
    expect(body).toMatchObject({ state: 'APPLIED', followUpActivityId: expect.any(String) as string });
    await actor.untilStatus(body.followUpActivityId ?? '', 'DISPATCHED');
  });

  it('finds anew whom the follow-up addresses when it is sent, and shows when nobody can be found', async () => {
    const { id } = await dispatched();
    const owner = `/api/commerces/${actor.commerceId}/users/${actor.ownerId}`;
    await actor.request('PATCH', owner, { body: { isActive: false } });
    const past = '2026-01-02T00:00:00.000Z';
    const { body } = await actor.result({ activityId: id, resultTypeCode: 'COME_BACK', futureScheduledAt: past });
    const followUp = await actor.untilStatus(String(body.followUpActivityId), 'UNRESOLVED');
    expect(followUp.lastError?.code).toBe('TARGET_UNRESOLVED');
    expect(await actor.get(id)).toMatchObject({ status: 'COMPLETED' });
  });
});
