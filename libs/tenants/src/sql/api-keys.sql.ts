import type { Statement } from '@errand/database';

/** What is decided by before a key is made, ended or replaced. Never its hash. */
const columns = `id, name, permissions, channels, dispatch_config_ids AS "dispatchConfigIds",
  allow_cidrs AS "allowCidrs", parent_id AS "parentId", expires_at AS "expiresAt", revoked_at AS "revokedAt"`;

/** Keys that nobody else changes until the transaction ends, always in one order. $1 tenant, $2 ids. */
export const lockKeys: Statement = {
  name: 'lock-api-keys',
  text: `SELECT ${columns} FROM api_keys WHERE tenant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
};

/** $1 tenant, $2 id, then the columns in their order, $13 now. */
export const insertKey: Statement = {
  name: 'insert-api-key',
  text: `
    INSERT INTO api_keys (tenant_id, id, name, prefix, hash, permissions, channels, dispatch_config_ids, allow_cidrs,
      expires_at, parent_id, rotated_from, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};

/** A key and all that were made by it, theirs too: those that are not revoked. $1 tenant, $2 id. */
export const findLine: Statement = {
  name: 'find-line-of-api-key',
  text: `
    WITH RECURSIVE line AS (
      SELECT k.tenant_id, k.id FROM api_keys k WHERE k.tenant_id = $1 AND k.id = $2
      UNION
      SELECT k.tenant_id, k.id FROM line JOIN api_keys k ON k.tenant_id = line.tenant_id AND k.parent_id = line.id
      WHERE k.tenant_id = $1)
    SELECT k.id FROM api_keys k JOIN line ON line.tenant_id = k.tenant_id AND line.id = k.id
    WHERE k.tenant_id = $1 AND k.revoked_at IS NULL`,
};

/** $1 tenant, $2 ids, $3 now. */
export const revokeKeys: Statement = {
  name: 'revoke-api-keys',
  text: `UPDATE api_keys SET revoked_at = $3 WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND revoked_at IS NULL
    RETURNING id`,
};

/** The key that replaces one. $1 tenant, $2 the one that is replaced. */
export const findRotation: Statement = {
  name: 'find-rotation-of-api-key',
  text: `SELECT id FROM api_keys WHERE tenant_id = $1 AND rotated_from = $2`,
};

/** Lets a key go on until then, and never longer than it would have. $1 tenant, $2 id, $3 time. */
export const shortenKey: Statement = {
  name: 'shorten-api-key',
  text: `
    UPDATE api_keys SET expires_at = LEAST(COALESCE(expires_at, 'infinity'), $3::timestamptz)
    WHERE tenant_id = $1 AND id = $2`,
};

/** What was made by key $2 ends with key $3 from now on. $1 tenant. */
export const adoptKeys: Statement = {
  name: 'adopt-api-keys',
  text: `UPDATE api_keys SET parent_id = $3 WHERE tenant_id = $1 AND parent_id = $2`,
};

/** Which of these dispatch configs there are. $1 tenant, $2 ids. */
export const findConfigs: Statement = {
  name: 'find-dispatch-configs-of-api-key',
  text: `SELECT id FROM dispatch_configs WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
};
