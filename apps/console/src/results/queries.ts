import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { components, paths } from '../../../../clients/typescript/src/schema.generated';
import { answerOf, api } from '../api';
import { useLiveInterval } from '../live';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Result = components['schemas']['ResultResponse'];
export type ResultStatus = Result['status'];
type ListQuery = NonNullable<paths['/api/activity-results']['get']['parameters']['query']>;

export const statuses = ['COMPLETED', 'NOT_EXECUTED', 'TRANSFERRED', 'CANCELED', 'PENDING'] as const;
export const ranges = ['24h', '7d', '30d'] as const;
const hours = { '24h': 24, '7d': 168, '30d': 720 };

/** The filters of an address that the api knows by the same name. */
const filterNames = ['status', 'kind', 'commerceExternalId', 'activityId', 'providerActivityId'] as const;

export function isFiltered(search: Search): boolean {
  return [...filterNames, 'range', 'page'].some((name) => search[name] !== undefined);
}

function queryOf(search: Search): Partial<ListQuery> {
  const range = ranges.find((one) => one === search.range);
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  return {
    ...Object.fromEntries(filterNames.map((name) => [name, search[name]])),
    ...(range && { occurredFrom: new Date(minute - hours[range] * 3_600_000).toISOString() }),
  };
}

export function useResults(search: Search) {
  const header = useTenantHeader();
  const { page, perPage } = pageOf(search);
  const refetchInterval = useLiveInterval(5000);
  return useQuery({
    queryKey: ['results', header, search],
    queryFn: () => {
      const query = { ...queryOf(search), page, perPage, total: 'capped' } as ListQuery;
      return answerOf(api.GET('/api/activity-results', { params: { query, header } }));
    },
    placeholderData: keepPreviousData,
    refetchInterval,
    retry: false,
  });
}

export function useResult(id: string | undefined) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['result', header, id],
    queryFn: () => answerOf(api.GET('/api/activity-results/{id}', { params: { path: { id: id ?? '' }, header } })),
    enabled: id !== undefined,
    retry: false,
  });
}

/** The activity that a result is for, with what counts as its outcome so far. */
export function useOutcome(activityId: string | undefined) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['outcome', header, activityId],
    queryFn: async () => {
      const id = activityId ?? '';
      const [activity, { data }] = await Promise.all([
        answerOf(api.GET('/api/activities/{id}', { params: { path: { id }, header } })),
        answerOf(
          api.GET('/api/activity-results', {
            params: { query: { activityId: id, perPage: 100 }, header },
          }),
        ),
      ]);
      const counting = data.find(({ status, state }) => status !== 'PENDING' && state !== 'REPLACED');
      return { activity, counting };
    },
    enabled: activityId !== undefined,
    retry: false,
  });
}

export function useResultTypes() {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['result-types', header],
    queryFn: () =>
      answerOf(api.GET('/api/activity-config/result-types', { params: { query: { perPage: 100 }, header } })),
    staleTime: 60_000,
    retry: false,
  });
}

/** The names of the stores of these results, by id: each is fetched once. */
export function useStoreNames(results: Result[]): Map<string, string> {
  const header = useTenantHeader();
  const ids = [...new Set(results.flatMap(({ commerceId }) => commerceId ?? []))];
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['store', header, id],
      queryFn: () => answerOf(api.GET('/api/commerces/{id}', { params: { path: { id }, header } })),
      staleTime: 300_000,
      retry: false,
    })),
  });
  return new Map(answers.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])));
}

/** Finds activities that await their result, by whatever their list can be searched for. */
export function useFindActivity() {
  const header = useTenantHeader();
  return async (text: string) => {
    const query = { status: ['DISPATCHED'], perPage: 10, total: 'none', ...(text !== '' && { search: text }) } as never;
    const { data } = await answerOf(api.GET('/api/activities', { params: { query, header } }));
    return data.map(({ id, reason, commerceAssignment }) => ({
      id,
      name: [reason, commerceAssignment?.commerce.name].filter(Boolean).join(' · '),
      note: id.slice(-4),
    }));
  };
}
