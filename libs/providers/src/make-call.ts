import type { OutboundHttp, OutboundResponse } from '@errand/outbound';
import type { PreparedCall, ProviderAccount } from './dispatcher';
import { addDerivedSecret } from './redact';

/**
 * Makes a prepared call over HTTP: its status decides, whatever comes of the body. What its `authorization` proves itself by,
 * such as the pair of Basic, is from now on blotted out with the credentials.
 * @throws OutboundError
 */
export function makeCall(
  http: OutboundHttp,
  { method, url, headers, body }: PreparedCall,
  { credentials, timeoutMs }: Pick<ProviderAccount, 'credentials' | 'timeoutMs'>,
  signal: AbortSignal,
): Promise<OutboundResponse> {
  const { authorization } = headers;
  const proof = authorization === undefined ? undefined : /^\S+ (\S+)$/.exec(authorization)?.[1];
  if (proof !== undefined) addDerivedSecret(credentials, proof);
  return http.request({
    method: method as 'POST',
    url,
    headers,
    ...(body !== null && { body }),
    timeoutMs,
    statusSuffices: true,
    signal,
  });
}
