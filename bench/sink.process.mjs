// The provider of the bench: answers every POST at once with a new id. It reads HTTP itself, as much of it as our
// clients send, since on a small machine node:http would take the core that what we measure needs.
import net from 'node:net';
import { now, serve } from './rpc.mjs';

const headEnd = Buffer.from('\r\n\r\n');

/** When each Idempotency-Key came first. @type {Map<string, number>} */
let arrivals = new Map();
let received = 0;
let bodyBytes = 0;
let answered = 0;
/** @type {{ isMet: () => boolean, resolve: (value: undefined) => void }[]} */
let waiters = [];

/** @param {net.Socket} socket */
function converse(socket) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (/** @type {Buffer} */ chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let used = take(rest, socket); used > 0; used = take(rest, socket)) rest = rest.subarray(used);
  });
}

/**
 * Answers the first request in `bytes`, if it is complete.
 * @param {Buffer} bytes
 * @param {net.Socket} socket
 * @returns how many bytes it had
 */
function take(bytes, socket) {
  const headLength = bytes.indexOf(headEnd);
  if (headLength < 0) return 0;
  const head = bytes.toString('latin1', 0, headLength);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const total = headLength + headEnd.length + length;
  if (bytes.length < total) return 0;
  note(/\r\nidempotency-key: *(\S+)/i.exec(head)?.[1] ?? '', length);
  answered += 1;
  const body = `{"id":"p-${String(answered).padStart(9, '0')}"}`;
  socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  return total;
}

/**
 * @param {string} key
 * @param {number} length of the body
 */
function note(key, length) {
  received += 1;
  bodyBytes += length;
  if (!arrivals.has(key)) arrivals.set(key, now());
  if (waiters.length > 0) wake();
}

function wake() {
  const met = waiters.filter(({ isMet }) => isMet());
  if (met.length === 0) return;
  waiters = waiters.filter((waiter) => !met.includes(waiter));
  for (const { resolve } of met) resolve(undefined);
}

/** @param {() => boolean} isMet */
async function until(isMet) {
  if (!isMet()) await new Promise((resolve) => waiters.push({ isMet, resolve }));
}

const server = net.createServer(converse);
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  serve(
    {
      reset() {
        arrivals = new Map();
        received = 0;
        bodyBytes = 0;
      },
      /** Resolves once so many requests have come since the reset. */
      received: async (/** @type {number} */ count) => until(() => received >= count),
      /** When the request with this key came. */
      async arrivalOf(/** @type {string} */ key) {
        await until(() => arrivals.has(key));
        return arrivals.get(key);
      },
      /** When those with these keys came; those that have not come are left out. */
      arrivalsOf: (/** @type {string[]} */ keys) =>
        keys.map((key) => arrivals.get(key)).filter((at) => at !== undefined),
      count: () => received,
      totals() {
        const times = [...arrivals.values()];
        return {
          received,
          duplicates: received - arrivals.size,
          meanBytes: Math.round(bodyBytes / Math.max(1, received)),
          firstAt: times[0],
          lastAt: times.at(-1),
        };
      },
    },
    `http://127.0.0.1:${port}`,
  );
});
