import type { Socket } from 'node:net';

/** What is read of an answer's head: 64 kB, whether or not the names and the line breaks are counted in. */
export const maxHeadBytes = 65_536 + 1_024;

/** A request, which is told the status of its answer (200 to 999) as soon as that has come. */
export interface HeadReader {
  statusSeen(status: number): void;
}

const startLength = 'HTTP/1.1 200 '.length;
const startOfHead = /^HTTP\/1\.\d (\d{3})(?!\d)/;
const [lineFeed, carriageReturn] = [10, 13];

let announced: HeadReader | undefined;

/**
 * The next write on a guarded socket is that of this reader's request: undici announces a request right before it writes
 * it, in the same turn, and writes no other on that socket until the answer is whole.
 */
export function announceRequest(reader: HeadReader): void {
  announced = reader;
}

/**
 * Stands between a socket and undici, which tells the status of an answer only once its whole head is read, and ends the
 * connection at a `100 Continue` that it did not ask for, although a client must take any 1xx (RFC 9110 §15.2). Tells the
 * reader of each request the status of its answer, and takes 1xx answers out of what is read. Nothing but the first bytes
 * after a request is looked at.
 */
export function guardHeads(socket: Socket): void {
  const read = socket.read.bind(socket) as (size?: number) => Buffer | null;
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  /** Of the request whose answer has not begun. */
  let reader: HeadReader | undefined;
  let held: Buffer | undefined;

  socket.write = (chunk: unknown, encoding?: unknown, callback?: unknown) => {
    reader = announced ?? reader;
    announced = undefined;
    return write(chunk, encoding, callback);
  };
  socket.read = (size?: number) => {
    const chunk = read(size);
    if (reader === undefined || chunk === null) return chunk;
    let head = held === undefined ? chunk : Buffer.concat([held, chunk]);
    held = undefined;
    for (;;) {
      head = withoutBlankLines(head);
      const start = head.toString('latin1', 0, startLength);
      const status = Number(startOfHead.exec(start)?.[1]);
      const isInformational = status >= 100 && status < 200;
      const end = isInformational ? head.indexOf('\r\n\r\n') : -1;
      if (isInformational ? end < 0 && head.length <= maxHeadBytes : Number.isNaN(status) && isBeginning(start)) break;
      if (end < 0) {
        if (status >= 200) reader.statusSeen(status);
        reader = undefined;
        return head;
      }
      head = head.subarray(end + 4);
    }
    held = head;
    return null;
  };
}

/** Whether what has come may yet become the start of an answer of HTTP/1. */
function isBeginning(start: string): boolean {
  return start.length < startLength && 'HTTP/1.'.startsWith(start.slice(0, 'HTTP/1.'.length));
}

/** Some servers end a body with a line break that its length does not count. */
function withoutBlankLines(head: Buffer): Buffer {
  let from = 0;
  while (head[from] === lineFeed || head[from] === carriageReturn) from += 1;
  return from === 0 ? head : head.subarray(from);
}
