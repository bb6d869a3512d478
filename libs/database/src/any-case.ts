/**
 * SQL: whether a text column contains a pattern made by {@link containing}, its letters in any case. The collation is named,
 * since a database in the C locale, as the embedded one is, knows only the case of ASCII. It costs some 5 µs a row, so what
 * cannot match, whatever the letters beyond ASCII are, is told first by "C", in half a microsecond.
 */
export function likeInAnyCase(column: string, pattern: string): string {
  const asciiOnly = `regexp_replace(${pattern}, '[^ -~]+', '%', 'g')`;
  return `(${column} ILIKE ${asciiOnly} COLLATE "C" AND ${column} ILIKE ${pattern} COLLATE "und-x-icu")`;
}

/** Makes a text match itself in LIKE, within any text. */
export function containing(text: string): string {
  return `%${startingWith(text)}`;
}

/** Makes a text match itself in LIKE, at the beginning of any text. */
export function startingWith(text: string): string {
  return `${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
