import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Key = Schemas['ApiKeyResponse'];

export function useKeyList(search: Search) {
  const header = useTenantHeader();
  const query = pageOf(search);
  return useQuery({
    queryKey: ['keys', header, query],
    queryFn: () => answerOf(api.GET('/api/api-keys', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

/** @param id null: none is asked for */
export function useKey(id: string | null) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['key', header, id],
    queryFn: () => answerOf(api.GET('/api/api-keys/{id}', { params: { path: { id: id ?? '' }, header } })),
    enabled: id !== null,
    retry: false,
  });
}
