import type { Statement } from '@errand/database';
import { transitions } from '../status';
import { returningHistory } from './history.sql';

/** A follow-up's idempotency key is this and the id of the original, so that each is followed up once. */
export const followUpKeyPrefix = 'follow-up:';

/** Keeps retention from activities while they are copied, but nobody else. $1 tenant, $2 ids. */
export const keepOriginals: Statement = {
  name: 'keep-originals',
  text: `
    SELECT id FROM activities WHERE tenant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR KEY SHARE`,
};

/** SQL: the redriven copies of the activity `a`. The tenant is $1. */
export const copiesOfIt = 'FROM activities copy WHERE copy.tenant_id = $1 AND copy.retry_of = a.id';

/** SQL: the id of the last of them. */
export const lastCopyOfIt = `SELECT copy.id ${copiesOfIt} ORDER BY copy.id DESC LIMIT 1`;

/** SQL: it was made by a request, known by its content hash in hex, since a time. */
export const madeBy = (alias: string, request: string, since: string) =>
  `${alias}.content_hash = decode(${request}::text, 'hex') AND ${alias}.created_at >= ${since}`;

/** What every copy takes over; the rest starts anew. */
const copied = `type, channel, reason, commerce_id, assignment_reason, route_id, operator_id, score, user_status,
  target_criteria, metadata, pinned_config_id`;

interface Copying {
  name: string;
  /** SQL for the copy's origin. */
  origin: string;
  /** The column that names the original. */
  link: 'retry_of' | 'follow_up_of';
  /** SQL for the copy's idempotency key: the same for all who make the same copy, so that it is made once. */
  key: string;
  /** The activity's columns that the copy takes over. */
  columns: string;
  /** SQL for which originals are copied. */
  condition: string;
}

/**
 * Makes linked copies of activities, without what belongs to them. Keys are inserted in order, as creates do, or two
 * who copy the same activities would wait for each other. $1 tenant, $2 original ids, $3 new ids and $5 when each is due
 * (same order), $4 now, $6 a content hash in hex, or null for the originals'. Returns a {@link Copy} for each that there
 * was none of yet.
 */
const copying = ({ name, origin, link, key, columns, condition }: Copying): Statement => ({
  name,
  text: `
    WITH original AS MATERIALIZED (
      SELECT a.id AS original_id, pair.new_id, pair.due_at, ${origin} AS origin,
        ${key} AS idempotency_key, COALESCE(decode($6::text, 'hex'), a.content_hash) AS content_hash, ${columns
          .split(',')
          .map((column) => `a.${column.trim()}`)
          .join(', ')}
      FROM unnest($2::uuid[], $3::uuid[], $5::timestamptz[]) AS pair (id, new_id, due_at)
      JOIN activities a ON a.tenant_id = $1 AND a.id = pair.id
      WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[]) AND ${condition})
    INSERT INTO activities (tenant_id, id, status, origin, idempotency_key, content_hash, scheduled_at, next_attempt_at,
      ${link}, created_at, updated_at, ${columns})
    SELECT $1, o.new_id, '${transitions.CREATED.to}', o.origin, o.idempotency_key, o.content_hash, o.due_at,
      CASE WHEN o.due_at > $4 THEN o.due_at END, o.original_id, $4, $4, ${columns}
    FROM original o ORDER BY o.idempotency_key
    ON CONFLICT (tenant_id, idempotency_key) DO NOTHING
    RETURNING id, ${link} AS original_id, channel, pinned_config_id, next_attempt_at`,
});

/** SQL for an attribute's column of a copy, of the original's row `x`: what is found when it is sent, is found anew. */
const unlessFoundLate = (column: string, anew: string) =>
  `CASE WHEN x.strategy = 'ON_DISPATCH' THEN ${anew} ELSE x.${column} END AS ${column}`;

/**
 * Gives copies the attributes and target users of their originals, and their first event. Each INSERT reads from a
 * SELECT of its own, so that a distributed PostgreSQL asks one node. $1 tenant, $2 copies and $3 their originals (same
 * order), $4 now, $5 actor. Returns the events.
 * @param targetUser SQL for the columns of a copied target user, of the original's row `t`
 */
