/** How often and how patiently a call is tried again. Times in milliseconds. */
export interface RetryPolicy {
  maxAttempts: number;
  baseDelayMs: number;
  maxDelayMs: number;
}

/**
 * How long to wait after attempt `attempt` (from 1) failed: exponential backoff with full jitter, a random time in
 * 0 … min(max, base × 2^(attempt−1)) (Brooker, “Exponential Backoff And Jitter”, AWS Architecture Blog, 2015).
 * A receiver that named a time is obeyed up to the maximum.
 * @param random a number in [0, 1)
 */
export function retryDelayMs(
  policy: RetryPolicy,
  attempt: number,
  retryAfterMs: number | null,
  random: () => number,
): number {
  if (retryAfterMs !== null) return Math.min(retryAfterMs, policy.maxDelayMs);
  const ceiling = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
  return Math.round(random() * ceiling);
}
