import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { OPERATOR_TYPES } from '../../../../libs/vocabulary/src';
import { answerOf, api, type Schemas } from '../api';
import { inUseOf } from '../commerces/queries';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Operator = Schemas['OperatorResponse'];
export type Route = Schemas['RouteResponse'];

export function useOperators(search: Search) {
  const header = useTenantHeader();
  const type = OPERATOR_TYPES.find((one) => one === search.type);
  const query = { ...pageOf(search), search: search.search, isActive: inUseOf(search), type };
  return useQuery({
    queryKey: ['operators', header, query],
    queryFn: () => answerOf(api.GET('/api/operators', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

/** @param id none: none is asked for */
export function useOperator(id: string | undefined) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['operator', header, id],
    queryFn: () => answerOf(api.GET('/api/operators/{id}', { params: { path: { id: id ?? '' }, header } })),
    enabled: id !== undefined,
    retry: false,
  });
}

export function useRoutes(search: Search) {
  const header = useTenantHeader();
  const query = { ...pageOf(search), search: search.search, isActive: inUseOf(search) };
  return useQuery({
    queryKey: ['routes', header, query],
    queryFn: () => answerOf(api.GET('/api/routes', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

/** @param id none: none is asked for */
export function useRouteOf(id: string | undefined) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['route', header, id],
    queryFn: () => answerOf(api.GET('/api/routes/{id}', { params: { path: { id: id ?? '' }, header } })),
    enabled: id !== undefined,
    retry: false,
  });
}

/** What an operator or a route still has to do, as the list of activities takes it. */
export const openStatuses = ['READY', 'UNRESOLVED', 'DISPATCHED'] as const;

/** How many of an operator's or a route's tasks are open, up to 10,000. */
export function useOpenTasks(of: { operatorId: string } | { routeId: string }) {
  const header = useTenantHeader();
  const query = { ...of, status: [...openStatuses], perPage: 1, total: 'capped' as const };
  return useQuery({
    queryKey: ['activities', header, 'open', of],
    queryFn: () => answerOf(api.GET('/api/activities', { params: { query, header } })),
    retry: false,
  });
}
