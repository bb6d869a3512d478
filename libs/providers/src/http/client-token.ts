import { OutboundError, type OutboundHttp, type OutboundResponse, retryAfterMs } from '@errand/outbound';
import type { FailedOutcome, ProviderAccount } from '../dispatcher';
import type { FetchedToken } from '../fetched-tokens';
import { firstAt, parsedJson, valueAt } from '../json-places';
import { outcomeOfError, failure } from '../outcome';
import { OutcomeError } from '../outcome-error';
import { redactText } from '../redact';
import { readRejection } from '../rejection';
import { dispositionOfStatus } from '../refusal';
import { basic } from './http-call';

/** How long a token is used whose answer does not say. */
const usualSeconds = 300;
const longestAnswer = 65_536;

/**
 * An access token by the client credentials grant: RFC 6749 §4.4, the client authenticated as in §2.3.1. Nothing of an
 * answer but its error is ever shown, as it is made of secrets.
 * @throws OutcomeError the activity was not sent: RETRY where the token may come later, else MISCONFIGURED
 */
export async function clientToken(
  http: OutboundHttp,
  account: ProviderAccount,
  signal: AbortSignal,
): Promise<FetchedToken> {
  const response = await askedFor(http, account, signal);
  const answer = parsedJson(response.body);
  if (response.status < 200 || response.status > 299) throw refused(response, account, firstAt(answer, [['error']]));
  const token = valueAt(answer, ['access_token']);
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    // An answer that was cut may be whole the next time; a page is no token endpoint's.
    const disposition = answer === undefined ? 'RETRY' : 'MISCONFIGURED';
    throw notSent('The token URL answers without an access_token', { disposition, httpStatus: response.status });
  }
  const seconds = Number(valueAt(answer, ['expires_in']) ?? usualSeconds);
  return { token, validMs: (seconds >= 0 ? seconds : usualSeconds) * 1_000 };
}

/** The credentials in the forms in which they are sent for a token. */
export function derivedSecrets({ credentials }: Pick<ProviderAccount, 'credentials'>): Record<string, string> {
  const { clientId = '', clientSecret = '' } = credentials as Record<string, string>;
  const encoded = formEncoded(clientSecret);
  return { encoded, pair: basic(formEncoded(clientId), encoded) };
}

async function askedFor(http: OutboundHttp, account: ProviderAccount, signal: AbortSignal): Promise<OutboundResponse> {
  const { tokenUrl, scope } = account.settings as { tokenUrl: string; scope?: string };
  const asked = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) });
  try {
    return await http.request({
      method: 'POST',
      url: tokenUrl,
      headers: {
        authorization: `Basic ${derivedSecrets(account).pair}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: asked.toString(),
      // The other half is for the call itself.
      timeoutMs: Math.ceil(account.timeoutMs / 2),
      maxResponseBytes: longestAnswer,
      signal,
    });
  } catch (error) {
    if (signal.aborted || !(error instanceof OutboundError)) throw error;
    const { code } = outcomeOfError(error) as FailedOutcome;
    throw notSent(`No token: ${error.message}`, { disposition: 'RETRY', scope: 'CONFIG' }, code);
  }
}

function refused(response: OutboundResponse, account: ProviderAccount, code: string | undefined): OutcomeError {
  const { status } = response;
  const secrets = { ...account.credentials, ...derivedSecrets(account) };
  const { reason } = readRejection(response.body, secrets);
  // Whatever is wrong with this call is wrong with all: it has nothing of the activity.
  const disposition = dispositionOfStatus(status) === 'RETRY' ? 'RETRY' : 'MISCONFIGURED';
  return notSent(`The token URL answers HTTP ${status}${reason === null ? '' : `: ${reason}`}`, {
    disposition,
    httpStatus: status,
    providerErrorCode: code === undefined ? null : redactText(code, secrets),
    retryAfterMs: retryAfterMs(response.headers['retry-after']),
  });
}

function notSent(
  message: string,
  details: Partial<FailedOutcome>,
  code: FailedOutcome['code'] = 'PROVIDER_REJECTED',
): OutcomeError {
  return new OutcomeError(failure(code, message, { ...details, scope: 'CONFIG' }));
}

/** As a form has it: RFC 6749 §2.3.1 wants it before Basic. */
function formEncoded(text: string): string {
  return new URLSearchParams({ v: text }).toString().slice(2);
}
