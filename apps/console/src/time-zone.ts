const dayMs = 86_400_000;

/**
 * The instants at which clocks of a zone show a local time: one; none when they are put forward over it; two when they are
 * put back to it.
 * @param local `2026-11-28T09:30`, as a datetime-local field has it
 * @param zone IANA
 */
export function instantsOf(local: string, zone: string): Date[] {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return [];
  // The offset is that of the day before or of the day after, whatever happens between.
  const offsets = new Set([asUtc - dayMs, asUtc + dayMs].map((at) => offsetMs(new Date(at), zone)));
  return [...offsets]
    .map((offset) => new Date(asUtc - offset))
    .filter((instant) => localTime(instant, zone) === local.slice(0, 16))
    .sort((one, other) => one.getTime() - other.getTime());
}

/** What clocks of a zone show at an instant, to the minute: `2026-11-28T09:30`. */
export function localTime(instant: Date, zone: string): string {
  return new Date(instant.getTime() + offsetMs(instant, zone)).toISOString().slice(0, 16);
}

/** How far a zone's clocks are ahead of UTC. */
function offsetMs(instant: Date, zone: string): number {
  const parts = formatOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: that takes 50 times as long as to use it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  formats.set(zone, format);
  return format;
}
