import { createHash } from 'node:crypto';

/**
 * SHA-256, in hex, of a JSON value with the keys of every object in order: two requests that say the same hash the
 * same, whatever order they say it in. `undefined` properties do not count.
 */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(content)) ?? 'null')
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, ordered(member)]),
  );
}
