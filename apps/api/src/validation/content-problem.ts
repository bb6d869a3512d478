import type { FieldProblem } from '@errand/errors';
import { isStorable, JsonText, LongInteger, maxDepth } from '@errand/json';

/**
 * What in parsed JSON (or a query) could be stored or read differently from what was sent: NUL and lone surrogates
 * (PostgreSQL holds neither), integers that a double rounds and numbers beyond its range, keys that pollute prototypes,
 * and nesting that is too deep. In what is kept to the letter a number may be any.
 * @param depth of the value within the request, from 1; beyond the bound nothing is looked at, so that the sender cannot
 * overflow the stack
 */
export function contentProblem(
  value: unknown,
  path: string,
  depth: number,
  isVerbatim = false,
): FieldProblem | undefined {
  const message = problemOf(value, depth, isVerbatim);
  if (message !== undefined) return { field: path || 'body', message };
  if (value instanceof JsonText) return contentProblem(JSON.parse(value.text), path, depth, true);
  if (typeof value !== 'object' || value === null) return undefined;
  // Most have nothing wrong: the paths of the parts are made on the way out of one that has.
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const problem = contentProblem(value[index], '', depth + 1, isVerbatim);
      if (problem) return within(`${path}[${index}]`, problem);
    }
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (!isStorable(key)) return { field: path || 'body', message: `has a key with ${unstorable}` };
    const problem = contentProblem((value as Record<string, unknown>)[key], '', depth + 1, isVerbatim);
    if (problem) return within(path ? `${path}.${shownName(key)}` : shownName(key), problem);
  }
  return undefined;
}

function within(place: string, { field, message }: FieldProblem): FieldProblem {
  if (field === 'body') return { field: place, message };
  return { field: field.startsWith('[') ? place + field : `${place}.${field}`, message };
}

const longestName = 100;

/** A name of the sender's as it is told: the answer must not be as long as the request. */
export function shownName(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

/** Of an integer that a double rounds. */
export const tooLong = 'must be an integer from -(2^53-1) to 2^53-1; send a longer one as text';

const unstorable = 'a NUL character or a lone surrogate';

function problemOf(value: unknown, depth: number, isVerbatim: boolean): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : `has ${unstorable}`;
  if (value instanceof LongInteger) return tooLong;
  if (typeof value === 'number')
    return isVerbatim || Number.isFinite(value) ? undefined : 'must be a number that a double can hold';
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > maxDepth) return `is nested deeper than ${maxDepth} levels`;
  if (Object.hasOwn(value, '__proto__')) return 'has the key __proto__';
  if (Object.hasOwn(value, 'constructor') && hasPrototype((value as { constructor: unknown }).constructor)) {
    return 'has the key constructor';
  }
  return undefined;
}

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}
