// npm run provider:simulate [-- --port 9911]: a provider on this machine that shows what it was sent and answers as told.
/* global console, fetch, setTimeout, URLSearchParams */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { port: { type: 'string', default: '9911' } } });

const page = readFileSync(join(import.meta.dirname, 'simulate-provider.html'));
/** The page may be left open for days. */
const mostShown = 500;
const longestBody = 1_048_576;

/** The latest last. */
const received = [];
let count = 0;
/** What is told by POST /_answer: for a path or for all, for so many times or for good. The latest is used first. */
let told = [];
const watching = new Set();
const id = () => `sim-${(count += 1)}`;

/** How well known providers say that they took it, by the path that is called. */
const presets = [
  [/\/Accounts\/[^/]+\/(Messages|Calls)\.json$/, () => [201, { sid: `SM${id()}`, status: 'queued' }]],
  [
    /^\/v\d+\.\d+\/[^/]+\/messages$/,
    () => [200, { messaging_product: 'whatsapp', messages: [{ id: `wamid.${id()}` }] }],
  ],
  [/^\/v1\/projects\/([^/]+)\/messages:send$/, (m) => [200, { name: `projects/${m[1]}/messages/${id()}` }]],
  [/^\/v3\/mail\/send$/, () => [202, '', { 'x-message-id': id() }]],
  [/^\/v2\/email\/outbound-emails$/, () => [200, { MessageId: id() }]],
  [/^\/emails$/, () => [200, { id: id() }]],
  [
    /^\/sms\/\d+\/(text\/advanced|messages)$/,
    () => [200, { messages: [{ messageId: id(), status: { groupId: 1, groupName: 'PENDING' } }] }],
  ],
  [/token$/, () => [200, { access_token: `token-${id()}`, token_type: 'Bearer', expires_in: 3600 }]],
];

const usual = () => [200, { id: id() }];

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://simulator');
  const body = await bodyOf(request);
  if (body === undefined) return send(response, 413, { error: 'more than 1 MiB' });
  const own = ownPaths[`${request.method} ${url.pathname}`];
  if (own === undefined) return provider(request, url, body, response);
  // Only whoever is on this machine and looks at this page, no page of another site that knows the port.
  if (request.headers.origin !== undefined && new URL(request.headers.origin).host !== request.headers.host) {
    return send(response, 403, { error: 'not from another site' });
  }
  return own(body, response).catch((error) => send(response, 400, { error: error.message }));
});

const ownPaths = {
  'GET /': async (_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(page);
  },
  'GET /_requests': async (_, response) => send(response, 200, { data: received }),
  'DELETE /_requests': async (_, response) => {
    received.length = 0;
    tell('cleared', {});
    send(response, 204, '');
  },
  'GET /_events': async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(': here\n\n');
    watching.add(response);
    response.on('close', () => watching.delete(response));
  },
  'POST /_answer': async (body, response) => {
    const { status = 200, path = null, headers = {}, delayMs = 0, times = null, ...rest } = objectOf(body);
    if (!Number.isInteger(status) || status < 200 || status > 599)
      throw new Error('status is a number from 200 to 599');
    if (!(delayMs >= 0 && delayMs <= 600_000)) throw new Error('delayMs is a number up to 600000');
    if (times !== null && !(Number.isInteger(times) && times > 0)) throw new Error('times is a number from 1');
    told.unshift({ status, path, headers, delayMs, left: times ?? Infinity, body: rest.body ?? '' });
    send(response, 204, '');
  },
  'DELETE /_answer': async (_, response) => {
    told = [];
    send(response, 204, '');
  },
  'POST /_callback': async (body, response) => {
    const { url, headers = {}, method = 'POST', form, body: given } = objectOf(body);
    if (!/^https?:\/\//.test(url))
      throw new Error('url is where the callback goes: the callbackUrl of a dispatch config');
    const [type, text] =
      form === undefined
        ? ['application/json', typeof given === 'string' ? given : JSON.stringify(given ?? {})]
        : ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()];
    const call = { method, headers: { 'content-type': type, ...headers }, redirect: 'manual' };
    const answer = await fetch(url, method === 'GET' ? { ...call, headers } : { ...call, body: text });
    send(response, 200, { status: answer.status, body: await answer.text() });
  },
};

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'";

async function provider(request, url, body, response) {
  const next = told.find(({ path }) => path === null || path === url.pathname);
  if (next && (next.left -= 1) === 0) told = told.filter((answer) => answer !== next);
  const preset = presets.map(([path, make]) => [path.exec(url.pathname), make]).find(([match]) => match);
  const [status, content, headers = {}] = next
    ? [next.status, next.body, next.headers]
    : preset
      ? preset[1](preset[0])
      : usual();
  const entry = {
    number: (count += 1),
    at: new Date().toISOString(),
    method: request.method,
    path: request.url,
    headers: request.headers,
    body,
    answer: { status, body: typeof content === 'string' ? content : JSON.stringify(content) },
  };
  received.push(entry);
  if (received.length > mostShown) received.shift();
  tell('request', entry);
  console.log(`${entry.at.slice(11, 19)}  ${entry.method} ${entry.path}  → ${status}`);
  if (next?.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, next.delayMs));
  send(response, status, content, headers);
}

function send(response, status, content, headers = {}) {
  const [type, text] =
    typeof content === 'string' ? ['text/plain', content] : ['application/json', JSON.stringify(content)];
  const named = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const usual = text === '' || named.has('content-type') ? {} : { 'content-type': type };
  try {
    response.writeHead(status, { ...usual, ...headers }).end(status === 204 || status === 304 ? undefined : text);
  } catch (error) {
    // A header that was told and that HTTP cannot carry.
    response.writeHead(500, { 'content-type': 'text/plain' }).end(error.message);
  }
}

function tell(event, data) {
  for (const response of watching) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** @returns undefined for more than 1 MiB */
async function bodyOf(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= longestBody) chunks.push(chunk);
  }
  return length > longestBody ? undefined : Buffer.concat(chunks).toString();
}

function objectOf(body) {
  const value = JSON.parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('the body is a JSON object');
  return value;
}

const port = Number(values.port);
server.on('error', (error) => {
  console.error(`port ${values.port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => {
  const { port } = server.address();
  // To npm start, whose demo it serves and with which it ends.
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${port}` });
  console.log(`a provider at http://127.0.0.1:${port}: its page, and the baseUrl of a dispatch config

Errand calls it when it is started with
  OUTBOUND_ALLOW_CIDRS=127.0.0.1/32

What it answers from now on, or to the next so many calls, or to one path:
  curl -X POST http://127.0.0.1:${port}/_answer -d '{"status": 503, "body": {"error": "busy"}, "times": 2}'
A callback, as JSON (body) or as a form (form):
  curl -X POST http://127.0.0.1:${port}/_callback -d '{"url": "http://127.0.0.1:3000/callbacks/…", "form": {"MessageStatus": "delivered"}}'
`);
});
for (const end of ['SIGINT', 'SIGTERM', 'disconnect']) {
  process.on(end, () => {
    server.closeAllConnections();
    server.close();
  });
}
