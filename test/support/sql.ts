import { SETTINGS, type Settings } from '@errand/config';
import { Database } from '@errand/database';
import type { TestApi } from './api';
import { executeAt, ownerUrlOf } from './database';

/** One statement on the database of an api under test, past the api, as the role that it has. */
export async function execute<Row>(api: Pick<TestApi, 'app'>, text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await api.app.get(Database).pool.query(text, values);
  return rows as Row[];
}

/** The same as the owner of the tables: for what the role of the api may not do, as changing one. */
export async function executeAsOwner<Row>(api: Pick<TestApi, 'app'>, text: string): Promise<Row[]> {
  const { databaseUrl = '' } = api.app.get<Settings>(SETTINGS);
  return executeAt(ownerUrlOf(databaseUrl), text);
}
