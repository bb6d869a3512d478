import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** As the role of the processes, which can change no table; of an empty database, as its owner. */
  url: string;
  /** As the owner of its tables, who migrates. */
  ownerUrl: string;
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated template (or `empty`). */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `errand_test_${randomUUID().replaceAll('-', '')}`;
  const template = empty ? 'template0' : environment('ERRAND_TEST_TEMPLATE');
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const ownerUrl = Object.assign(new URL(environment('ERRAND_TEST_SERVER_URL')), { pathname: `/${name}` }).href;
  const url = empty ? ownerUrl : withRole(ownerUrl, environment('ERRAND_TEST_APP_URL'));
  return { url, ownerUrl, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** One statement, once. */
export async function executeAt<Row>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The same database as the owner of its tables, who may do what no process does. */
export function ownerUrlOf(databaseUrl: string): string {
  return withRole(databaseUrl, environment('ERRAND_TEST_SERVER_URL'));
}

function withRole(url: string, another: string): string {
  const { username, password } = new URL(another);
  return Object.assign(new URL(url), { username, password }).href;
}

/** As whoever may make databases and roles. */
export async function onServer(statement: string): Promise<void> {
  await executeAt(environment('ERRAND_TEST_SERVER_URL'), statement);
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the test did not run under test/global-setup.cjs`);
  return value;
}
