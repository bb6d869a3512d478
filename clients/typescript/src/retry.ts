import { ErrandError, isTemporary, retryAfterSeconds } from './errand-error.js';

export interface RetryOptions {
  /** How often a request is made at most, the first time included; 1 = no retries. Default 4. */
  attempts?: number;
  /** Default 250. */
  baseDelayMs?: number;
  /** The longest wait; an answer that asks for a longer one by `Retry-After` is given to the caller. Default 10,000. */
  maxDelayMs?: number;
}

export type RetryPolicy = Required<RetryOptions>;

export const defaultRetry: RetryPolicy = { attempts: 4, baseDelayMs: 250, maxDelayMs: 10_000 };

/**
 * How long to wait before the same request is made again, or null when it must not be. It is after 429, which says
 * that nothing was done, and if repeating it does no harm after any other answer that is temporary, or none.
 *
 * Full jitter (a random part of a wait that doubles), so that clients that failed together do not return together.
 * @param failed how many attempts were made
 */
export async function waitMsAfter(
  end: Response | ErrandError,
  failed: number,
  isRepeatable: boolean,
  { attempts, baseDelayMs, maxDelayMs }: RetryPolicy,
): Promise<number | null> {
  if (failed >= attempts || !(end.status === 429 || (isRepeatable && (await isTemporary(end))))) return null;
  const askedMs = end instanceof ErrandError ? 0 : (retryAfterSeconds(end.headers) ?? 0) * 1000;
  if (askedMs > maxDelayMs) return null;
  return askedMs + Math.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (failed - 1));
}
