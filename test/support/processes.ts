import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ReadyMessage } from '@errand/telemetry';
import { testEnvironment } from './settings';

export interface TestProcess {
  /** Where it listens. */
  url: string;
  pid: number;
  /** Sends the signal and resolves with how the process ended. */
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Everything it has written so far. */
  output(): string;
  child: ChildProcess;
}

const running = new Set<TestProcess>();

/**
 * A built application as a process of its own, ready when this resolves. For tests that kill.
 * @param execArgv options of Node.js itself
 */
export async function startProcess(
  name: 'api' | 'dispatcher',
  databaseUrl: string,
  env: Record<string, string> = {},
  execArgv: string[] = [],
): Promise<TestProcess> {
  const main = path.join(__dirname, `../../dist/apps/${name}/src/main.js`);
  const child = fork(main, [], {
    env: { PATH: process.env.PATH, ...testEnvironment(databaseUrl), LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv,
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (written += String(chunk)));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as ReadyMessage).url));
    void ended.then(() => reject(new Error(`the ${name} ended before it was ready:\n${written}`)));
  });
  const started: TestProcess = {
    url,
    pid: child.pid ?? 0,
    kill: async (signal) => {
      child.kill(signal);
      return ended;
    },
    output: () => written,
    child,
  };
  running.add(started);
  void ended.then(() => running.delete(started));
  return started;
}

/** For afterEach: a test that failed half-way leaves nothing running. */
export async function killRemainingProcesses(): Promise<void> {
  await Promise.all([...running].map((process) => process.kill('SIGKILL')));
}
