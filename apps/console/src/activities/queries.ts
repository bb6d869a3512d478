import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ActivityDetail, answerOf, api } from '../api';
import { useFollowed } from '../live-stream';
import { useLiveInterval, useReportLive } from '../live';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';
import { type FilterName, type ListQuery, queryOf, statuses } from './filters';

/** Changes at each minute, when a relative range has moved on. */
const minute = () => Math.floor(Date.now() / 60_000) * 60_000;

/** One page of the list that an address asks for; what was shown stays until the answer is there. */
export function useActivities(search: Search) {
  const header = useTenantHeader();
  const { page, perPage } = pageOf(search);
  return useQuery({
    queryKey: ['activities', header, search],
    queryFn: () => {
      const query = { ...queryOf(search, Date.now()), page, perPage, total: 'capped', include: ['waitingFor'] };
      return answerOf(api.GET('/api/activities', { params: { query: query as ListQuery, header } }));
    },
    placeholderData: keepPreviousData,
  });
}

/** What became of the rows that are shown, every 5 s while somebody looks, and how many newer ones there are. */
export function useChanges(search: Search, ids: string[], newerThan: string | undefined) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(5000);
  const changes = useQuery({
    queryKey: ['changes', header, search, ids, newerThan],
    queryFn: () => {
      const query = { ...queryOf(search, minute()), ids: ids.slice(0, 100), ...(newerThan ? { newerThan } : {}) };
      return answerOf(api.GET('/api/activities/changes', { params: { query: query as never, header } }));
    },
    enabled: ids.length > 0,
    refetchInterval,
  });
  useReportLive(changes);
  return changes;
}

/** How many of each status match the other filters. @param everyMs how often they are counted while somebody looks */
export function useStatusCounts(search: Search, everyMs?: number) {
  return useCounts(search, 'status', statuses, true, everyMs);
}

/** Of what many activities have, so that a reader sees what there is to choose. */
const counted: FilterName[] = ['channel', 'type', 'origin'];

/** How many of each value of a filter match the others, while they are to be chosen. */
export function useOptionCounts(search: Search, name: FilterName, options: readonly string[] = [], isOpen: boolean) {
  return useCounts(search, name, options, isOpen && counted.includes(name));
}

function useCounts(search: Search, name: string, options: readonly string[], isEnabled: boolean, everyMs?: number) {
  const rest = { ...search, page: undefined, perPage: undefined, row: undefined };
  return useCountsOf(new Map(options.map((option) => [option, { ...rest, [name]: option }])), isEnabled, everyMs);
}

/**
 * How many each of these lists has.
 * @returns as they are shown, such as `1,204` or `10,000+`; those that are not known yet are left out
 */
export function useCountsOf(lists: ReadonlyMap<string, Search>, isEnabled = true, everyMs = 15_000) {
  const header = useTenantHeader();
  const { language } = usePreferences();
  const refetchInterval = useLiveInterval(everyMs);
  const { data = [] } = useQuery({
    queryKey: ['counts', header, [...lists]],
    queryFn: () =>
      Promise.all(
        [...lists].map(async ([name, search]) => {
          const query = { ...queryOf(search, Date.now()), perPage: 1, total: 'capped' };
          const { meta } = await answerOf(
            api.GET('/api/activities', { params: { query: query as ListQuery, header } }),
          );
          return [name, meta] as const;
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval,
    enabled: isEnabled,
  });
  return new Map(
    data.flatMap(([name, { total, totalIsCapped }]) =>
      total === null ? [] : [[name, `${total.toLocaleString(language)}${totalIsCapped ? '+' : ''}`]],
    ),
  );
}

/** The tenant's accounts, as many as a list has at most. Empty where the key may not see them. */
export function useAccountList() {
  const header = useTenantHeader();
  const { data } = useQuery({
    queryKey: ['accounts', header],
    queryFn: () => answerOf(api.GET('/api/dispatch-configs', { params: { query: { perPage: 100 }, header } })),
    staleTime: 60_000,
    retry: false,
  });
  return data?.data ?? [];
}

/** Their names, by id. */
export function useAccounts(): (id: string | null) => string | undefined {
  const accounts = useAccountList();
  return (id) => accounts.find((config) => config.id === id)?.name;
}

/** An activity as it is: told by the stream, else fetched every 10 s. Its `version` is another when its timeline may be. */
export function useActivity(id: string) {
  const header = useTenantHeader();
  const queryKey = ['activity', header, id];
  const queryFn = () => answerOf(api.GET('/api/activities/{id}', { params: { path: { id }, header } }));
  const { told, ...query } = useFollowed(`activity:${id}`, { queryKey, queryFn }, itself);
  return { ...query, version: told?.timelineVersion ?? query.data?.updatedAt };
}

const itself = (activity: ActivityDetail) => activity;

/** The whole history of an activity, fetched anew when `version` changes, and every 10 s where no stream tells of that. */
export function useTimeline(id: string, version: string | undefined) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(10_000);
  return useQuery({
    queryKey: ['timeline', header, id, version],
    queryFn: () => answerOf(api.GET('/api/activities/{id}/timeline', { params: { path: { id }, header } })),
    placeholderData: keepPreviousData,
    refetchInterval,
    enabled: version !== undefined,
  });
}
