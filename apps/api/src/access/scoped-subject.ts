import { notFound } from '@errand/errors';
import { DispatchConfigs, type Tenant } from '@errand/tenants';
import { RecurringActions } from '@errand/recurring';
import type { Scope } from '@errand/vocabulary';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { routeConfig } from '../http/route-config';
import { hasConfig, isBound, notFor, ScopeCheck } from './scope-check';

/** What the id in a path is of. */
type Subject = 'Activity' | 'Scheduled action' | 'Recurring action' | 'Dispatch config';

declare module 'fastify' {
  interface FastifyContextConfig {
    scopedSubject?: Subject;
  }
}

/** `:id` in the paths of these routes is of something that a key may not reach. */
export const ScopedSubject = (subject: Subject) => routeConfig({ scopedSubject: subject });

/** What a key does not reach is absent where it would be read, and forbidden where something would be done to it. */
@Injectable()
export class ScopedSubjectGuard implements CanActivate {
  constructor(
    private readonly scopes: ScopeCheck,
    private readonly configs: DispatchConfigs,
    private readonly recurring: RecurringActions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { access, routeOptions, params, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const { scopedSubject: subject } = routeOptions.config;
    const { id } = params as { id?: string };
    if (!subject || !access?.tenant || !isBound(access.scope) || !isUUID(id)) return true;
    const isOutside = await this.isOutside(subject, access.tenant, String(id), access.scope);
    if (!isOutside) return true;
    throw method === 'GET' ? notFound(subject, String(id)) : notFor(`${subject.toLowerCase()} ${id}`);
  }

  /** What is not there at all is for the handler to say. */
  private async isOutside(subject: Subject, { id: tenantId }: Tenant, id: string, scope: Scope): Promise<boolean> {
    switch (subject) {
      case 'Activity':
      case 'Scheduled action': {
        const everything = { channels: null, dispatchConfigIds: null };
        if (await this.scopes.hasActivity(tenantId, id, scope)) return false;
        return this.scopes.hasActivity(tenantId, id, everything);
      }
      case 'Dispatch config': {
        const config = await this.configs.find(tenantId, id);
        return config !== null && !hasConfig(scope, config);
      }
      case 'Recurring action': {
        const { provider } = await this.recurring.get(tenantId, id);
        return !(await this.scopes.targets(tenantId, scope))?.includes(provider);
      }
    }
  }
}
