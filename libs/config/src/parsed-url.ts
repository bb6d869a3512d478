/**
 * A URL by the URL standard, or undefined. In place of `URL.canParse`, which on Node 20 and 22 refuses every text with a
 * letter such as `ü` once it has been called some thousand times: V8 then hands it Latin-1 where UTF-8 is expected.
 */
export function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
