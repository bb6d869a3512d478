import { ErrandError } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isPermitted } from './access';
import { Authenticator } from './authenticator';

/** Lets a request through when its key has what its route declares. Every route declares something: see DeclaredAccess. */
@Injectable()
export class AccessCheck {
  constructor(private readonly authenticator: Authenticator) {}

  /** @throws ErrandError UNAUTHENTICATED, FORBIDDEN, or NOT_FOUND for a tenant that the platform key names */
  async check(request: FastifyRequest): Promise<void> {
    const { access: required, tenantKeyOnly } = request.routeOptions.config;
    if (required === undefined || required === 'PUBLIC') return;
    const access = await this.authenticator.authenticate(request);
    request.access = access;
    if (access.permissions === undefined && tenantKeyOnly) {
      throw new ErrandError('FORBIDDEN', 'This endpoint takes an API key of a tenant, not the platform key');
    }
    if (required !== 'ANY_KEY' && !required.some((permission) => isPermitted(access, permission))) {
      throw new ErrandError('FORBIDDEN', `The API key lacks the permission ${required.join(' or ')}`);
    }
  }
}

/** Who makes a request is found out before its body is read, so that a stranger's body costs nothing. */
export function checkAccess(server: FastifyInstance, check: () => AccessCheck): void {
  server.decorateRequest('access', undefined);
  server.addHook('preParsing', async (request) => check().check(request));
}
