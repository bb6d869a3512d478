// Why: an attempt says what follows from it and carries the provider's own code; a config may be held because it is
// wrong, not only because its provider is down. Expand: 0.1 reads and writes none of the new columns.
import { ForwardOnly } from './forward-only';

export class Dispositions1700000000010 extends ForwardOnly {
  /** Each lock on a big table is let go before the next one is waited for; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // The words are checked where they are made, by types: a CHECK on these two would have to read all of their rows.
  `ALTER TABLE activity_events ADD COLUMN IF NOT EXISTS disposition text`,
  `ALTER TABLE activity_events ADD COLUMN IF NOT EXISTS provider_error_code text`,
  `ALTER TABLE activities ADD COLUMN IF NOT EXISTS last_error_disposition text`,
  `ALTER TABLE activities ADD COLUMN IF NOT EXISTS last_error_provider_code text`,

  `ALTER TABLE dispatch_configs ADD COLUMN IF NOT EXISTS on_uncertain text NOT NULL DEFAULT 'retry'`,
  `ALTER TABLE dispatch_configs DROP CONSTRAINT IF EXISTS on_uncertain_is_known`,
  `ALTER TABLE dispatch_configs ADD CONSTRAINT on_uncertain_is_known CHECK (on_uncertain IN ('retry', 'fail'))`,

  // Nobody probes a MISCONFIGURED one. Its probe_at is for 0.1 alone, which arms a timer for it: it must lie less than
  // 2^31 ms ahead (24.8 days), or that timer fires at once, again and again.
  `ALTER TABLE dispatch_config_outages ADD COLUMN IF NOT EXISTS kind text NOT NULL DEFAULT 'DOWN'`,
  `ALTER TABLE dispatch_config_outages DROP CONSTRAINT IF EXISTS kind_is_known`,
  `ALTER TABLE dispatch_config_outages ADD CONSTRAINT kind_is_known CHECK (kind IN ('DOWN', 'MISCONFIGURED'))`,
  `ALTER TABLE dispatch_config_outages ADD COLUMN IF NOT EXISTS provider_error_code text`,
];
