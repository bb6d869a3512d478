import type { Statement } from '@errand/database';
import type { ProviderNews } from '../provider-news';

/** An event that came before an activity had the id it names. */
export interface WaitingEvent {
  dispatch_config_id: string;
  waiting: ProviderNews;
}

/** A row for an event that was not there. $1 tenant, $2 config, then the other columns in their order. */
export const insertEvent: Statement = {
  name: 'insert-provider-event',
  text: `
    INSERT INTO provider_events (tenant_id, dispatch_config_id, event_id, activity_id, provider_activity_id, stage,
      occurred_at, received_at, waiting)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (tenant_id, dispatch_config_id, event_id) DO NOTHING
    RETURNING event_id`,
};

/**
 * A row if the activity was sent by the config, or may be at this moment or when nobody saw what became of the call: it is
 * not stored then by which one. $1 tenant, $2 activity, $3 config, $4 its channel.
 */
export const findSentBy: Statement = {
  name: 'find-sent-by',
  text: `
    SELECT a.id FROM activities a
    WHERE a.tenant_id = $1 AND a.id = $2 AND (
      a.dispatch_config_id = $3
      OR EXISTS (
        SELECT 1 FROM activity_events e
        WHERE e.tenant_id = $1 AND e.activity_id = $2 AND e.attempt IS NOT NULL AND e.dispatch_config_id = $3)
      OR a.channel = $4 AND (a.pinned_config_id IS NULL OR a.pinned_config_id = $3) AND (
        a.lease_token IS NOT NULL
        OR EXISTS (
          SELECT 1 FROM activity_events e
          WHERE e.tenant_id = $1 AND e.activity_id = $2 AND e.attempt IS NOT NULL AND e.dispatch_config_id IS NULL)))`,
};

/** Whom an activity was sent to, where that is not stored yet. $1 tenant, $2 activity, $3 JSON. */
export const keepRecipient: Statement = {
  name: 'keep-recipient',
  text: `UPDATE activities SET recipient = $3 WHERE tenant_id = $1 AND id = $2 AND recipient IS NULL`,
};

/** How far other events say that an activity is. $1 tenant, $2 activity, $3 config and $4 id of the event not to count. */
export const readStages: Statement = {
  name: 'read-stages',
  text: `
    SELECT DISTINCT stage FROM provider_events
    WHERE tenant_id = $1 AND activity_id = $2 AND NOT (dispatch_config_id = $3 AND event_id = $4)`,
};

/** $1 tenant, $2 config, $3 id. */
export const unlinkEvent: Statement = {
  name: 'unlink-provider-event',
  text: `
    UPDATE provider_events SET activity_id = NULL
    WHERE tenant_id = $1 AND dispatch_config_id = $2 AND event_id = $3`,
};

/** What waits for these ids, in the order it came. By provider_events_waiting. $1 tenant, $2 configs, $3 provider ids. */
export const findWaiting: Statement = {
  name: 'find-waiting-events',
  text: `
    SELECT dispatch_config_id, waiting FROM provider_events
    WHERE tenant_id = $1 AND dispatch_config_id = ANY($2::uuid[]) AND provider_activity_id = ANY($3::text[])
      AND waiting IS NOT NULL
    ORDER BY received_at, event_id`,
};

/** What waits for ids that activities have, $2 at most. $1 tenant. */
export const findArrived: Statement = {
  name: 'find-arrived-events',
  text: `
    SELECT e.dispatch_config_id, e.waiting
    FROM provider_events e JOIN activities a ON a.tenant_id = $1 AND a.provider_activity_id = e.provider_activity_id
      AND a.dispatch_config_id = e.dispatch_config_id
    WHERE e.tenant_id = $1 AND e.waiting IS NOT NULL
    ORDER BY e.received_at, e.event_id LIMIT $2`,
};

/** It waits no longer: a row for the first who takes it. $1 tenant, $2 config, $3 id, $4 activity. */
export const takeWaiting: Statement = {
  name: 'take-waiting-event',
  text: `
    UPDATE provider_events SET activity_id = $4, waiting = NULL
    WHERE tenant_id = $1 AND dispatch_config_id = $2 AND event_id = $3 AND waiting IS NOT NULL
    RETURNING event_id`,
};

/** $1 tenant, $2 received before, $3 how many at most. By provider_events_of_none. */
export const purgeOfNone: Statement = {
  name: 'purge-events-of-none',
  text: `
    DELETE FROM provider_events
    WHERE tenant_id = $1 AND activity_id IS NULL AND (dispatch_config_id, event_id) IN (
      SELECT dispatch_config_id, event_id FROM provider_events
      WHERE tenant_id = $1 AND activity_id IS NULL AND received_at < $2
      ORDER BY received_at LIMIT $3 FOR UPDATE SKIP LOCKED)
    RETURNING event_id`,
};
