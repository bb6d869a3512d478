import { runMigrations } from '@errand/database';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from '../../migrations';
import { createTestDatabase, executeAt, type TestDatabase } from '../support/database';

class CreatesItems1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE items (id int PRIMARY KEY, word text)');
    await runner.query(`SELECT pg_sleep(0.3)`); // long enough for the other one to come and wait
  }
  async down(): Promise<void> {}
}

class IndexesItems1700000000002 implements MigrationInterface {
  readonly transaction = false;
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX CONCURRENTLY items_word ON items (word)');
  }
  async down(): Promise<void> {}
}

class Fails1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_made (id int)');
    await runner.query('SELECT 1 / 0');
  }
  async down(): Promise<void> {}
}

class NamesItsConnections1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE named AS SELECT count(*)::int AS connections FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'errand-migrate'`);
  }
  async down(): Promise<void> {}
}

describe('running migrations', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterEach(() => database.drop());

  it('lets one of two that run at once apply them, also those that build an index concurrently', async () => {
    const run = () => runMigrations(database.url, [CreatesItems1700000000001, IndexesItems1700000000002]);
    const applied = await Promise.all([run(), run()]);
    expect(applied.flat().sort()).toEqual(['CreatesItems1700000000001', 'IndexesItems1700000000002']);
    expect(await valid('items_word')).toBe(true);
    expect(await run()).toEqual([]);
  });

  it('keeps the ones before a failing one, and nothing of that one', async () => {
    const all = [CreatesItems1700000000001, Fails1700000000003];
    await expect(runMigrations(database.url, all)).rejects.toThrow('division by zero');
    expect(await exists('items')).toBe(true);
    expect(await exists('half_made')).toBe(false);
    await expect(runMigrations(database.url, all.slice(0, 1))).resolves.toEqual([]);
  });

  it('is seen by its name: what holds the lock, and what migrates', async () => {
    await runMigrations(database.url, [NamesItsConnections1700000000004]);
    expect(await ask('SELECT connections = 2 AS answer FROM named')).toBe(true);
  });

  it('applies the product’s own to an empty database', async () => {
    const applied = await runMigrations(database.url, migrations);
    expect(applied).toEqual(migrations.map(({ name }) => name));
    expect(await exists('activities')).toBe(true);
  });

  it.each([
    [
      'to see contacts to the keys that could change them',
      'Providers',
      true,
      {
        both: [['VIEW_ACTIVITIES', 'MANAGE_COMMERCES'], ['VIEW_CONTACTS']],
        changes: [['MANAGE_COMMERCES'], ['VIEW_CONTACTS']],
        views: [['VIEW_ACTIVITIES'], []],
      },
    ],
    [
      'to redrive to the keys that could create',
      'Console',
      false,
      {
        both: [['VIEW_ACTIVITIES', 'CREATE_ACTIVITY'], ['REDRIVE_ACTIVITY']],
        creates: [['CREATE_ACTIVITY'], ['REDRIVE_ACTIVITY']],
        has: [['REDRIVE_ACTIVITY', 'CREATE_ACTIVITY'], []],
        sends: [['DISPATCH_ACTIVITY'], []],
      },
    ],
  ])('gives the permission %s', async (_, prefix, beginsAnew, keys: Record<string, string[][]>) => {
    const at = migrations.findIndex(({ name }) => name.startsWith(prefix));
    await runMigrations(database.url, migrations.slice(0, at));
    const held = Object.fromEntries(Object.entries(keys).map(([name, [before]]) => [name, before]));
    await executeAt(
      database.url,
      `WITH tenant AS (
         INSERT INTO tenants (id, code, name, status, settings, created_at, updated_at)
         VALUES (gen_random_uuid(), 'acme', 'Acme', 'ACTIVE', '{}', now(), now()) RETURNING id)
       INSERT INTO api_keys (tenant_id, id, name, prefix, hash, permissions, created_at)
       SELECT tenant.id, gen_random_uuid(), key.name, key.name, decode(md5(key.name), 'hex'),
         ARRAY(SELECT json_array_elements_text(key.permissions)), now()
       FROM tenant, json_each($1::json) AS key (name, permissions)`,
      [JSON.stringify(held)],
    );
    await runMigrations(database.url, migrations.slice(0, at + 1));
    if (beginsAnew) {
      // As one that builds an index concurrently does when it broke off.
      await executeAt(database.url, `DELETE FROM migrations WHERE name LIKE '${prefix}%'`);
      await runMigrations(database.url, migrations.slice(0, at + 1));
    }
    const found = await executeAt<{ name: string; permissions: string[] }>(
      database.url,
      'SELECT name, permissions FROM api_keys ORDER BY name',
    );
    expect(found).toEqual(Object.entries(keys).map(([name, sets]) => ({ name, permissions: sets.flat() })));
  });

  const exists = (table: string) => ask(`SELECT to_regclass('${table}') IS NOT NULL AS answer`);
  const valid = (index: string) =>
    ask(`SELECT indisvalid AS answer FROM pg_index WHERE indexrelid = '${index}'::regclass`);

  async function ask(text: string): Promise<boolean | undefined> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<{ answer: boolean }>(text)).rows[0]?.answer;
    } finally {
      await client.end();
    }
  }
});
