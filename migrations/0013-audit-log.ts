// Why: who changed what, in each tenant and in the installation, and who was refused. Append-only: a running process needs
// INSERT and SELECT on both, and nothing else. Expand: 0.1 knows neither.
import { ForwardOnly } from './forward-only';

export class AuditLog1700000000013 extends ForwardOnly {
  protected readonly statements = statements;
}

/** The words of `action` and `subject_type` are checked where they are made, by types. */
const columns = `
    id uuid NOT NULL,
    at timestamptz(3) NOT NULL,
    actor text NOT NULL,
    actor_kind text NOT NULL CHECK (actor_kind IN ('key', 'platform', 'console', 'system')),
    address text,
    request_id text,
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id text,
    before json,
    after json,
    outcome text NOT NULL CHECK (outcome IN ('done', 'refused'))`;

const statements = [
  // No foreign key: an entry waits for nobody's lock on the tenant.
  `CREATE TABLE audit_log (tenant_id uuid NOT NULL, ${columns},
    PRIMARY KEY (tenant_id, id)
  )`,
  `CREATE INDEX audit_log_by_actor ON audit_log (tenant_id, actor, id)`,
  `CREATE INDEX audit_log_by_action ON audit_log (tenant_id, action, id)`,
  `CREATE INDEX audit_log_by_subject ON audit_log (tenant_id, subject_type, subject_id, id)`,
  `CREATE INDEX audit_log_by_subject_id ON audit_log (tenant_id, subject_id, id)`,
  `CREATE INDEX audit_log_by_request ON audit_log (tenant_id, request_id, id)`,
  `CREATE INDEX audit_log_refused ON audit_log (tenant_id, id) WHERE outcome = 'refused'`,

  // A reference table on Citus.
  `CREATE TABLE platform_audit_log (${columns},
    PRIMARY KEY (id)
  )`,
  `CREATE INDEX platform_audit_log_by_actor ON platform_audit_log (actor, id)`,
  `CREATE INDEX platform_audit_log_by_action ON platform_audit_log (action, id)`,
  `CREATE INDEX platform_audit_log_by_subject ON platform_audit_log (subject_type, subject_id, id)`,
  `CREATE INDEX platform_audit_log_by_subject_id ON platform_audit_log (subject_id, id)`,
  `CREATE INDEX platform_audit_log_by_request ON platform_audit_log (request_id, id)`,
  `CREATE INDEX platform_audit_log_refused ON platform_audit_log (id) WHERE outcome = 'refused'`,
];
