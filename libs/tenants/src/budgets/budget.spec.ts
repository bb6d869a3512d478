import { type Allowance, freeAt, intervalMsOf } from './allowance';
import { Budget } from './budget';

const rate: Allowance = { quota: 100, windowMs: 1_000, burst: 200, comesBack: 'STEADILY' };
const startMs = Date.parse('2026-01-01T00:00:00Z');

/** A budget of one process that leases from nobody else. */
function budgetOf(allowance: Allowance) {
  const time = { now: startMs };
  const asked: number[] = [];
  let untilMs = 0;
  const budget = new Budget(
    allowance,
    async (wanted, now) => {
      asked.push(wanted);
      const granted = Math.min(wanted, freeAt(now, allowance, { sinceMs: now, untilMs }));
      untilMs = Math.max(untilMs, now) + granted * intervalMsOf(allowance);
      return { granted, spent: { sinceMs: now, untilMs } };
    },
    () => time.now,
  );
  const use = (count: number) => Promise.all(Array.from({ length: count }, () => budget.use()));
  return { budget, asked, time, use };
}

describe('a budget', () => {
  it('leases what comes in a tenth of a second, and for all who wait at once', async () => {
    const { asked, use } = budgetOf(rate);
    expect(await use(1)).toEqual([true]);
    await use(9);
    expect(asked).toEqual([10]);
    expect(await use(100)).not.toContain(false);
    expect(asked).toEqual([10, 10, 90]);
  });

  it('asks nobody once all is spent, until something has come back', async () => {
    const { budget, asked, time, use } = budgetOf({ ...rate, quota: 5, burst: 10 });
    expect((await use(50)).filter(Boolean)).toHaveLength(10);
    const before = asked.length;
    expect(budget.isSpent()).toBe(true);
    expect(await use(50)).not.toContain(true);
    expect(asked).toHaveLength(before);
    expect(budget.standing).toEqual({ remaining: 0, resetSeconds: 1, retryAfterSeconds: 1 });
    time.now += 190;
    expect(await use(1)).toEqual([false]);
    time.now += 10;
    expect(await use(2)).toEqual([true, false]);
  });

  it('does not keep for long what comes back anyway', async () => {
    const { asked, time, use } = budgetOf(rate);
    await use(1);
    time.now += 1_000;
    await use(1);
    expect(asked).toEqual([10, 10]);
  });

  it('is asked again after a lease that failed', async () => {
    let fails = true;
    const budget = new Budget(
      rate,
      async (wanted, now) => {
        if (fails) throw new Error('away');
        return { granted: wanted, spent: { sinceMs: now, untilMs: now } };
      },
      () => startMs,
    );
    await expect(budget.use()).rejects.toThrow('away');
    fails = false;
    expect(await budget.use()).toBe(true);
  });
});
