/** Counts are whole, and so is what stands at their axis. */
export const wholeSteps = [1, 2, 5]
  .flatMap((one) => Array.from({ length: 8 }, (_, power) => one * 10 ** power))
  .sort((one, other) => one - other);

/** Where the axis of a chart ends whose highest bar is this high: at a label, above it. */
export function topOf(highest: number): number {
  const step = wholeSteps.find((one) => highest / one <= 4) ?? Math.max(highest, 1);
  return (Math.floor(highest / step) + 1) * step;
}

/** Those places whose label, so many units wide, fits between the ends of the axis; null in place of the others. */
export function fitting(places: number[], width: number, from: number, to: number): (number | null)[] {
  return places.map((place) => (place - width / 2 >= from && place + width / 2 <= to ? place : null));
}
