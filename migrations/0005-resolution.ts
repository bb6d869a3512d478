// Why: resolution asks whom a store was last contacted through and what its last result was; hooks are signed.
import { ForwardOnly } from './forward-only';

export class Resolution1700000000005 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // The sealed secret that signs the calls of a policy's hook; null for a hook that was saved before there were any.
  `ALTER TABLE attribute_policies ADD COLUMN IF NOT EXISTS hook_secret text`,

  // A store's latest contact on a channel is the first entry; nothing else of its history is read.
  `DROP INDEX CONCURRENTLY IF EXISTS activities_contacts`,
  `CREATE INDEX CONCURRENTLY activities_contacts ON activities (tenant_id, commerce_id, channel, dispatched_at DESC)
    WHERE status IN ('DISPATCHED', 'COMPLETED')`,

  `DROP INDEX CONCURRENTLY IF EXISTS activity_results_latest`,
  `CREATE INDEX CONCURRENTLY activity_results_latest ON activity_results
    (tenant_id, commerce_id, occurred_at DESC, id DESC) WHERE state <> 'REPLACED'`,
];
