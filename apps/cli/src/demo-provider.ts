import path from 'node:path';
import { AppProcess } from './app-process';
import { readSecret, writeSecret } from './data-dir';

export interface DemoProvider {
  /** `http://127.0.0.1:49152`; its page shows what it was sent. */
  url: string;
  /** The environment in which the processes may call it, and nothing else on this machine. */
  allowedIn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
}

// Compiled, this file is dist/apps/cli/src/demo-provider.js.
const main = path.join(__dirname, '../../../../scripts/simulate-provider.mjs');
const portFile = 'demo-provider-port';
const killAfterMs = 2_000;

/** The simulated provider, at the port that it had before, so that what still goes to it arrives; else at another. */
export async function startDemoProvider(dataDir: string, cleanups: (() => Promise<void>)[]): Promise<DemoProvider> {
  const kept = readSecret(dataDir, portFile) ?? '0';
  const url = await startAt(kept, cleanups).catch(() => startAt('0', cleanups));
  const { port } = new URL(url);
  if (port !== kept) writeSecret(dataDir, portFile, port);
  const own = `127.0.0.1/32:${port}`;
  return {
    url,
    allowedIn: ({ OUTBOUND_ALLOW_CIDRS: others }) => ({ OUTBOUND_ALLOW_CIDRS: others ? `${others},${own}` : own }),
  };
}

async function startAt(port: string, cleanups: (() => Promise<void>)[]): Promise<string> {
  const program = { name: 'simulated provider', main, args: ['--port', port], isQuiet: true };
  const simulator = new AppProcess(program, process.env);
  const url = await simulator.start();
  cleanups.push(() => simulator.stop(killAfterMs));
  return url;
}
