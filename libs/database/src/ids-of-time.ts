/** How far the clock that made an id may be from the one that made its row's created_at. */
const skewMs = 60_000;
const lastMs = 2 ** 48 - 1;

/**
 * The bounds of the ids of rows that were created at a time: they are UUIDv7, and so begin with it. With them a list goes
 * straight to its place in the primary key, where created_at alone has it walk there.
 */
export function idsFrom(created: Date | undefined): string | undefined {
  return created && `${timeOfId(created.getTime() - skewMs)}-0000-0000-000000000000`;
}

export function idsTo(created: Date | undefined): string | undefined {
  return created && `${timeOfId(created.getTime() + skewMs)}-ffff-ffff-ffffffffffff`;
}

/** The first 48 bits of a UUIDv7, in its spelling. */
function timeOfId(ms: number): string {
  const digits = Math.min(Math.max(ms, 0), lastMs).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
