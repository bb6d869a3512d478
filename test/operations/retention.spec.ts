import { Gateway } from '../gateway/gateway';
import { Recurring } from '../gateway/recurring';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';

describe('retention', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());

  it('removes what finished long enough ago with all that belongs to it, as each tenant wants it', async () => {
    const [usual, patient] = [await scenario.tenant(), await scenario.tenant()];
    await scenario.api.request('PATCH', `/api/tenants/${patient.tenant.id}`, {
      body: { settings: { retentionDays: 400 } },
    });
    const finished = [];
    for (const actor of [usual, usual, patient]) {
      const { id } = await actor.create({ attributes: [{ key: 'a', value: 1 }] });
      await actor.request('PATCH', `/api/activities/${id}/cancel`);
      finished.push(id);
    }
    const waiting = await usual.create();
    const [old, fresh, kept] = finished;
    await execute(
      scenario.api,
      `UPDATE activities SET finished_at = now() - interval '31 days' WHERE id <> $1 AND finished_at IS NOT NULL`,
      [fresh],
    );

    await scenario.addDispatcher({ retentionDays: 30 });
    await eventually(
      async () => (await usual.request('GET', `/api/activities/${old ?? ''}`)).status,
      (status) => status === 404,
    );
    for (const [actor, id] of [
      [usual, fresh],
      [usual, waiting.id],
      [patient, kept],
    ] as const) {
      expect((await actor.request('GET', `/api/activities/${id ?? ''}`)).status).toBe(200);
    }
    for (const table of ['activity_events', 'activity_attributes', 'activity_target_users']) {
      const rows = await execute(scenario.api, `SELECT 1 FROM ${table} WHERE activity_id = $1`, [old]);
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
  });

  it('removes the sessions of the console that are over, of each tenant and of the platform key', async () => {
    const tenants = [(await scenario.tenant()).tenant.id, (await scenario.tenant()).tenant.id];
    // More than one statement removes at once, and one of each kind that stays.
    const sessions = `SELECT gen_random_uuid() AS id, decode(md5(n::text), 'hex') AS hash, now() - interval '9 hours' AS created_at,
        CASE n % 3 WHEN 0 THEN now() - interval '8 hours' ELSE now() - interval '7 hours' END AS last_seen_at,
        CASE n % 3 WHEN 1 THEN now() ELSE now() + interval '1 hour' END AS expires_at, '127.0.0.1' AS ip
      FROM generate_series(1, 900) n WHERE n % 3 < 2 OR n = 2`;
    for (const tenantId of tenants) {
      await execute(
        scenario.api,
        `INSERT INTO console_sessions (tenant_id, id, hash, api_key_id, created_at, last_seen_at, expires_at, ip)
         SELECT $1, id, hash, id, created_at, last_seen_at, expires_at, ip FROM (${sessions}) s`,
        [tenantId],
      );
    }
    const columns = 'id, hash, created_at, last_seen_at, expires_at, ip';
    await execute(scenario.api, `INSERT INTO platform_sessions (${columns}) SELECT * FROM (${sessions}) s`);
    const count = `SELECT count(*)::int AS n FROM console_sessions UNION ALL SELECT count(*)::int FROM platform_sessions`;
    expect(await execute(scenario.api, count)).toEqual([{ n: 1202 }, { n: 601 }]);

    const dispatcher = await scenario.addDispatcher();
    await eventually(
      () => execute<{ n: number }>(scenario.api, count),
      ([own, platform]) => own !== undefined && platform !== undefined && own.n <= 2 && platform.n <= 1,
    );
    await dispatcher.close();
    expect(await execute(scenario.api, `SELECT encode(hash, 'hex') AS hash FROM console_sessions`)).toHaveLength(2);
    expect(await execute(scenario.api, `SELECT encode(hash, 'hex') AS hash FROM platform_sessions`)).toHaveLength(1);
  });

  it('removes what was sent and has not changed for long enough, unless somebody was heard of', async () => {
    const actor = await scenario.tenant();
    const { id: model } = await actor.create({ scheduledAt: '2999-01-01T00:00:00Z' });
    const longAgo = '2025-07-13T00:00:00Z';
    /** A row that was made long ago, as its id says. */
    const made = async (place: number, status: string, updatedAt = longAgo) => {
      const id = `01980000-0000-7000-8000-00000000000${place}`;
      await execute(
        scenario.api,
        `INSERT INTO activities (tenant_id, id, type, channel, reason, status, origin, idempotency_key, content_hash,
           commerce_id, scheduled_at, next_attempt_at, created_at, updated_at, dispatched_at)
         SELECT tenant_id, $3::uuid, type, channel, reason, $4::text, origin, $3::uuid::text, content_hash, commerce_id, scheduled_at,
           CASE WHEN $4::text = 'READY' THEN scheduled_at END, $5::timestamptz, $6::timestamptz, CASE WHEN $4::text = 'DISPATCHED' THEN $5::timestamptz END
         FROM activities WHERE tenant_id = $1 AND id = $2`,
        [actor.tenant.id, model, id, status, longAgo, updatedAt],
      );
      await execute(
        scenario.api,
        `INSERT INTO activity_events (tenant_id, activity_id, trigger, to_status, created_at)
         VALUES ($1, $2, 'CREATED', 'READY', $3)`,
        [actor.tenant.id, id, longAgo],
      );
      return id;
    };
    const gone = [await made(1, 'DISPATCHED'), await made(2, 'DISPATCHED')];
    const heardOf = await made(3, 'DISPATCHED');
    const kept = [await made(4, 'DISPATCHED', new Date().toISOString()), heardOf];
    kept.push(await made(5, 'UNRESOLVED'), await made(6, 'READY'), model);
    expect(await actor.result({ activityId: heardOf, status: 'PENDING' })).toMatchObject({ status: 201 });

    await scenario.addDispatcher({ retentionDays: 30 });
    const left = `SELECT id FROM activities WHERE tenant_id = $1`;
    const rows = await eventually(
      () => execute<{ id: string }>(scenario.api, left, [actor.tenant.id]),
      (found) => found.every(({ id }) => !gone.includes(id)),
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
    const events = 'SELECT 1 FROM activity_events WHERE activity_id = ANY($1)';
    expect(await execute(scenario.api, events, [gone])).toEqual([]);
  });

  it('removes the history of recurring actions by when it was made, and that of one that is gone', async () => {
    const { actor } = await Gateway.open(scenario);
    const recurring = new Recurring(scenario, actor);
    const [old, recent, gone] = [await recurring.create(), await recurring.create(), await recurring.create()];
    const longAgo = Date.now() - 60 * 86_400_000;
    const window = { from: new Date(longAgo).toISOString(), to: new Date(longAgo + 7_200_000).toISOString() };
    for (const { id } of [old, recent, gone]) {
      expect(await recurring.at('POST', id, '/backfill', window)).toMatchObject({ body: { created: 2 } });
    }
    const age = `UPDATE recurring_occurrences SET created_at = now() - interval '31 days' WHERE recurring_id = $1`;
    await execute(scenario.api, age, [old.id]);
    expect(await recurring.at('DELETE', gone.id)).toMatchObject({ status: 204 });
    expect(await recurring.at('GET', gone.id, '/occurrences')).toMatchObject({ status: 404 });

    await scenario.addDispatcher({ retentionDays: 30 });
    const left = `SELECT recurring_id FROM recurring_occurrences WHERE tenant_id = $1`;
    const rows = await eventually(
      () => execute<{ recurring_id: string }>(scenario.api, left, [actor.tenant.id]),
      ({ length }) => length <= 2,
    );
    expect(rows.map(({ recurring_id }) => recurring_id)).toEqual([recent.id, recent.id]);
  });
});
