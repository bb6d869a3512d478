import type { OutboundHttp, OutboundResponse } from '@errand/outbound';
import type { PreparedCall, ProviderAccount } from './dispatcher';

/** Makes a prepared call over HTTP: its status decides, whatever comes of the body. @throws OutboundError */
export function makeCall(
  http: OutboundHttp,
  { method, url, headers, body }: PreparedCall,
  { timeoutMs }: Pick<ProviderAccount, 'timeoutMs'>,
  signal: AbortSignal,
): Promise<OutboundResponse> {
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
