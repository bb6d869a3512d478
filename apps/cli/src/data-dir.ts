import fs from 'node:fs';
import path from 'node:path';

/** A small secret kept in DATA_DIR, readable by its owner only. */
export function readSecret(dataDir: string, name: string): string | undefined {
  try {
    return fs.readFileSync(path.join(dataDir, name), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeSecret(dataDir: string, name: string, value: string): void {
  fs.mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, name);
  fs.writeFileSync(`${file}.new`, `${value}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file); // whole or not at all
}

/** The secret that is kept; at the first time a new one. */
export function keptSecret(dataDir: string, name: string, make: () => string): string {
  const kept = readSecret(dataDir, name);
  if (kept !== undefined) return kept;
  const made = make();
  writeSecret(dataDir, name, made);
  return made;
}
