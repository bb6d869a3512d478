import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { answerOf, api, type Me } from '../api';

/** Who is signed in, in the tenant of the address. @throws ApiError UNAUTHENTICATED when nobody is */
export const meQuery = (tenant?: string) =>
  queryOptions({
    queryKey: ['me', tenant ?? null],
    queryFn: () => answerOf(api.GET('/api/console/me', { params: { header: { 'x-tenant-id': tenant } } })),
    staleTime: 60_000,
    retry: false,
  });

export const MeContext = createContext<Me | undefined>(undefined);

/** Whether who is signed in may do it; the server alone decides, this only draws the buttons. */
export function useMay(): (permission: string) => boolean {
  const me = useContext(MeContext);
  return (permission) => me !== undefined && (me.isPlatform || (me.permissions as string[]).includes(permission));
}

export function useMe(tenant?: string) {
  return useQuery(meQuery(tenant));
}
