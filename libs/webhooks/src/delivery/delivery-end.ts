import { retryDelayMs, type RetryPolicy } from '@errand/outbound';
import type { ClaimedDelivery } from '../sql/claim.sql';
import type { SettledDelivery } from '../sql/settle.sql';
import type { Answer } from './answer';

/**
 * What follows from an answer: the delivery is over, or tried again later, or was not made.
 * @param delivery whose `attempts` count the one that was answered
 * @param random a number in [0, 1)
 */
export function endOf(
  { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  { end, httpStatus, error, retryAfterMs, excerpt }: Answer,
  retry: RetryPolicy,
  now: Date,
  random: () => number,
): SettledDelivery {
  const told = { id, counts: end !== 'RETURNED', http_status: httpStatus, error, response_excerpt: excerpt };
  if (end === 'DELIVERED') return { ...told, status: 'DELIVERED', next_attempt_at: null };
  if (end === 'RETURNED') return { ...told, status: 'PENDING', next_attempt_at: now };
  if (end === 'GONE' || attempts >= retry.maxAttempts) return { ...told, status: 'FAILED', next_attempt_at: null };
  const waitMs = retryDelayMs(retry, attempts, retryAfterMs, random);
  return { ...told, status: 'PENDING', next_attempt_at: new Date(now.getTime() + waitMs) };
}
