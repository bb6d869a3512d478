import type { Statement } from '@errand/database';

/** $1 tenant, $2 id, $3 hash, $4 API key, $5 now, $6 its end, $7 IP address, $8 user agent. */
export const insertSession: Statement = {
  name: 'insert-console-session',
  text: `
    INSERT INTO console_sessions
      (tenant_id, id, hash, api_key_id, created_at, last_seen_at, expires_at, ip, user_agent)
    VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
};

/** All but the newest $3 of a key. $1 tenant, $2 API key. */
export const removeOldestSessions: Statement = {
  name: 'remove-oldest-console-sessions',
  text: `
    DELETE FROM console_sessions
    WHERE tenant_id = $1 AND id = ANY(ARRAY(
      SELECT id FROM console_sessions WHERE tenant_id = $1 AND api_key_id = $2 ORDER BY id DESC OFFSET $3))
    RETURNING id, api_key_id AS "keyId", user_agent AS "userAgent", expires_at AS "expiresAt"`,
};

/** $1 tenant, $2 hash. */
export const findSession: Statement = {
  name: 'find-console-session',
  text: `
    SELECT api_key_id AS "apiKeyId", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
    FROM console_sessions WHERE tenant_id = $1 AND hash = $2`,
};

/** Unless another process has noted it since. $1 tenant, $2 hash, $3 now, $4 seen before this. */
export const noteSession: Statement = {
  name: 'note-console-session',
  text: `UPDATE console_sessions SET last_seen_at = $3 WHERE tenant_id = $1 AND hash = $2 AND last_seen_at <= $4`,
};

/** Returns it with the prefix of its key, if there was one. $1 tenant, $2 hash. */
export const removeSession: Statement = {
  name: 'remove-console-session',
  text: `
    DELETE FROM console_sessions s USING api_keys k
    WHERE s.tenant_id = $1 AND s.hash = $2 AND k.tenant_id = $1 AND k.id = s.api_key_id
    RETURNING s.id, s.api_key_id AS "keyId", s.user_agent AS "userAgent", s.expires_at AS "expiresAt", k.prefix`,
};

/** Those that are over. $1 tenant, $2 end before this, $3 seen before this, $4 how many at most. */
export const purgeSessions: Statement = {
  name: 'purge-console-sessions',
  text: `
    DELETE FROM console_sessions
    WHERE tenant_id = $1 AND id = ANY(ARRAY(
      SELECT id FROM console_sessions
      WHERE tenant_id = $1 AND (expires_at <= $2 OR last_seen_at <= $3) ORDER BY id LIMIT $4))
    RETURNING id`,
};

/** $1 id, $2 hash, $3 now, $4 its end, $5 IP address, $6 user agent. */
export const insertPlatformSession: Statement = {
  name: 'insert-platform-session',
  text: `
    INSERT INTO platform_sessions (id, hash, created_at, last_seen_at, expires_at, ip, user_agent)
    VALUES ($1, $2, $3, $3, $4, $5, $6)`,
};

/** All but the newest $1. */
export const removeOldestPlatformSessions: Statement = {
  name: 'remove-oldest-platform-sessions',
  text: `
    DELETE FROM platform_sessions
    WHERE id = ANY(ARRAY(SELECT id FROM platform_sessions ORDER BY id DESC OFFSET $1))
    RETURNING id, user_agent AS "userAgent", expires_at AS "expiresAt"`,
};

/** $1 hash. */
export const findPlatformSession: Statement = {
  name: 'find-platform-session',
  text: `SELECT last_seen_at AS "lastSeenAt", expires_at AS "expiresAt" FROM platform_sessions WHERE hash = $1`,
};

/** Unless another process has noted it since. $1 hash, $2 now, $3 seen before this. */
export const notePlatformSession: Statement = {
  name: 'note-platform-session',
  text: `UPDATE platform_sessions SET last_seen_at = $2 WHERE hash = $1 AND last_seen_at <= $3`,
};

/** Returns it, if there was one. $1 hash. */
export const removePlatformSession: Statement = {
  name: 'remove-platform-session',
  text: `
    DELETE FROM platform_sessions WHERE hash = $1 RETURNING id, user_agent AS "userAgent", expires_at AS "expiresAt"`,
};

/** Those that are over. $1 end before this, $2 seen before this, $3 how many at most. */
export const purgePlatformSessions: Statement = {
  name: 'purge-platform-sessions',
  text: `
    DELETE FROM platform_sessions
    WHERE id = ANY(ARRAY(
      SELECT id FROM platform_sessions WHERE expires_at <= $1 OR last_seen_at <= $2 ORDER BY id LIMIT $3))
    RETURNING id`,
};
