import { randomBytes } from 'node:crypto';
import { readSecret, writeSecret } from './data-dir';

/** The platform key while ADMIN_API_KEY names none. Kept in DATA_DIR, so that it is the same at the next start. */
export function developmentPlatformKey(dataDir: string): string {
  const kept = readSecret(dataDir, 'platform-key');
  if (kept !== undefined) return kept;
  const key = randomBytes(24).toString('base64url');
  writeSecret(dataDir, 'platform-key', key);
  return key;
}
