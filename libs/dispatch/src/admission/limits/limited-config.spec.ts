import { paceOf, startsBefore } from './limited-config';

const limitedTo = (maxPerSecond: number | null) => ({ tenantId: 't', id: 'c', maxPerSecond, maxConcurrent: null });

describe('a rate-limited config', () => {
  it('has a tenth of a second’s worth claimed at once, and at least one', () => {
    expect(paceOf(limitedTo(null), 100)).toBe(100);
    expect(paceOf(limitedTo(200), 100)).toBe(20);
    expect(paceOf(limitedTo(200), 7)).toBe(7);
    expect(paceOf(limitedTo(1), 100)).toBe(1);
    expect(paceOf(limitedTo(1), 0)).toBe(0);
  });

  it('has its calls start one interval apart, the last of them one before the next that is free', () => {
    expect(startsBefore(10_000, 3, 250)).toEqual([new Date(9_250), new Date(9_500), new Date(9_750)]);
    expect(startsBefore(10_000, 0, 250)).toEqual([]);
  });
});
