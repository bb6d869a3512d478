import net from 'node:net';

/** A provider that says, byte by byte, whatever a test wants, once it has received a request in full. */
export class RawProvider {
  requests = 0;
  private readonly sockets = new Set<net.Socket>();

  private constructor(
    private readonly server: net.Server,
    readonly url: string,
  ) {}

  /** @param answer gets the request's body too */
  static async start(answer: (socket: net.Socket, body: string) => void): Promise<RawProvider> {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const provider = new RawProvider(server, `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`);
    server.on('connection', (socket) => provider.receive(socket, answer));
    return provider;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private receive(socket: net.Socket, answer: (socket: net.Socket, body: string) => void): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => this.sockets.delete(socket));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? NaN);
      const [, body] = received.split('\r\n\r\n');
      if (body === undefined || body.length < length) return;
      received = '';
      this.requests += 1;
      answer(socket, Buffer.from(body, 'latin1').toString());
    });
  }
}
