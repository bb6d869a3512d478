import type { FieldProblem } from '@errand/errors';
import { JsonText, LongInteger, maxDepth } from '@errand/json';

/** Text that PostgreSQL stores as it is: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/**
 * What in parsed JSON (or a query) could be stored or read differently from what was sent: NUL and lone surrogates
 * (PostgreSQL holds neither), integers that a double rounds and numbers beyond its range, keys that pollute prototypes, and nesting that is too
 * deep. In what is kept to the letter a number may be any. Walks with its own stack, since the sender decides the depth;
 * and makes a path only for what is refused, since the sender decides the number of values too.
 * @param isApart fields of the root whose content is looked at elsewhere
 */
export function contentProblem(root: unknown, isApart: (field: string) => boolean): FieldProblem | undefined {
  const problem = problemOf(root, 1, false);
  if (problem !== undefined) return { field: 'body', message: problem };
  const pending: Place[] = [];
  if (isContainer(root)) pending.push({ value: root, parent: undefined, key: '', depth: 1, isVerbatim: false });
  for (let place = pending.pop(); place; place = pending.pop()) {
    const { value: container, depth } = place;
    const isList = Array.isArray(container);
    for (const key of Object.keys(container)) {
      if (!isList && !isStorable(key)) return { field: pathOf(place), message: `has a key with ${unstorable}` };
      if (depth === 1 && isApart(key)) continue;
      const member = (container as Record<string, unknown>)[key];
      const isText = member instanceof JsonText;
      const value: unknown = isText ? JSON.parse(member.text) : member;
      const isVerbatim = isText || place.isVerbatim;
      const problem = problemOf(value, depth + 1, isVerbatim);
      if (problem !== undefined) return { field: pathOf(place, key), message: problem };
      if (isContainer(value)) pending.push({ value, parent: place, key, depth: depth + 1, isVerbatim });
    }
  }
  return undefined;
}

/** A list or an object, and where it stands. */
interface Place {
  value: object;
  parent: Place | undefined;
  key: string;
  depth: number;
  isVerbatim: boolean;
}

/** `items[3].name`; of the root, which has no name, `body`. */
function pathOf(place: Place, member?: string): string {
  const steps: string[] = [];
  let below = member;
  for (let at: Place | undefined = place; at; at = at.parent) {
    if (below !== undefined) steps.push(Array.isArray(at.value) ? `[${below}]` : `.${below}`);
    below = at.key;
  }
  return steps.reverse().join('').replace(/^\./, '') || 'body';
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
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
