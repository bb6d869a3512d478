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
});
