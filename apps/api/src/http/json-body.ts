import { isUtf8 } from 'node:buffer';
import { ErrandError } from '@errand/errors';

export const bodyLimitBytes = 4 * 1024 * 1024;

/** Deeper nesting serves nobody and overflows the stack of recursive readers, PostgreSQL's jsonb among them. */
const maxDepth = 100;

/**
 * Parses a JSON request body; an empty one is `{}`. Refuses what could be stored or read differently from what was
 * sent: text that is not UTF-8, NUL and lone surrogates (PostgreSQL holds neither), keys that pollute prototypes.
 * @throws ErrandError MALFORMED_JSON or VALIDATION_FAILED
 */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw new ErrandError('MALFORMED_JSON', 'The body is not UTF-8');
  const text = body.toString().replace(/^\uFEFF/, '');
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The parser's message quotes the text, which may hold a credential; only the place is passed on.
    const place = /at position \d+( \(line \d+ column \d+\))?/.exec((error as Error).message)?.[0] ?? '';
    throw new ErrandError('MALFORMED_JSON', `The body is not valid JSON ${place}`.trimEnd());
  }
  const problem = findProblem(value, /\\u(0000|d[89a-f])/i.test(text));
  if (problem) throw new ErrandError('VALIDATION_FAILED', problem);
  return value;
}

/** Text that PostgreSQL stores as it is: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/** Walks with its own stack, since the sender decides the depth. */
function findProblem(root: unknown, checkText: boolean): string | undefined {
  const pending: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (checkText && typeof value === 'string' && !isStorable(value)) return unstorable;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maxDepth) return `The body is nested deeper than ${maxDepth} levels`;
    for (const [key, child] of Object.entries(value) as [string, unknown][]) {
      if (checkText && !isStorable(key)) return unstorable;
      if (key === '__proto__' || (key === 'constructor' && hasPrototype(child))) return `The body has the key ${key}`;
      if (typeof child === 'object' || (checkText && typeof child === 'string')) {
        pending.push({ value: child, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

const unstorable = 'The body has text with a NUL character or a lone surrogate';

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}
