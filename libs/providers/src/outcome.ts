import type { DispatchErrorCode } from '@errand/errors';
import { OutboundError, retryAfterMs } from '@errand/outbound';
import type { DispatchOutcome } from './dispatcher';
import { responseId } from './response-id';

/** The part of an HTTP response that decides an outcome. Header names are lower case. */
export interface ProviderResponse {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

/**
 * 2xx is accepted, with the provider's id where the body has one (`responseIdPath`: a JSON Pointer that replaces the
 * usual places). Everything else, redirects included, is PROVIDER_REJECTED.
 */
export function outcomeOfResponse(
  response: ProviderResponse,
  options: { responseIdPath?: string } = {},
): DispatchOutcome {
  const { status, body } = response;
  const responseBody = body === '' ? null : body;
  if (isSuccess(status)) {
    const providerActivityId = responseBody === null ? null : responseId(body, options.responseIdPath);
    return { accepted: true, providerActivityId, httpStatus: status, responseBody };
  }
  return {
    accepted: false,
    code: 'PROVIDER_REJECTED',
    message: `HTTP ${status}`,
    httpStatus: status,
    responseBody,
    retryAfterMs: retryAfterMs(response.headers['retry-after']),
  };
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status <= 299;
}

/** What a throw from a dispatcher means, whichever client it came through. */
export function outcomeOfError(error: unknown): DispatchOutcome {
  const { message, name } = partsOf(error);
  const text = [message, name].find((part) => typeof part === 'string' && part !== '');
  const httpStatus = outboundErrorIn(error)?.status ?? null;
  const code = codeOf(error);
  // The provider said 2xx, and its body would be too large the next time as well: sending again would do it twice.
  if (code === 'RESPONSE_TOO_LARGE' && isSuccess(httpStatus)) {
    return { accepted: true, providerActivityId: null, httpStatus, responseBody: null };
  }
  return { ...failure(code, String(text ?? error)), httpStatus };
}

/** A failure without an answer from the provider. */
export function failure(code: DispatchErrorCode, message: string): DispatchOutcome {
  return { accepted: false, code, message, httpStatus: null, responseBody: null, retryAfterMs: null };
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
