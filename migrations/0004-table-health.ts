// Why: retention needs to find old finished activities, and the hot tables need vacuuming by rows, not by share.
import { ForwardOnly } from './forward-only';

export class TableHealth1700000000004 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // An interrupted build leaves an invalid index behind, which IF NOT EXISTS would take for a good one.
  `DROP INDEX CONCURRENTLY IF EXISTS activities_finished`,
  `CREATE INDEX CONCURRENTLY activities_finished ON activities (tenant_id, finished_at) WHERE finished_at IS NOT NULL`,

  // Deleting an operator or a route asks whether an activity refers to it.
  `DROP INDEX CONCURRENTLY IF EXISTS activities_of_operator`,
  `CREATE INDEX CONCURRENTLY activities_of_operator ON activities (tenant_id, operator_id)
    WHERE operator_id IS NOT NULL`,
  `DROP INDEX CONCURRENTLY IF EXISTS activities_of_route`,
  `CREATE INDEX CONCURRENTLY activities_of_route ON activities (tenant_id, route_id) WHERE route_id IS NOT NULL`,

  // Each activity is updated at least twice. With the default of a fifth of the table a day of 10 M activities would
  // leave 2 M dead rows, and the queue index as many dead entries, before the first vacuum.
  `ALTER TABLE activities SET (
    fillfactor = 90,
    autovacuum_vacuum_scale_factor = 0.01,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_delay = 0,
    autovacuum_analyze_scale_factor = 0.02)`,
  `ALTER TABLE activity_events SET (autovacuum_vacuum_insert_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.1)`,
  `ALTER TABLE dispatch_config_rates SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500)`,
  `ALTER TABLE dispatch_config_slots SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500)`,
];
