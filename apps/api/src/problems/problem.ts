import { ErrandError, type ErrorCode, errorCatalog } from '@errand/errors';
import type { Problem } from '@errand/http';
import { HttpException } from '@nestjs/common';
import { databaseProblem } from './database-problem';

export type ProblemStatus = (typeof errorCatalog)[ErrorCode]['status'];

/** What a status means that comes without a code: from the framework, or named alone by an endpoint’s documentation. */
export const usualCodes: Record<ProblemStatus, ErrorCode> = {
  400: 'VALIDATION_FAILED',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  417: 'EXPECTATION_FAILED',
  422: 'IDEMPOTENCY_KEY_REUSED',
  429: 'RATE_LIMITED',
  431: 'HEADERS_TOO_LARGE',
  500: 'INTERNAL',
  503: 'NOT_READY',
};

/**
 * Turns whatever was thrown into a problem; only what Errand, its framework or its database is known to say.
 * @param isPlatform whether it is told to the platform key
 */
export function problemOf(error: unknown, isPlatform = false): Problem {
  if (error instanceof ErrandError) return errandProblem(error, isPlatform);
  const database = databaseProblem(error);
  if (database) return database;
  const status = statusOf(error);
  if (status === undefined || status >= 500) {
    if (status === 503) return { code: 'NOT_READY', message: 'Not ready, try again', retryAfter: 1 };
    return { code: 'INTERNAL', message: 'Internal error; the log has it under this requestId' };
  }
  return { code: usualCodes[status as ProblemStatus] ?? 'VALIDATION_FAILED', message: (error as Error).message };
}

function errandProblem(error: ErrandError, isPlatform: boolean): Problem {
  const { code, details, forPlatform } = error;
  const message = isPlatform && forPlatform ? `${error.message}: ${forPlatform}` : error.message;
  const problem: Problem = details ? { code, message, details } : { code, message };
  const status = errorCatalog[code].status;
  if (status !== 429 && status !== 503) return problem;
  const given = details && 'retryAfterSeconds' in details ? Number(details.retryAfterSeconds) : Number.NaN;
  return { ...problem, retryAfter: Number.isFinite(given) ? Math.max(1, Math.ceil(given)) : 1 };
}

/** The status of a Nest or Fastify exception. Fastify's carry a code `FST_ERR_…`; others with a statusCode do not count. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  return isFastify && typeof statusCode === 'number' ? statusCode : undefined;
}
