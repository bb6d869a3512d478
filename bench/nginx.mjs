import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Where systems keep it is often not in the PATH of an ordinary user. */
export const nginxEnv = {
  PATH: [process.env.PATH, '/usr/sbin', '/usr/local/sbin', '/usr/local/bin'].join(path.delimiter),
};

/** @returns {string | undefined} as nginx calls itself, with its version; undefined where it is not installed */
export function nginxVersion() {
  const { stderr } = spawnSync('nginx', ['-v'], { env: nginxEnv, encoding: 'utf8' });
  return /nginx\/\S+/.exec(stderr ?? '')?.[0];
}
