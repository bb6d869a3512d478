import type { Statement } from '@errand/database';
import type { ActivityStatus, Channel, ContactType } from '@errand/vocabulary';

/** Removes what resolution found, but not what a person assigned. $1 tenant, $2 activity. */
export const clearTargetUsers: Statement = {
  name: 'clear-target-users',
  text: `
    DELETE FROM activity_target_users
    WHERE tenant_id = $1 AND activity_id = $2 AND resolution_status <> 'LOCKED'`,
};

/** How many target users a person assigned. $1 tenant, $2 activity. */
export const countLockedTargetUsers: Statement = {
  name: 'count-locked-target-users',
  text: `
    SELECT count(*) AS locked FROM activity_target_users
    WHERE tenant_id = $1 AND activity_id = $2 AND resolution_status = 'LOCKED'`,
};

/** $1 tenant, $2 activity, $3 JSON array of target users, $4 now. */
export const insertTargetUsers: Statement = {
  name: 'insert-target-users',
  text: `
    INSERT INTO activity_target_users (tenant_id, activity_id, id, commerce_user_id, resolution_status, lock_reason,
      error_message, created_at, updated_at)
    SELECT $1, $2, n.id, n.commerce_user_id, n.resolution_status, n.lock_reason, n.error_message, $4, $4
    FROM json_to_recordset($3::json) AS n (id uuid, commerce_user_id uuid, resolution_status text, lock_reason text,
      error_message text)`,
};

/** Leaves to the send again what an earlier one had found before it failed. $1 tenant, $2 activity, $3 now. */
export const leaveAttributesToSend: Statement = {
  name: 'leave-attributes-to-send',
  text: `
    UPDATE activity_attributes
    SET value = NULL, resolution_status = 'PENDING', error_message = NULL, updated_at = $3
    WHERE tenant_id = $1 AND activity_id = $2 AND strategy = 'ON_DISPATCH'
      AND resolution_status IN ('RESOLVED', 'FALLBACK')`,
};

/** $1 tenant, $2 activity, $3 JSON array of attributes, $4 now. */
export const updateAttributes: Statement = {
  name: 'update-attributes',
  text: `
    UPDATE activity_attributes x
    SET value = n.value, strategy = n.strategy, resolver = n.resolver, resolution_status = n.resolution_status,
      error_message = n.error_message, updated_at = $4
    FROM json_to_recordset($3::json) AS n (key text, value jsonb, strategy text, resolver text,
      resolution_status text, error_message text)
    WHERE x.tenant_id = $1 AND x.activity_id = $2 AND x.key = n.key`,
};

/** What decides whether a person may make a commerce user one of an activity's target users. */
export interface AssignmentRow {
  status: ActivityStatus;
  channel: Channel;
  lease_token: string | null;
  has_target: boolean;
  /** Null unless the user belongs to the activity's commerce, as the two below. */
  user_id: string | null;
  is_active: boolean | null;
  contact_types: ContactType[];
  /** Whether another target of the activity is this user. */
  is_taken: boolean;
}

/** $1 tenant, $2 activity, $3 target user, $4 commerce user. */
export const findAssignment: Statement = {
  name: 'find-assignment',
  text: `
    SELECT a.status, a.channel, a.lease_token, u.id AS user_id, u.is_active,
      EXISTS (SELECT FROM activity_target_users t
        WHERE t.tenant_id = $1 AND t.activity_id = $2 AND t.id = $3) AS has_target,
      EXISTS (SELECT FROM activity_target_users t
        WHERE t.tenant_id = $1 AND t.activity_id = $2 AND t.id <> $3 AND t.commerce_user_id = $4) AS is_taken,
      ARRAY(SELECT DISTINCT k.type FROM commerce_user_contacts k
        WHERE k.tenant_id = $1 AND k.commerce_user_id = u.id AND k.blocked_at IS NULL) AS contact_types
    FROM activities a
    LEFT JOIN commerce_users u ON u.tenant_id = a.tenant_id AND u.commerce_id = a.commerce_id AND u.id = $4
    WHERE a.tenant_id = $1 AND a.id = $2`,
};

/** A person's choice of a target user. $1 tenant, $2 activity, $3 target user, $4 commerce user, $5 now. */
export const assignTargetUser: Statement = {
  name: 'assign-target-user',
  text: `
    UPDATE activity_target_users
    SET commerce_user_id = $4, resolution_status = 'LOCKED', lock_reason = 'MANUAL_ASSIGNMENT', error_message = NULL,
      updated_at = $5
    WHERE tenant_id = $1 AND activity_id = $2 AND id = $3`,
};
