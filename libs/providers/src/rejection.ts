import { storableText } from '@errand/json';
import { firstAt, parsedJson } from './json-places';
import { redactedStart } from './redact';

/** Where providers say in words why they refuse, most telling first. */
const reasonPlaces = [
  ['message'],
  ['error', 'message'],
  ['error_description'],
  ['error'],
  ['detail'],
  ['title'],
  ['errors', '0', 'message'],
  ['errors', '0', 'detail'],
  ['errors', '0'],
] as const;

const codePlaces = [['code'], ['error', 'code']] as const;

/** HTML, or JSON without content. */
const saysNothing = /^(<|(\{\s*\}|\[\s*\]|null|"")?\s*$)/;

/** A reason is kept up to this many characters; the whole answer is in the attempt's response body. */
const LONGEST_REASON = 200;
/** The reason is looked for this far, as an answer can be megabytes. */
const LONGEST_READ = 4_096;

/**
 * What a provider's refusal says of itself: its reason as one line without credentials, and its own code. Both null
 * where it says nothing; a page of HTML is written for browsers and says nothing either.
 */
export function readRejection(
  body: string,
  credentials: Record<string, unknown>,
): { reason: string | null; code: string | null } {
  const text = body.trimStart();
  if (saysNothing.test(text)) return { reason: null, code: null };
  const document = parsedJson(text);
  return {
    reason: reasonOf(firstAt(document, reasonPlaces) ?? text, credentials),
    code: firstAt(document, codePlaces) ?? null,
  };
}

function reasonOf(text: string, credentials: Record<string, unknown>): string | null {
  const line = redactedStart(storableText(text), LONGEST_READ, credentials)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length <= LONGEST_REASON) return line || null;
  // The cut can halve a surrogate pair.
  return `${line.slice(0, LONGEST_REASON - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
