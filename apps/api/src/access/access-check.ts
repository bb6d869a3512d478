import { ErrandError } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../http/client-address';
import { type Access, isPermitted } from './access';
import { Authenticator } from './authenticator';
import { RequestLimits } from './request-limits';
import { isBound } from './scope-check';

/**
 * Lets a request through when its key has what its route declares, and has not made too many. Every route declares
 * something: see DeclaredAccess.
 */
@Injectable()
export class AccessCheck {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly limits: RequestLimits,
  ) {}

  /**
   * @throws ErrandError UNAUTHENTICATED, RATE_LIMITED, FORBIDDEN, or NOT_FOUND for a tenant that the platform key names
   */
  async check(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { access: required } = request.routeOptions.config;
    if (required === undefined || required === 'PUBLIC') return;
    const caller = await this.authenticate(request, reply);
    request.access = caller;
    await this.limits.count(caller, reply);
    request.access = await this.authenticator.enter(caller, request);
    expectPermitted(request.access, request);
  }

  /**
   * What {@link check} would find now of a request that is still being answered; it counts for no limit.
   * @throws ErrandError as check
   */
  async checkAgain(request: FastifyRequest): Promise<Access> {
    const caller = await this.authenticator.authenticate(request, addressOf(request), false);
    const access = await this.authenticator.enter(caller, request);
    expectPermitted(access, request);
    return access;
  }

  private async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Access> {
    const address = addressOf(request);
    try {
      return await this.authenticator.authenticate(request, address, this.limits.isOverFailures(address));
    } catch (error) {
      const isRefused = error instanceof ErrandError && error.code === 'UNAUTHENTICATED';
      if (isRefused) await this.limits.countFailure(address, reply);
      throw error;
    }
  }
}

/** @throws ErrandError FORBIDDEN */
function expectPermitted(access: Access, { routeOptions }: FastifyRequest): void {
  const { access: required, tenantKeyOnly, wholeTenant } = routeOptions.config;
  if (access.permissions === undefined && tenantKeyOnly) {
    throw new ErrandError('FORBIDDEN', 'This endpoint takes an API key of a tenant, not the platform key');
  }
  if (Array.isArray(required) && !required.some((permission) => isPermitted(access, permission))) {
    throw new ErrandError('FORBIDDEN', `The API key lacks the permission ${required.join(' or ')}`);
  }
  if (wholeTenant && isBound(access.scope)) {
    throw new ErrandError('FORBIDDEN', 'This concerns all of the tenant; the API key is bound to a part of it');
  }
}

/** Who makes a request is found out before its body is read, so that a stranger's body costs nothing. */
export function checkAccess(server: FastifyInstance, check: () => AccessCheck): void {
  server.decorateRequest('access', undefined);
  server.decorateRequest('refused', undefined);
  server.addHook('preParsing', async (request, reply) => check().check(request, reply));
}
