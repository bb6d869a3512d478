import type { ErrorCode } from '@errand/errors';
import { actionProblemBody, type Problem, problemBody } from './problem';

/** For each status the problem that is met most often. */
const usual: Record<number, Problem> = {
  400: problem('VALIDATION_FAILED', 'reason must be a string', [{ field: 'reason', message: 'must be a string' }]),
  401: problem('UNAUTHENTICATED', 'Send an API key as “Authorization: Bearer …” or “x-api-key”'),
  403: problem('FORBIDDEN', 'The API key lacks the permission that the endpoint needs'),
  404: problem('NOT_FOUND', 'Nothing has the id 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a'),
  405: problem('METHOD_NOT_ALLOWED', 'The path does not take this method'),
  409: problem('CONFLICT', 'Another row already has this unique value'),
  413: problem('PAYLOAD_TOO_LARGE', 'The body is larger than the limit'),
  415: problem('UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json'),
  422: problem('IDEMPOTENCY_KEY_REUSED', 'The idempotency key belongs to an activity with other content'),
  429: { ...problem('RATE_LIMITED', 'A limit is reached; wait for Retry-After seconds'), retryAfter: 1 },
  500: problem('INTERNAL', 'Internal error; the log has it under this requestId'),
  503: { ...problem('NOT_READY', 'Not ready, try again'), retryAfter: 1 },
};

/** What an error of this status looks like at this path; undefined for a status that no code has. */
export function problemExample(status: number, path: string): object | undefined {
  const shown = usual[status];
  const write = path.startsWith('/v1/') ? actionProblemBody : problemBody;
  return shown && write(shown, '9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d');
}

function problem(code: ErrorCode, message: string, details?: Problem['details']): Problem {
  return details ? { code, message, details } : { code, message };
}
