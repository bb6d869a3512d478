import type { ActivityDispatcher, DispatchOutcome, DispatchRequest } from './dispatcher';
import { failure, outcomeOfError } from './outcome';
import { redactText } from './redact';

/**
 * One call to a provider as the rest of Errand sees it: whatever the dispatcher or the provider does, the outcome is
 * one that can be stored and shown: its texts hold no credential (a provider may echo our request) and no character
 * that PostgreSQL refuses.
 * @throws only when the call was given up because of `signal`: that is our doing, never the provider's failure.
 */
export async function runDispatcher(
  dispatcher: ActivityDispatcher,
  request: DispatchRequest,
  signal: AbortSignal,
): Promise<DispatchOutcome> {
  const { credentials } = request.account;
  const outcome = await outcomeOf(dispatcher, request, signal);
  const responseBody = shown(outcome.responseBody, credentials);
  if (outcome.accepted) {
    // The id is stored as it is: results are matched by it.
    return { ...outcome, providerActivityId: storable(outcome.providerActivityId), responseBody };
  }
  return { ...outcome, message: shown(outcome.message, credentials) ?? outcome.code, responseBody };
}

async function outcomeOf(
  dispatcher: ActivityDispatcher,
  request: DispatchRequest,
  signal: AbortSignal,
): Promise<DispatchOutcome> {
  signal.throwIfAborted();
  try {
    // An outside dispatcher may be plain JavaScript, so its answer is not trusted to exist.
    const outcome = (await dispatcher.dispatch(request, signal)) as DispatchOutcome | undefined;
    if (typeof outcome?.accepted !== 'boolean')
      return failure('PROVIDER_ERROR', `${dispatcher.name} returned no outcome`);
    // One that swallowed our abort and calls it a failure.
    if (!outcome.accepted && outcome.httpStatus === null) signal.throwIfAborted();
    return outcome;
  } catch (error) {
    if (signal.aborted) throw error;
    return outcomeOfError(error);
  }
}

/** PostgreSQL's text has no NUL, and its JSON no half of a surrogate pair. */
function storable(text: string | null | undefined): string | null {
  return text ? text.replace(/[\0\p{Surrogate}]/gu, '\u{fffd}') : null;
}

function shown(text: string | null | undefined, credentials: Record<string, unknown>): string | null {
  const clean = storable(text);
  return clean === null ? null : redactText(clean, credentials);
}
