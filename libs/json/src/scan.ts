/** Finds where the parts of a JSON text end. The text must be valid; a text that is not ends with its last character. */

const [quote, backslash] = ['"', '\\'];

/** Behind the closing quote of the string that starts at `start`. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf(quote, start + 1); end >= 0; end = text.indexOf(quote, end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === backslash) escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}

const behindScalar = /[,\]} \n\r\t]/g;

/** Behind the number, true, false or null that starts at `start`. */
export function endOfScalar(text: string, start: number): number {
  behindScalar.lastIndex = start;
  return behindScalar.test(text) ? behindScalar.lastIndex - 1 : text.length;
}

/** Behind the value that starts at `start`, which is no blank. */
export function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length;) {
    const character = text.charAt(at);
    if (character === quote) at = endOfString(text, at);
    else if (character === '{' || character === '[') [depth, at] = [depth + 1, at + 1];
    else if (character === '}' || character === ']') [depth, at] = [depth - 1, at + 1];
    else if (depth === 0) return endOfScalar(text, at);
    else at += 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** The first character that is no blank, at or behind `start`. */
export function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \n\r\t'.includes(text.charAt(at))) at += 1;
  return at;
}
