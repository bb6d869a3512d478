import { decodings, type Decoded } from './decodings';

const REDACTED = '[redacted]';

/** Shorter values protect nothing, and blotting them out would riddle harmless text. */
const SHORTEST = 4;
/** A part of base64 that is shorter is found in harmless text. */
const SHORTEST_BASE64 = 6;
/** Lines of PEM have 64 characters. */
const SHORTEST_LINE = 32;
/** A longer one is known by its beginning: to search for that takes time in proportion to the text. */
const LONGEST_SEARCHED = 200;
/** So many characters may its beginning take, escaped: `&#x1f511;` has 9 for 2. */
const LONGEST_BEGINNING = 4_096;

/** One way to write a credential, but for the escapes that a document has around it. */
interface Form {
  beginning: string;
  length: number;
  isBase64: boolean;
}

/** Credentials are opened once per config version, so the list is made once for thousands of calls. */
const formsOf = new WeakMap<object, Form[]>();

/** What was made of credentials, by the credentials: the ones used last, as tokens come and go. */
const derivedOf = new WeakMap<object, Map<string, Form[]>>();
const longestDerived = 16;

/**
 * From now on the secret is blotted out wherever the credentials are: a token that they bought, a key that is a part of
 * one of them.
 */
export function addDerivedSecret(credentials: Record<string, unknown>, secret: string): void {
  const derived = derivedOf.get(credentials) ?? new Map<string, Form[]>();
  derivedOf.set(credentials, derived);
  const known = derived.get(secret) ?? formsOfValue(secret);
  derived.delete(secret);
  derived.set(secret, known);
  const [oldest] = derived.keys();
  if (derived.size > longestDerived && oldest !== undefined) derived.delete(oldest);
}

/**
 * The text without any of the credential values: as they are, in hex or base64 (also within a longer text, as in Basic
 * authentication or a whole document), and each of these as JSON, a URL, a form or HTML may escape any of its characters.
 */
export function redactText(text: string, credentials: Record<string, unknown>, mark = REDACTED): string {
  return blotted(text, placesOf(text, credentials), mark);
}

/**
 * The same for the first `length` characters of a text, of which no more are left: a credential that begins in them and
 * ends beyond is blotted out too. What follows them is not shown, however much shorter the marks make them.
 */
export function redactedStart(text: string, length: number, credentials: Record<string, unknown>): string {
  const places = placesOf(text.slice(0, length + LONGEST_BEGINNING), credentials);
  const begun = places.filter(({ start }) => start < length);
  const end = Math.max(length, begun.at(-1)?.end ?? 0);
  return blotted(text.slice(0, end), begun, REDACTED).slice(0, length);
}

function blotted(text: string, places: Place[], mark: string): string {
  if (places.length === 0) return text;
  let redacted = '';
  let done = 0;
  for (const { start, end } of places) {
    redacted += text.slice(done, start) + mark;
    done = end;
  }
  return redacted + text.slice(done);
}

/** Whether {@link redactText} would find something. */
export function hasCredential(text: string, credentials: Record<string, unknown>): boolean {
  return placesOf(text, credentials).length > 0;
}

interface Place {
  start: number;
  end: number;
}

/** Where credentials stand, in order; those that overlap are one: one that contains another must not leave its rest behind. */
function placesOf(text: string, credentials: Record<string, unknown>): Place[] {
  const found = decodings(text).flatMap((decoded) => forms(credentials).flatMap((form) => search(decoded, form)));
  const places: Place[] = [];
  for (const place of found.sort((a, b) => a.start - b.start)) {
    const last = places.at(-1);
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end);
    else places.push(place);
  }
  return places;
}

function search({ text, offsetOf }: Decoded, { beginning, length, isBase64 }: Form): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(beginning); at >= 0;) {
    let [start, end] = [at, Math.min(at + length, text.length)];
    if (isBase64) {
      // A character on either side has some bits of it.
      if (start > 0 && isOfBase64(text.charAt(start - 1))) start -= 1;
      while (end < text.length && end < at + length + 3 && isOfBase64(text.charAt(end))) end += 1;
    }
    places.push({ start: offsetOf(start), end: offsetOf(end) });
    at = text.indexOf(beginning, Math.max(at + 1, at + length));
  }
  return places;
}

function isOfBase64(character: string): boolean {
  return /[\w+/=-]/.test(character);
}

function forms(credentials: Record<string, unknown>): Form[] {
  let known = formsOf.get(credentials);
  if (known === undefined) {
    known = strings(credentials)
      .flatMap((value) => [value, ...linesIn(value)])
      .flatMap(formsOfValue);
    formsOf.set(credentials, known);
  }
  const derived = derivedOf.get(credentials);
  return derived ? known.concat(...derived.values()) : known;
}

/** Of a key in several lines, also within JSON, each tells a part of it. */
function linesIn(value: string): string[] {
  const lines = value.split(/\r?\n|\\n/);
  return lines.length === 1 ? [] : lines.filter((line) => line.length >= SHORTEST_LINE);
}

function formsOfValue(value: string): Form[] {
  if (value.length < SHORTEST) return [];
  const coded = [...new Set(writings(value))].flatMap((writing) => {
    const bytes = Buffer.from(writing);
    const hex = bytes.toString('hex');
    const base64 = [0, 1, 2].flatMap((before) => base64Within(bytes, before));
    return [...[hex, hex.toUpperCase()].map((text) => form(text, false)), ...base64.map((text) => form(text, true))];
  });
  // Text that is stored and shown has no half of a surrogate pair; a credential may.
  const plain = new Set([value, Buffer.from(value).toString()]);
  return [...[...plain].map((text) => form(text, false)), ...coded];
}

/** How a text may stand in a document that is then coded as a whole. */
function writings(value: string): string[] {
  const whole = Buffer.from(value).toString();
  const json = JSON.stringify(whole).slice(1, -1);
  return [whole, json, encodeURIComponent(whole), new URLSearchParams({ v: whole }).toString().slice(2)];
}

function form(text: string, isBase64: boolean): Form {
  return { beginning: text.slice(0, LONGEST_SEARCHED), length: text.length, isBase64 };
}

/** What base64 has of the bytes alone where `before` bytes of a group of three stand before them, in both alphabets. */
function base64Within(bytes: Buffer, before: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const own = whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  // With its padding the whole of a short one tells enough.
  const standard = own.length >= SHORTEST_BASE64 ? own : before === 0 ? whole : '';
  return standard === '' ? [] : [standard, standard.replaceAll('+', '-').replaceAll('/', '_')];
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
