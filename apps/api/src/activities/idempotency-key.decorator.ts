import type { IncomingMessage } from 'node:http';
import { invalidField } from '@errand/errors';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const field = 'Idempotency-Key';

/** The key of the request's `Idempotency-Key` header; undefined without one. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>().raw),
);

/**
 * A key is text, so the header must say which: several headers are read as one by some and as the first by others, also
 * where a client or a proxy has joined them as `a, b` (RFC 9110 §5.3), and bytes beyond ASCII have no agreed encoding.
 * In quotes (RFC 9651 strings, as draft-ietf-httpapi-idempotency-key-header wants them) it is the same key as without,
 * and as the field of the body.
 * @throws ErrandError VALIDATION_FAILED
 */
export function idempotencyKeyOf({ headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): string | undefined {
  const [header, ...others] = headersDistinct['idempotency-key'] ?? [];
  if (header === undefined) return undefined;
  if (others.length > 0) throw invalidField(field, 'must be given once');
  if (!/^[\x20-\x7e]*$/.test(header)) {
    throw invalidField(field, 'must be ASCII; give a key with other characters as the field idempotencyKey');
  }
  const isQuoted = header.startsWith('"');
  if (!isQuoted && header.includes(', ')) {
    throw invalidField(field, 'must be given once; a key with a comma and a blank goes in quotes');
  }
  const key = isQuoted ? unquoted(header) : header;
  if (key.length < 1 || key.length > 255) throw invalidField(field, 'must have 1 to 255 characters');
  return key;
}

function unquoted(text: string): string {
  const [, inner] = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text) ?? [];
  if (inner === undefined)
    throw invalidField(field, 'must end with the quote it begins with, and have \\ before others');
  return inner.replaceAll(/\\(.)/g, '$1');
}

/** The key of the header stands for the field. @throws VALIDATION_FAILED when both differ */
export function withHeaderKey<R extends { idempotencyKey?: string }>(request: R, key: string | undefined): R {
  if (key === undefined) return request;
  if (request.idempotencyKey !== undefined && request.idempotencyKey !== key) {
    throw invalidField('idempotencyKey', 'differs from the Idempotency-Key header');
  }
  return { ...request, idempotencyKey: key };
}
