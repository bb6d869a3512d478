import { withDeadline } from './call-deadline';
import type { ActivityDispatcher, DispatchOutcome, DispatchRequest } from './dispatcher';
import { isStorable, storableText } from '@errand/json';
import { failure, outcomeOfAnswer, outcomeOfError } from './outcome';
import { addDerivedSecret, hasCredential, redactedStart } from './redact';
import { renderSettings } from './render-settings';

/** A provider's answer and an error's message are kept up to this many characters. */
const longestBody = 20_000;
const longestMessage = 2_000;
const longestErrorCode = 100;
const noRecipient = 'Nobody the activity is for has an address that this channel can reach';
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * One call to a provider as the rest of Errand sees it: whatever the dispatcher or the provider does, the outcome is
 * one that can be stored and shown: its texts hold no credential (a provider may echo our request) and no character
 * that PostgreSQL refuses.
 * @param owner the tenant that the call is made for: connections and the like are shared out by it
 * @throws only when the call was given up because of `signal`: that is our doing, never the provider's failure.
 */
export async function runDispatcher(
  dispatcher: ActivityDispatcher,
  request: Omit<DispatchRequest, 'rendered'>,
  signal: AbortSignal,
  owner = '',
): Promise<DispatchOutcome> {
  const { credentials, callbackUrl } = request.account;
  // Whoever has it can tell what became of the config's messages.
  const callbackToken = callbackUrl?.split('/').at(-1);
  if (callbackToken) addDerivedSecret(credentials, callbackToken);
  const outcome = await outcomeOf(dispatcher, request, signal, owner);
  const responseBody = shown(outcome.responseBody, longestBody, credentials);
  if (outcome.disposition === 'ACCEPTED') {
    return { ...outcome, providerActivityId: storableId(outcome.providerActivityId, credentials), responseBody };
  }
  return {
    ...outcome,
    message: shown(outcome.message, longestMessage, credentials) ?? outcome.code,
    providerErrorCode: shown(outcome.providerErrorCode, longestErrorCode, credentials),
    responseBody,
    ...(outcome.blocksContact && { blocksContact: shown(outcome.blocksContact, longestMessage, credentials) }),
  };
}

async function outcomeOf(
  dispatcher: ActivityDispatcher,
  request: Omit<DispatchRequest, 'rendered'>,
  signal: AbortSignal,
  owner: string,
): Promise<DispatchOutcome> {
  signal.throwIfAborted();
  try {
    const { payload, body, account } = request;
    const definition = dispatcher.channelDefinitions.find(({ channel }) => channel === payload.channel);
    if (definition?.addressesPerson && payload.recipient === null) return failure('NO_RECIPIENT', noRecipient);
    const whole = { payload, body, account, rendered: renderSettings(definition, account.settings, payload) };
    const dispatch = async (ofCall: AbortSignal) => dispatcher.dispatch(whole, ofCall);
    const outcome = outcomeOfAnswer(await withDeadline(dispatch, account.timeoutMs, signal, owner));
    if (outcome === null) return failure('PROVIDER_ERROR', `${dispatcher.name} returned no outcome`);
    // One that swallowed our abort and calls it a failure.
    if (outcome.disposition !== 'ACCEPTED' && outcome.httpStatus === null) signal.throwIfAborted();
    return outcome;
  } catch (error) {
    if (signal.aborted) throw error;
    return outcomeOfError(error);
  }
}

/** Stored as it is, or not at all: results are matched by it. */
function storableId(id: string | null, credentials: Record<string, unknown>): string | null {
  return id && isStorable(id) && !hasCredential(id, credentials) ? id : null;
}

/** Cleaned before it is redacted: a NUL can stand within a credential. The cut can halve a surrogate pair. */
function shown(text: string | null, longest: number, credentials: Record<string, unknown>): string | null {
  if (!text) return null;
  return redactedStart(storableText(text), longest, credentials).replace(loneSurrogate, '');
}
