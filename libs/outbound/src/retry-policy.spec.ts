import fc from 'fast-check';
import { retryDelayMs } from './retry-policy';

const policy = { maxAttempts: 3, baseDelayMs: 1000, maxDelayMs: 5000 };

describe('the wait before the next attempt', () => {
  it('doubles its ceiling with each attempt, up to the maximum', () => {
    const almostOne = () => 1 - Number.EPSILON;
    expect([1, 2, 3, 4, 30].map((attempt) => retryDelayMs(policy, attempt, null, almostOne))).toEqual([
      1000, 2000, 4000, 5000, 5000,
    ]);
  });

  it('is never negative and never above the maximum', () => {
    const delays = fc.record({ maxAttempts: fc.nat(), baseDelayMs: fc.nat(1e7), maxDelayMs: fc.nat(1e8) });
    fc.assert(
      fc.property(
        delays,
        fc.integer({ min: 1, max: 1000 }),
        fc.option(fc.nat()),
        fc.noBias(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (some, attempt, retryAfter, random) => {
          const delay = retryDelayMs(some, attempt, retryAfter, () => random);
          return delay >= 0 && delay <= some.maxDelayMs;
        },
      ),
    );
  });

  it('is what the provider asked for, capped', () => {
    expect(retryDelayMs(policy, 1, 3000, Math.random)).toBe(3000);
    expect(retryDelayMs(policy, 1, 60_000, Math.random)).toBe(5000);
  });
});
