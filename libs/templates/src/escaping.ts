import { storableText } from '@errand/json';
import { toValue } from 'liquidjs';

/** How what is inserted is written: as it is, on one line, or as HTML, XML, JSON or a part of a URL needs it. */
export type Escaping = 'none' | 'line' | 'html' | 'xml' | 'json' | 'url';

/** What an output comes to where its filters leave nothing, as `first` does of an empty list. */
export class NothingToInsert extends Error {
  override readonly name = 'NothingToInsert';
}

/** What writes a value. @throws NothingToInsert, or an Error for a value that cannot be written */
export const escapes: Record<Escaping, (value: unknown) => string> = {
  none: textOf,
  line: textOf,
  html: (value) => escaped(textOf(value), '&#39;'),
  xml: (value) =>
    escaped(textOf(value).replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''), '&apos;'),
  json: (value) => jsonOf(value),
  url: urlPart,
};

/** The whole of what was rendered: storable, and of the form that its place takes. */
export function finished(text: string, escaping: Escaping): string {
  const whole = storableText(text);
  return escaping === 'line' ? whole.replace(/\s*[\r\n\v\f\u{85}\u{2028}\u{2029}]+\s*/gu, ' ').trim() : whole;
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
