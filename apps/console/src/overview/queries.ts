import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Overview } from '../api';
import { useFollowed } from '../live-stream';
import { useLiveInterval } from '../live';
import { beginningOf, type Range } from '../range';
import { useTenantHeader } from '../session/tenant';
import { useZone } from '../time';

export const ranges = ['1h', '24h', '7d', '30d'] as const satisfies Range[];

/** How long a bucket of the chart is: at most 288 of them. */
export const stepOf: Record<Range, '5m' | '1h' | '1d'> = { '1h': '5m', '24h': '5m', '7d': '1h', '30d': '1d' };

/** The range that an address asks for; the last 24 hours unless told. */
export function rangeOf({ range }: { range?: string }): Range {
  return ranges.find((one) => one === range) ?? '24h';
}

/** From so long ago until now. */
function spanOf(range: Range): { from: string; to: string } {
  const to = Date.now();
  return { from: new Date(beginningOf(range, to)).toISOString(), to: new Date(to).toISOString() };
}

/** What is open now, and how many became what in the range. */
export function useOverview(range: Range) {
  const header = useTenantHeader();
  const queryKey = ['overview', header, range];
  const queryFn = () => answerOf(api.GET('/api/stats/overview', { params: { query: spanOf(range), header } }));
  return useFollowed(
    range === '24h' ? 'overview' : undefined,
    { queryKey, queryFn, placeholderData: keepPreviousData },
    itself,
  );
}

const itself = (overview: Overview) => overview;

/** How many became what in each bucket of the range. */
export function useOutcomes(range: Range) {
  const header = useTenantHeader();
  const timezone = useZone();
  return useQuery({
    queryKey: ['outcomes', header, range, timezone],
    queryFn: () => {
      const query = { ...spanOf(range), step: stepOf[range], by: 'status' as const, timezone };
      return answerOf(api.GET('/api/stats/activities', { params: { query, header } }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: useLiveInterval(15_000),
  });
}

/** Why attempts failed in the range, the most frequent first. */
export function useFailures(range: Range) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['failures', header, range],
    queryFn: () => answerOf(api.GET('/api/stats/failures', { params: { query: spanOf(range), header } })),
    placeholderData: keepPreviousData,
    refetchInterval: useLiveInterval(15_000),
  });
}
