import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { answerOf, api, type Me } from '../api';
import { useMessages } from '../i18n';
import { permissionsOf } from './permissions.generated';

/** Who is signed in, in the tenant of the address. @throws ApiError UNAUTHENTICATED when nobody is */
export const meQuery = (tenant?: string) =>
  queryOptions({
    queryKey: ['me', tenant ?? null],
    queryFn: () => answerOf(api.GET('/api/console/me', { params: { header: { 'x-tenant-id': tenant } } })),
    staleTime: 60_000,
    retry: false,
  });

export const MeContext = createContext<Me | undefined>(undefined);

/** A method and a path, as the OpenAPI document has them. */
export type Operation = keyof typeof permissionsOf;

/**
 * Why who is signed in may not do it, as a sentence for the button; undefined where they may. The permissions are those of
 * the OpenAPI document; the server alone decides.
 */
export function useRefusal(): (operation: Operation) => string | undefined {
  const { common } = useMessages();
  const me = useContext(MeContext);
  return (operation) => {
    const needed: readonly string[] = permissionsOf[operation];
    const held: string[] = me?.permissions ?? [];
    if (me?.isPlatform === true || needed.some((permission) => held.includes(permission))) return undefined;
    return common.notAllowed(common.or([...needed]));
  };
}

export function useMe(tenant?: string) {
  return useQuery(meQuery(tenant));
}
