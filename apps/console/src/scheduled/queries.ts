import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Channel } from '../api';
import { useLiveInterval } from '../live';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';
import type { Span } from './calendar';

/** How many wait for their time, by when that comes and channel. Days are those of the zone. */
export function useScheduled({ from, to }: Span, step: '1h' | '1d', timezone: string, channel: Channel | undefined) {
  const header = useTenantHeader();
  const query = {
    ...{ from: from.toISOString(), to: to.toISOString(), step, timezone },
    ...(channel && { channel: [channel] }),
  };
  return useQuery({
    queryKey: ['scheduled', header, query],
    queryFn: () => answerOf(api.GET('/api/stats/scheduled', { params: { query, header } })),
    placeholderData: keepPreviousData,
    refetchInterval: useLiveInterval(30_000),
  });
}

/**
 * What of an address asks the list of activities for what waits in a span, whose end is included there. What was due before
 * now waits for something else.
 */
export function filterOf({ from, to }: Span, channel: Channel | undefined) {
  return {
    status: 'READY',
    ...(channel && { channel }),
    scheduledFrom: new Date(Math.max(from.getTime(), Date.now())).toISOString(),
    scheduledTo: new Date(to.getTime() - 1).toISOString(),
  };
}

/** One page of what waits in a span. */
export function useWaiting(span: Span, channel: Channel | undefined, search: Search) {
  const header = useTenantHeader();
  const { page, perPage } = pageOf(search);
  const [scheduledFrom, scheduledTo] = [span.from.toISOString(), new Date(span.to.getTime() - 1).toISOString()];
  const query = {
    ...{ status: ['READY' as const], waiting: ['SCHEDULE' as const], scheduledFrom, scheduledTo },
    ...{ page, perPage, total: 'capped' as const },
    ...(channel && { channel: [channel] }),
  };
  return useQuery({
    queryKey: ['activities', header, query],
    queryFn: () => answerOf(api.GET('/api/activities', { params: { query, header } })),
    placeholderData: keepPreviousData,
    refetchInterval: useLiveInterval(15_000),
  });
}
