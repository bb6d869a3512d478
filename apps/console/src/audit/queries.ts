import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../../../clients/typescript/src/schema.generated';
import { answerOf, api, type Schemas } from '../api';
import { beginningText, type Range } from '../range';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Entry = Schemas['AuditEntryResponse'];
type AuditFilter = NonNullable<paths['/api/audit']['get']['parameters']['query']>;

export const ranges = ['24h', '7d', '30d', 'all'] as const satisfies (Range | 'all')[];
type LogRange = (typeof ranges)[number];
const usualRange: LogRange = '30d';

/** What narrows the log, but for its range. */
export const filterNames = [
  ...(['actor', 'actorKind', 'address', 'action', 'subjectType'] as const),
  ...(['subjectId', 'outcome', 'requestId'] as const),
] as const;

/** The range of an address; `from` and `to` take its place. */
export function rangeOf({ range, from, to }: Search): LogRange | undefined {
  if (from !== undefined || to !== undefined) return undefined;
  return ranges.find((one) => one === range) ?? usualRange;
}

/** A range as the address holds it. */
export const rangeInAddress = (range: string) => (range === usualRange ? undefined : range);

/** What to ask the api for what an address says; a range begins at a whole minute. */
export function filterOf(search: Search, now: number): AuditFilter {
  const range = rangeOf(search);
  const from = range === undefined || range === 'all' ? search.from : beginningText(range, now);
  const filters = filterNames.map((name) => [name, search[name]]);
  return Object.fromEntries([...filters, ['from', from], ['to', search.to]]) as AuditFilter;
}

export function useAudit(search: Search) {
  const header = useTenantHeader();
  const { row: _row, ...asked } = search;
  return useQuery({
    queryKey: ['audit', header, asked],
    queryFn: () => {
      const query = { ...filterOf(search, Date.now()), ...pageOf(search) };
      return answerOf(api.GET('/api/audit', { params: { query, header } }));
    },
    placeholderData: keepPreviousData,
  });
}
