import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated template (or `empty`). */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `errand_test_${randomUUID().replaceAll('-', '')}`;
  const template = empty ? 'template0' : environment('ERRAND_TEST_TEMPLATE');
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(environment('ERRAND_TEST_SERVER_URL'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: environment('ERRAND_TEST_SERVER_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the test did not run under test/global-setup.cjs`);
  return value;
}
