import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface Target {
  id: string;
  commerceUserId: string | null;
}

const phone = { type: 'PHONE', value: '+56922223333' };
const unsent = { scheduledAt: '2999-01-01T00:00:00Z' };

describe('a target user assigned by hand', () => {
  let scenario: Scenario;
  let actor: Actor;

  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
  });

  const addUser = async (fields: object) => {
    const path = `/api/commerces/${actor.commerceId}/users`;
    const body = { firstName: 'Bruno', roles: ['OTHER'], ...fields };
    const made = await actor.request<{ id: string }>('POST', path, { body });
    expect(made.status).toBe(201);
    return made.body.id;
  };
  const create = async (fields: object = {}) => {
    const made = await actor.create({ ...unsent, ...fields });
    return { id: made.id, targets: made.targetUsers as Target[] };
  };
  const assign = async (id: string, target: Target | undefined, commerceUserId: string) =>
    actor.request('PATCH', `/api/activities/${id}/target-users/${target?.id}/resolve`, { body: { commerceUserId } });
  const assigned = async (id: string) => {
    const { body } = await actor.request<{ data: Target[] }>('GET', `/api/activities/${id}/target-users`);
    return body.data.map(({ commerceUserId }) => commerceUserId);
  };

  it.each([
    ['WHATSAPP', [{ type: 'EMAIL', value: 'bruno@store.example' }]],
    ['EMAIL', [phone]],
    ['SMS', []],
  ])('must have a contact that fits %s', async (channel, contacts) => {
    const userId = await addUser({ contacts });
    const { id, targets } = await create({ channel });
    const message = `has no contact that fits ${channel}`;
    expect(await assign(id, targets[0], userId)).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field: 'commerceUserId', message }] },
    });
    expect(await assigned(id)).toEqual([actor.ownerId]);
  });

  it('needs no contact where the channel needs none', async () => {
    const userId = await addUser({});
    const { id, targets } = await create({ channel: 'PUSH' });
    expect((await assign(id, targets[0], userId)).status).toBe(200);
    expect(await assigned(id)).toEqual([userId]);
  });

  it('must be active', async () => {
    const userId = await addUser({ contacts: [phone] });
    await actor.request('PATCH', `/api/commerces/${actor.commerceId}/users/${userId}`, { body: { isActive: false } });
    const { id, targets } = await create();
    expect(await assign(id, targets[0], userId)).toMatchObject({
      status: 400,
      body: { details: [{ field: 'commerceUserId', message: 'is not active' }] },
    });
  });

  it('is no second target of the same activity, and may be assigned again to the target it is', async () => {
    const other = await addUser({ roles: ['OWNER'], contacts: [phone] });
    const { id, targets } = await create();
    expect(targets.map(({ commerceUserId }) => commerceUserId)).toEqual([actor.ownerId, other]);
    const conflict = { status: 409, body: { code: 'CONFLICT', details: [{ field: 'commerceUserId' }] } };
    expect(await assign(id, targets[1], actor.ownerId)).toMatchObject(conflict);
    expect((await assign(id, targets[1], other)).status).toBe(200);
    expect(await assigned(id)).toEqual([actor.ownerId, other]);
  });

  it('is addressed once in a follow-up that finds the same user anew', async () => {
    await actor.yom();
    const other = await addUser({ roles: ['OWNER'], contacts: [phone] });
    const { id, targets } = await create();
    expect((await assign(id, targets[0], actor.ownerId)).status).toBe(200);
    expect((await actor.request('POST', `/api/activities/${id}/dispatch`)).status).toBe(200);
    const type = { code: 'AGAIN', label: 'Again', createsFollowUp: true };
    await actor.request('POST', '/api/activity-config/result-types', { body: type });
    const result = { activityId: id, resultTypeCode: 'AGAIN', futureScheduledAt: '2999-02-01T00:00:00Z' };
    const { body } = await actor.result(result);
    const followUp = String(body.followUpActivityId);
    expect(await assigned(followUp)).toEqual([actor.ownerId, null]);
    expect((await actor.request('POST', `/api/activities/${followUp}/dispatch`)).status).toBe(200);
    expect(await assigned(followUp)).toEqual([actor.ownerId, other]);
  });

  it('is assigned once when two assign it at once', async () => {
    await addUser({ roles: ['OWNER'], contacts: [phone] });
    const third = await addUser({ contacts: [{ ...phone, value: '+56922224444' }] });
    const made = await Promise.all(Array.from({ length: 10 }, () => create()));
    const answers = await Promise.all(
      made.flatMap(({ id, targets }) => targets.map((target) => assign(id, target, third))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...made.map(() => 200), ...made.map(() => 409)]);
    const rows = await execute<{ n: string }>(
      scenario.api,
      'SELECT count(*) AS n FROM activity_target_users WHERE commerce_user_id = $1 GROUP BY activity_id',
      [third],
    );
    expect(rows.map(({ n }) => Number(n))).toEqual(made.map(() => 1));
  });
});
