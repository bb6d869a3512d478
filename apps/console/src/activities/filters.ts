import type { paths } from '../../../../clients/typescript/src/schema.generated';
import { beginningText, type Range } from '../range';
import type { Search } from '../search';

export type ListQuery = NonNullable<paths['/api/activities']['get']['parameters']['query']>;

export const statuses = ['READY', 'UNRESOLVED', 'DISPATCHED', 'COMPLETED', 'FAILED', 'CANCELED'] as const;

/** Whether an activity stays in it, but for a result that replaces another. */
export const isFinal = (status: (typeof statuses)[number]) =>
  status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELED';
export const ranges = ['1h', '24h', '7d', '30d', 'all'] as const satisfies (Range | 'all')[];
type ListRange = (typeof ranges)[number];
export const usualRange: ListRange = '7d';

/** The filters that a reader adds, and the values they may choose from where these are few. */
export const filterOptions = {
  channel: ['SALESMAN', 'CALLCENTER', 'WHATSAPP', 'EMAIL', 'SMS', 'PUSH'],
  type: ['TASK', 'MESSAGE'],
  origin: ['API', 'ACTION', 'RECURRING', 'REDRIVE'],
  errorCode: undefined,
  reason: undefined,
  provider: undefined,
  commerceExternalId: undefined,
  commerceUserId: undefined,
  dispatchConfigId: undefined,
  operatorId: undefined,
  routeId: undefined,
  waiting: [
    'SCHEDULE',
    'RETRY',
    'IN_FLIGHT',
    'PROVIDER_PAUSED',
    'PROVIDER_DOWN',
    'PROVIDER_MISCONFIGURED',
    'RATE_LIMIT',
    'TENANT_PAUSED',
    'QUEUE',
  ],
  redriven: ['true', 'false'],
  createdFrom: undefined,
  createdTo: undefined,
  scheduledFrom: undefined,
  scheduledTo: undefined,
} satisfies Record<string, string[] | undefined>;
export type FilterName = keyof typeof filterOptions;
export const filterNames = Object.keys(filterOptions) as FilterName[];

const others = ['status', 'search', 'range', 'page', 'perPage', 'row'];

/** The keys of an address that no filter has; labels (`label.<key>`) are filters of any name. */
export function unknownKeys(search: Search): string[] {
  return Object.keys(search).filter(
    (key) => !key.startsWith('label.') && !(filterNames as string[]).includes(key) && !others.includes(key),
  );
}

/** What of an address narrows the list, without its page and its status. */
export function filtersOf(search: Search): [key: string, value: string][] {
  return Object.entries(search).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (entry[0].startsWith('label.') || (filterNames as string[]).includes(entry[0])),
  );
}

/** The range of an address; `createdFrom` and `createdTo` take its place. */
export function rangeOf({ range, createdFrom, createdTo }: Search): ListRange | undefined {
  if (createdFrom !== undefined || createdTo !== undefined) return undefined;
  return ranges.find((one) => one === range) ?? usualRange;
}

/**
 * What to ask the api for what an address says. The beginning of a range is rounded down to the minute, so that within
 * one the same address is the same question.
 */
export function queryOf(search: Search, now: number): ListQuery {
  const range = rangeOf(search);
  const from = range === undefined || range === 'all' ? undefined : beginningText(range, now);
  const { status, search: text } = search;
  return Object.fromEntries([
    ...(from === undefined ? [] : [['createdFrom', from]]),
    ...(status === undefined ? [] : [['status', status]]),
    ...(text === undefined ? [] : [['search', text]]),
    ...filtersOf(search),
  ]) as ListQuery;
}
