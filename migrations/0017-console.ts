// Why: who looks at the console signs in with an API key once and has a session from then on; to send failed activities
// again is a permission of its own. Expand: 0.1 neither reads nor writes these tables, and knows no such permission.
import { ForwardOnly } from './forward-only';

export class Console1700000000017 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  // The text that opens it is not kept, only the SHA-256 of it. It ends with its key.
  `CREATE TABLE console_sessions (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    hash bytea NOT NULL,
    api_key_id uuid NOT NULL,
    created_at timestamptz(3) NOT NULL,
    last_seen_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    ip text NOT NULL,
    user_agent text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, hash)
  )`,
  // Of the platform key: of no tenant. The hash is keyed with that key, so that another key knows none of them.
  `CREATE TABLE platform_sessions (
    id uuid NOT NULL,
    hash bytea NOT NULL,
    created_at timestamptz(3) NOT NULL,
    last_seen_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    ip text NOT NULL,
    user_agent text,
    PRIMARY KEY (id),
    UNIQUE (hash)
  )`,
  // Keys go on doing what they could.
  `UPDATE api_keys SET permissions = array_append(permissions, 'REDRIVE_ACTIVITY')
    WHERE 'CREATE_ACTIVITY' = ANY (permissions) AND NOT 'REDRIVE_ACTIVITY' = ANY (permissions)`,
];
