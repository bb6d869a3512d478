// Processes of the bench and how they talk: named questions over Node's IPC channel, one answer each.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';

const stopGraceMs = 15_000;

/** @typedef {{ id: number, name: string, args: unknown[] }} Question */
/** @typedef {{ id: number, value?: unknown, error?: string }} Answer */

/** A child process that is ready, and whose questions `serve` answers. */
export class Process {
  /**
   * Starts a module as a process and waits until it says that it is ready.
   * @param {string} module its file
   * @param {{ env?: NodeJS.ProcessEnv, execArgv?: string[], cwd?: string }} [options]
   */
  static async start(module, { env = {}, execArgv = [], cwd } = {}) {
    const child = fork(module, [], {
      env: { PATH: process.env.PATH, ...env },
      execArgv,
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const started = new Process(child);
    await Promise.race([
      started.ready,
      started.ended.then((how) => Promise.reject(new Error(`${module} ended at its start: ${how}`))),
    ]);
    return started;
  }

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.child = child;
    this.pid = child.pid ?? 0;
    /** Where it listens, if it does. */
    this.url = '';
    this.asked = 0;
    /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
    this.open = new Map();
    this.ended = once(child, 'exit').then(([code, signal]) => String(signal ?? code));
    this.ready = new Promise((resolve) => {
      child.on('message', (/** @type {any} */ message) => {
        if (message.type === 'ready') {
          this.url = message.url ?? '';
          resolve(undefined);
        } else this.answered(message);
      });
    });
    void this.ended.then((how) => {
      for (const { reject } of this.open.values()) reject(new Error(`the process ended: ${how}`));
    });
  }

  /**
   * @param {string} name
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  async ask(name, ...args) {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      this.open.set(id, { resolve, reject });
      this.child.send({ id, name, args });
    });
  }

  /** SIGTERM; SIGKILL if it has not ended after a while. */
  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const timer = setTimeout(() => this.child.kill('SIGKILL'), stopGraceMs);
    this.child.kill('SIGTERM');
    await this.ended;
    clearTimeout(timer);
  }

  /** @param {Answer} answer */
  answered({ id, value, error }) {
    const question = this.open.get(id);
    this.open.delete(id);
    if (error === undefined) question?.resolve(value);
    else question?.reject(new Error(error));
  }
}

/**
 * In the child: answers questions by these functions, says that it is ready, and ends with its parent.
 * @param {Record<string, (...args: any[]) => unknown>} answers
 * @param {string} [url] where the process listens
 */
export function serve(answers, url) {
  process.on('message', (/** @type {Question} */ { id, name, args }) => {
    void reply(id, async () => {
      const answer = answers[name];
      if (!answer) throw new Error(`no answer to ${name}`);
      return answer(...args);
    });
  });
  process.once('disconnect', () => process.exit());
  process.send?.({ type: 'ready', url });
}

/**
 * @param {number} id
 * @param {() => Promise<unknown>} work
 */
async function reply(id, work) {
  try {
    process.send?.({ id, value: await work() });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Milliseconds since 1970 with microseconds, comparable between processes of one machine. */
export const now = () => performance.timeOrigin + performance.now();
