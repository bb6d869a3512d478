import { CronDate } from 'croner';
import { Recurrence } from './recurrence';

/**
 * What a change of the clocks does to a time. `moved`: it stands for local times that are left out. `skipped`: the local
 * times before it that are left out do not come. `first_of_two`, `both_of_two`: its local time comes twice, and is
 * taken once or both times.
 */
export const CLOCK_CHANGES = ['moved', 'skipped', 'first_of_two', 'both_of_two'] as const;
export type ClockChange = (typeof CLOCK_CHANGES)[number];

/** So many of the local times that a change leaves out are told. */
const mostLeftOut = 10;
const dayMs = 86_400_000;

/** A time at which a recurring action occurs, as people see it. */
export interface ToldTime {
  at: Date;
  /** What clocks show then, with the offset: `2026-09-06T01:00:00-03:00`. */
  localTime: string;
  clockChange: ClockChange | null;
  /** Local times that were asked for and do not exist: `2026-09-06T00:00:00`, at most 10. */
  leftOut: string[];
}

/**
 * The first `count` times from `from` to `to`, with what changes of the clocks do to them. That is found by going beside
 * them through the times of the same expression where clocks never change.
 * @throws VALIDATION_FAILED
 */
export function tellTimes(
  { cron_expression, timezone }: { cron_expression: string; timezone: string },
  { from, to, count }: { from: Date; to: Date; count: number },
): ToldTime[] {
  const recurrence = Recurrence.of(cron_expression, timezone);
  const asked = Recurrence.of(cron_expression, 'UTC');
  const clock = new LocalClock(timezone);
  // What is left out before the first time comes at the end of the gap, which may be `from`.
  let told = clock.shownAt(new Date(from.getTime() - 1));
  return recurrence.first(count, from, to).map((at) => {
    const shown = clock.shownAt(at);
    const leftOut: string[] = [];
    let next = asked.next(told);
    for (; next && next < shown && leftOut.length < mostLeftOut; next = asked.next(next)) {
      if (clock.timesOf(next).length === 0) leftOut.push(textOf(next));
    }
    // After the clocks went back, what was told already comes again.
    if (shown > told) told = shown;
    const isAsked = asked.next(new Date(shown.getTime() - 1))?.getTime() === shown.getTime();
    const [, second] = clock.timesOf(shown);
    const ofTwo = second && (recurrence.first(1, second, second).length > 0 ? 'both_of_two' : 'first_of_two');
    const clockChange = leftOut.length > 0 ? (isAsked ? 'skipped' : 'moved') : (ofTwo ?? null);
    return { at, localTime: textOf(shown) + offsetText(shown, at), clockChange, leftOut };
  });
}

/** The clocks of a time zone. What they show is a date of which the UTC fields are those of the place. */
class LocalClock {
  constructor(private readonly timezone: string) {}

  shownAt(at: Date): Date {
    const { year, month, day, hour, minute, second, ms } = new CronDate(at, this.timezone);
    const shown = new Date(0);
    shown.setUTCFullYear(year, month, day);
    shown.setUTCHours(hour, minute, second, ms);
    return shown;
  }

  /** When they show it, earliest first: once, twice, or never. */
  timesOf(shown: Date): Date[] {
    // No clock is more than a day away from UTC, nor changed twice within two.
    const offsets = [-dayMs, dayMs].map((away) => {
      const near = new Date(shown.getTime() + away);
      return this.shownAt(near).getTime() - near.getTime();
    });
    const times = [...new Set(offsets)].map((offset) => new Date(shown.getTime() - offset));
    return times
      .filter((time) => this.shownAt(time).getTime() === shown.getTime())
      .sort((one, other) => one.getTime() - other.getTime());
  }
}

function textOf(shown: Date): string {
  return shown.toISOString().slice(0, 19);
}

/** With seconds where the offset has some, as in the days before time zones. */
function offsetText(shown: Date, at: Date): string {
  const ms = shown.getTime() - at.getTime();
  const text = new Date(Math.abs(ms)).toISOString().slice(11, 19);
  return `${ms < 0 ? '-' : '+'}${text.endsWith(':00') ? text.slice(0, 5) : text}`;
}
