import { createContext, useContext } from 'react';

export interface CurrentTenant {
  code: string;
  name: string;
  /** IANA. */
  timezone: string;
}

export const TenantContext = createContext<CurrentTenant>({ code: '', name: '', timezone: 'UTC' });

/** The tenant that the address names, in which everything on the page is. */
export function useTenant(): CurrentTenant {
  return useContext(TenantContext);
}
