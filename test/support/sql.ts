import { Database } from '@errand/database';
import type { TestApi } from './api';

/** One statement on the database of an api under test, past the api. */
export async function execute<Row>(api: Pick<TestApi, 'app'>, text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await api.app.get(Database).pool.query(text, values);
  return rows as Row[];
}
