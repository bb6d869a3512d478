// Why: recurring actions at /v1/recurring, and what became of each of their occurrences.
import { ForwardOnly } from './forward-only';

export class Recurring1700000000009 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  // `payload` may be any JSON; null is stored as NULL. The last activity has no foreign key: retention removes it.
  `CREATE TABLE recurring_actions (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    namespace text NOT NULL,
    name text,
    description text,
    labels jsonb NOT NULL,
    provider text NOT NULL,
    action_type text NOT NULL,
    payload jsonb,
    metadata jsonb NOT NULL,
    dedup_key text,
    commerce_id uuid,
    commerce_external_id text,
    cron_expression text NOT NULL,
    timezone text NOT NULL,
    ends_at timestamptz(3),
    max_executions integer CHECK (max_executions > 0),
    overlap_policy text NOT NULL CHECK (overlap_policy IN ('allow_all', 'skip')),
    missed_policy text NOT NULL CHECK (missed_policy IN ('fire_once', 'skip', 'fire_all')),
    is_paused boolean NOT NULL,
    next_at timestamptz(3),
    last_at timestamptz(3),
    last_activity_id uuid,
    execution_count integer NOT NULL DEFAULT 0,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT paused_has_no_next CHECK (NOT is_paused OR next_at IS NULL)
  )`,
  // Which tenants have something due, and what of one tenant is.
  `CREATE INDEX recurring_actions_next ON recurring_actions (next_at) WHERE next_at IS NOT NULL`,
  `CREATE INDEX recurring_actions_due ON recurring_actions (tenant_id, next_at) WHERE next_at IS NOT NULL`,

  // The key is what makes an occurrence happen once, however many dispatchers come upon it. No foreign key: of one
  // action there may be millions, too many to go with it in one statement, so retention removes those of one that is gone.
  `CREATE TABLE recurring_occurrences (
    tenant_id uuid NOT NULL,
    recurring_id uuid NOT NULL,
    occurs_at timestamptz(3) NOT NULL,
    kind text NOT NULL CHECK (kind IN ('scheduled', 'backfill')),
    status text NOT NULL CHECK (status IN ('fired', 'skipped')),
    reason text,
    activity_id uuid,
    created_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, recurring_id, occurs_at),
    CONSTRAINT fired_or_why CHECK ((status = 'fired') = (reason IS NULL) AND (status = 'skipped' OR activity_id IS NOT NULL))
  )`,
  `CREATE INDEX recurring_occurrences_old ON recurring_occurrences (tenant_id, created_at)`,
];
