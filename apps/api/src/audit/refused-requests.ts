import { type Caller, Refusals } from '@errand/audit';
import { type ErrorCode, errorCatalog } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addressOf } from '../http/client-address';
import { callerOf } from './acting-caller';

/** Tells the audit log of requests that are answered 401 or 403. */
@Injectable()
export class RefusedRequests {
  constructor(private readonly refusals: Refusals) {}

  note(code: ErrorCode, request: FastifyRequest): void {
    const { status } = errorCatalog[code];
    if ((status !== 401 && status !== 403) || code === 'BAD_SIGNATURE') return; // a provider's call is nobody's attempt
    const { access, refused, method, routeOptions } = request;
    const caller = access ? callerOf(access) : strangerOf(request);
    const tenant = (access ?? refused)?.tenant;
    // The route, not the path: what is in that is the stranger's text.
    const operation = `${method} ${routeOptions.url ?? ''}`;
    this.refusals.note({ caller, tenantId: tenant?.id ?? null, operation, status, code });
  }
}

/** Nothing of a key that nobody knows is kept but the prefix of what has the form of one. */
function strangerOf(request: FastifyRequest): Caller {
  const { actor, actorKind } = request.refused ?? { actor: 'unknown', actorKind: 'key' };
  return { actor, actorKind, address: addressOf(request), requestId: request.id };
}
