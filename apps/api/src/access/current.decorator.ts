import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Access, seesContacts, tenantOf } from './access';

/** The caller's {@link Access}. */
export const CurrentAccess = createParamDecorator((_: unknown, context: ExecutionContext) => accessOf(context));

/** The tenant the caller acts in; 400 when the platform key named none. */
export const CurrentTenant = createParamDecorator((_: unknown, context: ExecutionContext) =>
  tenantOf(accessOf(context)),
);

/** What part of the tenant the caller is bound to. */
export const CurrentScope = createParamDecorator((_: unknown, context: ExecutionContext) => accessOf(context).scope);

/** Text for history rows: `key:erk_a1B2c3` or `platform`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => accessOf(context).actor);

/** Whether the caller is shown addresses of people whole; otherwise they are masked. */
export const SeesContacts = createParamDecorator((_: unknown, context: ExecutionContext) =>
  seesContacts(accessOf(context)),
);

function accessOf(context: ExecutionContext): Access {
  const { access } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!access) throw new Error('a public route has no caller');
  return access;
}
