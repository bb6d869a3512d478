// Why: the timeline of an activity tells which webhooks were told of it. Expand: an index.
import { ForwardOnly } from './forward-only';

export class DeliveriesOfSubject1700000000018 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // An interrupted build leaves an invalid index behind, which IF NOT EXISTS would take for a good one.
  `DROP INDEX CONCURRENTLY IF EXISTS webhook_deliveries_of_subject`,
  `CREATE INDEX CONCURRENTLY webhook_deliveries_of_subject ON webhook_deliveries (tenant_id, subject_id, seq)`,
];
