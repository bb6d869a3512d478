import type { ErrorCode } from '@errand/errors';
import { type Problem, problemBodyAt } from '@errand/http';

const id = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';
const other = '019c2f4e-71aa-7d02-8b1c-5f3e2a9d4c60';

/** Each error as it may look. */
const examples: Record<ErrorCode, Omit<Problem, 'code'>> = {
  VALIDATION_FAILED: {
    message: 'reason must be a string',
    details: [{ field: 'reason', message: 'must be a string' }],
  },
  MALFORMED_JSON: { message: 'The body is not valid JSON' },
  MALFORMED_REQUEST: { message: 'The request is not valid HTTP/1.1' },
  INVALID_CURSOR: { message: 'The cursor did not come from this list' },
  SEARCH_TOO_BROAD: {
    message:
      'This took too long; add createdFrom and createdTo, or filter by what few have: commerceId, errorCode or status',
  },
  INVALID_RULE: {
    message: 'action.delay_seconds must be from 1 to 604800',
    details: [{ field: 'action.delay_seconds', message: 'must be from 1 to 604800' }],
  },
  BLOCKED_ADDRESS: { message: 'url: http://10.0.0.1 must not be connected to' },
  CREDENTIALS_REQUIRED: {
    message: 'credentials must be given again with another baseUrl',
    details: [{ field: 'credentials', message: 'must be given again with another baseUrl' }],
  },
  UNAUTHENTICATED: { message: 'Send an API key as “Authorization: Bearer …” or “x-api-key”' },
  BAD_SIGNATURE: { message: 'The callback is not signed by the provider of this dispatch config' },
  FORBIDDEN: { message: 'The API key lacks the permission that the endpoint needs' },
  CSRF: { message: 'A session takes requests of the console alone; other programs use an API key' },
  NOT_FOUND: { message: `Nothing has the id ${id}` },
  METHOD_NOT_ALLOWED: { message: 'The path does not take this method' },
  REQUEST_TIMEOUT: { message: 'The request did not come whole in time' },
  CONFLICT: { message: 'Another row already has this unique value' },
  INVALID_TRANSITION: { message: `Activity ${id} is CANCELED, which is final` },
  IN_FLIGHT: { message: `Activity ${id} is being sent` },
  RESOLUTION_FAILED: { message: 'No commerce user fits the activity’s target' },
  NOT_DISPATCHED: { message: `Activity ${id} was not sent, so it can have no result` },
  RESULT_ALREADY_FINAL: { message: `Activity ${id} already has a terminal result` },
  AMBIGUOUS_PROVIDER_ID: {
    message: 'Several activities have the provider’s id 4711',
    details: {
      candidates: [id, other].map((activityId) => ({
        activityId,
        dispatchConfigId: other,
        status: 'DISPATCHED',
        commerceExternalId: 'STORE-1',
      })),
    },
  },
  TENANT_PAUSED: { message: 'The tenant is paused' },
  PROVIDER_PAUSED: { message: 'Every dispatch config of the channel is paused' },
  PROVIDER_DOWN: { message: 'Every dispatch config of the channel is down' },
  PROVIDER_MISCONFIGURED: { message: 'No dispatch config of the channel can be used' },
  INVALID_STATE: { message: `Recurring action ${id} is paused, not active` },
  LIMIT_REACHED: { message: 'A tenant has 50 webhooks at most', details: { limit: 50 } },
  SUPPRESSED_BY_RULE: {
    message: 'The rule no-reminders-at-night suppresses it',
    details: { rule: 'no-reminders-at-night' },
  },
  PAYLOAD_TOO_LARGE: { message: 'The body is larger than the limit' },
  UNSUPPORTED_MEDIA_TYPE: { message: 'The body must be application/json' },
  EXPECTATION_FAILED: { message: 'Of Expect only 100-continue is understood' },
  IDEMPOTENCY_KEY_REUSED: { message: 'The idempotency key belongs to an activity with other content' },
  RATE_LIMITED: { message: 'A limit is reached; wait for Retry-After seconds', retryAfter: 1 },
  HEADERS_TOO_LARGE: { message: 'The head of the request is larger than the limit' },
  INTERNAL: { message: 'Internal error; the log has it under this requestId' },
  NOT_READY: { message: 'Not ready, try again', retryAfter: 1 },
  TOO_MANY_STREAMS: {
    message: 'A session or key has 20 streams at most',
    details: { retryAfterSeconds: 10 },
    retryAfter: 10,
  },
  OVERLOADED: { message: 'Too much is being read and worked on already; try again', retryAfter: 1 },
};

/** What an error looks like at this path. */
export function problemExample(code: ErrorCode, path: string): object {
  return problemBodyAt(path, { code, ...examples[code] }, '9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d');
}
