import { actingAs, type Caller } from '@errand/audit';
import type { FastifyInstance } from 'fastify';
import type { Access } from '../access/access';

/** What a request changes was changed by whoever makes it. After the body, with whose events the context would be lost. */
export function actAsCaller(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => {
    if (request.access) actingAs(callerOf(request.access), done);
    else done();
  });
}

export function callerOf({ actor, actorKind, address, requestId }: Access): Caller {
  return { actor, actorKind, address, requestId };
}
