import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SinkRequest {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  /** As received, which is what a signature covers. */
  body: string;
  /** The body parsed, or undefined where it is not JSON. */
  json: unknown;
}

/** `drop` closes the connection without an answer; `hang` keeps it open without one. */
export type SinkAnswer = { status?: number; headers?: Record<string, string>; body?: unknown } | 'drop' | 'hang';

type Answerer = (request: SinkRequest, index: number) => SinkAnswer | Promise<SinkAnswer>;

/** A provider's server on loopback: keeps what it receives and answers as told. */
export class Sink {
  readonly requests: SinkRequest[] = [];
  private readonly queue: SinkAnswer[] = [];
  private readonly waiting = new Set<() => void>();
  private answerer: Answerer = () => ({ body: { id: randomUUID() } });

  private constructor(
    private readonly server: http.Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Sink> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const sink = new Sink(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
      void sink.handle(request, response);
    });
    return sink;
  }

  /** The next requests get these, one each, in order; after them the answerer decides again. */
  answerNext(...answers: SinkAnswer[]): void {
    this.queue.push(...answers);
  }

  /** Default: 200 with a random `id`. A promise lets the test say when the answer goes out. */
  answerWith(answerer: Answerer): void {
    this.answerer = answerer;
  }

  /** Resolves with all requests as soon as there are at least `count`. */
  async waitForRequests(count: number, timeoutMs = 10_000): Promise<SinkRequest[]> {
    const deadline = Date.now() + timeoutMs;
    while (this.requests.length < count) {
      if (!(await this.nextRequest(deadline - Date.now()))) {
        const came = this.requests.map(({ method, path, body }) => `${method} ${path} ${body.slice(0, 200)}`);
        throw new Error(`${came.length} of ${count} requests came within ${timeoutMs} ms:\n${came.join('\n')}`);
      }
    }
    return this.requests;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async nextRequest(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = () => finish(true);
      const timer = setTimeout(() => finish(false), Math.max(0, timeoutMs));
      const finish = (came: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve(came);
      };
      this.waiting.add(wake);
    });
  }

  private async handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const received: SinkRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      json: parsed(body),
    };
    const index = this.requests.push(received) - 1;
    for (const wake of [...this.waiting]) wake();
    const answer = this.queue.shift() ?? (await this.answerer(received, index));
    if (answer === 'hang') return;
    if (answer === 'drop') {
      request.socket.destroy();
      return;
    }
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers }).end(text);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
