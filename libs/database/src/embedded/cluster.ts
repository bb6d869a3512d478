import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, giveTo, underAccount } from './account';

const passwordFile = (dataDir: string) => path.join(dataDir, 'errand-password');

/** The password of the superuser `errand`: other users of the machine can reach the port too. */
export function readPassword(dataDir: string): string {
  return fs.readFileSync(passwordFile(dataDir), 'utf8');
}

/**
 * Makes the data directory if there is none: beside its place, then renamed into it, so that a start that is killed
 * half-way leaves nothing half-made, and of several at once one wins and the others use its directory.
 * @param durable false skips the fsync of the new files
 */
export async function ensureCluster(initdb: string, account: Account, dataDir: string, durable: boolean) {
  if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  const draft = fs.mkdtempSync(`${dataDir}.init-`);
  const draftPassword = `${draft}.password`;
  try {
    giveTo(account, draft);
    fs.writeFileSync(draftPassword, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(account, draftPassword);
    const call = underAccount(account, initdb, [
      ...['-D', draft, '-U', 'errand', `--pwfile=${draftPassword}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', ...(durable ? [] : ['--no-sync'])],
    ]);
    await promisify(execFile)(call.command, call.args, call.options);
    fs.renameSync(draftPassword, passwordFile(draft));
    fs.renameSync(draft, dataDir);
  } catch (error) {
    if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return; // another start was faster
    throw new Error(`Cannot make the data directory ${dataDir}: ${(error as Error).message}`, { cause: error });
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
    fs.rmSync(draftPassword, { force: true });
  }
}
