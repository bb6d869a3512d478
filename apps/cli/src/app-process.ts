import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import path from 'node:path';
import type { ReadyMessage } from '@errand/telemetry';

const firstRestartMs = 500;
const longestRestartMs = 30_000;
/** A process that ran this long gets its first restart at once again. */
const healthyAfterMs = 60_000;

/** The compiled start of one of our applications. */
export function mainOf(app: 'api' | 'dispatcher'): string {
  // Compiled, this file is dist/apps/cli/src/app-process.js.
  return path.join(__dirname, '../..', app, 'src/main.js');
}

interface Program {
  /** As messages name it. */
  name: string;
  /** A script for Node that says by `{type: 'ready', url}` where it listens. */
  main: string;
  args?: string[];
  /** Whether what it writes is left out. */
  isQuiet?: boolean;
}

/** A program as a child process, started again when it ends by itself. */
export class AppProcess {
  private child: ChildProcess | undefined;
  private restartTimer: NodeJS.Timeout | undefined;
  private restartDelayMs = firstRestartMs;
  private stopping = false;

  constructor(
    private readonly program: Program,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /**
   * @returns the URL it listens on
   * @throws Error when it ends before it listens
   */
  async start(): Promise<string> {
    const child = this.spawn();
    return new Promise((resolve, reject) => {
      child.on('message', (message) => {
        if (!isReady(message)) return;
        const readyAt = Date.now();
        child.once('exit', () => this.restart(Date.now() - readyAt));
        resolve(message.url);
      });
      child.once('exit', (code, signal) =>
        reject(new Error(`the ${this.program.name} ended (${signal ?? code}) at its start`)),
      );
    });
  }

  /** Tells the process something, while it runs. */
  send(message: object): void {
    if (this.child?.connected) this.child.send(message);
  }

  /** SIGTERM, and SIGKILL when it has not ended after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restartTimer);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  }

  private spawn(): ChildProcess {
    const { main, args = [], isQuiet = false } = this.program;
    // A group of its own: Ctrl-C reaches the supervisor alone, which stops everything in the right order.
    const stdio: StdioOptions = ['ignore', isQuiet ? 'ignore' : 'inherit', 'inherit', 'ipc'];
    this.child = fork(main, args, { env: this.env, detached: true, stdio });
    return this.child;
  }

  private restart(ranMs: number): void {
    if (this.stopping) return;
    if (ranMs > healthyAfterMs) this.restartDelayMs = firstRestartMs;
    process.stderr.write(
      `errand: the ${this.program.name} has ended; starting it again in ${this.restartDelayMs} ms\n`,
    );
    this.restartTimer = setTimeout(() => void this.start().catch(() => this.restart(0)), this.restartDelayMs);
    this.restartDelayMs = Math.min(this.restartDelayMs * 2, longestRestartMs);
  }
}

function isReady(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
