import { isBadData } from '@errand/database';
import type { SyncCounts } from '@errand/master-data';
import { problemOf } from '../problems/problem';
import { readRequest } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';
import type { SyncErrorResponse, SyncResponse } from './sync.response';

/**
 * Validates each item like a single create and syncs the good ones together. Of items with the same externalId the
 * first good one counts, the later ones are errors.
 */
export async function syncItems<Item extends { externalId: string }>(
  itemClass: new () => Item,
  items: unknown[],
  sync: (valid: Item[]) => Promise<SyncCounts>,
): Promise<SyncResponse> {
  const errors: SyncErrorResponse[] = [];
  const valid = new Map<string, { item: Item; index: number }>();
  for (const [index, input] of items.entries()) {
    const { value, problems } = readRequest(itemClass, input, 'body');
    if (value === undefined) {
      errors.push({ index, code: 'VALIDATION_FAILED', message: validationFailed(problems).message });
      continue;
    }
    const first = valid.get(value.externalId);
    if (first) errors.push({ index, code: 'CONFLICT', message: `externalId is that of item ${first.index} as well` });
    else valid.set(value.externalId, { item: value, index });
  }
  const counts = await syncApart([...valid.values()], sync, errors);
  errors.sort((one, other) => one.index - other.index);
  return { ...counts, total: items.length, errors };
}

/** What the database refuses is found by halves, so that it keeps no other from being synced. */
async function syncApart<Item>(
  placed: { item: Item; index: number }[],
  sync: (valid: Item[]) => Promise<SyncCounts>,
  errors: SyncErrorResponse[],
): Promise<SyncCounts> {
  try {
    return await sync(placed.map(({ item }) => item));
  } catch (error) {
    const [only] = placed;
    if (!only || !isBadData(error)) throw error;
    if (placed.length === 1) {
      const { code, message } = problemOf(error);
      if (code === 'INTERNAL') throw error;
      errors.push({ index: only.index, code, message });
      return { created: 0, updated: 0 };
    }
  }
  const first = await syncApart(placed.slice(0, placed.length / 2), sync, errors);
  const second = await syncApart(placed.slice(placed.length / 2), sync, errors);
  return { created: first.created + second.created, updated: first.updated + second.updated };
}
