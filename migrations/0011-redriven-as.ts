// Why: a redriven activity shows its latest copy, and lists tell what was redriven; copies are found by their original.
// Expand: 0.1 reads and writes as before.
import { ForwardOnly } from './forward-only';

export class RedrivenAs1700000000011 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // An interrupted build leaves an invalid index behind, which IF NOT EXISTS would take for a good one.
  `DROP INDEX CONCURRENTLY IF EXISTS activities_redriven`,
  `CREATE INDEX CONCURRENTLY activities_redriven ON activities (tenant_id, retry_of, id) WHERE retry_of IS NOT NULL`,
];
