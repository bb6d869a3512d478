const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const time = String.raw`(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)`;
/** The three forms of RFC 9110 §5.6.7, all of them in UTC: IMF-fixdate and RFC 850's, asctime's. */
const dateForms = [
  new RegExp(
    String.raw`^[a-z]+,? *(?<day>\d\d?)[ -](?<month>[a-z]{3})[ -](?<year>\d{4}|\d\d) +${time}( +(GMT|UTC))?$`,
    'i',
  ),
  new RegExp(String.raw`^[a-z]+ +(?<month>[a-z]{3}) +(?<day>\d\d?) +${time}( +(GMT|UTC))? +(?<year>\d{4})$`, 'i'),
];
/** Commas separate what several headers said, but for the one in a date, after the name of its day. */
const separator = /(?<!(?:^|,)\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*),/i;
/** No wait is longer; what may be waited at most is each caller's to say. */
const longestMs = 365 * 86_400_000;

/**
 * `Retry-After` (RFC 9110 §10.2.3: seconds or an HTTP date) as milliseconds from `now`, at most a year; null where it
 * says nothing. Fractions of seconds count, and of several values the longest wait.
 */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | null {
  if (header === undefined) return null;
  const waits = header.split(separator).flatMap((item) => waitMs(item.trim(), now) ?? []);
  return waits.length === 0 ? null : Math.min(longestMs, Math.max(0, ...waits));
}

function waitMs(text: string, now: number): number | null {
  if (/^(\d+(\.\d*)?|\.\d+)$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = httpDate(text, new Date(now).getUTCFullYear());
  return date === null ? null : date - now;
}

function httpDate(text: string, thisYear: number): number | null {
  const parts = dateForms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const month = months.indexOf(parts?.month?.toLowerCase() ?? '');
  if (parts === undefined || month < 0) return null;
  const year = fullYear(parts.year ?? '', thisYear);
  const [day = 0, hour = 0, minute = 0, second = 0] = [parts.day, parts.hour, parts.minute, parts.second].map(Number);
  const midnight = new Date(Date.UTC(year, month, day));
  // Date.UTC counts on: it makes the 30th of February the 2nd of March. 60 is a leap second.
  const isTime = midnight.getUTCDate() === day && hour < 24 && minute < 60 && second <= 60;
  return isTime ? midnight.setUTCHours(hour, minute, second) : null;
}

/** Two digits that seem to be more than 50 years ahead are of the past century (RFC 9110 §5.6.7). */
function fullYear(text: string, thisYear: number): number {
  if (text.length > 2) return Number(text);
  const year = thisYear - (thisYear % 100) + Number(text);
  return year > thisYear + 50 ? year - 100 : year;
}
