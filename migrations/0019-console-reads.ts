// Why: what webhooks were told of one activity, and whose a contact is, would each read a whole table; and a refused delivery
// is understood by what the endpoint answered. Expand: 0.1 only keeps the indexes and leaves the columns null.
import { ForwardOnly } from './forward-only';

export class ConsoleReads1700000000019 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  `DROP INDEX CONCURRENTLY IF EXISTS webhook_deliveries_of_subject`,
  `CREATE INDEX CONCURRENTLY webhook_deliveries_of_subject ON webhook_deliveries (tenant_id, subject_id, seq)`,
  `DROP INDEX CONCURRENTLY IF EXISTS webhook_deliveries_failed`,
  `CREATE INDEX CONCURRENTLY webhook_deliveries_failed ON webhook_deliveries (tenant_id, webhook_id, seq)
    WHERE status = 'FAILED'`,
  // Of the last attempt, 4 kB at most.
  `ALTER TABLE webhook_deliveries ADD COLUMN IF NOT EXISTS last_response_excerpt text`,
];
