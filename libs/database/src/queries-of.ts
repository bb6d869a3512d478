import type { EntityManager } from 'typeorm';
import type { Queryable } from './statement';

/** Runs statements in the transaction of a TypeORM manager. */
export function queriesOf(manager: EntityManager): Pick<Queryable, 'query'> {
  return { query: async ({ text }, values) => manager.query(text, values) };
}
