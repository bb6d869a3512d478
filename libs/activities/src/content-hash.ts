import { hash } from 'node:crypto';

/**
 * SHA-256, in hex, of a JSON value with the keys of every object in order: two requests that say the same hash the
 * same, whatever order they say it in. `undefined` properties do not count.
 */
export function contentHash(content: unknown): string {
  return hash('sha256', orderedJson(content) ?? 'null', 'hex');
}

/** The JSON of a value with the keys of every object in order; undefined for what JSON has no word for. */
function orderedJson(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => orderedJson(item) ?? 'null').join()}]`;
  const object = value as Record<string, unknown>;
  let members = '';
  for (const key of keysInOrder(object)) {
    const member = orderedJson(object[key]);
    if (member !== undefined) members += `${members && ','}${JSON.stringify(key)}:${member}`;
  }
  return `{${members}}`;
}

/** By code unit, but whole numbers first and by size, as every object lists its own: what is stored was hashed so. */
function keysInOrder(object: Record<string, unknown>): string[] {
  const keys = Object.keys(object);
  const hasNumbers = /^\d/.test(keys[0] ?? '');
  keys.sort();
  return hasNumbers ? Object.keys(Object.fromEntries(keys.map((key) => [key, null]))) : keys;
}
