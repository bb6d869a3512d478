import type { PageRequest } from '../lists/page.request';
import type { PageResponse } from '../lists/page.response';
import { type ListSource, readPageBy } from '../lists/read-page';
import { attributeKeyPattern } from './attribute-key.decorator';

/** A page of a list that is sorted by attribute key. */
export async function readKeyedPage<Row extends { key: string }, Item>(
  list: string,
  request: PageRequest,
  source: ListSource<Row>,
  toItem: (row: Row) => Item,
): Promise<PageResponse<Item>> {
  const byKey = { of: ({ key }: Row) => key, is: (text: string) => attributeKeyPattern.test(text) };
  return readPageBy(byKey, list, request, source, toItem);
}
