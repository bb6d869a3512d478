import { ErrandError } from '@errand/errors';
import { type Permission, PLATFORM_PERMISSION, type Tenant } from '@errand/tenants';

/** Who makes a request, as the access guard found out. */
export interface Access {
  /** For history rows: `platform` or `key:` and the visible prefix of the key. */
  actor: string;
  /** The tenant it acts in; the platform key may act in none. */
  tenant: Tenant | undefined;
  /** Undefined for the platform key, which may do everything. */
  permissions: ReadonlySet<Permission> | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; undefined on public routes. */
    access: Access | undefined;
  }
}

export function isPermitted({ permissions }: Access, permission: Permission): boolean {
  return permissions === undefined || (permission !== PLATFORM_PERMISSION && permissions.has(permission));
}

/** @throws ErrandError VALIDATION_FAILED when the platform key did not say in which tenant it acts */
export function tenantOf(access: Access): Tenant {
  if (access.tenant) return access.tenant;
  const message = 'is required with the platform key: the id or code of the tenant to act in';
  throw new ErrandError('VALIDATION_FAILED', `x-tenant-id ${message}`, [{ field: 'x-tenant-id', message }]);
}
