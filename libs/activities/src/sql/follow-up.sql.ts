import type { Statement } from '@errand/database';
import type { ActivityType, Channel } from '@errand/vocabulary';
import type { AttributeView } from './view.sql';
import type { TargetCriterion } from './references.sql';

/** What a follow-up takes over from the activity it follows. */
export interface FollowedActivity {
  type: ActivityType;
  channel: Channel;
  reason: string;
  commerce_id: string | null;
  assignment_reason: string | null;
  route_id: string | null;
  operator_id: string | null;
  suggested_execution_time: string | null;
  score: number;
  user_status: string | null;
  target_criteria: TargetCriterion[] | null;
  metadata: Record<string, unknown>;
  pinned_config_id: string | null;
  attributes: Pick<AttributeView, 'key' | 'value' | 'fallback' | 'resolution_status'>[];
}

/** An activity, if this type of result makes follow-ups. $1 tenant, $2 activity, $3 code of the type. */
export const findFollowed: Statement = {
  name: 'find-followed',
  text: `
    SELECT a.type, a.channel, a.reason, a.commerce_id, a.assignment_reason, a.route_id, a.operator_id,
      a.suggested_execution_time, a.score, a.user_status, a.target_criteria, a.metadata, a.pinned_config_id,
      COALESCE((
        SELECT json_agg(json_build_object('key', x.key, 'value', x.value, 'fallback', x.fallback,
          'resolution_status', x.resolution_status))
        FROM activity_attributes x WHERE x.tenant_id = $1 AND x.activity_id = a.id), '[]'::json) AS attributes
    FROM activities a
    JOIN result_types t ON t.tenant_id = a.tenant_id AND t.code = $3 AND t.is_active AND t.creates_follow_up
    WHERE a.tenant_id = $1 AND a.id = $2`,
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
