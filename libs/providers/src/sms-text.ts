import { SegmentedMessage } from 'sms-segments-calculator';

/** How an SMS is cut and paid. */
export interface Segments {
  /** One character outside GSM-7 makes the whole message UCS-2: 70 or 67 characters a part in place of 160 or 153. */
  encoding: 'GSM-7' | 'UCS-2';
  count: number;
  /** The characters that are not GSM-7, each once. */
  nonGsm: string[];
}

/** Of a text as it is sent, see {@link smsText}. */
export function segmentsOf(text: string): Segments {
  const message = new SegmentedMessage(text);
  const nonGsm = [...new Set(message.getNonGsmCharacters())];
  return { encoding: nonGsm.length === 0 ? 'GSM-7' : 'UCS-2', count: message.segmentsCount, nonGsm };
}

/**
 * What a rendered text is sent as. Typographic signs, which double the price of a message and which nobody misses,
 * become plain ones. `transliterate` also takes the marks off letters that GSM-7 lacks: it has é, ñ, ü, but not á, í, ó, ú.
 * What has no likeness there (other scripts, emoji) stays.
 */
export function smsText(rendered: string, { transliterate }: { transliterate: boolean }): string {
  // A letter and its mark may be two characters: GSM-7 has them as one or not at all.
  const plain = rendered.normalize('NFC').replace(typographic, (sign) => plainSigns.get(sign) ?? '');
  return transliterate ? withoutMarks(plain) : plain;
}

/** By the plain text, the signs that become it. */
const signs: readonly (readonly [string, string])[] = [
  ["'", '‘’‚‛′´`ʹʻʼʽ'],
  ['"', '“”„‟″«»'],
  ['<', '‹'],
  ['>', '›'],
  ['-', '‐‑‒–—―−•'],
  ['...', '…'],
  ['/', '⁄'],
  // No-break, en, em and other spaces; the tab.
  [' ', '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t'],
  ['\n', '\u0085\u2028\u2029'],
  // Seen by nobody: soft hyphen, zero-width space, word joiner, byte order mark. The zero-width joiner makes emoji.
  ['', '\u00ad\u200b\u2060\ufeff'],
];
const plainSigns = new Map(signs.flatMap(([plain, of]) => [...of].map((sign) => [sign, plain])));
const typographic = new RegExp(`[${[...plainSigns.keys()].join('')}]`, 'gu');

/** Letters that are no others with a mark. */
const alike = new Map(Object.entries({ đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', ħ: 'h', Ħ: 'H', ı: 'i', ł: 'l', Ł: 'L' }))
  .set('œ', 'oe')
  .set('Œ', 'OE')
  .set('þ', 'th')
  .set('Þ', 'TH')
  .set('ẞ', 'SS');

function withoutMarks(text: string): string {
  let plain = text;
  for (const character of segmentsOf(text).nonGsm.filter((character) => /^\p{L}\p{M}*$/u.test(character))) {
    const bare = alike.get(character) ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
    if (segmentsOf(bare).encoding === 'GSM-7') plain = plain.replaceAll(character, bare);
  }
  return plain;
}
