import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { containing, likeInAnyCase } from './any-case';
import type { Slice } from './slice';

/** A list that is read in slices. */
export interface Listing<Row> {
  rows(slice: Slice): Promise<Row[]>;
  /** How many rows all slices have together. */
  count(): Promise<number>;
}

/** By `id`, the newest come first, since ids are UUIDv7; by `key` or `code`, in alphabetical order. */
export function listing<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  by: 'id' | 'key' | 'code' = 'id',
): Listing<Row> {
  const column = `${query.alias}.${by}`;
  return {
    async rows({ before, offset, limit }) {
      const slice = query.clone().orderBy(column, by === 'id' ? 'DESC' : 'ASC');
      if (before !== undefined) slice.andWhere(`${column} ${by === 'id' ? '<' : '>'} :before`, { before });
      return slice.offset(offset).limit(limit).getMany();
    },
    count: async () => query.clone().getCount(),
  };
}

/** The same list with more loaded for each slice of rows. */
export function listingWith<Row, Loaded>(
  list: Listing<Row>,
  load: (rows: Row[]) => Promise<Loaded[]>,
): Listing<Loaded> {
  return { rows: async (slice) => load(await list.rows(slice)), count: async () => list.count() };
}

/** Narrows a query to the rows whose properties have these values; an undefined one does not count. */
export function equalTo<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  values: Record<string, string | boolean | undefined>,
): void {
  for (const [property, value] of Object.entries(values)) {
    if (value !== undefined) query.andWhere(`${query.alias}.${property} = :${property}`, { [property]: value });
  }
}

/** Narrows a query to the rows where one of the properties contains the text, in any case. */
export function searching<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  properties: string[],
  text: string | undefined,
): void {
  if (text === undefined) return;
  const anyOf = properties.map((property) => likeInAnyCase(`${query.alias}.${property}`, ':search')).join(' OR ');
  query.andWhere(`(${anyOf})`, { search: containing(text) });
}
