import { runApart } from '@errand/database';
import type { SyncCounts } from '@errand/master-data';
import type { Logger } from '@errand/telemetry';
import { itemProblem } from '../problems/item-problem';
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
  logger: Logger,
): Promise<SyncResponse> {
  const errors: SyncErrorResponse[] = [];
  const refuse = (index: number, error: Error) => {
    const { code, message } = itemProblem(error, 'item', logger);
    errors.push({ index, code, message });
  };
  const valid = new Map<string, { item: Item; index: number }>();
  for (const [index, input] of items.entries()) {
    const { value, problems } = readRequest(itemClass, input, 'body');
    if (value === undefined) {
      refuse(index, validationFailed(problems));
      continue;
    }
    const first = valid.get(value.externalId);
    if (first) errors.push({ index, code: 'CONFLICT', message: `externalId is that of item ${first.index} as well` });
    else valid.set(value.externalId, { item: value, index });
  }
  const placed = [...valid.values()];
  const counts: SyncCounts = { created: 0, updated: 0 };
  const ends = await runApart(placed, async (some) => {
    const { created, updated } = await sync(some.map(({ item }) => item));
    counts.created += created;
    counts.updated += updated;
    return some;
  });
  for (const [n, end] of ends.entries()) if (end instanceof Error) refuse(placed[n]?.index ?? 0, end);
  errors.sort((one, other) => one.index - other.index);
  return { ...counts, total: items.length, errors };
}
