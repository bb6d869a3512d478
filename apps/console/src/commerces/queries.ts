import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Commerce = Schemas['CommerceResponse'];
export type Person = Schemas['CommerceUserResponse'];
export type Contact = Schemas['ContactResponse'];

/** `true` and `false` of an address; all else is no filter. */
export function inUseOf({ isActive }: Search): boolean | undefined {
  return isActive === 'true' ? true : isActive === 'false' ? false : undefined;
}

export function useCommerces(search: Search) {
  const header = useTenantHeader();
  const query = { ...pageOf(search), search: search.search, isActive: inUseOf(search) };
  return useQuery({
    queryKey: ['commerces', header, query],
    queryFn: () => answerOf(api.GET('/api/commerces', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

export function useCommerce(id: string) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['commerce', header, id],
    queryFn: () => answerOf(api.GET('/api/commerces/{id}', { params: { path: { id }, header } })),
    retry: false,
  });
}

const fewRows = 10;

/** The newest activities of a store, whenever they were made. */
export function useActivitiesOf({ externalId }: Commerce) {
  const header = useTenantHeader();
  const query = { commerceExternalId: externalId, perPage: fewRows, total: 'none' as const };
  return useQuery({
    queryKey: ['activities', header, 'of-store', query],
    queryFn: () => answerOf(api.GET('/api/activities', { params: { query, header } })),
    retry: false,
  });
}

export function useResultsOf({ id }: Commerce) {
  const header = useTenantHeader();
  const query = { commerceId: id, perPage: fewRows, total: 'none' as const };
  return useQuery({
    queryKey: ['results', header, 'of-store', query],
    queryFn: () => answerOf(api.GET('/api/activity-results', { params: { query, header } })),
    retry: false,
  });
}
