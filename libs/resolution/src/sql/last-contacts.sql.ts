import type { Statement } from '@errand/database';
import type { ActivityStatus, Channel } from '@errand/vocabulary';

/** Which of these users of a store was contacted last on a channel? */
export interface ContactQuestion {
  /** By which the answer names the question. */
  place: number;
  commerce_id: string;
  channel: Channel;
  users: string[];
  since: Date;
}

export interface LastContact {
  place: number;
  commerce_user_id: string;
  dispatched_at: Date;
}

/** An activity that has one of these was sent, unless somebody has only said so; index `activities_contacts` is for these. */
const sentStatuses: ActivityStatus[] = ['DISPATCHED', 'COMPLETED'];

/** How many of a store's sends on a channel are looked at: so far back nobody was “last contacted”. */
const looksBack = 200;

/**
 * Who of the users asked about is a target of the latest activity that was really sent, and not only said to be
 * completed by an override. The walk along the index ends at the first that counts, mostly the first there is. $1
 * tenant, $2 JSON array of {@link ContactQuestion}. A question without an answer has no row.
 */
export const findLastContacts: Statement = {
  name: 'find-last-contacts',
  text: `
    SELECT q.place, found.commerce_user_id, found.dispatched_at
    FROM json_to_recordset($2::json) AS q (place integer, commerce_id uuid, channel text, users uuid[],
      since timestamptz)
    CROSS JOIN LATERAL (
      SELECT t.commerce_user_id, sent.dispatched_at
      FROM (
        SELECT a.id, a.dispatched_at, a.dispatch_attempt_count FROM activities a
        WHERE a.tenant_id = $1 AND a.commerce_id = q.commerce_id AND a.channel = q.channel
          AND a.status IN (${sentStatuses.map((status) => `'${status}'`).join(', ')})
          AND a.dispatched_at >= q.since
        ORDER BY a.dispatched_at DESC LIMIT ${looksBack}) AS sent
      JOIN activity_target_users t ON t.tenant_id = $1 AND t.activity_id = sent.id
      WHERE t.commerce_user_id = ANY(q.users) AND sent.dispatch_attempt_count > 0
      ORDER BY sent.dispatched_at DESC, t.id LIMIT 1) AS found`,
};
