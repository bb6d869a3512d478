import { type Problem, problemBodyAt } from '@errand/http';
import { LOGGER, type Logger } from '@errand/telemetry';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Errors of the dispatcher's port in the api's form. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const code = answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    if (code === 'INTERNAL') this.logger.error({ err: error, code }, 'request failed');
  }
}

/** @returns the code that was answered */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): Problem['code'] {
  const problem = problemOf(error, request);
  const body = problemBodyAt(request.url, problem, request.id);
  if (!reply.sent) void reply.status(body.statusCode).type('application/json; charset=utf-8').send(body);
  return problem.code;
}

function problemOf(error: unknown, { is404, url }: FastifyRequest): Problem {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  if (is404 || status === 404) return { code: 'NOT_FOUND', message: `Nothing at ${url.split('?', 1)[0]}` };
  if (typeof status === 'number' && status < 500)
    return { code: 'VALIDATION_FAILED', message: (error as Error).message };
  return { code: 'INTERNAL', message: 'Internal error; the log has it under this requestId' };
}
