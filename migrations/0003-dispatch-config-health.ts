// Why: circuit breakers and limits of dispatch configs, shared by all processes.
import { ForwardOnly } from './forward-only';

export class DispatchConfigHealth1700000000003 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  // A row is an open breaker; a healthy config has none, so that calls that succeed write nothing here.
  `CREATE TABLE dispatch_config_outages (
    tenant_id uuid NOT NULL,
    dispatch_config_id uuid NOT NULL,
    opened_at timestamptz(3) NOT NULL,
    probe_at timestamptz(3) NOT NULL,
    failed_probes integer NOT NULL DEFAULT 0,
    error_code text NOT NULL,
    error_message text NOT NULL,
    PRIMARY KEY (tenant_id, dispatch_config_id),
    FOREIGN KEY (tenant_id, dispatch_config_id) REFERENCES dispatch_configs (tenant_id, id) ON DELETE CASCADE
  )`,

  // The rate limit: calls may start from next_free_ms on (ms since 1970; a number, since adding an interval to a
  // timestamp column is not allowed in an UPDATE on Citus). One update reserves several starts.
  `CREATE TABLE dispatch_config_rates (
    tenant_id uuid NOT NULL,
    dispatch_config_id uuid NOT NULL,
    next_free_ms double precision NOT NULL,
    PRIMARY KEY (tenant_id, dispatch_config_id),
    FOREIGN KEY (tenant_id, dispatch_config_id) REFERENCES dispatch_configs (tenant_id, id) ON DELETE CASCADE
  ) WITH (fillfactor = 50)`,

  // The concurrency limit: how many of a config's calls each process may have under way, until its hold expires.
  `CREATE TABLE dispatch_config_slots (
    tenant_id uuid NOT NULL,
    dispatch_config_id uuid NOT NULL,
    holder uuid NOT NULL,
    slots integer NOT NULL CHECK (slots >= 0),
    expires_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, dispatch_config_id, holder),
    FOREIGN KEY (tenant_id, dispatch_config_id) REFERENCES dispatch_configs (tenant_id, id) ON DELETE CASCADE
  ) WITH (fillfactor = 50)`,
];
