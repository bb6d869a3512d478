import type { Socket } from 'node:net';
import type { OutboundRequest } from './outbound-call';
import { OutboundError } from './outbound-error';
import { ownTime } from './own-time';

/** A call that is not HTTP: what it says over the socket, and until when, is the caller's. */
export interface SocketRequest extends Pick<OutboundRequest, 'owner' | 'waitMs' | 'signal'> {
  /** `smtp` or `smtps`, a host and perhaps a port. */
  url: string;
  /** For the whole call, in milliseconds, from when it has a slot and an address to connect to. */
  timeoutMs: number;
}

export interface GuardedSocket {
  /** Connected, plain, and paused. Whoever gets it closes it. */
  socket: Socket;
  /** What connecting has left of `timeoutMs`. */
  leftMs: number;
}

/**
 * Waits for a socket within the request's time, which begins when the look-up of its name is over; one that comes later
 * is closed.
 * @throws OutboundError CONNECTION_FAILED, BLOCKED_ADDRESS or ABORTED
 */
export async function socketWithin(
  connecting: Promise<Socket>,
  origin: string,
  { timeoutMs, signal }: SocketRequest,
  lookUp: Promise<unknown> | undefined,
): Promise<GuardedSocket> {
  let giveUp: (error: OutboundError) => void = () => undefined;
  const givenUp = new Promise<never>((_resolve, reject) => (giveUp = reject));
  givenUp.catch(() => undefined);
  const onAbort = () => giveUp(new OutboundError('ABORTED', `The call to ${origin} was given up by the caller`));
  const onTimeUp = () =>
    giveUp(new OutboundError('CONNECTION_FAILED', `No connection to ${origin} within ${timeoutMs} ms`));
  signal?.addEventListener('abort', onAbort, { once: true });
  let timer: NodeJS.Timeout | undefined;
  try {
    if (lookUp) await Promise.race([lookUp, givenUp]).finally(ownTime(signal));
    const startedAt = performance.now();
    timer = setTimeout(onTimeUp, timeoutMs);
    const socket = await Promise.race([connecting, givenUp]);
    return { socket, leftMs: Math.max(1, timeoutMs - (performance.now() - startedAt)) };
  } catch (error) {
    void connecting.then(
      (socket) => socket.destroy(),
      () => undefined,
    );
    throw explained(error, origin);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Only the code of Node's or undici's error is told: its message holds an address. */
function explained(error: unknown, origin: string): OutboundError {
  if (error instanceof OutboundError) return error;
  const { code, name } = error as NodeJS.ErrnoException;
  return new OutboundError('CONNECTION_FAILED', `No connection to ${origin} (${code ?? name})`);
}
