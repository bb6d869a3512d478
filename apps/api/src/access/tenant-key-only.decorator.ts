import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { routeConfig } from '../http/route-config';

declare module 'fastify' {
  interface FastifyContextConfig {
    tenantKeyOnly?: boolean;
  }
}

/** The route is for a tenant's own systems: it refuses the platform key, whatever tenant that names. */
export function TenantKeyOnly(): MethodDecorator & ClassDecorator {
  return applyDecorators(routeConfig({ tenantKeyOnly: true }), ApiExtension('x-tenant-key-only', true));
}
