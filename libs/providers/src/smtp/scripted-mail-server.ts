import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/**
 * What the server does at one step: a reply without its line break, or what to do with the socket. The steps are `GREETING`,
 * each command by its first word, `LOGIN` (what comes after a 334) and `MESSAGE` (the final dot).
 */
export type Step = string | ((socket: Socket) => void);

const usual: Record<string, Step> = {
  GREETING: '220 mail.example ESMTP',
  EHLO: '250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 sender ok',
  RCPT: '250 2.1.5 recipient ok',
  DATA: '354 go on',
  MESSAGE: '250 2.0.0 queued as A1',
  QUIT: '221 2.0.0 bye',
};

/** A mail server on loopback that answers each command as told, for what no well-behaved one does. */
export class ScriptedMailServer {
  /** The commands of all connections. */
  readonly commands: string[] = [];
  /** The messages, as they came. */
  readonly messages: string[] = [];
  private readonly sockets = new Set<Socket>();
  private steps = usual;
  private arrivals: [step: string, arrived: () => void][] = [];

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.talk(socket));
  }

  static async start(): Promise<ScriptedMailServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ScriptedMailServer(server);
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get connections(): number {
    return this.sockets.size;
  }

  /** Forgets what came and differs from a good server at these steps. */
  behave(steps: Record<string, Step>): void {
    this.commands.length = 0;
    this.messages.length = 0;
    this.steps = { ...usual, ...steps };
  }

  /** Resolves when the step is reached next. */
  reached(step: string): Promise<void> {
    return new Promise((resolve) => this.arrivals.push([step, resolve]));
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => this.sockets.delete(socket));
    let received = '';
    let message: string[] | undefined;
    this.take('GREETING', socket);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const lines = received.split('\r\n');
      received = lines.pop() ?? '';
      for (const line of lines) {
        if (message === undefined) {
          this.commands.push(line);
          const verb = line.split(' ', 1)[0] ?? '';
          if (verb === 'DATA') message = [];
          this.take(verb in this.steps ? verb : 'LOGIN', socket);
        } else if (line === '.') {
          this.messages.push(message.join('\r\n'));
          message = undefined;
          this.take('MESSAGE', socket);
        } else message.push(line);
      }
    });
  }

  private take(step: string, socket: Socket): void {
    const what = this.steps[step] ?? '502 5.5.2 what?';
    if (typeof what === 'function') what(socket);
    else socket.write(`${what}\r\n`);
    for (const [awaited, arrived] of this.arrivals) if (awaited === step) arrived();
    this.arrivals = this.arrivals.filter(([awaited]) => awaited !== step);
  }
}
