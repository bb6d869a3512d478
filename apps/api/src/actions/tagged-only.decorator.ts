import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Whether the caller wants outcomes tagged and nothing else, as clients need that refuse keys they do not know:
 * `Accept: application/json; shape=tagged`, a parameter of the media type (RFC 9110, 12.5.1).
 */
export const TaggedOnly = createParamDecorator((_: unknown, context: ExecutionContext) =>
  asksForTagged(context.switchToHttp().getRequest<FastifyRequest>().headers.accept ?? ''),
);

function asksForTagged(accept: string): boolean {
  return accept.split(',').some((range) => {
    const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return type === 'application/json' && parameters.some((parameter) => /^shape="?tagged"?$/.test(parameter));
  });
}
