import { endOfString } from './scan';

/** Deeper nesting serves nobody and overflows the stack of recursive readers, PostgreSQL's jsonb among them. */
export const maxDepth = 100;

/** Whether lists and objects are within one another more than {@link maxDepth} deep. Level by level, since whoever gave the value decides. */
export function isTooDeep(root: unknown): boolean {
  let level = [root].filter(isContainer);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((container) => (Object.values(container) as unknown[]).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Of a text of others' of which only parts are kept; to read 20,000 levels takes 6 ms. */
const deepestText = 10_000;

/** Whether a JSON text nests too deep to be read, told before that: a megabyte of brackets takes half a second. */
export function isTextTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (character === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > deepestText) return true;
    at += 1;
  }
  return false;
}
