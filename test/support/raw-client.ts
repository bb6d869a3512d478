import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** A client that sends bytes as they are, and keeps what comes back. */
export class RawClient {
  private received = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1').on('data', (text: string) => (this.received += text));
    socket.on('error', () => undefined); // a refused client may be cut off
  }

  static async connect(url: string): Promise<RawClient> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const client = new RawClient(socket);
    await once(socket, 'connect');
    return client;
  }

  /** Resolves when the bytes have left this process. */
  async send(bytes: string | Buffer): Promise<void> {
    await new Promise((resolve) => this.socket.write(bytes, resolve));
  }

  /** Resolves with the answer once the whole of it is there; what Node’s `100 Continue` says is passed over. */
  async answer(): Promise<RawAnswer> {
    for (;;) {
      const answer = this.read();
      if (answer) return answer;
      if (this.socket.destroyed) throw new Error(`closed without an answer: ${this.received}`);
      await Promise.race([once(this.socket, 'data'), once(this.socket, 'close')]);
    }
  }

  /** Resolves when the server asks for the body that it was told to expect. */
  async askedForBody(): Promise<void> {
    while (!this.received.startsWith('HTTP/1.1 100 Continue')) await once(this.socket, 'data');
  }

  /** Resolves when the server, too, has ended. */
  async closed(): Promise<void> {
    if (!this.socket.destroyed) await once(this.socket, 'close');
  }

  get isClosed(): boolean {
    return this.socket.readableEnded || this.socket.destroyed;
  }

  get text(): string {
    return this.received;
  }

  /** Says that nothing more will come, and still listens. */
  end(): void {
    this.socket.end();
  }

  reset(): void {
    this.socket.resetAndDestroy();
  }

  destroy(): void {
    this.socket.destroy();
  }

  private read(): RawAnswer | undefined {
    const text = this.received.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const [first = '', ...lines] = text.slice(0, end).split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
    );
    const length = Number(headers['content-length'] ?? 0);
    // What follows is the next answer.
    const body = text.slice(end + 4, end + 4 + length);
    if (body.length < length) return undefined;
    return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(body || '{}') as Record<string, unknown> };
  }
}
