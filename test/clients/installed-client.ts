import { execFile, type ExecFileOptions } from 'node:child_process';
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

/** What compiling or running a program may take while the machine does much else, at worst. */
export const runMs = 100_000;
/** For the tests' hook that installs the client and starts an api. */
export const installMs = runMs + 60_000;

/** Builds the TypeScript client and puts it where `npm install` would. */
export async function installClient(): Promise<InstalledClient> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-client-'));
  const target = path.join(folder, 'node_modules/@errand/client');
  fs.mkdirSync(target, { recursive: true });
  fs.copyFileSync(path.join(root, 'clients/typescript/package.json'), path.join(target, 'package.json'));
  await run(path.join(root, 'clients/typescript/scripts/build.mjs'), [path.join(target, 'dist')]);
  const module = createRequire(path.join(folder, 'program.cjs'))('@errand/client') as typeof Client;
  return { folder, module, remove: () => fs.rmSync(folder, { recursive: true }) };
}

/** Runs a file in a Node of its own, while an api in this process can answer it. @returns what it printed */
export async function run(file: string, args: string[], options: ExecFileOptions = {}): Promise<string> {
  const env = { ...process.env, ...options.env };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [file, ...args], { timeout: runMs, ...options, env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${path.basename(file)}: ${error.message}\n${String(stdout)}${String(stderr)}`));
      else resolve(String(stdout));
    });
  });
}
