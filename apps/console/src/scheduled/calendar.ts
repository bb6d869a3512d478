import { instantsOf, localTime } from '../time-zone';

/** A day of a zone, as clocks there show it: `2026-11-26`. */
export type Day = string;

export const views = ['day', 'week', 'month'] as const;
export type View = (typeof views)[number];

const dayMs = 86_400_000;
const hourMs = 3_600_000;

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/** Whether there is such a day: `2026-02-30` is none. */
export function isDay(text: string | undefined): text is Day {
  const time = /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && dayOf(new Date(time)) === text;
}

/** The day that it is in a zone at an instant. */
export function dayAt(instant: Date, zone: string): Day {
  return localTime(instant, zone).slice(0, 10);
}

/** So many days later; earlier where that is negative. */
function daysAfter(day: Day, days: number): Day {
  return dayOf(new Date(dateOf(day).getTime() + days * dayMs));
}

/** The days that are seen at once with this one: weeks begin on Monday, those of a month are whole. */
export function daysOf(view: View, day: Day): Day[] {
  if (view === 'day') return [day];
  const first = view === 'week' ? day : `${day.slice(0, 8)}01`;
  const monday = daysAfter(first, -((dateOf(first).getUTCDay() + 6) % 7));
  const weeks = view === 'week' ? 1 : Math.ceil((daysBetween(monday, first) + daysInMonth(day)) / 7);
  return Array.from({ length: weeks * 7 }, (_, index) => daysAfter(monday, index));
}

const daysBetween = (from: Day, to: Day) => (dateOf(to).getTime() - dateOf(from).getTime()) / dayMs;

function daysInMonth(day: Day): number {
  const date = dateOf(day);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The same view before (−1) or after (1). */
export function moved(view: View, day: Day, by: -1 | 1): Day {
  if (view !== 'month') return daysAfter(day, by * (view === 'week' ? 7 : 1));
  const date = dateOf(day);
  return dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1)));
}

/** The first instant of a day: later than midnight where clocks are put forward then, the first of two midnights. */
export function startOf(day: Day, zone: string): Date {
  for (const time of ['00:00', '00:30', '01:00', '02:00']) {
    const [first] = instantsOf(`${day}T${time}`, zone);
    if (first) return first;
  }
  return startOf(daysAfter(day, 1), zone); // the zone has skipped it
}

/** From an instant until just before another. */
export interface Span {
  from: Date;
  to: Date;
}

export function spanOf(days: Day[], zone: string): Span {
  const [first = '', last = first] = [days[0], days.at(-1)];
  return { from: startOf(first, zone), to: startOf(daysAfter(last, 1), zone) };
}

/** Where a count of the hour that begins at an instant belongs: `2026-11-26T09`. */
export function hourAt(instant: Date, zone: string): string {
  return localTime(instant, zone).slice(0, 13);
}

/** The hours of days, by where they belong: none where clocks leave it out, two in a row where it comes twice. */
export function hoursOf(days: Day[], zone: string): Map<string, Span> {
  const { from, to } = spanOf(days, zone);
  const hours = new Map<string, Span>();
  for (let at = Math.floor(from.getTime() / hourMs) * hourMs; at < to.getTime(); at += hourMs) {
    const key = hourAt(new Date(at), zone);
    hours.set(key, { from: hours.get(key)?.from ?? new Date(at), to: new Date(at + hourMs) });
  }
  return hours;
}
