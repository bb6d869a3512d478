import type { Statement } from '@errand/database';

/** $1 tenant, $2 id, $3 hash, $4 API key, $5 now, $6 its end, $7 IP address, $8 user agent. */
export const insertSession: Statement = {
  name: 'insert-console-session',
  text: `
    INSERT INTO console_sessions
      (tenant_id, id, hash, api_key_id, created_at, last_seen_at, expires_at, ip, user_agent)
    VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
};

/** Those that are over, and all but the newest $4 of a key. $1 tenant, $2 API key, $3 now. */
export const removeOldSessions: Statement = {
  name: 'remove-old-console-sessions',
  text: `
    DELETE FROM console_sessions WHERE tenant_id = $1 AND (expires_at <= $3 OR id IN (
      SELECT s.id FROM console_sessions s WHERE s.tenant_id = $1 AND s.api_key_id = $2 ORDER BY s.id DESC OFFSET $4))`,
};

/** $1 tenant, $2 hash. */
export const findSession: Statement = {
  name: 'find-console-session',
  text: `
    SELECT id, api_key_id AS "apiKeyId", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
    FROM console_sessions WHERE tenant_id = $1 AND hash = $2`,
};

/** $1 tenant, $2 hash, $3 now. */
export const noteSession: Statement = {
  name: 'note-console-session',
  text: `UPDATE console_sessions SET last_seen_at = $3 WHERE tenant_id = $1 AND hash = $2`,
};

/** $1 tenant, $2 hash. */
export const removeSession: Statement = {
  name: 'remove-console-session',
  text: `DELETE FROM console_sessions WHERE tenant_id = $1 AND hash = $2`,
};

/** $1 id, $2 hash, $3 now, $4 its end, $5 IP address, $6 user agent. */
export const insertPlatformSession: Statement = {
  name: 'insert-platform-session',
  text: `
    INSERT INTO platform_sessions (id, hash, created_at, last_seen_at, expires_at, ip, user_agent)
    VALUES ($1, $2, $3, $3, $4, $5, $6)`,
};

/** Those that are over, and all but the newest $2. $1 now. */
export const removeOldPlatformSessions: Statement = {
  name: 'remove-old-platform-sessions',
  text: `
    DELETE FROM platform_sessions WHERE expires_at <= $1 OR id IN (
      SELECT s.id FROM platform_sessions s ORDER BY s.id DESC OFFSET $2)`,
};

/** $1 hash. */
export const findPlatformSession: Statement = {
  name: 'find-platform-session',
  text: `SELECT id, last_seen_at AS "lastSeenAt", expires_at AS "expiresAt" FROM platform_sessions WHERE hash = $1`,
};

/** $1 hash, $2 now. */
export const notePlatformSession: Statement = {
  name: 'note-platform-session',
  text: `UPDATE platform_sessions SET last_seen_at = $2 WHERE hash = $1`,
};

/** $1 hash. */
export const removePlatformSession: Statement = {
  name: 'remove-platform-session',
  text: `DELETE FROM platform_sessions WHERE hash = $1`,
};
