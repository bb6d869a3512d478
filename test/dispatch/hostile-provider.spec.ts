import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { RawProvider } from '../support/raw-provider';
import { type Actor, Scenario } from '../support/scenario';

const head = (status: string, ...headers: string[]) => [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');

/** Writes a byte every 50 ms for ever, so that no pause between two of them is long. */
function drip(socket: Socket, start: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.write(' '), 50);
  socket.once('close', () => clearInterval(timer));
}

interface Behaviour {
  name: string;
  answer: (socket: Socket) => void;
  end: { status: 'FAILED' | 'DISPATCHED'; code: string | null; httpStatus: number | null };
  /** The provider's id that is kept. */
  id?: string;
  /** What is kept of the answer. */
  shown?: string;
}

const accepted = (httpStatus: number) => ({ status: 'DISPATCHED', code: null, httpStatus }) as const;
const json = '{"id":"p-7"}';
const whole = (body: string | Buffer, ...headers: string[]) =>
  Buffer.concat([Buffer.from(head('201 Created', ...headers, `content-length: ${body.length}`)), Buffer.from(body)]);

const behaviours: Behaviour[] = [
  { name: 'never answers', answer: () => {}, end: { status: 'FAILED', code: 'TIMEOUT', httpStatus: null } },
  {
    name: 'drips an endless header',
    answer: (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx-slow: '),
    end: { status: 'FAILED', code: 'TIMEOUT', httpStatus: null },
  },
  {
    name: 'drips an endless body',
    answer: (socket) => drip(socket, head('200 OK', 'content-length: 100000')),
    end: accepted(200),
  },
  {
    name: 'says all there is to say and never ends it',
    answer: (socket) => socket.write(head('201 Created', 'content-length: 500') + json),
    end: accepted(201),
    id: 'p-7',
  },
  {
    name: 'never ends a refusal',
    answer: (socket) => socket.write(head('400 Bad Request', 'content-length: 500') + '{"error":"no"}'),
    end: { status: 'FAILED', code: 'PROVIDER_REJECTED', httpStatus: 400 },
  },
  {
    name: 'says first that it goes on',
    answer: (socket) => {
      socket.write(head('100 Continue'));
      socket.write(head('103 Early Hints', 'link: </a>'));
      socket.write(whole(json));
    },
    end: accepted(201),
    id: 'p-7',
  },
  {
    name: 'says so in one breath',
    answer: (socket) => socket.write(head('100 Continue') + whole(json).toString()),
    end: accepted(201),
    id: 'p-7',
  },
  {
    name: 'has headers of 60 kB',
    answer: (socket) => socket.write(whole(json, `x-trace: ${'t'.repeat(60_000)}`)),
    end: accepted(201),
    id: 'p-7',
  },
  {
    name: 'has headers that nobody reads to the end',
    answer: (socket) => socket.write(whole(json, `x-trace: ${'t'.repeat(200_000)}`)),
    end: accepted(201),
  },
  {
    name: 'breaks off within its chunks',
    answer: (socket) => socket.end(head('200 OK', 'transfer-encoding: chunked') + 'ff\r\n{"id":'),
    end: accepted(200),
  },
  {
    name: 'compresses',
    answer: (socket) => socket.write(whole(gzipSync(json), 'content-encoding: gzip')),
    end: accepted(201),
    id: 'p-7',
  },
  {
    name: 'compresses to more than is read',
    answer: (socket) => socket.write(whole(gzipSync(Buffer.alloc(5_000_000)), 'content-encoding: gzip')),
    end: accepted(201),
  },
  {
    name: 'begins with a byte order mark',
    answer: (socket) => socket.write(whole(Buffer.from(`\ufeff${json}`))),
    end: accepted(201),
    id: 'p-7',
  },
  {
    name: 'writes another encoding than UTF-8',
    answer: (socket) => socket.write(whole(Buffer.from('{"id":"Ñ-7"}', 'latin1'))),
    end: accepted(201),
    shown: 'not UTF-8: {"id":"\\xd1-7"}',
  },
  {
    name: 'writes UTF-16 without saying so',
    answer: (socket) => socket.write(whole(Buffer.from('{"n":7}', 'utf16le'))),
    end: accepted(201),
    shown: String.raw`not UTF-8: {\x00"\x00n\x00"\x00:\x007\x00}\x00`,
  },
  {
    name: 'resets the connection',
    answer: (socket) => socket.resetAndDestroy(),
    end: { status: 'FAILED', code: 'CONNECTION_LOST', httpStatus: null },
  },
  {
    name: 'answers garbage',
    answer: (socket) => socket.end('\0\u0001 this is not HTTP at all \r\n\r\n'),
    end: { status: 'FAILED', code: 'CONNECTION_LOST', httpStatus: null },
  },
  {
    name: 'says 201 and dies before the body is complete',
    answer: (socket) => socket.end(head('201 Created', 'content-length: 500') + '{"id":'),
    end: accepted(201),
  },
  {
    name: 'announces a huge body',
    answer: (socket) => socket.write(head('200 OK', 'content-length: 99999999999')),
    end: { status: 'DISPATCHED', code: null, httpStatus: 200 },
  },
  {
    name: 'sends a body without end',
    answer: (socket) => {
      socket.write(head('200 OK', 'connection: close'));
      const flood = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 'x')));
      };
      socket.on('drain', flood);
      flood();
    },
    end: { status: 'DISPATCHED', code: null, httpStatus: 200 },
  },
  {
    name: 'is too busy, and says for how long',
    answer: (socket) => socket.end(head('429 Too Many Requests', 'retry-after: 1', 'content-length: 0')),
    end: { status: 'FAILED', code: 'PROVIDER_REJECTED', httpStatus: 429 },
  },
  {
    name: 'accepts with a body that is no JSON',
    answer: (socket) => socket.end(head('202 Accepted', 'content-length: 5') + '\0\ud800<x'),
    end: { status: 'DISPATCHED', code: null, httpStatus: 202 },
  },
];

describe('a provider that', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(1, { breakerFailureThreshold: 1000 });
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
  });

  it.each(behaviours)(
    '$name brings its activity to a documented end',
    async ({ answer, end, id: providerId, shown }) => {
      const provider = await RawProvider.start(answer);
      try {
        const retry = { maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 100 };
        await actor.yom({ baseUrl: provider.url, timeoutMs: 400, retry });
        const { id } = await actor.create();
        const { lastError, providerActivityId } = await actor.untilStatus(id, end.status);
        expect(lastError?.code ?? null).toBe(end.code);
        expect(providerActivityId).toBe(providerId ?? null);
        const attempts = await actor.attempts(id);
        const expected = { errorCode: end.code, httpStatus: end.httpStatus };
        expect(attempts).toMatchObject(end.status === 'FAILED' ? [expected, expected] : [expected]);
        expect(provider.requests).toBe(attempts.length);
        if (shown !== undefined) expect(attempts).toMatchObject([{ responseBody: shown }]);
      } finally {
        await provider.close();
      }
    },
  );

  it('fails slowly without end counts as down', async () => {
    const provider = await RawProvider.start((socket) => drip(socket, head('503 Busy', 'content-length: 100000')));
    const sensitive = await Scenario.start(1, { breakerFailureThreshold: 2, breakerProbeBaseMs: 60_000 });
    try {
      const actor = await sensitive.tenant();
      const retry = { maxAttempts: 50, baseDelayMs: 1, maxDelayMs: 5 };
      await actor.yom({ baseUrl: provider.url, timeoutMs: 100, retry });
      const { id } = await actor.create();
      await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_DOWN');
    } finally {
      await sensitive.close();
      await provider.close();
    }
  });
});
