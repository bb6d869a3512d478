import { Database } from '@errand/database';
import { findLastContacts } from '../../libs/resolution/src/sql/last-contacts.sql';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface Store {
  id: string;
  users: { id: string; firstName: string }[];
}

describe('whom a store was last contacted through', () => {
  let scenario: Scenario;
  let actor: Actor;
  let store: Store;

  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    for (const channel of ['WHATSAPP', 'EMAIL', 'PUSH']) await actor.yom({ channel });
    const user = (firstName: string, role: string, number: number) => ({
      ...{ firstName, roles: [role] },
      contacts: [
        { type: 'WHATSAPP', value: `+5691111000${number}` },
        { type: 'EMAIL', value: `${firstName}@store.example` },
      ],
    });
    const { status, body } = await actor.request<Store>('POST', '/api/commerces', {
      body: {
        ...{ externalId: 'STORE-2', name: 'Second' },
        users: [user('Ana', 'OWNER', 1), user('Bruno', 'ORDERS', 2), user('Carla', 'FINANCE', 3)],
      },
    });
    expect(status).toBe(201);
    store = body;
  });

  const all = 'LAST_CONTACTED_ALL_CHANNELS';
  const same = 'LAST_CONTACTED_SAME_CHANNEL';
  const create = async (criteria: object[], fields: object = {}) => {
    const made = await actor.create({ commerceId: store.id, targetCriteria: criteria, ...fields });
    const [target] = made.targetUsers as { firstName: string; lockReason: string }[];
    return { id: made.id, to: target && `${target.firstName} ${target.lockReason}` };
  };
  /** Really sends something to the user with this role. */
  const contact = async (role: string, channel = 'WHATSAPP') => {
    const { id } = await create([{ type: 'ROLE_MATCH', config: { role } }], { channel });
    await actor.untilStatus(id, 'DISPATCHED');
    return id;
  };

  const owner = 'Ana FALLBACK_OWNER';
  const unsent = { scheduledAt: '2999-01-01T00:00:00Z' };

  it('is nobody until something was sent', async () => {
    await create([{ type: 'ROLE_MATCH', config: { role: 'FINANCE' } }], unsent);
    expect((await create([{ type: all }], unsent)).to).toBe(owner);
    expect((await create([{ type: same }], unsent)).to).toBe(owner);
  });

  it('is the latest on any channel, or on the same one', async () => {
    await contact('FINANCE');
    const email = await contact('ORDERS', 'EMAIL');
    expect((await create([{ type: all }], unsent)).to).toBe('Bruno CRITERIA_MATCH');
    expect((await create([{ type: same }], unsent)).to).toBe('Carla CRITERIA_MATCH');
    await actor.result({ activityId: email });
    await actor.untilStatus(email, 'COMPLETED');
    expect((await create([{ type: same }], { ...unsent, channel: 'EMAIL' })).to).toBe('Bruno CRITERIA_MATCH');
  });

  it('is the one before when the latest left or cannot be reached on the channel', async () => {
    await contact('FINANCE');
    await contact('ORDERS');
    const bruno = store.users.find(({ firstName }) => firstName === 'Bruno')?.id ?? '';
    await execute(scenario.api, `DELETE FROM commerce_user_contacts WHERE commerce_user_id = $1 AND type = 'EMAIL'`, [
      bruno,
    ]);
    expect((await create([{ type: all }], { ...unsent, channel: 'EMAIL' })).to).toBe('Carla CRITERIA_MATCH');
    expect((await create([{ type: all }], unsent)).to).toBe('Bruno CRITERIA_MATCH');
    await execute(scenario.api, 'UPDATE commerce_users SET is_active = false WHERE id = $1', [bruno]);
    expect((await create([{ type: all }], unsent)).to).toBe('Carla CRITERIA_MATCH');
  });

  it('is nobody when that was longer ago than withinDays, or came to nothing', async () => {
    const id = await contact('ORDERS');
    const within = [{ type: same, config: { withinDays: 7 } }];
    expect((await create(within, unsent)).to).toBe('Bruno CRITERIA_MATCH');
    await execute(scenario.api, `UPDATE activities SET dispatched_at = now() - interval '8 days' WHERE id = $1`, [id]);
    expect((await create(within, unsent)).to).toBe(owner);
    expect((await create([{ type: same }], unsent)).to).toBe('Bruno CRITERIA_MATCH');
    await actor.result({ activityId: id, status: 'NOT_EXECUTED' });
    expect((await create([{ type: same }], unsent)).to).toBe(owner);
  });

  it('is nobody of an activity that was never sent, whatever an override says became of it', async () => {
    const { id } = await create([{ type: 'ROLE_MATCH', config: { role: 'ORDERS' } }], unsent);
    await actor.request('PATCH', `/api/activities/${id}/cancel`);
    expect((await actor.result({ activityId: id, hardOverride: true })).status).toBe(201);
    await actor.untilStatus(id, 'COMPLETED');
    expect((await create([{ type: same }], unsent)).to).toBe(owner);
  });

  it('is never somebody of another store or tenant', async () => {
    await contact('ORDERS');
    const stranger = await scenario.tenant();
    const fields = { ...unsent, targetCriteria: [{ type: all }] };
    expect(await stranger.create(fields)).toMatchObject({ targetUsers: [{ lockReason: 'FALLBACK_OWNER' }] });
    expect(await actor.create(fields)).toMatchObject({ targetUsers: [{ lockReason: 'FALLBACK_OWNER' }] });
  });

  it.each([
    [{ type: all, config: { withinDays: 0 } }],
    [{ type: all, config: { withinDays: 1.5 } }],
    [{ type: 'ROLE_MATCH', config: { role: 'OWNER', withinDays: 3 } }],
  ])('is refused to be asked for as %j', async (criterion) => {
    const body = { strategy: 'ON_CREATION', criteria: [criterion] };
    const { status } = await actor.request('POST', '/api/activity-config/target-resolution', { body });
    expect(status).toBe(400);
  });

  it('costs a bulk create as many statements for a hundred as for one', async () => {
    const query = jest.spyOn(scenario.api.app.get(Database), 'query');
    const statementsOf = async (count: number) => {
      const fields = { commerceId: store.id, targetCriteria: [{ type: all }, { type: same }], ...unsent };
      const activities = Array.from({ length: count }, () => actor.message(fields));
      query.mockClear();
      await actor.request('POST', '/api/activities/bulk', { body: { activities } });
      // Wake-ups are gathered for some milliseconds, so that one may fall into the next call or not.
      return query.mock.calls
        .map(([{ name }]) => name)
        .filter((name) => name !== 'notify')
        .sort();
    };
    const ofOne = await statementsOf(1);
    expect(ofOne.filter((name) => name === 'find-last-contacts')).toHaveLength(1);
    expect(await statementsOf(100)).toEqual(ofOne);
    query.mockRestore();
  });

  it('is found within the latest 200 entries of an index, for a thousand questions at once', async () => {
    await execute(
      scenario.api,
      `INSERT INTO activities (tenant_id, id, type, channel, reason, status, idempotency_key, content_hash, commerce_id,
         scheduled_at, created_at, updated_at, dispatched_at)
       SELECT $1, gen_random_uuid(), 'MESSAGE', 'WHATSAPP', 'past', 'DISPATCHED', 'past-' || n, '\\x00', $2, now(),
         now(), now(), now() - n * interval '1 minute' FROM generate_series(1, 20000) AS n`,
      [actor.tenant.id, store.id],
    );
    const users = store.users.map(({ id }) => id);
    const questions = Array.from({ length: 1000 }, (_, place) => ({
      ...{ place, commerce_id: store.id, channel: 'WHATSAPP', users },
      since: new Date(0),
    }));
    const explained = await execute<{ 'QUERY PLAN': string }>(
      scenario.api,
      `EXPLAIN (ANALYZE, TIMING OFF) ${findLastContacts.text}`,
      [actor.tenant.id, JSON.stringify(questions)],
    );
    const lines = explained.map((row) => row['QUERY PLAN']);
    const walk = lines.find((line) => line.includes('using activities_contacts')) ?? '';
    expect(Number(/actual rows=(\d+)/.exec(walk)?.[1])).toBe(200);
    expect(lines.filter((line) => line.includes('Seq Scan'))).toEqual([]);
  });
});
