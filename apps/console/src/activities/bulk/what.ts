import type { components } from '../../../../../clients/typescript/src/schema.generated';
import type { Search } from '../../search';
import type { Operation } from '../../session/me';
import { filtersOf, queryOf } from '../filters';

/** What may be done to all activities that match. */
export type BulkKind = 'redrive' | 'cancel' | 'retry-resolution';

type Filter = Omit<components['schemas']['RedriveFilterRequest'], 'status'>;

export const bulkKinds = {
  redrive: { status: 'FAILED', operation: 'POST /api/activities/redrive' },
  cancel: { status: 'READY', operation: 'POST /api/activities/bulk-cancel' },
  'retry-resolution': { status: 'UNRESOLVED', operation: 'POST /api/activities/bulk-retry-resolution' },
} as const satisfies Record<BulkKind, { status: string; operation: Operation }>;

/** Which activities: those whose boxes were ticked, or all that match. */
export type Choice = { ids: string[] } | { filter: Filter };

const lists = ['channel', 'type', 'origin', 'errorCode'];
/** What the list can be narrowed by and a change cannot: it is worked out for each row, or is what the change is about. */
const notHere = ['waiting'];

/** Those filters of an address by which a change cannot choose; with any of them it is refused, as it would take more. */
export function unusableFilters(search: Search): string[] {
  return filtersOf(search)
    .map(([key]) => key)
    .filter((key) => notHere.includes(key));
}

/**
 * What an address chooses.
 * @param now until when they may have been created: what comes later is not what was looked at
 */
export function choiceOf(search: Search, now: number): Choice {
  if (search.ids !== undefined) return { ids: search.ids.split(',') };
  const { status: _status, ...query } = queryOf(search, now) as Record<string, string>;
  const filter: Record<string, unknown> = { createdTo: new Date(now).toISOString() };
  for (const [key, value] of Object.entries(query)) {
    if (key.startsWith('label.')) filter.label = { ...(filter.label as object), [key.slice('label.'.length)]: value };
    else if (lists.includes(key)) filter[key] = value.split(',');
    else if (key === 'redriven') filter[key] = value === 'true';
    else filter[key] = value;
  }
  return { filter: filter };
}

/** The same without those whose errors were left out. */
export function withErrors(choice: Choice, errorCode: string[] | undefined): Choice {
  return 'filter' in choice && errorCode ? { filter: { ...choice.filter, errorCode } } : choice;
}

/** Whose account there was none: it fails again unless one is made. */
export const withoutAccount = 'NO_DISPATCH_CONFIG';

/** These are refusals: what was refused once is most likely refused again. */
export const refusals = ['PROVIDER_REJECTED', 'TEMPLATE_FAILED', 'NO_RECIPIENT', 'BLOCKED_ADDRESS'];

/** So many a second, where somebody spreads them over time. */
export const usualRate = 20;
