// Why: how many activities went where, and how attempts ended, is read from sums and not by counting activities; and how
// the last tests of a dispatch config went is kept. Expand: the code before this one knows none of these tables.
import { ForwardOnly } from './forward-only';

export class Statistics1700000000018 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // The history is appended in the order of its times: 80 kB find ten minutes of it, of all tenants.
  `DROP INDEX CONCURRENTLY IF EXISTS activity_events_of_time`,
  `CREATE INDEX CONCURRENTLY activity_events_of_time ON activity_events
    USING brin (created_at) WITH (pages_per_range = 32, autosummarize = on)`,

  // Transitions to a status. A bucket begins at its time and is one step long.
  `CREATE TABLE IF NOT EXISTS transition_counts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    step text NOT NULL CHECK (step IN ('5m', '1h')),
    bucket timestamptz(3) NOT NULL,
    channel text NOT NULL,
    origin text NOT NULL,
    to_status text NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (tenant_id, step, bucket, channel, origin, to_status)
  ) WITH (fillfactor = 70)`,

  // Attempts that were recorded: by no config (the nil UUID), accepted (no error code). The last and the newest activity
  // are kept here, where the history would have to be searched for them.
  `CREATE TABLE IF NOT EXISTS attempt_counts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    step text NOT NULL CHECK (step IN ('5m', '1h')),
    bucket timestamptz(3) NOT NULL,
    dispatch_config_id uuid NOT NULL,
    error_code text NOT NULL,
    n bigint NOT NULL,
    duration_ms bigint NOT NULL,
    histogram integer[] NOT NULL CHECK (cardinality(histogram) = 14),
    last_at timestamptz(3) NOT NULL,
    newest_activity_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, step, bucket, dispatch_config_id, error_code)
  ) WITH (fillfactor = 70)`,

  // Until when the sums of all tenants are filled: one row, of the nil UUID.
  `CREATE TABLE IF NOT EXISTS roll_up_marks (
    tenant_id uuid PRIMARY KEY,
    filled_until timestamptz(3) NOT NULL
  )`,

  // Neither what was sent nor what was answered, in which there may be addresses of people.
  `CREATE TABLE IF NOT EXISTS dispatch_config_tests (
    tenant_id uuid NOT NULL,
    dispatch_config_id uuid NOT NULL,
    id uuid NOT NULL,
    tested_at timestamptz(3) NOT NULL,
    disposition text NOT NULL,
    http_status integer,
    error_code text,
    duration_ms integer NOT NULL,
    PRIMARY KEY (tenant_id, dispatch_config_id, id),
    FOREIGN KEY (tenant_id, dispatch_config_id) REFERENCES dispatch_configs (tenant_id, id) ON DELETE CASCADE
  )`,
];
