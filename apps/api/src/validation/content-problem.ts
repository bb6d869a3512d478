import type { FieldProblem } from '@errand/errors';
import { JsonText, LongInteger, maxDepth } from '@errand/json';

/** Text that PostgreSQL stores as it is: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/**
 * What in parsed JSON (or a query) could be stored or read differently from what was sent: NUL and lone surrogates
 * (PostgreSQL holds neither), integers that a double rounds and numbers beyond its range, keys that pollute prototypes, and nesting that is too
 * deep. In what is kept to the letter a number may be any. Walks with its own stack, since the sender decides the depth.
 * @param isApart fields of the root whose content is looked at elsewhere
 */
export function contentProblem(root: unknown, isApart: (field: string) => boolean): FieldProblem | undefined {
  const pending: Place[] = [{ value: root, path: '', depth: 1, isVerbatim: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const problem = problemOf(next);
    if (problem) return { field: next.path || 'body', message: problem };
    const { value, path, depth, isVerbatim } = next;
    if (value instanceof JsonText) {
      pending.push({ value: JSON.parse(value.text), path, depth, isVerbatim: true });
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value) as [string, unknown][]) {
      if (!isList && !isStorable(key)) return { field: path || 'body', message: `has a key with ${unstorable}` };
      if (depth === 1 && isApart(key)) continue;
      pending.push({
        value: child,
        path: isList ? `${path}[${key}]` : path ? `${path}.${key}` : key,
        depth: depth + 1,
        isVerbatim,
      });
    }
  }
  return undefined;
}

interface Place {
  value: unknown;
  path: string;
  depth: number;
  isVerbatim: boolean;
}

/** Of an integer that a double rounds. */
export const tooLong = 'must be an integer from -(2^53-1) to 2^53-1; send a longer one as text';

const unstorable = 'a NUL character or a lone surrogate';

function problemOf({ value, depth, isVerbatim }: Place): string | undefined {
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
