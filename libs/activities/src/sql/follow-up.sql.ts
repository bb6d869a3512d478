import type { Statement } from '@errand/database';

/** One row if results of this type make follow-ups. $1 tenant, $2 code of the type. */
export const findFollowUpType: Statement = {
  name: 'find-follow-up-type',
  text: `SELECT code FROM result_types WHERE tenant_id = $1 AND code = $2 AND is_active AND creates_follow_up`,
};

/**
 * Links a result to the follow-up of its activity. $1 tenant, $2 result, $3 the follow-up's idempotency key, $4 the
 * activity that it follows. No row when a caller's own activity has that key.
 */
export const linkFollowUp: Statement = {
  name: 'link-follow-up',
  text: `
    UPDATE activity_results r SET follow_up_activity_id = a.id
    FROM activities a
    WHERE r.tenant_id = $1 AND r.id = $2 AND a.tenant_id = $1 AND a.idempotency_key = $3 AND a.follow_up_of = $4
    RETURNING r.follow_up_activity_id AS id`,
};
