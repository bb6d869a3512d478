import { containing, likeInAnyCase, type ReadTime } from '@errand/database';
import { isUUID } from 'class-validator';

/** By what a search finds activities, in the order in which it tries. */
export const MATCHED_BY = ['id', 'idempotencyKey', 'providerActivityId', 'commerce', 'reason'] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];

/** The reasons of older activities are looked at only when a time is given. */
export const reasonDays = 30;
/** Up to so many stores are looked up one by one in activities_of_commerce; of more the list is likely full of them. */
const fewStores = 50;

const storeMatches = (alias: string, pattern: string) =>
  `(${likeInAnyCase(`${alias}.external_id`, pattern)} OR ${likeInAnyCase(`${alias}.name`, pattern)})`;

/** What a search has found to look for. */
export interface SearchMatch {
  by: MatchedBy;
  /** SQL with a `?` for the value. The tenant is $1. */
  condition: string;
  value: unknown;
}

/** What a text can stand for, in the order in which it is tried. */
export async function* waysOf(tenantId: string, text: string, time: ReadTime): AsyncGenerator<SearchMatch> {
  if (isUUID(text)) yield { by: 'id', condition: 'a.id = ?::uuid', value: text };
  yield { by: 'idempotencyKey', condition: 'a.idempotency_key = ?', value: text };
  yield { by: 'providerActivityId', condition: 'a.provider_activity_id = ?', value: text };
  const stores = await time.query<{ id: string }>(
    `SELECT n.id FROM commerces n WHERE n.tenant_id = $1 AND ${storeMatches('n', '$2')} LIMIT ${fewStores + 1}`,
    [tenantId, containing(text)],
  );
  if (stores.length > fewStores) {
    const matching = `SELECT n.id FROM commerces n WHERE n.tenant_id = $1 AND ${storeMatches('n', '?')}`;
    yield { by: 'commerce', condition: `a.commerce_id IN (${matching})`, value: containing(text) };
  } else if (stores.length > 0) {
    yield { by: 'commerce', condition: 'a.commerce_id = ANY(?::uuid[])', value: stores.map(({ id }) => id) };
  }
  yield { by: 'reason', condition: likeInAnyCase('a.reason', '?'), value: containing(text) };
}
