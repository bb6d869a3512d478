import type { Permission } from '@errand/tenants';
import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { routeConfig } from '../http/route-config';

/** What a route asks of its caller: one of some permissions, a key, or nothing. */
type RequiredAccess = Permission[] | 'ANY_KEY' | 'PUBLIC';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RequiredAccess;
  }
}

/** In the OpenAPI document: what an operation that needs a key asks of it. */
export const permissionExtension = 'x-permission';

/** The route needs a key with one of these permissions. The platform key has all of them. */
export function RequirePermission(...anyOf: [Permission, ...Permission[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(routeConfig({ access: anyOf }), ApiExtension(permissionExtension, anyOf.join(' or ')));
}

/** The route needs a key, whatever its permissions. */
export function AnyKey(): MethodDecorator & ClassDecorator {
  return applyDecorators(routeConfig({ access: 'ANY_KEY' }), ApiExtension(permissionExtension, 'any'));
}

/** The route needs no key. */
export const Public = () => routeConfig({ access: 'PUBLIC' });
