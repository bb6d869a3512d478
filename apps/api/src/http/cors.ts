import type { Settings } from '@errand/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/**
 * Lets pages of other origins call the api with a key, as `CORS_ORIGINS` says. Never with cookies, and never the
 * console’s own paths, which a cookie opens, nor callbacks, which no page has to make.
 */
export function allowOrigins(app: NestFastifyApplication, { corsOrigins }: Settings): void {
  if (corsOrigins.length === 0) return;
  const allowed = {
    origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
    credentials: false,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'accept',
      'authorization',
      'content-type',
      'idempotency-key',
      'if-match',
      'x-api-key',
      'x-request-id',
      'x-tenant-id',
    ],
    exposedHeaders: [
      'etag',
      'idempotent-replayed',
      'ratelimit',
      'ratelimit-policy',
      'retry-after',
      'x-errand-lag',
      'x-request-id',
    ],
    maxAge: 7200,
  };
  app.enableCors({
    delegator: (request: FastifyRequest, done) => done(null, isCovered(request) ? allowed : { origin: false }),
  });
}

/** What no page sent is answered as if there were no CORS. */
function isCovered({ method, headers, url }: FastifyRequest): boolean {
  if (headers.origin === undefined || /^\/(api\/console|callbacks)(?![^/?#])/i.test(url)) return false;
  return method !== 'OPTIONS' || headers['access-control-request-method'] !== undefined;
}
