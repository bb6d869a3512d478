import { LongInteger } from '@errand/json';
import type { AccountFields, DispatchOutcome } from '../dispatcher';
import { firstAt, parsedJson, valueAt } from '../json-places';
import { outcomeOfResponse, type ProviderResponse } from '../outcome';
import { dispositionOf, dispositionOfStatus, refusal } from '../refusal';
import { readRejection } from '../rejection';
import { pointerSteps } from '../response-id';

/** How a call went, by what the settings say of the provider's answers. */
export function outcomeOfCall(response: ProviderResponse, account: AccountFields): DispatchOutcome {
  const { credentials, settings } = account;
  const isSuccessStatus = response.status >= 200 && response.status <= 299;
  if (isSuccessStatus && !saysFailure(response.body, settings)) {
    return outcomeOfResponse(response, { credentials, settings: { responseIdPath: settings.idPointer || undefined } });
  }
  const classes = {
    RETRY: settings.retryCodes as string[] | undefined,
    REJECTED: settings.rejectCodes as string[] | undefined,
    MISCONFIGURED: settings.misconfiguredCodes as string[] | undefined,
  };
  const providerErrorCode = errorCode(response.body, account);
  const disposition =
    dispositionOf(providerErrorCode, classes) ??
    dispositionOf(response.status, classes) ??
    // It was refused, but nobody knows for how long: a message that could arrive must not be lost.
    (isSuccessStatus ? 'RETRY' : dispositionOfStatus(response.status, providerErrorCode));
  return refusal(response, account, {}, { providerErrorCode, disposition });
}

/** Whether an answer that can be read has another value than the one that means success. */
function saysFailure(body: string, { successPointer, successValue }: AccountFields['settings']): boolean {
  if (!successPointer) return false;
  const document = parsedJson(body);
  return document !== undefined && asText(valueAt(document, pointerSteps(successPointer as string))) !== successValue;
}

function errorCode(body: string, { credentials, settings: { errorCodePointer } }: AccountFields): string | null {
  if (!errorCodePointer) return readRejection(body, credentials).code;
  return firstAt(parsedJson(body), [pointerSteps(errorCodePointer as string)]) ?? null;
}

/** A text as it is, all else as JSON has it. */
function asText(value: unknown): string | undefined {
  if (value instanceof LongInteger) return value.digits;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
