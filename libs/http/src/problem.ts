import { STATUS_CODES } from 'node:http';
import { type ErrandError, type ErrorCode, errorCatalog } from '@errand/errors';

/** What the client is told, before it is bound to one request. */
export interface Problem {
  code: ErrorCode;
  message: string;
  details?: ErrandError['details'];
  /** Seconds. */
  retryAfter?: number;
}

/** The response body of a problem at this URL, a `ProblemResponse`; below `/v1` clients ask for more. */
export function problemBodyAt(url: string, problem: Problem, requestId: string) {
  return url.startsWith('/v1/') ? actionProblemBody(problem, requestId) : problemBody(problem, requestId);
}

/** Whether the same request may succeed later. */
export function isRetryable(code: ErrorCode): boolean {
  const { status } = errorCatalog[code];
  return status >= 500 || status === 429 || code === 'IN_FLIGHT';
}

function problemBody({ code, message, details }: Problem, requestId: string) {
  const statusCode = errorCatalog[code].status;
  const body = { statusCode, error: STATUS_CODES[statusCode] ?? 'Error', message, code, requestId };
  return details ? { ...body, details } : body;
}

/** For clients that read the text as `error` and want to know whether, and when, to try again. */
function actionProblemBody(problem: Problem, requestId: string) {
  const { code, message, retryAfter } = problem;
  const body = { ...problemBody(problem, requestId), error: message, retryable: isRetryable(code) };
  return retryAfter === undefined ? body : { ...body, retry_after: retryAfter };
}
