import { randomUUID } from 'node:crypto';
import type { Statement } from '@errand/database';
import { Client } from 'pg';
import { claimOne, claimQueued } from '../../libs/activities/src/sql/claim.sql';
import { createTestDatabase, type TestDatabase } from '../support/database';

/** More than its statistics know of: as when a backlog comes in faster than they are renewed. */
const backlog = 20_000;

describe('a table without statistics of its backlog', () => {
  const tenant = randomUUID();
  const store = randomUUID();
  const now = new Date();
  let database: TestDatabase;
  let client: Client;
  let ids: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`ALTER TABLE activities SET (autovacuum_enabled = false)`);
    await client.query(`INSERT INTO tenants (id, code, name) VALUES ($1, $2, 'T')`, [tenant, tenant]);
    await client.query(`INSERT INTO commerces (tenant_id, id, external_id, name) VALUES ($1, $2, 'S', 'S')`, [
      ...[tenant, store],
    ]);
    ids = await add(backlog);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function add(count: number, of = store): Promise<string[]> {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO activities (tenant_id, id, type, channel, reason, status, commerce_id, idempotency_key, content_hash,
         scheduled_at, score, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'MESSAGE', 'SMS', 'r', 'READY', $2, gen_random_uuid()::text, '\\x00', $3, 0, $3, $3
       FROM generate_series(1, $4::int) RETURNING id`,
      [tenant, of, now, count],
    );
    return rows.map(({ id }) => id);
  }

  /** The indexes of activities by which a statement finds its rows, planned once for all parameters or for these. */
  async function indexesOf({ text }: Statement, values: unknown[], mode: string): Promise<string[]> {
    await client.query(`SET plan_cache_mode = force_${mode}_plan`);
    const { rows } = await client.query<Record<string, string>>(`EXPLAIN ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toContain('Seq Scan on activities');
    return [...new Set(plan.match(/\bactivities_\w+(?=\b.*cost)/g) ?? [])].filter((name) => !/_\d+$/.test(name)).sort();
  }

  it('finds the one to be sent now by its id', async () => {
    const values = [tenant, randomUUID(), now, now, 1, ids[0]];
    for (const mode of ['generic', 'custom'])
      expect(await indexesOf(claimOne, values, mode)).toEqual(['activities_pkey']);
  });

  it('claims from the queue in its order', async () => {
    const values = [tenant, randomUUID(), now, now, 100, 'SMS'];
    for (const mode of ['generic', 'custom']) {
      expect(await indexesOf(claimQueued, values, mode)).toEqual(['activities_pkey', 'activities_queue']);
    }
  });

  it('lists the few activities of a store by the store', async () => {
    const other = randomUUID();
    await client.query(`INSERT INTO commerces (tenant_id, id, external_id, name) VALUES ($1, $2, 'O', 'O')`, [
      ...[tenant, other],
    ]);
    await add(10, other);
    await client.query('ANALYZE activities');
    const list: Statement = {
      name: 'list-of-store',
      text: `SELECT id FROM activities a WHERE a.tenant_id = $1 AND a.commerce_id = $2 ORDER BY a.id DESC LIMIT 25`,
    };
    for (const mode of ['generic', 'custom']) {
      expect(await indexesOf(list, [tenant, other], mode)).toEqual(['activities_of_store']);
    }
  });
});
