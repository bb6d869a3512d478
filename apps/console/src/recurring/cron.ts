import cronstrue from 'cronstrue';
import 'cronstrue/locales/es';
import type { Preferences } from '../preferences';

/** At certain times of every day: said in full, since `At 18:30` alone leaves the days open. */
const isDaily = /^\d+ [\d,]+ \* \* \*$/;

/** An expression in the words of a language: `At 09:00, Monday through Friday`. As it is where there are none for it. */
export function cronText(expression: string, language: Preferences['language']): string {
  try {
    const verbose = isDaily.test(expression);
    return cronstrue.toString(expression, { locale: language, use24HourTimeFormat: true, verbose });
  } catch {
    return expression;
  }
}

export const presets = ['daily', 'weekdays', 'minutes', 'monthly', 'expression'] as const;
type Preset = (typeof presets)[number];

/** What divides an hour evenly, so that it is as long from the last time of an hour to the first of the next. */
export const evenMinutes = ['1', '2', '5', '10', '15', '20', '30'];

/** The last day of a month, as an expression says it. */
export const lastDay = 'L';

/** When something is done, as a form asks for it; of the fields those count that the preset has. */
export interface When {
  preset: Preset;
  /** `09:00`. */
  time: string;
  /** Every so many. */
  minutes: string;
  /** Of the month; {@link lastDay}. */
  day: string;
  expression: string;
}

/** The expression of what a form asks for; empty while its time is. */
export function expressionOf({ preset, time, minutes, day, expression }: When): string {
  if (preset === 'expression') return expression.trim();
  if (preset === 'minutes') return minutes === '1' ? '* * * * *' : `*/${minutes} * * * *`;
  const [hour, minute] = time.split(':').map(Number);
  if (hour === undefined || minute === undefined) return '';
  const clock = `${minute} ${hour}`;
  if (preset === 'daily') return `${clock} * * *`;
  return preset === 'weekdays' ? `${clock} * * MON-FRI` : `${clock} ${day} * *`;
}

const usual: When = { preset: 'daily', time: '09:00', minutes: '15', day: '1', expression: '' };

/** A form that asks for an expression: by a preset where one says the same. */
export function whenOf(expression: string | undefined): When {
  if (expression === undefined) return usual;
  const when = { ...usual, expression };
  const every = /^(?:\*|\*\/(\d+)) \* \* \* \*$/.exec(expression);
  if (every && evenMinutes.includes(every[1] ?? '1')) return { ...when, preset: 'minutes', minutes: every[1] ?? '1' };
  const fixed = /^([0-5]?\d) ([01]?\d|2[0-3]) (\*|L|[1-9]|[12]\d|3[01]) \* (\*|MON-FRI|1-5)$/.exec(expression);
  if (!fixed) return { ...when, preset: 'expression' };
  const [, minute = '', hour = '', day = '', weekday = ''] = fixed;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*') return { ...when, preset: weekday === '*' ? 'daily' : 'weekdays', time };
  return weekday === '*' ? { ...when, preset: 'monthly', time, day } : { ...when, preset: 'expression' };
}
