import { type FailedOutcome, failure } from '@errand/providers';
import fc from 'fast-check';
import { type AttemptPolicy, isOutage, nextStep, nextTry } from './next-step';

const endedAt = new Date('2026-01-01T00:00:00.000Z');
const policy: AttemptPolicy = { maxAttempts: 3, baseDelayMs: 1000, maxDelayMs: 60_000, onUncertain: 'retry' };
const accepted = { disposition: 'ACCEPTED', providerActivityId: 'p', httpStatus: 200, responseBody: null } as const;
const half = () => 0.5;

function stepOf(
  outcome: FailedOutcome | typeof accepted,
  { number = 1, isProbe = false, ...rest }: { number?: number; isProbe?: boolean } & Partial<AttemptPolicy> = {},
) {
  return nextStep({ outcome, number, isProbe, endedAt }, { ...policy, ...rest }, half);
}

const failed = (disposition: FailedOutcome['disposition'], details: Partial<FailedOutcome> = {}) =>
  failure('PROVIDER_REJECTED', 'no', { disposition, ...details });

describe('what follows from how an attempt ended', () => {
  it('is the end when the provider accepted it', () => {
    expect(stepOf(accepted)).toEqual({ trigger: 'ACCEPTED', nextAttemptAt: null });
  });

  it('is another attempt after a backoff, until none is left', () => {
    expect(stepOf(failed('RETRY'))).toEqual({
      trigger: 'ATTEMPT_FAILED',
      nextAttemptAt: new Date(endedAt.getTime() + 500),
    });
    expect(stepOf(failed('RETRY'), { number: 3 }).trigger).toBe('ATTEMPTS_EXHAUSTED');
  });

  it('is an attempt at once when there is nothing to wait for', () => {
    expect(stepOf(failed('RETRY'), { baseDelayMs: 0 })).toEqual({ trigger: 'ATTEMPT_FAILED', nextAttemptAt: null });
  });

  it('obeys the wait that the provider asked for, up to the longest', () => {
    const wait = (retryAfterMs: number) => stepOf(failed('RETRY', { retryAfterMs })).nextAttemptAt;
    expect(wait(7_000)).toEqual(new Date(endedAt.getTime() + 7_000));
    expect(wait(86_400_000)).toEqual(new Date(endedAt.getTime() + 60_000));
  });

  it('is FAILED at once for what can never work, with attempts left', () => {
    expect(stepOf(failed('REJECTED')).trigger).toBe('ATTEMPTS_EXHAUSTED');
  });

  it('is an uncounted return when the account is wrong, also on the last attempt', () => {
    expect(stepOf(failed('MISCONFIGURED'), { number: 3 })).toEqual({ trigger: 'MISCONFIGURED', nextAttemptAt: null });
  });

  it('repeats what may have arrived only where that is wanted', () => {
    expect(stepOf(failed('UNCERTAIN')).trigger).toBe('ATTEMPT_FAILED');
    expect(stepOf(failed('UNCERTAIN'), { onUncertain: 'fail' }).trigger).toBe('ATTEMPTS_EXHAUSTED');
    expect(stepOf(failed('RETRY'), { onUncertain: 'fail' }).trigger).toBe('ATTEMPT_FAILED');
  });

  it('does not charge a probe for an outage, but for what is the activity’s own', () => {
    const probe = { isProbe: true, number: 3 };
    expect(stepOf(failed('RETRY', { scope: 'CONFIG' }), probe).trigger).toBe('PROBE_FAILED');
    expect(stepOf(failed('UNCERTAIN', { scope: 'CONFIG' }), probe).trigger).toBe('PROBE_FAILED');
    expect(stepOf(failed('RETRY', { scope: 'RECIPIENT' }), probe).trigger).toBe('ATTEMPTS_EXHAUSTED');
    expect(stepOf(failed('UNCERTAIN', { scope: 'CONFIG' }), { ...probe, onUncertain: 'fail' }).trigger).toBe(
      'ATTEMPTS_EXHAUSTED',
    );
  });

  it('never tries more often than allowed, and never waits longer than the longest delay', () => {
    const dispositions = fc.constantFrom('RETRY', 'REJECTED', 'MISCONFIGURED', 'UNCERTAIN');
    fc.assert(
      fc.property(
        dispositions,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.option(fc.integer({ min: 0, max: 1e12 })),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (disposition, number, maxAttempts, retryAfterMs, random) => {
          const outcome = failed(disposition, { retryAfterMs });
          const step = nextStep({ outcome, number, isProbe: false, endedAt }, { ...policy, maxAttempts }, () => random);
          if (step.trigger === 'ATTEMPT_FAILED') expect(number).toBeLessThan(maxAttempts);
          const waitMs = (step.nextAttemptAt ?? endedAt).getTime() - endedAt.getTime();
          expect(waitMs).toBeLessThanOrEqual(policy.maxDelayMs);
          expect(step.trigger === 'ATTEMPT_FAILED' || step.nextAttemptAt === null).toBe(true);
        },
      ),
    );
  });
});

describe('the next try of a settled activity', () => {
  it('is at its time, at once when it is queued again, and never once it is over', () => {
    expect(nextTry({ trigger: 'ATTEMPT_FAILED', next_attempt_at: endedAt })).toBe(endedAt);
    for (const trigger of ['ATTEMPT_FAILED', 'PROBE_FAILED', 'MISCONFIGURED'] as const) {
      expect(nextTry({ trigger, next_attempt_at: null })).toBe('NOW');
    }
    for (const trigger of ['ACCEPTED', 'ATTEMPTS_EXHAUSTED'] as const) {
      expect(nextTry({ trigger, next_attempt_at: null })).toBeNull();
    }
  });
});

describe('an outage', () => {
  it('is trouble of the whole account that may pass', () => {
    expect(isOutage(failure('TIMEOUT', 'late'))).toBe(true);
    expect(isOutage(failure('CONNECTION_FAILED', 'refused'))).toBe(true);
    expect(isOutage(failed('RETRY', { httpStatus: 503 }))).toBe(true);
    expect(isOutage(failed('RETRY', { httpStatus: 429, scope: 'RECIPIENT' }))).toBe(false);
    expect(isOutage(failed('RETRY', { httpStatus: 400 }))).toBe(false);
    expect(isOutage(failed('MISCONFIGURED', { httpStatus: 503 }))).toBe(false);
    expect(isOutage(accepted)).toBe(false);
  });
});
