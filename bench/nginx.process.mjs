// The provider of the bench where nginx is installed: with all that is here it takes 12 µs of a processor a call, our
// own sink 20, and what we measure needs them. nginx answers by itself and writes a line for each call to a log, some
// milliseconds of calls at once; this process only counts the lines until all have come, and reads them afterwards. So
// it answers the questions of sink.process.mjs but for when one call came: its times are nginx's, to the millisecond,
// and known a moment later.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { nginxEnv } from './nginx.mjs';
import { now, serve } from './rpc.mjs';

/** How long nginx keeps lines to itself. */
const flushMs = 5;
/** A look takes some 0.1 ms of a processor, so there are few of them until the last calls come. */
const longestWaitMs = 250;
const newline = 10;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-bench-nginx-'));
const logFile = path.join(folder, 'calls.log');
const configFile = path.join(folder, 'nginx.conf');

/** One process, as whoever runs the bench, that touches nothing outside of its folder. @param {number} port */
const config = (port) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  log_format call '$msec $content_length $http_idempotency_key';
  access_log ${logFile} call buffer=256k flush=${flushMs}ms;
  keepalive_timeout 1h;
  keepalive_requests 1000000000;
  client_header_buffer_size 8k;
  client_max_body_size 0;
  default_type application/json;
  server {
    listen 127.0.0.1:${port};
    return 200 '{"id":"p-$request_id"}';
  }
}
`;

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {number} port */
async function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** @returns {Promise<{ port: number, log: number }>} log: a descriptor of it */
async function startNginx() {
  const port = await freePort();
  fs.writeFileSync(configFile, config(port));
  const nginx = spawn('nginx', ['-p', folder, '-c', configFile], {
    env: nginxEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => {
    nginx.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit());
  nginx.once('error', (error) => {
    throw error;
  });
  nginx.once('exit', (code, signal) => {
    throw new Error(`nginx ended: ${String(signal ?? code)}`);
  });
  while (!(await accepts(port))) await delay(flushMs);
  return { port, log: fs.openSync(logFile, 'r') };
}

const { port, log } = await startNginx();
const buffer = Buffer.alloc(1 << 20);
/** How far the log has been read, and where it stood at the reset. */
let [position, since] = [0, 0];
let received = 0;

function look() {
  for (;;) {
    const length = fs.readSync(log, buffer, 0, buffer.length, position);
    if (length === 0) return;
    position += length;
    const read = buffer.subarray(0, length);
    for (let at = read.indexOf(newline); at >= 0; at = read.indexOf(newline, at + 1)) received += 1;
  }
}

/** What has come is in the log, however lately it came. */
async function lookAfterFlush() {
  await delay(4 * flushMs);
  look();
}

/** @returns {{ at: number, bytes: number, key: string }[]} the calls since the reset */
function calls() {
  const text = Buffer.alloc(position - since);
  fs.readSync(log, text, 0, text.length, since);
  return text
    .toString('latin1')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [seconds, bytes, key = ''] = line.split(' ');
      return { at: Number(seconds) * 1000, bytes: Number(bytes), key };
    });
}

serve(
  {
    async reset() {
      await lookAfterFlush();
      since = position;
      received = 0;
    },
    async received(/** @type {number} */ count) {
      look();
      let waitMs = flushMs;
      while (received < count) {
        const [at, before] = [now(), received];
        await delay(waitMs);
        look();
        const perMs = (received - before) / (now() - at);
        const halfOfTheRest = (count - received) / perMs / 2;
        waitMs = perMs === 0 ? flushMs : Math.min(longestWaitMs, Math.max(flushMs, halfOfTheRest));
      }
    },
    count() {
      look();
      return received;
    },
    async totals() {
      await lookAfterFlush();
      const all = calls();
      return {
        received,
        duplicates: received - new Set(all.map(({ key }) => key)).size,
        meanBytes: Math.round(all.reduce((sum, { bytes }) => sum + bytes, 0) / received),
        firstAt: all[0]?.at,
        lastAt: all.at(-1)?.at,
      };
    },
  },
  `http://127.0.0.1:${port}`,
);
