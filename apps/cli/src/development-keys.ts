import { randomBytes } from 'node:crypto';
import { generateKey } from '@errand/crypto';
import { keptSecret } from './data-dir';

/**
 * The key that seals what is stored while ENCRYPTION_KEYS names none. Kept in DATA_DIR, since what it has sealed can be
 * opened with nothing else. In production the settings ask for a real one.
 */
export function developmentKey(dataDir: string): string {
  return keptSecret(dataDir, 'encryption-key', generateKey);
}

/** The platform key while ADMIN_API_KEY names none. Kept in DATA_DIR, so that it is the same at the next start. */
export function developmentPlatformKey(dataDir: string): string {
  return keptSecret(dataDir, 'platform-key', () => randomBytes(24).toString('base64url'));
}
