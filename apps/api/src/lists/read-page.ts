import type { Slice } from '@errand/database';
import { invalidField } from '@errand/errors';
import { decodeCursor, encodeCursor } from './cursor';
import type { CountedPageRequest, PageRequest } from './page.request';
import type { CountedMetaResponse, PageResponse } from './page.response';

/** How one list is read: its rows newest first, and how many there are in all, where that is told. */
export interface ListSource<Row> {
  rows(slice: Slice): Promise<Row[]>;
  count?(): Promise<number>;
}

/**
 * Reads one page. One row more than asked for is read, which tells whether there is a next page. By cursor the count
 * is skipped, since that is what makes a deep list slow.
 * @param list names the list in its cursors
 */
export async function readPage<Row extends { id: string }, Item>(
  list: string,
  request: PageRequest,
  source: ListSource<Row>,
  toItem: (row: Row) => Item,
): Promise<PageResponse<Item>> {
  return readPageBy({ of: ({ id }) => id }, list, request, source, toItem);
}

/** What a capped total counts to. */
const countedAtMost = 10_000;

/** A list that grows without end: it is not counted to its end unless that is asked for. */
export interface CountedSource<Row> {
  rows(slice: Slice): Promise<Row[]>;
  /** @param atMost where counting stops */
  count(atMost: number | undefined): Promise<number>;
}

/** {@link readPage} with a total as far as it is wanted. Pages beyond a capped total answer all the same. */
export async function readCountedPage<Row extends { id: string }, Item>(
  list: string,
  request: CountedPageRequest,
  source: CountedSource<Row>,
  toItem: (row: Row) => Item,
): Promise<PageResponse<Item, CountedMetaResponse>> {
  const { total: wanted = 'capped', page, perPage = 25, cursor } = request;
  const atMost = wanted === 'exact' ? undefined : countedAtMost;
  const counted = {
    rows: async (slice: Slice) => source.rows(slice),
    count: wanted === 'none' ? undefined : async () => source.count(atMost && atMost + 1),
  };
  const answer = await readPage(list, request, counted, toItem);
  const { total } = answer.meta;
  const totalIsCapped = atMost !== undefined && total !== null && total > atMost;
  const told = totalIsCapped ? atMost : total;
  const meta = {
    page: cursor === undefined ? (page ?? 1) : null,
    limit: perPage,
    total: told,
    totalPages: told === null ? null : Math.ceil(told / perPage),
    totalIsCapped,
  };
  return { ...answer, meta };
}

/** What a list is sorted by, where its rows have no id: a unique text. */
export interface CursorKey<Row> {
  of(row: Row): string;
  /** Whether a text can be one; a UUID unless told. */
  is?: (text: string) => boolean;
}

/** {@link readPage} for a list that is sorted by something else than the id. */
export async function readPageBy<Row, Item>(
  key: CursorKey<Row>,
  list: string,
  { page, perPage = 25, cursor }: PageRequest,
  source: ListSource<Row>,
  toItem: (row: Row) => Item,
): Promise<PageResponse<Item>> {
  if (cursor !== undefined && page !== undefined) throw invalidField('page', 'must not be given with cursor');
  const number = page ?? 1;
  const before = cursor === undefined ? undefined : decodeCursor(list, cursor, key.is);
  const offset = before === undefined ? (number - 1) * perPage : 0;
  const rows = await source.rows({ before, offset, limit: perPage + 1 });
  // Who sees the end of the list knows the total. What finds little reads much for it, and would do so twice.
  const isEnd = rows.length <= perPage && (rows.length > 0 || offset === 0);
  let total: number | null = null;
  if (before === undefined && source.count) total = isEnd ? offset + rows.length : await source.count();
  const last = rows.length > perPage ? rows[perPage - 1] : undefined;
  return {
    data: rows.slice(0, perPage).map(toItem),
    meta: {
      page: total === null ? null : number,
      limit: perPage,
      total,
      totalPages: total === null ? null : Math.ceil(total / perPage),
    },
    nextCursor: last ? encodeCursor(list, key.of(last)) : null,
  };
}
