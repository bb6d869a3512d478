import { type Actor, Scenario } from '../support/scenario';

interface Payload {
  id: string;
  attributes: Record<string, unknown>;
}

describe('an attribute that is found when an activity is sent, in a copy of the activity', () => {
  let scenario: Scenario;
  let actor: Actor;
  let original: string;

  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    await actor.yom();
    for (const key of ['last_result.comment', 'commerce_info.name']) await policy(key, { fallback: 'none' });
    await policy('operator_info');
    const made = await actor.create({
      attributes: [
        { key: 'commerce_info.name', value: 'as the caller says' },
        { key: 'operator_info', fallback: 'nobody' },
      ],
      attributeKeys: ['last_result.comment'],
    });
    original = made.id;
    await actor.untilStatus(original, 'DISPATCHED');
    expect(sent(original)).toEqual({
      ...{ 'commerce_info.name': 'as the caller says', 'last_result.comment': 'none', operator_info: 'nobody' },
    });
  });

  const policy = async (key: string, fields: object = {}) => {
    const body = { key, strategy: 'ON_DISPATCH', resolver: 'INTERNAL_SERVICE', ...fields };
    expect((await actor.request('POST', '/api/activity-config/attribute-policies', { body })).status).toBe(200);
  };
  const sent = (id: string) =>
    scenario.sink.requests.map(({ json }) => json as Payload).find((payload) => payload.id === id)?.attributes;
  const anew = {
    ...{ 'commerce_info.name': 'as the caller says', 'last_result.comment': 'Come back', operator_info: 'nobody' },
  };

  it('is PENDING in a follow-up, which sees the result that made it; what the caller gave stays', async () => {
    const type = { code: 'COME_BACK', label: 'Come back', createsFollowUp: true };
    await actor.request('POST', '/api/activity-config/result-types', { body: type });
    const { body } = await actor.result({
      ...{ activityId: original, resultTypeCode: 'COME_BACK', comment: 'Come back' },
      futureScheduledAt: '2099-05-04T10:00:00.000Z',
    });
    const id = String(body.followUpActivityId);
    expect(await actor.get(id)).toMatchObject({
      attributes: [
        { key: 'commerce_info.name', value: 'as the caller says', resolutionStatus: 'RESOLVED' },
        { key: 'last_result.comment', value: null, resolutionStatus: 'PENDING' },
        { key: 'operator_info', value: null, resolutionStatus: 'PENDING' },
      ],
    });
    expect((await actor.request('POST', `/api/activities/${id}/dispatch`)).status).toBe(200);
    expect(sent(id)).toEqual(anew);
  });

  it('is found anew when the activity is redriven', async () => {
    await actor.result({ activityId: original, status: 'NOT_EXECUTED', comment: 'Come back' });
    await actor.untilStatus(original, 'FAILED');
    const { body } = await actor.request<{ activityIds: string[] }>('POST', '/api/activities/redrive', {
      body: { ids: [original] },
    });
    const [id = ''] = body.activityIds;
    await actor.untilStatus(id, 'DISPATCHED');
    expect(sent(id)).toEqual(anew);
  });
});
