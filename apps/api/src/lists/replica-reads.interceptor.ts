import { Replica } from '@errand/database';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { finalize, from, lastValueFrom, map, type Observable } from 'rxjs';
import { problemOf } from '../problems/problem';
import { mayLagKey } from './page.response';

/**
 * Lists (`@ApiPage()`) are read from the replica where it is new enough, and say in `X-Errand-Lag` how many seconds old
 * they may be. Whatever is no GET may have written: what its tenant reads next has that.
 */
@Injectable()
export class ReplicaReads implements NestInterceptor {
  constructor(
    private readonly replica: Replica,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const tenantId = request.access?.tenant?.id;
    if (!['GET', 'HEAD'].includes(request.method)) {
      return next.handle().pipe(finalize(() => this.replica.wrote(tenantId)));
    }
    if (!this.reflector.get<true>(mayLagKey, context.getHandler())) return next.handle();
    const read = this.replica.read(tenantId, async () => lastValueFrom<unknown>(next.handle()), isFinal);
    return from(read).pipe(
      map(({ answer, lagMs }) => {
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        if (lagMs !== undefined) void reply.header('x-errand-lag', (lagMs / 1000).toFixed(3));
        return answer;
      }),
    );
  }
}

/** What the replica does not know may have been made a moment ago through another process. */
function isFinal(error: unknown): boolean {
  return !['NOT_FOUND', 'NOT_READY', 'INTERNAL'].includes(problemOf(error).code);
}
