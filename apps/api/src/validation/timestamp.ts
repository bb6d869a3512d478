/** A time of day as clocks show it, with a colon before the minutes. */
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** ISO 8601 with a time and an offset: a local time would mean something else on every server. */
const isoTimestamp =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/i;

/**
 * The one way in which times come in: ISO 8601 text with an offset, of a day that exists, in the years 0001 to 9999 of
 * UTC. Beyond those ISO 8601 needs signs that few readers know, and PostgreSQL writes them in its own way.
 */
export function readTimestamp(text: string): Date | undefined {
  const [, day] = isoTimestamp.exec(text) ?? [];
  if (day === undefined || !isReal(day)) return undefined;
  const time = new Date(text.replace(',', '.').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999 ? time : undefined;
}

/** Whether a text says when: a timestamp as {@link readTimestamp} takes it, or a time of day such as 10:30. */
export function isTimestampOrTimeOfDay(text: string): boolean {
  return timeOfDay.test(text) || readTimestamp(text) !== undefined;
}

/** Date rolls 30 February over into March. */
function isReal(day: string): boolean {
  const start = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(day);
}
