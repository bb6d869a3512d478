// Why: the rules that judge actions, with every version of each that was ever saved.
import { ForwardOnly } from './forward-only';

/** Conditions and actions are json, not jsonb, so that an export has their keys in the order they were written in. */
export class Rules1700000000002 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  `CREATE TABLE rules (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    name text NOT NULL,
    priority integer NOT NULL DEFAULT 0,
    enabled boolean NOT NULL DEFAULT true,
    timezone text,
    description text,
    condition json NOT NULL,
    action json,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
  )`,

  // No foreign key to rules: the history outlives the rule.
  `CREATE TABLE rule_versions (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    rule_id uuid NOT NULL,
    version integer NOT NULL,
    change text NOT NULL CHECK (change IN ('CREATED', 'CHANGED', 'DELETED')),
    actor text NOT NULL,
    definition json NOT NULL,
    created_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, rule_id, version)
  )`,
];
