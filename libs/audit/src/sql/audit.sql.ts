import type { Statement } from '@errand/database';

const columns =
  'id, at, actor, actor_kind, address, request_id, action, subject_type, subject_id, before, after, outcome';

/** $1 id, $2 at, $3 actor, … in the order of the columns. */
export const insertPlatformEntry: Statement = {
  name: 'insert-platform-audit',
  text: `
    INSERT INTO platform_audit_log (${columns})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::json, $11::json, $12)`,
};

/** The same, and $13 tenant. */
export const insertTenantEntry: Statement = {
  name: 'insert-audit',
  text: `
    INSERT INTO audit_log (${columns}, tenant_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::json, $11::json, $12, $13)`,
};

/** The oldest go first. No lock but the delete's own, so that DELETE is all its role needs. $1 ids before this one, $2 how many at most. */
export const purgePlatformEntries: Statement = {
  name: 'purge-platform-audit',
  text: `
    DELETE FROM platform_audit_log
    WHERE id = ANY(ARRAY(SELECT id FROM platform_audit_log WHERE id < $1 ORDER BY id LIMIT $2))
    RETURNING id`,
};

/** $1 tenant, $2 ids before this one, $3 how many at most. */
export const purgeTenantEntries: Statement = {
  name: 'purge-audit',
  text: `
    DELETE FROM audit_log
    WHERE tenant_id = $1
      AND id = ANY(ARRAY(SELECT id FROM audit_log WHERE tenant_id = $1 AND id < $2 ORDER BY id LIMIT $3))
    RETURNING id`,
};

/** Whether this role may remove entries of both logs. */
export const mayPurge: Statement = {
  name: 'may-purge-audit',
  text: `
    SELECT has_table_privilege('audit_log', 'DELETE') AND has_table_privilege('platform_audit_log', 'DELETE') AS may`,
};
