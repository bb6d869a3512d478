// Why: result types and follow-ups; field systems that poll for tasks that changed; results found by provider id.
import { ForwardOnly } from './forward-only';

export class ResultTypes1700000000006 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  `CREATE TABLE IF NOT EXISTS result_types (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    code text NOT NULL,
    label text NOT NULL,
    requires_future_scheduled_at boolean NOT NULL DEFAULT false,
    creates_follow_up boolean NOT NULL DEFAULT false,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, code)
  )`,

  // The two ends of the link between a result and the activity it asked for. No foreign keys: retention removes either
  // end without asking for the other.
  `ALTER TABLE activities ADD COLUMN IF NOT EXISTS follow_up_of uuid`,
  `ALTER TABLE activity_results ADD COLUMN IF NOT EXISTS follow_up_activity_id uuid`,

  // What changed since the last poll, for all operators and for one. Only a TASK has an operator, so that messages,
  // most of the table, cost nothing here. The second replaces activities_of_operator, of which it starts with the keys.
  // An interrupted build leaves an invalid index behind, which IF NOT EXISTS would take for a good one.
  `DROP INDEX CONCURRENTLY IF EXISTS activities_tasks_changed`,
  `CREATE INDEX CONCURRENTLY activities_tasks_changed ON activities (tenant_id, updated_at, id) WHERE type = 'TASK'`,
  `DROP INDEX CONCURRENTLY IF EXISTS activities_of_operator_changed`,
  `CREATE INDEX CONCURRENTLY activities_of_operator_changed ON activities (tenant_id, operator_id, updated_at, id)
    WHERE operator_id IS NOT NULL`,
  `DROP INDEX CONCURRENTLY IF EXISTS activities_of_operator`,

  `DROP INDEX CONCURRENTLY IF EXISTS activity_results_by_provider_id`,
  `CREATE INDEX CONCURRENTLY activity_results_by_provider_id ON activity_results (tenant_id, provider_activity_id, id)
    WHERE provider_activity_id IS NOT NULL`,
];
