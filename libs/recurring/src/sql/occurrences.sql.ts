import { goneParents, type Statement } from '@errand/database';
import type { ActivityStatus } from '@errand/vocabulary';

/** Made when its time came, or later by a backfill. */
export const OCCURRENCE_KINDS = ['scheduled', 'backfill'] as const;
export type OccurrenceKind = (typeof OCCURRENCE_KINDS)[number];

/** Fired: an activity was made of it. */
export const OCCURRENCE_STATUSES = ['fired', 'skipped'] as const;
export type OccurrenceStatus = (typeof OCCURRENCE_STATUSES)[number];

/** Why an occurrence was skipped. `duplicate`: its key belongs to another activity; `invalid`: see {@link DueOccurrences}. */
export const SKIP_REASONS = [
  ...(['overlap', 'missed', 'duplicate', 'provider_not_found', 'commerce_not_found', 'invalid'] as const),
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface OccurrenceRow {
  recurring_id: string;
  occurs_at: Date;
  kind: OccurrenceKind;
  status: OccurrenceStatus;
  reason: SkipReason | null;
  activity_id: string | null;
  created_at: Date;
}

/** With what has become of the activity; null where there is none, or none any more. */
export interface OccurrenceView extends OccurrenceRow {
  activity_status: ActivityStatus | null;
}

/**
 * Keeps what became of occurrences. One that was fired stays as it is; one that was skipped may be fired after all.
 * $1 tenant, $2 JSON array.
 */
export const insertOccurrences: Statement = {
  name: 'insert-occurrences',
  text: `
    INSERT INTO recurring_occurrences AS o (tenant_id, recurring_id, occurs_at, kind, status, reason, activity_id,
      created_at)
    SELECT $1, n.recurring_id, n.occurs_at, n.kind, n.status, n.reason, n.activity_id, n.created_at
    FROM json_to_recordset($2::json) AS n (recurring_id uuid, occurs_at timestamptz, kind text, status text,
      reason text, activity_id uuid, created_at timestamptz)
    ORDER BY n.recurring_id, n.occurs_at
    ON CONFLICT (tenant_id, recurring_id, occurs_at) DO UPDATE
    SET kind = EXCLUDED.kind, status = EXCLUDED.status, reason = EXCLUDED.reason, activity_id = EXCLUDED.activity_id,
      created_at = EXCLUDED.created_at
    WHERE o.status = 'skipped' AND EXCLUDED.status = 'fired'`,
};

/** Latest first. $1 tenant, $2 recurring action, $3 offset, $4 limit. */
export const listOccurrences: Statement = {
  name: 'list-occurrences',
  text: `
    SELECT o.recurring_id, o.occurs_at, o.kind, o.status, o.reason, o.activity_id, o.created_at,
      a.status AS activity_status
    FROM recurring_occurrences o LEFT JOIN activities a ON a.tenant_id = o.tenant_id AND a.id = o.activity_id
    WHERE o.tenant_id = $1 AND o.recurring_id = $2
    ORDER BY o.occurs_at DESC OFFSET $3 LIMIT $4`,
};

/** $1 tenant, $2 recurring action. */
export const countOccurrences: Statement = {
  name: 'count-occurrences',
  text: `SELECT count(*) AS total FROM recurring_occurrences WHERE tenant_id = $1 AND recurring_id = $2`,
};

/** Which of the times $3 have been fired. $1 tenant, $2 recurring action. */
export const firedTimes: Statement = {
  name: 'fired-times',
  text: `
    SELECT occurs_at FROM recurring_occurrences
    WHERE tenant_id = $1 AND recurring_id = $2 AND occurs_at = ANY($3::timestamptz[]) AND status = 'fired'`,
};

/** Recurring actions that are gone but for occurrences. $1 tenant. */
export const findGone: Statement = {
  name: 'find-gone-recurring',
  text: goneParents({ table: 'recurring_occurrences', column: 'recurring_id', parents: 'recurring_actions' }),
};

const purge = (which: string) => `
    WITH old AS (
      SELECT recurring_id, occurs_at FROM recurring_occurrences WHERE tenant_id = $1 AND ${which}
      LIMIT $3 FOR UPDATE SKIP LOCKED)
    DELETE FROM recurring_occurrences o USING old
    WHERE o.tenant_id = $1 AND o.recurring_id = old.recurring_id AND o.occurs_at = old.occurs_at
    RETURNING o.occurs_at`;

/** Removes those of recurring actions that are gone. $1 tenant, $2 ids of these, $3 how many at most. */
export const purgeOrphans: Statement = {
  name: 'purge-orphaned-occurrences',
  text: purge('recurring_id = ANY($2::uuid[])'),
};

/** Removes what was decided on before $2, whatever time it was about. $1 tenant, $3 how many at most. */
export const purgeOld: Statement = { name: 'purge-old-occurrences', text: purge('created_at < $2') };
