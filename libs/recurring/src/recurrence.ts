import { Cron } from 'croner';
import { invalidField } from '@errand/errors';

/** So many occurrences ahead are looked at for two that are too close. */
const gapsChecked = 100;

/**
 * The times of a cron expression in a time zone, to the second. By croner
 * (https://croner.56k.guru/usage/pattern/), which at a change of the clocks does as Vixie’s cron does: fixed times
 * (values, lists and ranges) that the change leaves out come at the end of the gap, and what comes twice is taken the
 * first time; an expression with a wildcard or a step in its seconds, minutes or hours follows the clock, twice through
 * the hour that comes twice.
 */
export class Recurrence {
  private constructor(private readonly cron: Cron) {}

  /**
   * @param expression 5 fields (minute first), 6 (second first), or a name such as `@daily`
   * @param timezone of the IANA database
   * @throws VALIDATION_FAILED
   */
  static of(expression: string, timezone: string): Recurrence {
    if (!isTimeZone(timezone)) throw invalidField('timezone', 'must be a time zone such as America/Santiago');
    // Croner would take a date as well.
    if (!/^(@[a-z]+|\S+(\s+\S+){4,5})$/i.test(expression.trim())) {
      throw invalidField('cron_expression', 'must have 5 or 6 fields');
    }
    try {
      // By default croner takes only single values for fixed times, not `0 0,12 * * *`.
      const options = { timezone, mode: '5-or-6-parts', fixedTimeRule: 'no-wildcard', paused: true } as const;
      return new Recurrence(new Cron(expression, options));
    } catch (error) {
      throw invalidField('cron_expression', `is not valid: ${(error as Error).message}`);
    }
  }

  /** The first time after that one; null when there is none. */
  next(after: Date): Date | null {
    return this.cron.nextRun(after);
  }

  /** The first `count` times from `from` to `to`, both included, oldest first. */
  first(count: number, from: Date, to: Date): Date[] {
    const times: Date[] = [];
    let time = this.next(new Date(from.getTime() - 1));
    for (; time && time <= to && times.length < count; time = this.next(time)) times.push(time);
    return times;
  }

  /** The last `count` times from `from` to `to`, both included, oldest first. */
  last(count: number, from: Date, to: Date): Date[] {
    // Mostly there is one: to go back over `count` times would take a hundred times as long.
    const first = this.first(count + 1, from, to);
    return first.length <= count ? first : this.cron.previousRuns(count, new Date(to.getTime() + 1)).reverse();
  }

  /** The shortest time (ms) between two of the next occurrences; Infinity for one that does not come twice. */
  shortestGap(after: Date): number {
    const times = this.cron.nextRuns(gapsChecked, after).map((time) => time.getTime());
    return Math.min(...times.map((time, index) => time - (times[index - 1] ?? -Infinity)));
  }
}

function isTimeZone(name: string): boolean {
  try {
    // A name: later versions of Node take an offset such as +02:00 too.
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
