import { ErrandError } from '@errand/errors';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { isPermitted } from './access';
import { Authenticator } from './authenticator';
import { tenantKeyOnlyKey } from './tenant-key-only.decorator';
import { type RequiredAccess, requiredAccessKey } from './require-permission.decorator';

/** Lets a request through when its key has what the route declares. Every route declares something: see DeclaredAccess. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const required = this.reflector.getAllAndOverride<RequiredAccess>(requiredAccessKey, targets);
    if (required === 'PUBLIC') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = await this.authenticator.authenticate(request.headers);
    if (access.permissions === undefined && this.reflector.getAllAndOverride<true>(tenantKeyOnlyKey, targets)) {
      throw new ErrandError('FORBIDDEN', 'This endpoint takes an API key of a tenant, not the platform key');
    }
    if (required !== 'ANY_KEY' && !required.some((permission) => isPermitted(access, permission))) {
      throw new ErrandError('FORBIDDEN', `The API key lacks the permission ${required.join(' or ')}`);
    }
    request.access = access;
    return true;
  }
}
