import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api';
import { useLiveInterval } from '../live';
import type { Search } from '../search';
import { pageOf } from '../ui/Pages';

export type Tenant = Schemas['TenantResponse'];

export function useTenants(search: Search) {
  const query = pageOf(search);
  return useQuery({
    queryKey: ['tenants', query],
    queryFn: () => answerOf(api.GET('/api/tenants', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** How the tenants of a page stand, by their ids. It takes longer than their list, so it comes by itself. */
export function useTenantStats(search: Search) {
  const query = pageOf(search);
  const refetchInterval = useLiveInterval(15_000);
  const answer = useQuery({
    queryKey: ['tenant-stats', query],
    queryFn: () => answerOf(api.GET('/api/tenants/stats', { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
  return { ...answer, byId: new Map((answer.data?.data ?? []).map((stat) => [stat.tenantId, stat])) };
}
