/** How long a bucket is. Days are made of hours. */
export const STEPS = ['5m', '1h', '1d'] as const;
export type Step = (typeof STEPS)[number];
/** How long a stored bucket is. */
export type StoredStep = Exclude<Step, '1d'>;

export const stepMs: Readonly<Record<StoredStep, number>> = { '5m': 300_000, '1h': 3_600_000 };
/** How long buckets are kept. Those of 5 minutes longer than they are asked for, since hours are made of them. */
export const keptMs: Readonly<Record<StoredStep, number>> = { '5m': 50 * 3_600_000, '1h': 400 * 86_400_000 };
/** How far back buckets of 5 minutes are asked for, and what was missed is made up for. */
const fineMs = 48 * 3_600_000;
/** Of who asks for the last 48 hours, the request is under way for a while. */
const patienceMs = 600_000;

/** A time, or the beginning of the bucket in which it is. */
export function startOf(step: StoredStep, time: Date): Date {
  return new Date(Math.floor(time.getTime() / stepMs[step]) * stepMs[step]);
}

/** The end of the bucket in which a time is; a time at which one begins is the end of the one before. */
export function endOf(step: StoredStep, time: Date): Date {
  return new Date(Math.ceil(time.getTime() / stepMs[step]) * stepMs[step]);
}

/** Since when what was missed is made up for: whole hours, since a part of one would take the place of the whole. */
export function earliestMissed(now: Date): Date {
  return startOf('1h', new Date(now.getTime() - fineMs));
}

/** Whether there are buckets of 5 minutes from a time on. */
export function isFine(from: Date, now: Date): boolean {
  return from.getTime() >= now.getTime() - fineMs - patienceMs;
}

/** Where buckets begin and end that cover a time: the first edge at or before `from`, the last at or after `to`. */
export function edgesOfSteps(step: StoredStep, from: Date, to: Date): Date[] {
  const first = startOf(step, from).getTime();
  const count = Math.ceil((to.getTime() - first) / stepMs[step]);
  return Array.from({ length: count + 1 }, (_, index) => new Date(first + index * stepMs[step]));
}

const dayMs = 86_400_000;
/** The first instant of a day is no further from the midnight of its date by UTC: zones are from −12 to +14 hours. */
const farthestMs = 16 * 3_600_000;

/**
 * Where the days of a zone begin and end that cover a time, as {@link edgesOfSteps}. A day begins at its first instant, which is
 * not midnight where clocks are put on at that hour; it has 23, 24 or 25 hours, or none at all.
 * @param timezone an IANA name
 */
export function edgesOfDays(timezone: string, from: Date, to: Date): Date[] {
  const dayOf = dayReader(timezone);
  const edges: number[] = [];
  for (let day = dayOf(from.getTime()); (edges.at(-1) ?? -Infinity) < to.getTime(); day += dayMs) {
    const start = startOfDay(day, dayOf);
    if (edges.at(-1) !== start) edges.push(start);
  }
  return edges.map((edge) => new Date(edge));
}

/** The first minute that is in that day or a later one. */
function startOfDay(day: number, dayOf: (time: number) => number): number {
  let before = day - farthestMs;
  let after = day + farthestMs;
  while (after - before > 60_000) {
    const middle = before + Math.floor((after - before) / 120_000) * 60_000;
    if (dayOf(middle) >= day) after = middle;
    else before = middle;
  }
  return after;
}

/** Tells of a time the date that calendars of the zone show, as the midnight of that date by UTC. */
function dayReader(timezone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...({ timeZone: timezone, calendar: 'gregory', numberingSystem: 'latn' } as const),
    ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
  });
  return (time) => {
    const [month = 0, day = 0, year = 0] = format.format(time).split('/').map(Number);
    return Date.UTC(year, month - 1, day);
  };
}
