import { storableText } from './storable';

/** An excerpt has up to this many bytes. */
const longestExcerpt = 4_096;

/** The beginning of a text, up to 4 kB of whole characters, as it can be stored. */
export function excerptOf(text: string): string {
  const bytes = Buffer.from(storableText(text));
  if (bytes.length <= longestExcerpt) return bytes.toString();
  let end = longestExcerpt;
  // A byte of this form goes on with a character.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString();
}
