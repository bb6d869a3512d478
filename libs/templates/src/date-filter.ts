/**
 * The filter `date`, since that of Liquid goes by the clock and by the time zone and the language of the process:
 * `{{ scheduledAt | date: "%d/%m/%Y %H:%M", "America/Bogota", "es" }}`.
 * @param given ISO 8601, or seconds since 1970. Without a zone of its own it is taken as it stands; anything else is
 *   returned as it is, as Liquid does
 * @param format of strftime: a A b B c C d D e F h H I j k l L m M n p P r R s S t T u w x X y Y z Z %; `-` before a letter
 *   drops its zeros, `^` makes it upper case, `:` in `%:z` adds the colon
 * @param zone an IANA name, or minutes west of UTC; UTC unless told
 * @param locale of the names, such as `es-CO`; English unless told
 * @throws Error for now and today, as every attempt must send the same, and for a zone or locale that is none
 */
export function formatDate(given: unknown, format: unknown, zone: unknown, locale: unknown): unknown {
  if (isClock(given))
    throw new Error(`the time of sending (${given}) cannot be inserted: every attempt sends the same`);
  const read = readTime(given);
  if (read === null) return given;
  const place = typeof zone === 'number' || (typeof zone === 'string' && zone !== '') ? zone : 'UTC';
  const offsetMs = (at: number) => offsetOf(place, at);
  const local = read.isLocal ? read.ms : read.ms + offsetMs(read.ms);
  const offset = read.isLocal ? offsetMs(read.ms - offsetMs(read.ms)) : local - read.ms;
  const time: Time = {
    date: new Date(local),
    offset,
    zone: String(place),
    locale: typeof locale === 'string' && locale !== '' ? locale : 'en-US',
  };
  if (Number.isNaN(time.date.getTime())) return given;
  return strftime(typeof format === 'string' ? format : '%Y-%m-%d %H:%M', time);
}

/** What Liquid takes for the time of rendering. */
export function isClock(value: unknown): value is string {
  return value === 'now' || value === 'today';
}

interface Time {
  /** Its UTC fields are those of the place. */
  date: Date;
  /** Of the place, in milliseconds east of UTC. */
  offset: number;
  zone: string;
  locale: string;
}

const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(?:\.\d+|\d*)\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

function readTime(given: unknown): { ms: number; isLocal: boolean } | null {
  if (typeof given === 'number') return Number.isFinite(given) ? { ms: given * 1000, isLocal: false } : null;
  if (typeof given !== 'string') return null;
  if (/^\d{1,12}$/.test(given)) return { ms: Number(given) * 1000, isLocal: false };
  const [, day, time = '00:00', zone] = iso.exec(given.trim()) ?? [];
  if (day === undefined) return null;
  const colon = zone?.replace(/(\d\d)(\d\d)$/, '$1:$2').toUpperCase();
  const ms = Date.parse(`${day}T${time}${colon ?? 'Z'}`);
  return Number.isNaN(ms) ? null : { ms, isLocal: zone === undefined };
}

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Of time zones and languages; to make one takes some 50 µs. */
const remembered = 500;

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  if (formatters.size >= remembered) formatters.clear();
  formatters.set(key, made);
  return made;
}

const fields: Intl.DateTimeFormatOptions = {
  ...{ hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric' },
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
};

function offsetOf(zone: string | number, ms: number): number {
  if (zone === 'UTC') return 0;
  if (typeof zone === 'number') return -zone * 60_000;
  if (Number.isNaN(new Date(ms).getTime())) return Number.NaN;
  const parts = zoned(zone, ms);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(ms / 1000) * 1000;
}

function zoned(zone: string, ms: number): Intl.DateTimeFormatPart[] {
  try {
    return formatter('en-US', { ...fields, timeZone: zone }).formatToParts(ms);
  } catch {
    throw new Error(`there is no time zone ${zone}`);
  }
}

function named({ date, locale }: Time, options: Intl.DateTimeFormatOptions): string {
  try {
    return formatter(locale, { ...options, timeZone: 'UTC' }).format(date);
  } catch {
    throw new Error(`there is no locale ${locale}`);
  }
}

const pad = (value: number, width = 2, by = '0') => String(value).padStart(width, by);
const dayOfYear = (date: Date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
const hourOf12 = ({ date }: Time) => date.getUTCHours() % 12 || 12;
const halfOfDay = ({ date }: Time) => (date.getUTCHours() < 12 ? 'AM' : 'PM');

function zoneText({ offset }: Time, colon: string): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${colon}${pad(minutes % 60)}`;
}

const codes: Record<string, (time: Time) => string> = {
  a: (time) => named(time, { weekday: 'short' }),
  A: (time) => named(time, { weekday: 'long' }),
  b: (time) => named(time, { month: 'short' }),
  B: (time) => named(time, { month: 'long' }),
  c: (time) => strftime('%a %b %e %H:%M:%S %Y', time),
  C: ({ date }) => pad(Math.floor(date.getUTCFullYear() / 100)),
  d: ({ date }) => pad(date.getUTCDate()),
  D: (time) => strftime('%m/%d/%y', time),
  e: ({ date }) => pad(date.getUTCDate(), 2, ' '),
  F: (time) => strftime('%Y-%m-%d', time),
  h: (time) => named(time, { month: 'short' }),
  H: ({ date }) => pad(date.getUTCHours()),
  I: (time) => pad(hourOf12(time)),
  j: ({ date }) => pad(dayOfYear(date), 3),
  k: ({ date }) => pad(date.getUTCHours(), 2, ' '),
  l: (time) => pad(hourOf12(time), 2, ' '),
  L: ({ date }) => pad(date.getUTCMilliseconds(), 3),
  m: ({ date }) => pad(date.getUTCMonth() + 1),
  M: ({ date }) => pad(date.getUTCMinutes()),
  n: () => '\n',
  p: halfOfDay,
  P: (time) => halfOfDay(time).toLowerCase(),
  r: (time) => strftime('%I:%M:%S %p', time),
  R: (time) => strftime('%H:%M', time),
  s: ({ date, offset }) => String(Math.floor((date.getTime() - offset) / 1000)),
  S: ({ date }) => pad(date.getUTCSeconds()),
  t: () => '\t',
  T: (time) => strftime('%H:%M:%S', time),
  u: ({ date }) => String(date.getUTCDay() || 7),
  w: ({ date }) => String(date.getUTCDay()),
  x: (time) => strftime('%m/%d/%y', time),
  X: (time) => strftime('%H:%M:%S', time),
  y: ({ date }) => pad(date.getUTCFullYear() % 100),
  Y: ({ date }) => String(date.getUTCFullYear()),
  z: (time) => zoneText(time, ''),
  Z: ({ zone }) => zone,
  '%': () => '%',
};

function strftime(format: string, time: Time): string {
  return format.replace(/%([-^:]*)([a-zA-Z%])/g, (whole, flags: string, letter: string) => {
    const code = codes[letter];
    if (!code) return whole;
    const text = letter === 'z' && flags.includes(':') ? zoneText(time, ':') : code(time);
    const short = flags.includes('-') ? text.replace(/^[0 ]+(?=.)/, '') : text;
    return flags.includes('^') ? short.toUpperCase() : short;
  });
}
