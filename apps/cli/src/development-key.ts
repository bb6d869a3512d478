import { generateKey } from '@errand/crypto';
import { readSecret, writeSecret } from './data-dir';

/**
 * The key that seals what is stored while ENCRYPTION_KEYS names none. Kept in DATA_DIR, since what it has sealed can be
 * opened with nothing else. In production the settings ask for a real one.
 */
export function developmentKey(dataDir: string): string {
  const kept = readSecret(dataDir, 'encryption-key');
  if (kept !== undefined) return kept;
  const key = generateKey();
  writeSecret(dataDir, 'encryption-key', key);
  return key;
}
