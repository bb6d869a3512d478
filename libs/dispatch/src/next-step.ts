import type { AttemptTrigger, SettledAttempt } from '@errand/activities';
import { retryDelayMs, type RetryPolicy } from '@errand/outbound';
import type { DispatchOutcome } from '@errand/providers';
import type { OnUncertain } from '@errand/vocabulary';

/** How often and how patiently an account's activities are tried, and whether once more when one may have arrived. */
export interface AttemptPolicy extends RetryPolicy {
  onUncertain: OnUncertain;
}

export interface EndedAttempt {
  outcome: DispatchOutcome;
  /** Its number, from 1. */
  number: number;
  /** Whether it was made to see if a provider that is down is up again. */
  isProbe: boolean;
  endedAt: Date;
}

export interface NextStep {
  trigger: AttemptTrigger;
  /** When the activity is tried again; null = at once, or never. */
  nextAttemptAt: Date | null;
}

/** Whether the provider itself is the trouble, so that the breaker counts it. */
export function isOutage(outcome: DispatchOutcome): boolean {
  if (outcome.disposition !== 'RETRY' && outcome.disposition !== 'UNCERTAIN') return false;
  return outcome.scope === 'CONFIG';
}

/**
 * What follows from how an attempt ended.
 * @param random a number in [0, 1)
 */
export function nextStep(
  { outcome, number, isProbe, endedAt }: EndedAttempt,
  policy: AttemptPolicy,
  random: () => number = Math.random,
): NextStep {
  const { disposition } = outcome;
  if (disposition === 'ACCEPTED') return at('ACCEPTED');
  if (disposition === 'MISCONFIGURED') return at('MISCONFIGURED');
  const mayRepeat = disposition !== 'REJECTED' && !(disposition === 'UNCERTAIN' && policy.onUncertain === 'fail');
  if (!mayRepeat) return at('ATTEMPTS_EXHAUSTED');
  // What a probe finds is no fault of the activity's.
  if (isProbe && isOutage(outcome)) return at('PROBE_FAILED');
  if (number >= policy.maxAttempts) return at('ATTEMPTS_EXHAUSTED');
  const waitMs = retryDelayMs(policy, number, outcome.retryAfterMs, random);
  return at('ATTEMPT_FAILED', waitMs > 0 ? new Date(endedAt.getTime() + waitMs) : null);
}

/**
 * When an activity whose attempt was settled may be tried again: at a time, NOW when it is back in its queue, null when
 * it is over.
 */
export function nextTry({
  trigger,
  next_attempt_at,
}: Pick<SettledAttempt, 'trigger' | 'next_attempt_at'>): Date | 'NOW' | null {
  if (next_attempt_at) return next_attempt_at;
  return trigger === 'ACCEPTED' || trigger === 'ATTEMPTS_EXHAUSTED' ? null : 'NOW';
}

function at(trigger: AttemptTrigger, nextAttemptAt: Date | null = null): NextStep {
  return { trigger, nextAttemptAt };
}
