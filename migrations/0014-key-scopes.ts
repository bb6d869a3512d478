// Why: a key ends with the key that made it, may be bound to channels, dispatch configs and addresses, and can be
// replaced by rotation. Expand: 0.1 neither reads nor writes these columns, and goes on with the keys that it has.
import { ForwardOnly } from './forward-only';

export class KeyScopes1700000000014 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  `ALTER TABLE api_keys ADD COLUMN IF NOT EXISTS parent_id uuid`,
  `ALTER TABLE api_keys ADD COLUMN IF NOT EXISTS rotated_from uuid`,
  `ALTER TABLE api_keys ADD COLUMN IF NOT EXISTS channels text[]`,
  `ALTER TABLE api_keys ADD COLUMN IF NOT EXISTS dispatch_config_ids uuid[]`,
  `ALTER TABLE api_keys ADD COLUMN IF NOT EXISTS allow_cidrs text[]`,
  // An interrupted build leaves an invalid index behind, which IF NOT EXISTS would take for a good one.
  `DROP INDEX CONCURRENTLY IF EXISTS api_keys_by_parent`,
  `CREATE INDEX CONCURRENTLY api_keys_by_parent ON api_keys (tenant_id, parent_id) WHERE parent_id IS NOT NULL`,
  // A key is rotated once.
  `DROP INDEX CONCURRENTLY IF EXISTS api_keys_rotated_once`,
  `CREATE UNIQUE INDEX CONCURRENTLY api_keys_rotated_once ON api_keys (tenant_id, rotated_from)
    WHERE rotated_from IS NOT NULL`,
];
