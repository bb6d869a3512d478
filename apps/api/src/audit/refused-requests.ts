import { type Caller, Refusals } from '@errand/audit';
import { type ErrorCode, errorCatalog } from '@errand/errors';
import { keyPrefixOf } from '@errand/tenants';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { keyText } from '../access/authenticator';
import { addressOf } from '../http/client-address';
import { callerOf } from './acting-caller';

/** Tells the audit log of requests that are answered 401 or 403. */
@Injectable()
export class RefusedRequests {
  constructor(private readonly refusals: Refusals) {}

  note(code: ErrorCode, request: FastifyRequest): void {
    const { status } = errorCatalog[code];
    if ((status !== 401 && status !== 403) || code === 'BAD_SIGNATURE') return; // a provider's call is nobody's attempt
    const { access, method, routeOptions } = request;
    const caller = access ? callerOf(access) : strangerOf(request);
    // The route, not the path: what is in that is the stranger's text.
    const operation = `${method} ${routeOptions.url ?? ''}`;
    this.refusals.note({ caller, tenantId: access?.tenant?.id ?? null, operation, status, code });
  }
}

/** Nothing of a key that nobody knows is kept but the prefix of what has the form of one. */
function strangerOf(request: FastifyRequest): Caller {
  const prefix = keyPrefixOf(keyText(request.headers) ?? '');
  const actor = prefix === undefined ? 'unknown' : `key:${prefix}`;
  return { actor, actorKind: 'key', address: addressOf(request), requestId: request.id };
}
