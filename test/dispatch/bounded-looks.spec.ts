import { randomUUID } from 'node:crypto';
import { CHANNELS } from '@errand/vocabulary';
import { Client } from 'pg';
import { laneEnds, laneEndsOf, openByStatus } from '../../libs/activities/src/sql/queue.sql';
import { findHeld, tenantsWithHeld } from '../../libs/activities/src/sql/results.sql';
import { queuedLanes, queuedLanesOf, waitingActions, waitingTenants } from '../../libs/activities/src/sql/wake.sql';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { rowsRead } from '../support/rows-read';

/** Tenants with as much of everything as the other, whatever there is of it. */
const tenants = [randomUUID(), randomUUID()];
const [tenant = ''] = tenants;
const pinned = [randomUUID(), randomUUID()];
const now = new Date();
const looks = [
  { look: queuedLanes, values: [] },
  { look: waitingTenants, values: [new Date(now.getTime() + 60_000)] },
  { look: queuedLanesOf, values: [tenant] },
  { look: laneEnds, values: [500] },
  { look: laneEndsOf, values: [tenant, 500] },
  { look: openByStatus, values: [500] },
  { look: waitingActions, values: [now, new Date(now.getTime() + 10_000), 500] },
  { look: tenantsWithHeld, values: [] },
  { look: findHeld, values: [tenant, null, 500] },
];

describe('looking for work', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    for (const id of tenants) await client.query(`INSERT INTO tenants (id, code, name) VALUES ($1, $2, 'T')`, [id, id]);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** Adds `count` activities for each tenant in each state: queued, due soon, unresolved, sent with a result held. */
  async function add(count: number): Promise<void> {
    for (const id of tenants) {
      await client.query(
        `INSERT INTO activities (tenant_id, id, type, channel, reason, status, origin, idempotency_key, content_hash,
           scheduled_at, score, created_at, updated_at, next_attempt_at, dispatched_at, pinned_config_id)
         SELECT $1, gen_random_uuid(), 'MESSAGE', ($3::text[])[1 + i % 6], 'r', s.status, 'ACTION',
           gen_random_uuid()::text, '\\x00', $2::timestamptz - i * interval '1 s', i % 7, $2, $2,
           CASE WHEN s.waits THEN $2::timestamptz + i * interval '1 ms' END,
           CASE WHEN s.status = 'DISPATCHED' THEN $2::timestamptz END, ($4::uuid[])[i % 3]
         FROM generate_series(1, $5::int) i
         CROSS JOIN (VALUES ('READY', false), ('READY', true), ('UNRESOLVED', false), ('DISPATCHED', false))
           AS s (status, waits)`,
        [id, now, CHANNELS, pinned, count],
      );
      await client.query(
        `INSERT INTO activity_results (tenant_id, id, kind, state, activity_id, status, occurred_at, created_at, updated_at)
         SELECT a.tenant_id, gen_random_uuid(), 'LINKED', 'HELD', a.id, 'COMPLETED', $2, $2, $2
         FROM activities a WHERE a.tenant_id = $1 AND a.status = 'DISPATCHED'
         ON CONFLICT DO NOTHING`,
        [id, now],
      );
    }
    await client.query('VACUUM ANALYZE activities, activity_results');
  }

  it('reads as much of a large backlog as of a small one', async () => {
    const read = async () => {
      const rows: Record<string, number> = {};
      for (const { look, values } of looks) rows[look.name] = await rowsRead(client, look, values);
      return rows;
    };
    await add(4_000);
    const small = await read();
    await add(8_000);
    expect(await read()).toEqual(small);
    // No look has stopped looking: there is that much of everything.
    expect(Math.min(...Object.values(small))).toBeGreaterThan(1);
  }, 60_000);
});
