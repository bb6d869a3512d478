// Why: how often keys, tenants and addresses may ask, shared by all api processes; and the turn in which a tenant's rows
// of one kind are counted before one is added. Expand: 0.1 knows neither table.
import { ForwardOnly } from './forward-only';

export class Limits1700000000015 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  // What has been spent of a budget, as ms since 1970 (a number, since adding an interval to a timestamp column is not
  // allowed in an UPDATE on Citus): a row whose times have passed says the same as none. There is no foreign key to
  // tenants: what belongs to no tenant has the nil UUID.
  `CREATE TABLE rate_budgets (
    tenant_id uuid NOT NULL,
    subject text NOT NULL,
    since_ms double precision NOT NULL,
    spent_until_ms double precision NOT NULL,
    granted integer NOT NULL CHECK (granted >= 0),
    PRIMARY KEY (tenant_id, subject)
  ) WITH (fillfactor = 50)`,

  // Whoever adds a row of this kind locks this one first, so that two never count at the same time.
  `CREATE TABLE quota_turns (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    kind text NOT NULL,
    PRIMARY KEY (tenant_id, kind)
  ) WITH (fillfactor = 50)`,
];
