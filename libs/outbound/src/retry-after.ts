/** `Retry-After` (RFC 9110 §10.2.3: seconds or an HTTP date) as milliseconds from `now`, or null where there is none. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Every HTTP date begins with the name of a day; Date.parse alone would take "-5" for a year.
  const date = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
