import { request } from 'node:http';
import { isIPv6, type LookupFunction, type Socket } from 'node:net';
import { OutboundError } from './outbound-error';

/** An HTTP proxy, from a URL such as `http://user:password@proxy.internal:3128`. */
export interface Proxy {
  hostname: string;
  port: number;
  /** Sent to the proxy, and shown nowhere. */
  authorization: string | undefined;
}

/** What is read of the head of a proxy's answer. */
const maxHeadBytes = 16_384;

export function proxyOf(url: string): Proxy {
  const { hostname, port, username, password } = new URL(url);
  const [user, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  return {
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || 80,
    authorization: username === '' ? undefined : `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
  };
}

export interface TunnelTarget {
  /** As an error names it. */
  origin: string;
  /** Checked before: the proxy is told no name. */
  address: string;
  port: number;
}

/**
 * Has the proxy connect to an address (CONNECT, RFC 9110 §9.3.6); what is written to the socket then goes there.
 * @param lookup of the proxy's own name
 * @throws OutboundError CONNECTION_FAILED: whatever the proxy does, nothing has reached the receiver. It tells the status
 *   of the proxy's answer at most.
 */
export async function openTunnel(
  proxy: Proxy,
  { origin, address, port }: TunnelTarget,
  lookup: LookupFunction,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<Socket> {
  const authority = `${isIPv6(address) ? `[${address}]` : address}:${port}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port,
      path: authority,
      headers: { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) },
      lookup,
      agent: false,
      maxHeaderSize: maxHeadBytes,
    });
    const end = (why: string) => {
      over();
      reject(new OutboundError('CONNECTION_FAILED', `No connection to ${origin}: ${why}`));
      asked.destroy();
    };
    const onStop = () => end('this process is stopping');
    const timer = setTimeout(() => end(`the proxy gave none within ${timeoutMs} ms`), timeoutMs);
    stop.addEventListener('abort', onStop, { once: true });
    const over = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
    };
    asked.once('connect', ({ statusCode = 0 }, socket: Socket, rest: Buffer) => {
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy();
        end(`the proxy answered with status ${statusCode}`);
        return;
      }
      over();
      socket.setNoDelay(true).setKeepAlive(true, 60_000);
      if (rest.length > 0) socket.unshift(rest);
      resolve(socket);
    });
    asked.on('error', ({ code }: NodeJS.ErrnoException) => end(`the proxy cannot be used (${code ?? 'no answer'})`));
    asked.end();
  });
}
