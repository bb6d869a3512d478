import { isUtf8 } from 'node:buffer';
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';

/** Nobody compresses more often than once; each time may cost as much as the cap allows. */
const mostCodings = 2;
/** What is shown of bytes that are no text. */
const longestShown = 20_000;

type Decode = (bytes: Buffer, maxOutputLength: number) => Buffer;

// Flushing instead of finishing gives what there is of a body that was cut.
const flushed = (maxOutputLength: number): ZlibOptions => ({ maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
const gunzip: Decode = (bytes, max) => gunzipSync(bytes, flushed(max));
const inflate: Decode = (bytes, max) =>
  // Half the servers that say deflate leave the zlib header out.
  hasZlibHeader(bytes) ? inflateSync(bytes, flushed(max)) : inflateRawSync(bytes, flushed(max));
const unbrotli: Decode = (bytes, maxOutputLength) =>
  brotliDecompressSync(bytes, { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH });

const decoders = new Map<string, Decode>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', unbrotli],
]);

/**
 * The body of an answer as text: decompressed if it came compressed although nobody asked for that, without a byte order
 * mark. Bytes that are no UTF-8 are shown as `not UTF-8: ` and their ASCII, every other byte as `\xNN`, which no reader
 * takes for JSON; so are those whose coding is unknown, or not what the server says it is.
 * @param codings the header `content-encoding`
 * @returns null when it is larger than `maxBytes` once decompressed
 */
export function textOfBody(chunks: readonly Buffer[], codings: string | undefined, maxBytes: number): string | null {
  const [first] = chunks;
  if (first === undefined) return '';
  const received = chunks.length > 1 ? Buffer.concat(chunks) : first;
  const bytes = codings === undefined ? received : decoded(received, codings, maxBytes);
  if (bytes === null) return null;
  const text = bytes.toString();
  // NUL is in every other byte of UTF-16, in no JSON, and in nothing that PostgreSQL keeps.
  if (text.includes('\0') || (text.includes('\ufffd') && !isUtf8(bytes))) return shown(bytes);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function decoded(received: Buffer, codings: string, maxBytes: number): Buffer | null {
  const names = codings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > mostCodings) return received;
  let bytes = received;
  try {
    // The last named was applied last.
    for (const name of names.reverse()) bytes = decoders.get(name)?.(bytes, maxBytes) ?? bytes;
    return bytes;
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? null : received;
  }
}

function hasZlibHeader(bytes: Buffer): boolean {
  return bytes.length > 1 && (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

function shown(bytes: Buffer): string {
  const ascii = bytes.subarray(0, longestShown).toString('latin1');
  const escape = (char: string) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `not UTF-8: ${ascii.replace(/[^\t\n\r\x20-\x7e]/g, escape)}`;
}
