import { isOutageStatus, retryAfterMs } from '@errand/outbound';
import type { FailedOutcome, ProviderAccount } from './dispatcher';
import { failure, type ProviderResponse } from './outcome';
import { readRejection } from './rejection';

type Code = string | number;

/** A provider's own codes by what follows from them; `[from, to]` is a range of numbers. Those that are not here are unknown. */
export type CodeClasses = Partial<
  Record<FailedOutcome['disposition'], readonly (Code | readonly [number, number])[] | undefined>
>;

/** What follows from a provider's own code; undefined for an unknown one. */
export function dispositionOf(code: Code | null, classes: CodeClasses): FailedOutcome['disposition'] | undefined {
  if (code === null) return undefined;
  for (const [disposition, codes] of Object.entries(classes)) {
    if (codes?.some((known) => matches(code, known))) return disposition as FailedOutcome['disposition'];
  }
  return undefined;
}

function matches(code: Code, known: Code | readonly [number, number]): boolean {
  if (typeof known !== 'object') return String(known) === String(code);
  const number = Number(code);
  return number >= known[0] && number <= known[1];
}

/** Refusals that may go away by themselves. */
const passingStatuses = new Set([408, 409, 425, 429]);

/** Bad gateway and gateway timeout: what stands before a provider cannot tell whether the provider took the call. */
const gatewayStatuses = new Set([502, 504]);

/**
 * What follows from a status when the provider's own code says nothing: it may work later (5xx, 429 and the like), the
 * account is wrong (401, 403), or this will never work. A gateway's answer is one without any code of the provider's: it
 * may have been processed.
 */
export function dispositionOfStatus(status: number, code: Code | null): FailedOutcome['disposition'] {
  if (code === null && gatewayStatuses.has(status)) return 'UNCERTAIN';
  if (isOutageStatus(status) || passingStatuses.has(status)) return 'RETRY';
  return status === 401 || status === 403 ? 'MISCONFIGURED' : 'REJECTED';
}

/**
 * The outcome of an answer that is no acceptance: by the provider's own code where it is known, else by the status.
 * Message and code are read from the usual places of a JSON answer unless `said` has them.
 */
export function refusal(
  { status, headers, body }: ProviderResponse,
  { credentials }: Pick<ProviderAccount, 'credentials'>,
  classes: CodeClasses,
  said: Partial<Omit<FailedOutcome, 'code' | 'httpStatus' | 'responseBody'>> = {},
): FailedOutcome {
  const { reason, code } = readRejection(body, credentials);
  const { message = reason, providerErrorCode = code, ...rest } = said;
  return failure('PROVIDER_REJECTED', message === null ? `HTTP ${status}` : `HTTP ${status}: ${message}`, {
    disposition: dispositionOf(providerErrorCode, classes) ?? dispositionOfStatus(status, providerErrorCode),
    providerErrorCode,
    httpStatus: status,
    responseBody: body === '' ? null : body,
    retryAfterMs: retryAfterMs(headers['retry-after']),
    ...rest,
  });
}
