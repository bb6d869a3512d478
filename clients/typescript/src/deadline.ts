import { ErrandError } from './errand-error.js';

/**
 * Runs with a signal that aborts when the caller’s does or when the time is up. (`AbortSignal.any` would need Node 20.)
 * @throws the caller’s reason, or ErrandError TIMEOUT
 */
export async function withDeadline<T>(
  timeoutMs: number,
  caller: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  caller?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(caller?.reason);
  caller?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => controller.abort(timedOut(timeoutMs)), timeoutMs);
  try {
    return await run(controller.signal);
  } catch (error) {
    controller.signal.throwIfAborted(); // its reason says more than what fetch makes of it
    throw error;
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', abort);
  }
}

/** @throws the signal’s reason when it aborts meanwhile */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
  signal?.throwIfAborted();
}

function timedOut(timeoutMs: number): ErrandError {
  const message = `No answer within ${timeoutMs} ms`;
  return new ErrandError({ status: null, code: 'TIMEOUT', message, retryable: true });
}
