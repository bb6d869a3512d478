import type { IncomingMessage } from 'node:http';
import type { Problem } from './problem';

/** A browser sends a dozen or two. */
const maxHeaders = 100;

const hostForm = /^(\[[\da-f:.]+\]|[\w.~-]*)(:\d{0,5})?$/i;

/** What in a request's head is wrong that Node's parser lets pass, before anything is done with it. */
export function refusedHead({ rawHeaders, headers, httpVersion }: IncomingMessage): Problem | undefined {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') {
    return { code: 'MALFORMED_REQUEST', message: 'The request is not HTTP/1.0 or HTTP/1.1' };
  }
  if (rawHeaders.length > 2 * maxHeaders) {
    return { code: 'HEADERS_TOO_LARGE', message: `The request has more than ${maxHeaders} headers` };
  }
  // Node keeps the first of two, a proxy before it may have gone by the second.
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1) return { code: 'MALFORMED_REQUEST', message: 'The request has more than one Host header' };
  if (hosts === 0 && httpVersion === '1.1') {
    return { code: 'MALFORMED_REQUEST', message: 'The request has no Host header' };
  }
  if (!hostForm.test(headers.host ?? '')) {
    return { code: 'MALFORMED_REQUEST', message: 'The Host header is not a host and a port' };
  }
  const { expect } = headers;
  if (expect === undefined || /^100-continue$/i.test(expect)) return undefined;
  return { code: 'EXPECTATION_FAILED', message: 'Of Expect only 100-continue is understood' };
}
