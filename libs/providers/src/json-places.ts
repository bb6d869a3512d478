import { isTextTooDeep, LongInteger, readJson } from '@errand/json';

/** Finds single values in a provider's JSON by the places where providers usually put them. */

/** Characters of an answer in which something is looked for: to read a megabyte of numbers takes a fifth of a second. */
const longestRead = 262_144;

/**
 * @param longest in characters; a callback, whose bytes are limited when it comes in, may be of any length
 * @returns undefined for a text that is no JSON, longer or nested deeper than 10,000 levels.
 */
export function parsedJson(text: string, longest = longestRead): unknown {
  if (text.length > longest || isTextTooDeep(text)) return undefined;
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

/** The first of the places, each a path of members, that holds a number or a text that is not blank; as text. */
export function firstAt(document: unknown, places: readonly (readonly string[])[]): string | undefined {
  for (const place of places) {
    const text = textOf(valueAt(document, place));
    if (text !== null) return text;
  }
  return undefined;
}

/** What the path of members leads to; undefined where it leads nowhere. */
export function valueAt(document: unknown, place: readonly string[]): unknown {
  let value = document;
  for (const step of place) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  }
  return value;
}

/** Ids and codes are often numbers; blanks and what no double holds to the last digit are none. */
export function textOf(value: unknown): string | null {
  if (value instanceof LongInteger) return value.digits;
  // The integers beyond 2^53 that are left were written as 1e20 or 12345678901234567890.0.
  if (typeof value === 'number') return Number.isSafeInteger(Math.trunc(value)) ? String(value) : null;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
