/**
 * SQL: whether a text column contains a pattern made by {@link containing}, its letters in any case. The collation is named,
 * since a database in the C locale, as the embedded one is, knows only the case of ASCII.
 */
export function likeInAnyCase(column: string, pattern: string): string {
  return `${column} ILIKE ${pattern} COLLATE "und-x-icu"`;
}

/** Makes a text match itself in LIKE, within any text. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
