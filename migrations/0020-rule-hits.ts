// Why: how often each rule has decided, by verdict and hour. Expand: the code before this one does not know the table.
import { ForwardOnly } from './forward-only';

export class RuleHits1700000000020 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  // The hour comes first, since hours are read and purged together. No foreign key to rules: what a rule did outlives it.
  `CREATE TABLE rule_hits (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    hour timestamptz(3) NOT NULL,
    rule_id uuid NOT NULL,
    verdict text NOT NULL,
    n bigint NOT NULL,
    last_hit_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, hour, rule_id, verdict)
  ) WITH (fillfactor = 70)`,
];
