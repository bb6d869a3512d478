import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { TextDecoder } from 'node:util';

const newline = 0x0a;
/** What a file may begin with, and the encoding that this tells. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The text of a file, part by part, without its byte order mark.
 * @param encoding a label of the Encoding Standard, such as windows-1252; without, UTF-8 or what the file’s mark says
 * @param onBytes told of each part that was read
 * @throws Error that names line and byte when the file is in another encoding
 */
export async function* readText(
  file: string,
  encoding: string | undefined,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding ?? (await markedEncoding(file)), { fatal: true });
  const place = new Place();
  for await (const chunk of fs.createReadStream(file) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    if (decoder.encoding === 'utf-8') place.check(chunk);
    yield decoded(decoder, chunk);
  }
  if (decoder.encoding === 'utf-8') place.end();
  yield decoded(decoder);
}

/** Each part as of a stream: only so Node reads windows-1252 by its table, and not as ISO 8859-1. */
function decoded(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new Error(`the file is not ${decoder.encoding}; name its encoding with --encoding`);
  }
}

async function markedEncoding(file: string): Promise<string> {
  const handle = await fs.promises.open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(3), 0, 3);
    return marks.find(({ bytes }) => bytes.every((byte, index) => buffer[index] === byte))?.encoding ?? 'utf-8';
  } finally {
    await handle.close();
  }
}

/** Where in a file one is, to say where it stops being UTF-8. */
class Place {
  private line = 1;
  private offset = 0;
  /** The beginning of a character whose rest is in the next part. */
  private begun: Buffer = Buffer.alloc(0);

  check(chunk: Buffer): void {
    const bytes = Buffer.concat([this.begun, chunk]);
    const whole = bytes.length - unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) this.refuse(bytes);
    for (let at = bytes.indexOf(newline); at >= 0 && at < whole; at = bytes.indexOf(newline, at + 1)) this.line += 1;
    this.offset += whole;
    this.begun = bytes.subarray(whole);
  }

  end(): void {
    if (this.begun.length > 0) this.refuse(this.begun);
  }

  private refuse(bytes: Buffer): never {
    let at = 0;
    let line = this.line;
    for (let length = characterAt(bytes, at); length > 0; length = characterAt(bytes, at)) {
      if (bytes[at] === newline) line += 1;
      at += length;
    }
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase();
    throw new Error(
      `line ${line}: byte ${this.offset + at + 1} of the file (0x${byte}) is not UTF-8; ` +
        'save it as UTF-8, or say what it is, such as --encoding windows-1252',
    );
  }
}

/** How many bytes the character at a place has; 0 when there is none. */
function characterAt(bytes: Buffer, at: number): number {
  if (at >= bytes.length) return 0;
  return [1, 2, 3, 4].find((length) => at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) ?? 0;
}

/** How many bytes at the end may be the beginning of a character. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
