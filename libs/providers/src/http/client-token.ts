import type { OutboundHttp } from '@errand/outbound';
import type { ProviderAccount } from '../dispatcher';
import { type FetchedToken, fetchToken } from '../fetched-tokens';
import { addDerivedSecret } from '../redact';
import { basic } from './http-call';

/**
 * An access token by the client credentials grant: RFC 6749 §4.4, the client authenticated as in §2.3.1.
 * @throws OutcomeError see `fetchToken`
 */
export function clientToken(http: OutboundHttp, account: ProviderAccount, signal: AbortSignal): Promise<FetchedToken> {
  const { tokenUrl, scope } = account.settings as { tokenUrl: string; scope?: string };
  const { clientId = '', clientSecret = '' } = account.credentials as Record<string, string>;
  const pair = basic(formEncoded(clientId), formEncoded(clientSecret));
  addDerivedSecret(account.credentials, pair);
  const form = { grant_type: 'client_credentials', ...(scope && { scope }) };
  return fetchToken(http, { url: tokenUrl, form, headers: { authorization: `Basic ${pair}` } }, account, signal);
}

/** RFC 6749 §2.3.1 wants both parts so before Basic. */
function formEncoded(text: string): string {
  return new URLSearchParams({ v: text }).toString().slice(2);
}
