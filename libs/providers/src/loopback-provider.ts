import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface LoopbackAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** An answer, or what to do with the open response instead (never answer, break the connection). */
type Behaviour = (
  request: ReceivedRequest,
) => LoopbackAnswer | Promise<LoopbackAnswer> | ((response: ServerResponse) => void);

/** A provider's server on loopback that records what it receives and answers as told. */
export class LoopbackProvider {
  readonly received: ReceivedRequest[] = [];
  private behaviour: Behaviour = () => ({ status: 500, body: 'not told what to answer' });
  private arrivals: (() => void)[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (message, response) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => {
        const { method = '', url: path = '', headers } = message;
        void this.answer({ method, path, headers, body: Buffer.concat(chunks).toString() }, response);
      });
    });
  }

  static async start(): Promise<LoopbackProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LoopbackProvider(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Forgets what was received and answers this way from now on. */
  behave(behaviour: Behaviour): void {
    this.received.length = 0;
    this.behaviour = behaviour;
  }

  /** Resolves when the next request has been received in full. */
  arrival(): Promise<void> {
    return new Promise((resolve) => this.arrivals.push(resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: ReceivedRequest, response: ServerResponse): Promise<void> {
    this.received.push(request);
    for (const arrived of this.arrivals.splice(0)) arrived();
    const answer = await this.behaviour(request);
    if (typeof answer === 'function') return answer(response);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }
}
