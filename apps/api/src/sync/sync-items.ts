import type { SyncCounts } from '@errand/master-data';
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
  const counts = await sync([...valid.values()].map(({ item }) => item));
  return { ...counts, total: items.length, errors };
}
