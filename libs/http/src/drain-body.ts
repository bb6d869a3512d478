import { finished } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isBodyHeld } from './unread-body';

/** What a client goes on sending after its answer is read away for so long, and so much of it; then it is cut off. */
const patienceMs = 5_000;
const patienceBytes = 64 * 1024 * 1024;

/**
 * For `onSend`: what nobody has read of a body (too large, of the wrong type, of no use) is read away while the answer
 * goes out, and kept nowhere. A server that closes while the client still writes makes the client see a broken
 * connection instead of the answer.
 */
export function drainBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete || raw.destroyed || !hasBody(raw.rawHeaders)) return;
  if (isBodyHeld(raw)) {
    void reply.header('connection', 'close'); // it is told to keep the body
    return;
  }
  // Node would close as soon as the answer is out, by our header as by the client's: the latter is obeyed afterwards.
  void reply.removeHeader('connection');
  const isLast = !reply.raw.shouldKeepAlive;
  reply.raw.shouldKeepAlive = true;
  if (isLast) raw.once('end', () => finished(reply.raw, () => raw.socket.end()));
  let left = patienceBytes;
  const timer = setTimeout(() => raw.destroy(), patienceMs);
  raw.once('close', () => clearTimeout(timer));
  raw.on('error', () => undefined); // the client may go away at any time
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
  raw.resume();
}

function hasBody(rawHeaders: string[]): boolean {
  return rawHeaders.some((name, at) => at % 2 === 0 && /^(content-length|transfer-encoding)$/i.test(name));
}
