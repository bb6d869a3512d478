import type { FastifyInstance } from 'fastify';
import { routeConfig } from './route-config';

/** The route takes any body, of whatever type, and does not look at it. */
export const IgnoresBody = () => routeConfig({ ignoresBody: true });

declare module 'fastify' {
  interface FastifyContextConfig {
    ignoresBody?: boolean;
  }
}

/** To Fastify such a request has no body; what comes is read away when it is answered. */
export function dropIgnoredBodies(server: FastifyInstance): void {
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.routeOptions.config.ignoresBody) {
      for (const name of ['content-type', 'content-length', 'transfer-encoding']) delete request.headers[name];
    }
    done(null, payload);
  });
}
