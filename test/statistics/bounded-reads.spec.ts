import type { Statement } from '@errand/database';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import {
  inFlightByLane,
  openOf,
  queuedByLane,
  scheduledByTime,
  unresolvedByCode,
} from '../../libs/activities/src/sql/queue.sql';
import { countAttempts, countTransitions, tenantsWithEvents } from '../../libs/statistics/src/sql/roll-up.sql';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { rowsRead } from '../support/rows-read';

const now = new Date();
const after = (ms: number) => new Date(now.getTime() + ms);
const minuteMs = 60_000;
const dayMs = 86_400_000;
const tenants = [randomUUID(), randomUUID()];
const [tenant] = tenants;
const atMost = 200;
const lease = after(2 * minuteMs);

/** What statistics ask, with their parameters. */
const looks: { look: Statement; values: unknown[] }[] = [
  { look: openOf, values: [tenant, atMost, lease] },
  { look: unresolvedByCode, values: [tenant, atMost] },
  { look: queuedByLane, values: [tenant, atMost, 100] },
  { look: inFlightByLane, values: [tenant, atMost, lease] },
  {
    look: scheduledByTime,
    values: [
      tenant,
      [after(0).toISOString(), after(10 * minuteMs).toISOString()],
      after(0),
      after(10 * minuteMs),
      null,
    ],
  },
];
/** What fills them. */
const counts: { look: Statement; values: unknown[] }[] = [
  { look: countTransitions, values: [tenant, after(-10 * minuteMs), after(minuteMs)] },
  { look: countAttempts, values: [tenant, after(-10 * minuteMs), after(minuteMs)] },
  { look: tenantsWithEvents, values: [after(-10 * minuteMs)] },
];

let database: TestDatabase;
let client: Client;
beforeEach(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  for (const id of tenants) await client.query(`INSERT INTO tenants (id, code, name) VALUES ($1, $2, 'T')`, [id, id]);
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

/** Adds `count` activities for each tenant in each state. */
async function addOpen(count: number): Promise<void> {
  for (const id of tenants)
    await client.query(
      `INSERT INTO activities (tenant_id, id, type, channel, reason, status, origin, idempotency_key, content_hash,
         scheduled_at, created_at, updated_at, next_attempt_at, dispatched_at)
       SELECT $1, gen_random_uuid(), 'MESSAGE', 'SMS', 'r', s.status, 'ACTION', gen_random_uuid()::text, '\\x00', $2, $2, $2,
         CASE WHEN s.waits THEN $2::timestamptz + interval '1 day' + i * interval '1 s' END,
         CASE WHEN s.status = 'DISPATCHED' THEN $2::timestamptz END
       FROM generate_series(1, $3::int) i
       CROSS JOIN (VALUES ('READY', false), ('READY', true), ('UNRESOLVED', false), ('DISPATCHED', false))
         AS s (status, waits)`,
      [id, now, count],
    );
}

/** Adds activities that were sent from `from` to `to`: as many to each tenant, in the order of time. */
async function addHistory(count: number, from: Date, to: Date): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE sent AS
     SELECT t.id AS tenant_id, gen_random_uuid() AS id,
       '${from.toISOString()}'::timestamptz + i * interval '${(to.getTime() - from.getTime()) / count} ms' AS at
     FROM generate_series(1, ${count}) i CROSS JOIN unnest('{${tenants.join(',')}}'::uuid[]) AS t (id) ORDER BY i`,
  );
  await client.query(
    `INSERT INTO activities (tenant_id, id, type, channel, reason, status, origin, idempotency_key, content_hash,
       scheduled_at, created_at, updated_at, dispatched_at)
     SELECT tenant_id, id, 'MESSAGE', 'SMS', 'r', 'DISPATCHED', 'ACTION', id::text, '\\x00', at, at, at, at FROM sent`,
  );
  await client.query(
    `INSERT INTO activity_events (tenant_id, activity_id, trigger, to_status, attempt, duration_ms, created_at)
     SELECT tenant_id, id, 'ACCEPTED', 'DISPATCHED', 1, 20, at FROM sent`,
  );
  await client.query('DROP TABLE sent');
}

const read = async (asked: typeof looks) => {
  const rows: Record<string, number> = {};
  for (const { look, values } of asked) rows[look.name] = await rowsRead(client, look, values);
  return rows;
};

describe('statistics', () => {
  it('read what they count of a backlog, however large it is', async () => {
    const inFlight = `UPDATE activities SET next_attempt_at = $2, lease_token = gen_random_uuid(), dispatch_attempt_count = 1
      WHERE tenant_id = $1 AND id IN (SELECT id FROM activities WHERE tenant_id = $1 AND next_attempt_at IS NULL
        AND status = 'READY' LIMIT 50)`;
    const soon = `UPDATE activities SET next_attempt_at = $2 WHERE tenant_id = $1 AND id IN (
      SELECT id FROM activities WHERE tenant_id = $1 AND next_attempt_at > $2 AND status = 'READY' LIMIT 50)`;
    await addOpen(12_000);
    await client.query(inFlight, [tenant, after(minuteMs)]);
    await client.query(soon, [tenant, after(5 * minuteMs)]);
    await client.query('VACUUM ANALYZE activities');
    // There are 12,000 in each state, of which 200 are counted; an index and the rows that it finds count twice.
    for (const [name, count] of Object.entries(await read(looks))) {
      expect([name, count >= 50]).toEqual([name, true]);
      expect([name, count < 3_000]).toEqual([name, true]);
    }
  }, 60_000);

  it('are filled from the last minutes, however long the history is', async () => {
    await addHistory(40_000, after(-2 * dayMs), after(-minuteMs * 30));
    await addHistory(1_000, after(-9 * minuteMs), now);
    await client.query('VACUUM ANALYZE activities, activity_events');
    const rows = await read(counts);
    // The two tenants have 2,000 recent ones of 82,000, and a range of the index is 32 pages of some 80 rows.
    for (const [name, count] of Object.entries(rows)) {
      expect([name, count >= 1_000]).toEqual([name, true]);
      expect([name, count < 10_000]).toEqual([name, true]);
    }
  }, 60_000);
});
