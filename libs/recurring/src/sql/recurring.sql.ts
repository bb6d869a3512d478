import { bytesOf, mostListBytes, type Statement } from '@errand/database';
import type { RecurringFields } from '../recurring-action';

/** What its owner writes, with the types in which JSON is read. */
const fields: Record<keyof RecurringFields, string> = {
  ...{ namespace: 'text', name: 'text', description: 'text', labels: 'jsonb' },
  ...{ provider: 'text', action_type: 'text', payload: 'jsonb', metadata: 'jsonb', dedup_key: 'text' },
  ...{ commerce_id: 'uuid', commerce_external_id: 'text', cron_expression: 'text', timezone: 'text' },
  ...{ ends_at: 'timestamptz', max_executions: 'integer', overlap_policy: 'text', missed_policy: 'text' },
  is_paused: 'boolean',
};
export const recurringFields = Object.keys(fields) as (keyof RecurringFields)[];
const record = `json_to_record($3::json) AS n (${Object.entries(fields)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')})`;

const status = `CASE WHEN is_paused THEN 'paused' WHEN next_at IS NULL THEN 'completed' ELSE 'active' END`;
const columns = `id, ${recurringFields.join(', ')}, ${status} AS status, next_at, last_at, last_activity_id, execution_count,
  created_at, updated_at`;

/** $1 tenant, $2 id, $3 JSON object of the fields, $4 next time, $5 now. */
export const insertRecurring: Statement = {
  name: 'insert-recurring',
  text: `
    INSERT INTO recurring_actions (tenant_id, id, ${recurringFields.join(', ')}, next_at, created_at, updated_at)
    SELECT $1, $2, ${recurringFields.map((name) => `n.${name}`).join(', ')}, $4::timestamptz, $5::timestamptz, $5::timestamptz
    FROM ${record}`,
};

/** $1 tenant, $2 id, $3 JSON object of the fields, $4 next time, $5 now. */
export const updateRecurring: Statement = {
  name: 'update-recurring',
  text: `
    UPDATE recurring_actions r
    SET ${recurringFields.map((name) => `${name} = n.${name}`).join(', ')}, next_at = $4, updated_at = $5
    FROM ${record} WHERE r.tenant_id = $1 AND r.id = $2`,
};

/** $1 tenant, $2 id. */
export const readRecurring: Statement = {
  name: 'read-recurring',
  text: `SELECT ${columns} FROM recurring_actions WHERE tenant_id = $1 AND id = $2`,
};

export const lockRecurring: Statement = { name: 'lock-recurring', text: `${readRecurring.text} FOR UPDATE` };

/** $1 tenant, $2 id. */
export const deleteRecurring: Statement = {
  name: 'delete-recurring',
  text: `DELETE FROM recurring_actions WHERE tenant_id = $1 AND id = $2 RETURNING id`,
};

/** $1 tenant, $2 status, $3 namespace, $4 providers, any of them; a null filter is not applied. */
const matching = `FROM recurring_actions
  WHERE tenant_id = $1 AND ($2::text IS NULL OR ${status} = $2::text) AND ($3::text IS NULL OR namespace = $3::text)
    AND ($4::text[] IS NULL OR provider = ANY($4::text[]))`;

const isCut = `so_far > ${mostListBytes}`;
const unlessCut = (column: string, empty: string) => `CASE WHEN ${isCut} THEN ${empty} ELSE ${column} END AS ${column}`;

/** Newest first; those whose JSON is beyond what a list may have are cut. $5 offset, $6 limit. */
export const listRecurring: Statement = {
  name: 'list-recurring',
  text: `
    SELECT ${columns
      .replace(' payload,', ` ${unlessCut('payload', 'NULL')},`)
      .replace(' metadata,', ` ${unlessCut('metadata', `'{}'::jsonb`)},`)}, ${isCut} AS is_cut
    FROM (
      SELECT *, sum(COALESCE(${bytesOf('payload')}, 0) + ${bytesOf('metadata')}) OVER (ORDER BY id DESC) AS so_far
      FROM (SELECT * ${matching} ORDER BY id DESC OFFSET $5 LIMIT $6) AS slice) AS r
    ORDER BY id DESC`,
};

export const countRecurring: Statement = { name: 'count-recurring', text: `SELECT count(*) AS total ${matching}` };

/** Those whose time has come, longest due first. $1 tenant, $2 now, $3 how many at most. */
export const listDue: Statement = {
  name: 'list-due-recurring',
  text: `SELECT id FROM recurring_actions WHERE tenant_id = $1 AND next_at <= $2 ORDER BY next_at LIMIT $3`,
};

/** Locks those of them that nobody else is at. $4 id of the only one wanted, or null. */
export const lockDue: Statement = {
  name: 'lock-due-recurring',
  text: `
    SELECT ${columns} FROM recurring_actions
    WHERE tenant_id = $1 AND next_at <= $2 AND ($4::uuid IS NULL OR id = $4)
    ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
};

/** Which of these activities are still to be sent; UNRESOLVED ones may never be. $1 tenant, $2 ids. */
export const outstanding: Statement = {
  name: 'outstanding-occurrences',
  text: `
    SELECT id FROM activities WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND status = 'READY'`,
};

/** Moves recurring actions on after their occurrences. $1 tenant, $2 JSON array. */
export const advanceRecurring: Statement = {
  name: 'advance-recurring',
  text: `
    UPDATE recurring_actions r
    SET next_at = n.next_at, last_at = n.last_at, last_activity_id = n.last_activity_id,
      execution_count = n.execution_count, is_paused = n.is_paused
    FROM json_to_recordset($2::json) AS n (id uuid, next_at timestamptz, last_at timestamptz, last_activity_id uuid,
      execution_count integer, is_paused boolean)
    WHERE r.tenant_id = $1 AND r.id = n.id`,
};

/** When the tenant’s next recurring action occurs. $1 tenant. */
export const nextOccurrence: Statement = {
  name: 'next-occurrence',
  text: `
    SELECT next_at FROM recurring_actions WHERE tenant_id = $1 AND next_at IS NOT NULL ORDER BY next_at LIMIT 1`,
};

/** Every tenant with an occurrence by $1, and when its first is. */
export const tenantsWithOccurrences: Statement = {
  name: 'tenants-with-occurrences',
  text: `
    SELECT tenant_id, min(next_at) AS next_at FROM recurring_actions WHERE next_at <= $1 GROUP BY tenant_id`,
};