const furnishing = (name: string, targetUser: string): Statement => ({
  name,
  text: `
    WITH attributes AS (
      WITH found AS MATERIALIZED (
        SELECT pair.copy_id, x.key, ${unlessFoundLate('value', 'NULL::jsonb')}, x.fallback, x.strategy, x.resolver,
          ${unlessFoundLate('resolution_status', `'PENDING'`)}, ${unlessFoundLate('error_message', 'NULL::text')}
        FROM unnest($2::uuid[], $3::uuid[]) AS pair (copy_id, original_id)
        JOIN activity_attributes x ON x.tenant_id = $1 AND x.activity_id = pair.original_id)
      INSERT INTO activity_attributes (tenant_id, activity_id, key, value, fallback, strategy, resolver,
        resolution_status, error_message, created_at, updated_at)
      SELECT $1, f.copy_id, f.key, f.value, f.fallback, f.strategy, f.resolver, f.resolution_status, f.error_message,
        $4, $4
      FROM found f),
    target_users AS (
      WITH found AS MATERIALIZED (
        SELECT pair.copy_id, t.id, ${targetUser}
        FROM unnest($2::uuid[], $3::uuid[]) AS pair (copy_id, original_id)
        JOIN activity_target_users t ON t.tenant_id = $1 AND t.activity_id = pair.original_id)
      INSERT INTO activity_target_users (tenant_id, activity_id, id, commerce_user_id, resolution_status, lock_reason,
        error_message, created_at, updated_at)
      SELECT $1, f.copy_id, f.id, f.commerce_user_id, f.resolution_status, f.lock_reason, f.error_message, $4, $4
      FROM found f)
    INSERT INTO activity_events (tenant_id, activity_id, trigger, to_status, actor, created_at)
    SELECT $1, copy.id, 'CREATED', '${transitions.CREATED.to}', $5, $4 FROM unnest($2::uuid[]) AS copy (id)
    ${returningHistory}`,
});

/** How copies of one kind are made: first themselves, then what belongs to them. */
export interface CopyStatements {
  copy: Statement;
  furnish: Statement;
}

const onceRedriven = `'redrive:' || a.id::text`;

const isFailed = `a.status = '${transitions.ATTEMPTS_EXHAUSTED.to}'`;

const redriving = (name: string, key: string, condition: string): CopyStatements => ({
  copy: copying({
    name,
    origin: `'REDRIVE'`,
    link: 'retry_of',
    key,
    columns: `${copied}, suggested_execution_time`,
    condition,
  }),
  furnish: furnishing('furnish-redriven', 't.commerce_user_id, t.resolution_status, t.lock_reason, t.error_message'),
});

/** Each original is redriven once. */
export const redrive = redriving('redrive-activities', onceRedriven, isFailed);

/**
 * Those that were redriven are redriven again, by the same request once a round: not if it has made $8 copies of the
 * original since $7. By two who do it at the same moment, who cannot see that, once by the key.
 */
export const redriveAgain = redriving(
  'redrive-activities-again',
  `${onceRedriven} || COALESCE(':' || (${lastCopyOfIt})::text, '')`,
  `${isFailed} AND (SELECT count(*) ${copiesOfIt} AND ${madeBy('copy', '$6', '$7')}) < $8`,
);

const isByHand = `t.lock_reason = 'MANUAL_ASSIGNMENT'`;

/** Whom a person has not named is found anew when the follow-up is sent: PENDING. Only an action may have no store. */
export const followUp: CopyStatements = {
  copy: copying({
    name: 'follow-up-activities',
    origin: `CASE WHEN a.commerce_id IS NULL THEN 'ACTION' ELSE 'API' END`,
    link: 'follow_up_of',
    key: `'${followUpKeyPrefix}' || a.id::text`,
    columns: copied,
    condition: 'true',
  }),
  furnish: furnishing(
    'furnish-follow-ups',
    `CASE WHEN ${isByHand} THEN t.commerce_user_id END AS commerce_user_id,
          CASE WHEN ${isByHand} THEN t.resolution_status ELSE 'PENDING' END AS resolution_status,
          CASE WHEN ${isByHand} THEN t.lock_reason END AS lock_reason, NULL::text AS error_message`,
  ),
};
