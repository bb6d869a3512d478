import { bounds, percentile } from './histogram';

/** Counts by part. */
const histogram = (counts: Record<number, number>) =>
  Array.from({ length: bounds.length + 1 }, (_, part) => counts[part] ?? 0);

describe('a percentile', () => {
  it('is spread evenly within a part', () => {
    expect(percentile(histogram({ 5: 10 }), 0.5)).toBe(150); // 100 to 200 ms
    expect(percentile(histogram({ 0: 1 }), 1)).toBe(5);
    expect(percentile(histogram({ 0: 90, 9: 10 }), 0.95)).toBe(3500); // half of the 10 between 2 and 5 s
    expect(percentile(histogram({ 0: 90, 9: 10 }), 0.9)).toBe(5);
  });

  it('is the last bound at most', () => {
    expect(percentile(histogram({ 13: 3 }), 0.5)).toBe(60_000);
    expect(percentile(histogram({ 12: 1, 13: 3 }), 0.99)).toBe(60_000);
  });

  it('is none without attempts', () => {
    expect(percentile(histogram({}), 0.5)).toBeNull();
  });
});
