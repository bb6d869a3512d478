// Why: actions at /v1/dispatch are kept as they came beside the activities made of them, and rules count.
import { ForwardOnly } from './forward-only';

export class Actions1700000000007 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // What a caller asked for; what became of it is told by its activity. `payload` may be any JSON, null too.
  `CREATE TABLE IF NOT EXISTS actions (
    tenant_id uuid NOT NULL,
    activity_id uuid NOT NULL,
    namespace text NOT NULL,
    action_id text,
    dedup_key text,
    provider text NOT NULL,
    payload jsonb NOT NULL,
    content_hash bytea NOT NULL,
    verdict jsonb NOT NULL,
    matched_rule text,
    is_scheduled boolean NOT NULL,
    created_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, activity_id),
    FOREIGN KEY (tenant_id, activity_id) REFERENCES activities (tenant_id, id) ON DELETE CASCADE
  )`,
  `CREATE INDEX IF NOT EXISTS actions_scheduled ON actions (tenant_id, activity_id) WHERE is_scheduled`,

  // What throttle and deduplicate count in: one row for a rule and a key, used again when its time is over.
  `CREATE TABLE IF NOT EXISTS rule_windows (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    rule text NOT NULL,
    key text NOT NULL,
    count integer NOT NULL,
    ends_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, rule, key)
  )`,
  `CREATE INDEX IF NOT EXISTS rule_windows_ended ON rule_windows (tenant_id, ends_at)`,

  // Scheduled actions that come due soon are looked for every few seconds, whatever else waits.
  `DROP INDEX CONCURRENTLY IF EXISTS activities_actions_waiting`,
  `CREATE INDEX CONCURRENTLY activities_actions_waiting ON activities (next_attempt_at)
    WHERE status = 'READY' AND next_attempt_at IS NOT NULL AND origin IN ('ACTION', 'RECURRING')`,
];
