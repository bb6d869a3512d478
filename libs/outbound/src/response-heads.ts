import type { Socket } from 'node:net';

/** What is read of an answer's head: 64 kB, whether or not the names and the line breaks are counted in. */
export const maxHeadBytes = 65_536 + 1_024;

const statusLine = 'HTTP/1.1 200'.length;
const digit = (bytes: Buffer, at: number) => bytes.readUInt8(at) - 48;
const statusOf = (head: Buffer) => digit(head, 9) * 100 + digit(head, 10) * 10 + digit(head, 11);

/**
 * Stands between a socket and undici, which ends the connection at a `100 Continue` that it did not ask for, although a
 * client must take any 1xx (RFC 9110 §15.2): takes 1xx answers out of what is read, and tells an error of the socket the
 * `status` that the answer began with, since undici knows it only once the whole head is read. Nothing but the first
 * bytes after a request is looked at.
 */
export function guardHeads(socket: Socket): void {
  const read = socket.read.bind(socket) as (size?: number) => Buffer | null;
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let isHeadNext = false;
  let status: number | undefined;
  let held: Buffer | null = null;

  socket.write = (chunk: unknown, encoding?: unknown, callback?: unknown) => {
    isHeadNext = true;
    status = undefined;
    return write(chunk, encoding, callback);
  };
  socket.read = (size?: number) => {
    const chunk = read(size);
    if (!isHeadNext || chunk === null) return chunk;
    let head: Buffer = held === null ? chunk : Buffer.concat([held, chunk]);
    held = null;
    for (;;) {
      if (head.length < statusLine && isHttp(head)) break;
      const isInformational = head.length >= statusLine && digit(head, 9) === 1 && isHttp(head);
      const end = isInformational ? head.indexOf('\r\n\r\n') : -1;
      if (isInformational && end < 0 && head.length <= maxHeadBytes) break;
      if (end < 0) {
        isHeadNext = false;
        if (head.length >= statusLine && isHttp(head)) status = statusOf(head);
        return head;
      }
      head = head.subarray(end + 4);
    }
    if (head.length > 0) held = head;
    return null;
  };
  socket.on('error', (error) => {
    if (status !== undefined) Object.assign(error, { status });
  });
}

/** Whether it is, or may yet become, an answer of HTTP/1. */
function isHttp(head: Buffer): boolean {
  return 'HTTP/1.'.startsWith(head.toString('latin1', 0, 'HTTP/1.'.length));
}
