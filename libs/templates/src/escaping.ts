import { storableText } from '@errand/json';
import { toValue } from 'liquidjs';

/** How what is inserted is written: as it is, on one line, or as HTML, XML, JSON or a part of a URL needs it. */
export type Escaping = 'none' | 'line' | 'html' | 'xml' | 'json' | 'url';

/** What an output comes to where its filters leave nothing, as `first` does of an empty list. */
export class NothingToInsert extends Error {
  override readonly name = 'NothingToInsert';
}

/**
 * Stands around what was inserted into JSON until the whole is known: a NUL, which is in no value that was written. In a
 * text of the document a value is a part of it; elsewhere it is a value.
 */
const mark = '\0';

/** What writes a value. @throws NothingToInsert, or an Error for a value that cannot be written */
export const escapes: Record<Escaping, (value: unknown) => string> = {
  none: textOf,
  line: textOf,
  html: (value) => escaped(textOf(value), '&#39;'),
  xml: (value) =>
    escaped(textOf(value).replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''), '&apos;'),
  json: (value) => mark + jsonOf(value) + mark,
  url: urlPart,
};

/** The whole of what was rendered: storable, and of the form that its place takes. */
export function finished(text: string, escaping: Escaping): string {
  const whole = storableText(escaping === 'json' ? placed(text) : text);
  return escaping === 'line' ? whole.replace(/\s*[\r\n\v\f\u{85}\u{2028}\u{2029}]+\s*/gu, ' ').trim() : whole;
}

/** Each inserted value as its place in the document takes it. */
function placed(text: string): string {
  let isInText = false;
  return text
    .split(mark)
    .map((part, index) => {
      if (index % 2 === 1) return isInText ? withinText(part) : part;
      // What is escaped neither begins nor ends a text.
      for (const [found] of part.matchAll(/\\.|"/gs)) if (found === '"') isInText = !isInText;
      return part;
    })
    .join('');
}

function withinText(json: string): string {
  return (json.startsWith('"') ? json : JSON.stringify(json)).slice(1, -1);
}

/** What was captured, as it is in the template and not as JSON has it: it is inserted yet. */
export function unplaced(captured: string): string {
  if (!captured.includes(mark)) return captured;
  const parts = captured.split(mark);
  return parts
    .map((part, index) => (index % 2 === 1 && part.startsWith('"') ? String(JSON.parse(part)) : part))
    .join('');
}

function textOf(given: unknown): string {
  const value: unknown = toValue(given);
  return typeof value === 'string' ? storableText(value) : jsonOf(value);
}

function jsonOf(given: unknown): string {
  const value: unknown = toValue(given);
  if (value === null || value === undefined) throw new NothingToInsert('there is nothing to insert');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} is not a number to insert`);
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
}

/** A part that says `..` would be another path, encoded or not. */
function urlPart(value: unknown): string {
  const text = textOf(value);
  if (text === '.' || text === '..') throw new Error(`${text} cannot be a part of a URL`);
  return encodeURIComponent(text);
}

function escaped(text: string, apostrophe: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);
}
