import { dispatchErrorCatalog, type DispatchErrorCode } from '@errand/errors';
import { isOutageStatus, OutboundError, retryAfterMs } from '@errand/outbound';
import { DISPOSITIONS } from '@errand/vocabulary';
import type {
  AcceptedOutcome,
  AccountFields,
  DispatcherAnswer,
  DispatchOutcome,
  FailedOutcome,
  FieldDefinition,
} from './dispatcher';
import { TemplateFailed, TemplateProblem } from '@errand/templates';
import { textOf } from './json-places';
import { OutcomeError } from './outcome-error';
import { readRejection } from './rejection';
import { asId, responseId } from './response-id';

/** The part of an HTTP response that decides an outcome. Header names are lower case. */
export interface ProviderResponse {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

/**
 * The setting that `outcomeOfResponse` obeys. It has no `default`: that would be stored with every config that is saved,
 * and version 0.1, to which one may go back, refuses a change of a config with a setting that it does not know.
 */
export const failFastSetting: FieldDefinition = {
  key: 'failFast',
  label: 'Fail fast',
  type: 'boolean',
  required: false,
  description: 'True: a 4xx other than 408, 409, 425 and 429 is final, instead of tried again.',
};

/** Refusals that may go away by themselves: the request came too late, too early, at once with another, too often. */
const passingStatuses = new Set([408, 409, 425, 429]);

/**
 * 2xx is accepted, whatever came of its body, with the provider's id where that has one. Everything else, redirects included, is
 * PROVIDER_REJECTED. Of the account's settings `responseIdPath` (a JSON Pointer) replaces the usual places of the id,
 * and `failFast` makes REJECTED of a 4xx that would be the same the next time. The message has no credential in it.
 */
export function outcomeOfResponse(
  { status, headers, body }: ProviderResponse,
  { settings, credentials }: Pick<AccountFields, 'settings' | 'credentials'>,
): DispatchOutcome {
  const responseBody = body === '' ? null : body;
  if (status >= 200 && status <= 299) {
    const pointer = settings.responseIdPath as string | undefined;
    return accepted(responseBody === null ? null : responseId(body, pointer), status, responseBody);
  }
  const isFinal = settings.failFast === true && status >= 400 && status <= 499 && !passingStatuses.has(status);
  const { reason, code } = readRejection(body, credentials);
  return failure('PROVIDER_REJECTED', reason === null ? `HTTP ${status}` : `HTTP ${status}: ${reason}`, {
    ...(isFinal && { disposition: 'REJECTED' }),
    providerErrorCode: code,
    httpStatus: status,
    responseBody,
    retryAfterMs: retryAfterMs(headers['retry-after']),
  });
}

/** What a throw from a dispatcher means, whichever client it came through. */
export function outcomeOfError(error: unknown): DispatchOutcome {
  if (error instanceof OutcomeError) return error.outcome;
  if (error instanceof TemplateFailed || error instanceof TemplateProblem)
    return failure('TEMPLATE_FAILED', error.message);
  const { message, name } = partsOf(error);
  const text = [message, name].find((part) => typeof part === 'string' && part !== '');
  const httpStatus = outboundErrorIn(error)?.status ?? null;
  return failure(codeOf(error), String(text ?? error), { httpStatus });
}

/**
 * What a dispatcher's answer means, whichever of its forms it has; null for one that has none. Members that go without
 * saying or make no sense are filled in: an outside dispatcher may be plain JavaScript.
 */
export function outcomeOfAnswer(answer: DispatcherAnswer | undefined): DispatchOutcome | null {
  const given = Object(answer) as Partial<Record<keyof AcceptedOutcome | keyof FailedOutcome | 'accepted', unknown>>;
  const disposition = DISPOSITIONS.find((known) => known === given.disposition);
  if (disposition === undefined && typeof given.accepted !== 'boolean') return null;
  const httpStatus = Number.isInteger(given.httpStatus) ? (given.httpStatus as number) : null;
  const responseBody = textOf(given.responseBody);
  if (disposition === 'ACCEPTED' || given.accepted === true) {
    return accepted(asId(given.providerActivityId), httpStatus, responseBody);
  }
  const code = isDispatchErrorCode(given.code) ? given.code : 'PROVIDER_REJECTED';
  return failure(code, textOf(given.message) ?? code, {
    ...(disposition && { disposition }),
    ...((given.scope === 'CONFIG' || given.scope === 'RECIPIENT') && { scope: given.scope }),
    providerErrorCode: textOf(given.providerErrorCode),
    httpStatus,
    responseBody,
    retryAfterMs: Number.isFinite(given.retryAfterMs) ? Math.max(0, given.retryAfterMs as number) : null,
    ...(textOf(given.blocksContact) !== null && { blocksContact: textOf(given.blocksContact) }),
  });
}

/** Whether the provider was asked at all: what was found out before a call tells nothing of it or of the account. */
export function wasCalled(outcome: DispatchOutcome): boolean {
  return outcome.disposition === 'ACCEPTED' || (outcome.code !== 'TEMPLATE_FAILED' && outcome.code !== 'NO_RECIPIENT');
}

function isDispatchErrorCode(code: unknown): code is DispatchErrorCode {
  return typeof code === 'string' && Object.hasOwn(dispatchErrorCatalog, code);
}

function accepted(
  providerActivityId: string | null,
  httpStatus: number | null,
  responseBody: string | null,
): AcceptedOutcome {
  return { disposition: 'ACCEPTED', providerActivityId, httpStatus, responseBody };
}

/**
 * Every failed outcome is made here. What follows from it and whose trouble it is go by the catalog, and by the HTTP
 * status (5xx and 429 are the account's trouble), unless `details` say otherwise.
 */
export function failure(
  code: DispatchErrorCode,
  message: string,
  details: Partial<Omit<FailedOutcome, 'code' | 'message'>> = {},
): FailedOutcome {
  const { httpStatus = null } = details;
  const disposition = details.disposition ?? dispatchErrorCatalog[code].disposition ?? 'RETRY';
  return {
    disposition,
    scope: scopeOf(disposition, code, httpStatus),
    code,
    message,
    providerErrorCode: null,
    responseBody: null,
    retryAfterMs: null,
    ...details,
    httpStatus,
  };
}

function scopeOf(
  disposition: FailedOutcome['disposition'],
  code: DispatchErrorCode,
  httpStatus: number | null,
): FailedOutcome['scope'] {
  if (disposition === 'MISCONFIGURED') return 'CONFIG';
  if (disposition === 'REJECTED') return 'RECIPIENT';
  return httpStatus !== null && isOutageStatus(httpStatus) ? 'CONFIG' : dispatchErrorCatalog[code].scope;
}

/** What AbortSignal.timeout(), AbortController and axios reject with. */
const deadlineErrors = new Set<unknown>(['TimeoutError', 'AbortError', 'CanceledError']);

function codeOf(error: unknown): DispatchErrorCode {
  const outbound = outboundErrorIn(error);
  switch (outbound?.code) {
    case 'BLOCKED_ADDRESS':
    case 'CONNECTION_FAILED':
    case 'CONNECTION_LOST':
    case 'TIMEOUT':
    case 'RESPONSE_TOO_LARGE':
      return outbound.code;
    case 'ABORTED':
      // Not by our signal, or runDispatcher would have rethrown it: the dispatcher's own deadline.
      return 'TIMEOUT';
    default:
      return deadlineErrors.has(partsOf(error).name) ? 'TIMEOUT' : 'PROVIDER_ERROR';
  }
}

/** Clients wrap errors; the transport's own verdict is somewhere down the chain of causes. */
function outboundErrorIn(error: unknown): OutboundError | undefined {
  let cause = error;
  for (let depth = 0; depth < 5; depth++) {
    if (cause instanceof OutboundError) return cause;
    ({ cause } = partsOf(cause));
  }
  return undefined;
}

/** Anything can be thrown, and Node's own errors (a DOMException, say) are not always an `instanceof` our Error. */
function partsOf(thrown: unknown): { name?: unknown; message?: unknown; cause?: unknown } {
  return Object(thrown) as object;
}
