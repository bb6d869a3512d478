import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type * as Client from '../../clients/typescript/src/index.js';

const root = path.join(__dirname, '../..');

export interface InstalledClient {
  /** A folder whose programs find the package by its name. */
  folder: string;
  /** What a CommonJS program gets. */
  module: typeof Client;
  remove(): void;
}

/** Builds the TypeScript client and puts it where `npm install` would. */
export function installClient(): InstalledClient {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-client-'));
  const target = path.join(folder, 'node_modules/@errand/client');
  fs.mkdirSync(target, { recursive: true });
  fs.copyFileSync(path.join(root, 'clients/typescript/package.json'), path.join(target, 'package.json'));
  run(path.join(root, 'clients/typescript/scripts/build.mjs'), [path.join(target, 'dist')]);
  const module = createRequire(path.join(folder, 'program.cjs'))('@errand/client') as typeof Client;
  return { folder, module, remove: () => fs.rmSync(folder, { recursive: true }) };
}

/** Runs a file in a Node of its own. @returns what it printed */
export function run(
  file: string,
  args: string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): string {
  const { env, cwd } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    ...(cwd && { cwd }),
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${path.basename(file)} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
