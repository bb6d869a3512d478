import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A body that goes on for longer than this is cut off. */
const patienceMs = 5_000;

/**
 * Reads what is left of a body that was refused unread (too large, of the wrong type) before it is answered. A server
 * that closes while the client still writes makes the client see a broken connection instead of the answer.
 */
export async function drainBody(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { raw } = request;
  if (reply.statusCode < 400 || raw.complete || raw.destroyed) return;
  raw.resume();
  // Whether the rest came, broke off or took too long, the answer goes out.
  await finished(raw, { writable: false, signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
}
