import { createContext, useContext } from 'react';

export interface CurrentTenant {
  code: string;
  name: string;
  /** IANA. */
  timezone: string;
  status: 'ACTIVE' | 'PAUSED';
}

export const TenantContext = createContext<CurrentTenant>({ code: '', name: '', timezone: 'UTC', status: 'ACTIVE' });

/** The tenant that the address names, in which everything on the page is. */
export function useTenant(): CurrentTenant {
  return useContext(TenantContext);
}

/** Names that tenant in a call. It stands in the key of each query as well, so that no answer is shown in another one. */
export function useTenantHeader(): { 'x-tenant-id': string } {
  return { 'x-tenant-id': useTenant().code };
}
