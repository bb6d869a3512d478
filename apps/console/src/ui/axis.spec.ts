import { fitting, topOf } from './axis';

describe('the axis of a chart', () => {
  it.each([
    [0, 1],
    [1, 2],
    [4, 5],
    [5, 6],
    [38, 40],
    [40, 50],
    [78, 80],
    [100, 150],
    [1204, 1500],
  ])('ends above a bar of %d at the label %d', (highest, top) => {
    expect(topOf(highest)).toBe(top);
  });

  it('has no label that is wider than what is left at its end', () => {
    expect(fitting([0, 5, 10, 95, 98], 10, 0, 100)).toEqual([null, 5, 10, 95, null]);
  });
});
