import { Freshness } from './freshness';

describe('what a replica has', () => {
  it('is all until the last position of the primary that it reached', () => {
    const freshness = new Freshness(5_000);
    expect(freshness.lagMs(0, 0)).toBeUndefined();
    freshness.primaryAt(1_000, 10n);
    freshness.replayed(9n);
    expect(freshness.lagMs(1_010, 0)).toBeUndefined();
    freshness.primaryAt(2_000, 20n);
    freshness.replayed(15n);
    expect(freshness.lagMs(2_100, 0)).toBe(1_100);
    expect([freshness.has(1_000), freshness.has(1_001)]).toEqual([true, false]);
    freshness.replayed(20n);
    expect(freshness.lagMs(2_100, 0)).toBe(100);
  });

  it('is of use for what was written before that only', () => {
    const freshness = new Freshness(5_000);
    freshness.primaryAt(1_000, 10n);
    freshness.replayed(10n);
    expect(freshness.lagMs(1_100, 1_000)).toBe(100);
    expect(freshness.lagMs(1_100, 1_001)).toBeUndefined();
  });

  it('is of no use when it is too far behind, or not heard of', () => {
    const freshness = new Freshness(5_000);
    freshness.primaryAt(1_000, 10n);
    freshness.replayed(10n);
    expect(freshness.lagMs(6_000, 0)).toBe(5_000);
    expect(freshness.lagMs(6_001, 0)).toBeUndefined();
    expect(freshness.lagMs(1_100, 0)).toBe(100);
    freshness.lost();
    expect(freshness.lagMs(1_100, 0)).toBeUndefined();
  });
});
