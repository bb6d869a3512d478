import { beginActingAs, type Caller } from '@errand/audit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Access } from '../access/access';
import { routeConfig } from '../http/route-config';

declare module 'fastify' {
  interface FastifyContextConfig {
    unaudited?: boolean;
  }

  interface FastifyRequest {
    endActing: (() => void) | undefined;
  }
}

/** The routes, which are called most, change nothing that the audit log tells of. */
export const Unaudited = () => routeConfig({ unaudited: true });

/** What a request changes was changed by whoever makes it. After the body, with whose events the context would be lost. */
export function actAsCaller(server: FastifyInstance): void {
  server.decorateRequest('endActing', undefined);
  server.addHook('preHandler', (request, _reply, done) => {
    if (request.access && mayBeAudited(request)) request.endActing = beginActingAs(callerOf(request.access), done);
    else done();
  });
  // Not when the connection closes: what the client does not wait for is still done, and by the same caller.
  server.addHook('onSend', (request, _reply, payload, done) => {
    request.endActing?.();
    request.endActing = undefined;
    done(null, payload);
  });
}

function mayBeAudited({ method, routeOptions }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && !routeOptions.config.unaudited;
}

export function callerOf({ actor, actorKind, address, requestId }: Access): Caller {
  return { actor, actorKind, address, requestId };
}
