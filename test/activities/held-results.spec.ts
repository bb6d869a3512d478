import { Results } from '@errand/activities';
import { type Actor, Scenario } from '../support/scenario';
import { execute, executeAsOwner } from '../support/sql';

describe('results held until their send settles', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
  });
  afterAll(() => scenario.close());

  it('are applied although one of them cannot be, more than one batch of them', async () => {
    const count = 1_200;
    const bad = (await actor.create({ reason: 'bad' })).id;
    await execute(
      scenario.api,
      `INSERT INTO activities (tenant_id, id, type, channel, reason, status, idempotency_key, content_hash, commerce_id,
         scheduled_at, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'MESSAGE', 'WHATSAPP', 'good', 'READY', gen_random_uuid()::text, '\\x00', $2,
         now(), now(), now() FROM generate_series(1, $3::int)`,
      [actor.tenant.id, actor.commerceId, count],
    );
    await execute(
      scenario.api,
      `UPDATE activities SET status = 'DISPATCHED', dispatched_at = now() WHERE tenant_id = $1`,
      [actor.tenant.id],
    );
    await execute(
      scenario.api,
      `INSERT INTO activity_results (tenant_id, id, kind, state, activity_id, status, occurred_at, created_at, updated_at)
       SELECT tenant_id, gen_random_uuid(), 'LINKED', 'HELD', id, 'COMPLETED', now(), now(), now()
       FROM activities WHERE tenant_id = $1`,
      [actor.tenant.id],
    );
    await executeAsOwner(
      scenario.api,
      `ALTER TABLE activities ADD CONSTRAINT nothing_bad_completes CHECK (reason <> 'bad' OR status <> 'COMPLETED')`,
    );
    const results = scenario.api.app.get(Results, { strict: false });
    await results.applyAllHeld(actor.tenant.id, new AbortController().signal);
    expect(await actor.count('status=COMPLETED')).toBe(count);
    expect(await actor.get(bad)).toMatchObject({ status: 'DISPATCHED' });
    expect(await results.tenantsWithHeld()).toEqual([actor.tenant.id]);

    await executeAsOwner(scenario.api, 'ALTER TABLE activities DROP CONSTRAINT nothing_bad_completes');
    await results.applyHeld(actor.tenant.id, [bad]);
    expect(await actor.get(bad)).toMatchObject({ status: 'COMPLETED' });
    expect(await results.tenantsWithHeld()).toEqual([]);
  }, 60_000);
});
