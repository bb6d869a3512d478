import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Person = Schemas['PersonResponse'];

export function usePeople(search: Search) {
  const header = useTenantHeader();
  const query = { ...pageOf(search), search: search.search };
  return useQuery({
    queryKey: ['people', header, query],
    queryFn: () => answerOf(api.GET('/api/people', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

/** @param id undefined: of nobody, which is not asked for */
export function usePerson(id: string | undefined) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['person', header, id],
    queryFn: () => answerOf(api.GET('/api/people/{id}', { params: { path: { id: id ?? '' }, header } })),
    enabled: id !== undefined,
    retry: false,
  });
}
