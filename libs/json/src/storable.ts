const unstorable = /[\0\p{Surrogate}]/u;

/** Whether a text can be stored as it is: PostgreSQL holds neither a NUL nor half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** The text as it can be stored: without NULs, and with a replacement character for each half of a surrogate pair. */
export function storableText(text: string): string {
  return isStorable(text) ? text : text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\u{fffd}');
}
