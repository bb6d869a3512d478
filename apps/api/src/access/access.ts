import { ErrandError } from '@errand/errors';
import { type Permission, PLATFORM_PERMISSION, type Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';

/** Who makes a request, as the access check found out. */
export interface Access {
  actorKind: 'platform' | 'key' | 'console';
  /** For history rows: `platform` or `key:` and the visible prefix of the key, and ` (console)` in a session of it. */
  actor: string;
  /** The tenant it acts in; the platform key may act in none. */
  tenant: Tenant | undefined;
  /** Undefined for the platform key, which may do everything. */
  permissions: ReadonlySet<Permission> | undefined;
  /** Undefined for the platform key. */
  keyId: string | undefined;
  /** What part of the tenant it is bound to; the platform key to none. */
  scope: Scope;
  /** When the key, or the session of it, ends; null: never. */
  expiresAt: Date | null;
  /** The IP address that the request came from. */
  address: string;
  requestId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined on public routes, and until it is known. */
    access: Access | undefined;
    /** Whose key or session was refused, as far as one can tell: for the audit log alone, as it may do nothing. */
    refused: Pick<Access, 'actor' | 'actorKind' | 'tenant'> | undefined;
  }
}

/** Whether it is the platform key's, which may do everything. */
export function isPlatform({ permissions }: Access): boolean {
  return permissions === undefined;
}

export function isPermitted({ permissions }: Access, permission: Permission): boolean {
  return permissions === undefined || (permission !== PLATFORM_PERMISSION && permissions.has(permission));
}

/** Who may change contacts sees them too. */
export function seesContacts(access: Access): boolean {
  return isPermitted(access, 'VIEW_CONTACTS') || isPermitted(access, 'MANAGE_COMMERCES');
}

/** @throws ErrandError VALIDATION_FAILED when the platform key did not say in which tenant it acts */
export function tenantOf(access: Access): Tenant {
  if (access.tenant) return access.tenant;
  const message = 'is required with the platform key: the id or code of the tenant to act in';
  throw new ErrandError('VALIDATION_FAILED', `x-tenant-id ${message}`, [{ field: 'x-tenant-id', message }]);
}
