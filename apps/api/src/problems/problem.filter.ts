import { reasonOf } from '@errand/database';
import { type ErrorCode, errorCatalog } from '@errand/errors';
import { type Problem, problemBodyAt } from '@errand/http';
import { LOGGER, type Logger } from '@errand/telemetry';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedRequests } from '../audit/refused-requests';
import { isPlatform } from '../access/access';
import { KnownRoutes } from '../http/known-routes';
import { problemOf } from './problem';

/** The one place where an error becomes a response. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly routes: KnownRoutes,
    private readonly refused: RefusedRequests,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (request.is404) this.answer(this.unknownRoute(request, reply), request, reply);
    else this.handle(error, request, reply);
  }

  /** For errors that come before routing (a URL that does not decode) and so never reach Nest. */
  handle(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error, request.access !== undefined && isPlatform(request.access));
    this.log(error, problem.code, request);
    this.refused.note(problem.code, request);
    this.answer(problem, request, reply);
  }

  /** A fault of ours with where it is; that something is away, which is told once elsewhere, in one short line. */
  private log(error: unknown, code: ErrorCode, { id: requestId }: FastifyRequest): void {
    if (code === 'INTERNAL') this.logger.error({ err: error, requestId, code }, 'request failed');
    else if (errorCatalog[code].status >= 500)
      this.logger.warn({ reason: reasonOf(error), requestId, code }, 'request refused');
  }

  private answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    if (problem.retryAfter !== undefined) void reply.header('retry-after', String(problem.retryAfter));
    if (problem.code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer');
    const body = problemBodyAt(request.url, problem, request.id);
    void reply.type('application/json; charset=utf-8').status(body.statusCode);
    void reply.send(body);
  }

  private unknownRoute(request: FastifyRequest, reply: FastifyReply): Problem {
    const [path] = request.url.split('?', 1);
    const methods = this.routes.methodsOf(request.url);
    // A route that takes anything below it may still find nothing there.
    if (methods.length === 0 || methods.includes(request.method))
      return { code: 'NOT_FOUND', message: `Nothing at ${path}` };
    void reply.header('allow', methods.join(', '));
    return { code: 'METHOD_NOT_ALLOWED', message: `${path} takes ${methods.join(', ')}, not ${request.method}` };
  }
}
