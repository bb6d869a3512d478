import type { OutboundHttp, OutboundResponse } from '@errand/outbound';
import type { PreparedCall, ProviderAccount } from './dispatcher';

/** Makes a prepared call over HTTP: its status decides, whatever comes of the body. @throws OutboundError */
export function makeCall(
  http: OutboundHttp,
  { method, url, headers, body }: PreparedCall,
  { timeoutMs }: Pick<ProviderAccount, 'timeoutMs'>,
  signal: AbortSignal,
): Promise<OutboundResponse> {
  const call = { method: method as 'POST', url, headers, timeoutMs, statusSuffices: true, signal };
  return http.request(body === null ? call : { ...call, body });
}
