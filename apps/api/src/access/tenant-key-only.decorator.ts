import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const tenantKeyOnlyKey = 'errand:tenant-key-only';

/** The route is for a tenant's own systems: it refuses the platform key, whatever tenant that names. */
export function TenantKeyOnly(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(tenantKeyOnlyKey, true), ApiExtension('x-tenant-key-only', true));
}
