import type { Disposition } from '@errand/vocabulary';

/**
 * Every code an HTTP error of Errand can carry, with its status and what it means.
 * `docs/errors.md` lists the same ones; a test holds the two together.
 */
export const errorCatalog = {
  VALIDATION_FAILED: {
    status: 400,
    meaning: 'A field is missing, of the wrong form or unknown; `details` names each.',
  },
  MALFORMED_JSON: { status: 400, meaning: 'The body is not valid JSON.' },
  MALFORMED_REQUEST: {
    status: 400,
    meaning:
      'The request is not valid HTTP/1.1, has no or more than one `Host`, or broke off in the middle of its body.',
  },
  INVALID_CURSOR: { status: 400, meaning: 'The cursor did not come from this list.' },
  SEARCH_TOO_BROAD: {
    status: 400,
    meaning: 'The list or search took more than 5 s; add createdFrom and createdTo, or another filter.',
  },
  INVALID_RULE: {
    status: 400,
    meaning: 'A rule is wrong; `details` names the rule, the field and, in a file, the line.',
  },
  BLOCKED_ADDRESS: {
    status: 400,
    meaning: 'The URL points where Errand must not connect; the platform key is told the rule.',
  },
  CREDENTIALS_REQUIRED: {
    status: 400,
    meaning:
      'A dispatch config would take its stored credentials to another provider or place; give `credentials` again.',
  },
  UNAUTHENTICATED: { status: 401, meaning: 'No API key, or one that is unknown, revoked or expired.' },
  BAD_SIGNATURE: { status: 401, meaning: 'A callback that the provider did not sign, or not with this secret.' },
  FORBIDDEN: {
    status: 403,
    meaning:
      'The API key lacks the permission the endpoint needs, is not for this channel or dispatch config, or would give or end more than it has.',
  },
  CSRF: {
    status: 403,
    meaning: 'A request with the console’s cookie that the console did not make; other programs use an API key.',
  },
  NOT_FOUND: { status: 404, meaning: 'No such thing, or it belongs to another tenant.' },
  METHOD_NOT_ALLOWED: { status: 405, meaning: 'The path exists, but not with this method.' },
  REQUEST_TIMEOUT: { status: 408, meaning: 'The request did not come whole within `HTTP_REQUEST_TIMEOUT_MS`.' },
  CONFLICT: {
    status: 409,
    meaning:
      'Another row already has this unique value, or still refers to this one; or a result names a store that is not its activity’s.',
  },
  INVALID_TRANSITION: { status: 409, meaning: 'The activity is in a status that does not allow this.' },
  IN_FLIGHT: {
    status: 409,
    meaning:
      'A process has the activity and is calling the provider, or will within half a second; try again when it has settled.',
  },
  RESOLUTION_FAILED: {
    status: 409,
    meaning:
      'Not sent: a target user or an attribute could not be found. The activity is UNRESOLVED; `details` say why.',
  },
  NOT_DISPATCHED: { status: 409, meaning: 'A result came for an activity that was never sent.' },
  RESULT_ALREADY_FINAL: {
    status: 409,
    meaning: 'The activity already has a terminal result; `hardOverride` replaces it.',
  },
  AMBIGUOUS_PROVIDER_ID: {
    status: 409,
    meaning:
      'Several activities have the provider’s id that a result names; `details.candidates` lists them. Name the `dispatchConfigId` or the `activityId`.',
  },
  TENANT_PAUSED: { status: 409, meaning: 'The tenant is paused; its activities wait.' },
  PROVIDER_PAUSED: { status: 409, meaning: 'Every dispatch config of the channel is paused; the activity waits.' },
  PROVIDER_DOWN: {
    status: 409,
    meaning: 'Every active dispatch config of the channel is down (its breaker is open); the activity waits.',
  },
  PROVIDER_MISCONFIGURED: {
    status: 409,
    meaning:
      'No active dispatch config of the channel can be used, at least one because its account is wrong; the activity waits.',
  },
  INVALID_STATE: { status: 409, meaning: 'The recurring action is in a state that does not allow this.' },
  LIMIT_REACHED: { status: 409, meaning: 'The tenant has as many of these as it may have; remove one first.' },
  SUPPRESSED_BY_RULE: { status: 409, meaning: 'A rule of the tenant suppresses the activity; `details` names it.' },
  PAYLOAD_TOO_LARGE: { status: 413, meaning: 'The body is larger than the limit.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, meaning: 'The body is not of a content type the endpoint reads.' },
  EXPECTATION_FAILED: { status: 417, meaning: 'Of `Expect` only `100-continue` is understood.' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, meaning: 'The idempotency key belongs to an activity with other content.' },
  RATE_LIMITED: {
    status: 429,
    meaning: 'A limit is reached, such as a dispatch config’s; wait for `Retry-After` seconds.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    meaning: 'The head of the request is larger than 16 kB or has more than 100 headers.',
  },
  INTERNAL: { status: 500, meaning: 'A fault of Errand; the log has it under `requestId`.' },
  NOT_READY: { status: 503, meaning: 'The database cannot be reached or the process is starting or stopping.' },
  TOO_MANY_STREAMS: {
    status: 503,
    meaning:
      'The session or key has 20 streams of the console open, or the process 500; poll, or try again after `Retry-After` seconds.',
  },
  OVERLOADED: {
    status: 503,
    meaning: 'The bodies that are being read and worked on hold as much as they may; wait for `Retry-After` seconds.',
  },
} as const satisfies Record<string, { status: number; meaning: string }>;

export type ErrorCode = keyof typeof errorCatalog;

/**
 * Every code that `lastError` and an attempt can carry. `disposition` is what follows from it unless a dispatcher
 * says otherwise (null: no call is made, so nothing follows); after UNCERTAIN the provider may have accepted the
 * activity all the same, so that a later result can still prove it. `scope` is whose trouble it is: CONFIG, all
 * activities that go through the dispatch config, or RECIPIENT, this one alone.
 */
export const dispatchErrorCatalog = {
  NO_DISPATCH_CONFIG: {
    disposition: 'RETRY',
    scope: 'RECIPIENT',
    meaning: 'The tenant has no dispatch config for the channel.',
  },
  UNKNOWN_PROVIDER: {
    disposition: 'RETRY',
    scope: 'RECIPIENT',
    meaning: 'No dispatcher is registered for the provider code.',
  },
  CREDENTIALS_UNREADABLE: {
    disposition: 'RETRY',
    scope: 'RECIPIENT',
    meaning: 'The stored credentials do not decrypt with any key of the ring.',
  },
  PROVIDER_REJECTED: {
    disposition: 'RETRY',
    scope: 'RECIPIENT',
    meaning: 'The provider answered, but not with success.',
  },
  TEMPLATE_FAILED: {
    disposition: 'REJECTED',
    scope: 'RECIPIENT',
    meaning: 'A template of the dispatch config gives no message for the activity: a variable is missing, for one.',
  },
  NO_RECIPIENT: {
    disposition: 'REJECTED',
    scope: 'RECIPIENT',
    meaning: 'Nobody the activity is for has an address that the provider can reach.',
  },
  PROVIDER_ERROR: {
    disposition: 'RETRY',
    scope: 'RECIPIENT',
    meaning: 'The dispatcher failed before or while making its call.',
  },
  BLOCKED_ADDRESS: {
    disposition: 'RETRY',
    scope: 'RECIPIENT',
    meaning: 'The provider’s address is one Errand must not connect to.',
  },
  CONNECTION_FAILED: {
    disposition: 'RETRY',
    scope: 'CONFIG',
    meaning: 'No connection to the provider could be made.',
  },
  CONNECTION_LOST: {
    disposition: 'UNCERTAIN',
    scope: 'CONFIG',
    meaning: 'The connection broke before the status of the answer came.',
  },
  TIMEOUT: { disposition: 'UNCERTAIN', scope: 'CONFIG', meaning: 'The provider did not answer in time.' },
  RESPONSE_TOO_LARGE: {
    disposition: 'UNCERTAIN',
    scope: 'RECIPIENT',
    meaning: 'The provider’s answer was larger than the limit.',
  },
  LEASE_EXPIRED: {
    disposition: 'UNCERTAIN',
    scope: 'RECIPIENT',
    meaning: 'The process that made the call died or stalled before it could say how it went.',
  },
  TARGET_UNRESOLVED: {
    disposition: null,
    scope: 'RECIPIENT',
    meaning: 'No commerce user fits the activity’s target.',
  },
  ATTRIBUTE_UNRESOLVED: {
    disposition: null,
    scope: 'RECIPIENT',
    meaning: 'A required attribute has no value.',
  },
} as const satisfies Record<
  string,
  { disposition: Disposition | null; scope: 'CONFIG' | 'RECIPIENT'; meaning: string }
>;

export type DispatchErrorCode = keyof typeof dispatchErrorCatalog;
