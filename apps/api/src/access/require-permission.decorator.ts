import type { Permission } from '@errand/tenants';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';

/** What a route asks of its caller: one of some permissions, a key, or nothing. */
export type RequiredAccess = Permission[] | 'ANY_KEY' | 'PUBLIC';

export const requiredAccessKey = 'errand:required-access';

/** The route needs a key with one of these permissions. The platform key has all of them. */
export function RequirePermission(...anyOf: [Permission, ...Permission[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(requiredAccessKey, anyOf satisfies RequiredAccess),
    ApiBearerAuth(),
    ApiSecurity('x-api-key'),
    ApiExtension('x-permission', anyOf.join(' or ')),
  );
}

/** The route needs a key, whatever its permissions. */
export function AnyKey(): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(requiredAccessKey, 'ANY_KEY' satisfies RequiredAccess),
    ApiBearerAuth(),
    ApiSecurity('x-api-key'),
  );
}

/** The route needs no key. */
export const Public = () => SetMetadata(requiredAccessKey, 'PUBLIC' satisfies RequiredAccess);
