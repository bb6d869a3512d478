// Why: providers that reach people need an address in normal form and to know whom not to write to again; what became of
// a message comes back to an address of the dispatch config's own, each event once. Expand: 0.1 neither reads nor writes
// these columns and this table.
import { ForwardOnly } from './forward-only';

export class Providers1700000000016 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // ISO 3166-1: a phone number without a country code is one of there.
  `ALTER TABLE commerces ADD COLUMN IF NOT EXISTS country text`,
  // How the value is written where it is compared and called. Null: not worked out (0.1 wrote it), or it has no such form.
  `ALTER TABLE commerce_user_contacts ADD COLUMN IF NOT EXISTS normal_value text`,
  `ALTER TABLE commerce_user_contacts ADD COLUMN IF NOT EXISTS blocked_at timestamptz(3)`,
  `ALTER TABLE commerce_user_contacts ADD COLUMN IF NOT EXISTS blocked_reason text`,
  // Whom it was last sent to, as {firstName, lastName, name, type, value}.
  `ALTER TABLE activities ADD COLUMN IF NOT EXISTS recipient jsonb`,
  // Sealed like the credentials: who knows it can tell what became of the config's messages.
  `ALTER TABLE dispatch_configs ADD COLUMN IF NOT EXISTS callback_secret text`,
  `CREATE TABLE IF NOT EXISTS provider_events (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    dispatch_config_id uuid NOT NULL,
    event_id text NOT NULL,
    activity_id uuid,
    provider_activity_id text,
    stage text NOT NULL,
    occurred_at timestamptz(3) NOT NULL,
    received_at timestamptz(3) NOT NULL,
    waiting json,
    PRIMARY KEY (tenant_id, dispatch_config_id, event_id)
  )`,
  // What came before the id it names was stored, whole, until an activity has that id.
  `DROP INDEX CONCURRENTLY IF EXISTS provider_events_waiting`,
  `CREATE INDEX CONCURRENTLY provider_events_waiting
    ON provider_events (tenant_id, dispatch_config_id, provider_activity_id) WHERE waiting IS NOT NULL`,
  // Of nothing of ours: kept for a day, and not for as long as an activity.
  `DROP INDEX CONCURRENTLY IF EXISTS provider_events_of_none`,
  `CREATE INDEX CONCURRENTLY provider_events_of_none ON provider_events (tenant_id, received_at)
    WHERE activity_id IS NULL`,
  `DROP INDEX CONCURRENTLY IF EXISTS provider_events_of_activity`,
  `CREATE INDEX CONCURRENTLY provider_events_of_activity ON provider_events (tenant_id, activity_id)
    WHERE activity_id IS NOT NULL`,
  `UPDATE api_keys SET permissions = array_append(permissions, 'VIEW_CONTACTS')
    WHERE 'MANAGE_COMMERCES' = ANY(permissions) AND NOT 'VIEW_CONTACTS' = ANY(permissions)`,
];
