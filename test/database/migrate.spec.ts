import { runMigrations } from '@errand/database';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from '../../migrations';
import { createTestDatabase, type TestDatabase } from '../support/database';

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
