// Why: tenants' systems are told of status changes, by an outbox that the changing statement itself writes.
import { ForwardOnly } from './forward-only';

export class Webhooks1700000000008 extends ForwardOnly {
  protected readonly statements = statements;
}

/** A UUIDv7 (RFC 9562 §5.7) of a random v4: the first 48 bits become the time in ms, the version's bits 0111. */
const newId = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
  52, 1), 53, 1), 'hex')::uuid`;

const statements = [
  `CREATE TABLE webhooks (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    url text NOT NULL,
    events text[] NOT NULL CHECK (cardinality(events) > 0),
    secrets text NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    disabled_at timestamptz(3),
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT disabled_is_inactive CHECK (disabled_at IS NULL OR NOT is_active)
  )`,

  // The outbox. As with activities, a PENDING row's next_attempt_at is when it is due or, with a lease_token, when
  // the claim expires. There is no foreign key to webhooks: each status change would share-lock the webhook's row, and
  // fail when the webhook is removed at that moment; and a webhook with millions of rows could not be removed within
  // the statement timeout. What it leaves behind is removed by retention.
  `CREATE TABLE webhook_deliveries (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL DEFAULT ${newId},
    webhook_id uuid NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    subject_id uuid NOT NULL,
    event_type text NOT NULL,
    data jsonb NOT NULL,
    occurred_at timestamptz(3) NOT NULL,
    status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz(3),
    lease_token uuid,
    last_attempt_at timestamptz(3),
    last_http_status integer,
    last_error text,
    delivered_at timestamptz(3),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT pending_is_due CHECK ((status = 'PENDING') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT pending_is_leased CHECK (lease_token IS NULL OR status = 'PENDING'),
    CONSTRAINT delivered_has_time CHECK (status <> 'DELIVERED' OR delivered_at IS NOT NULL)
  ) WITH (
    fillfactor = 90,
    autovacuum_vacuum_scale_factor = 0.01,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_analyze_scale_factor = 0.02
  )`,
  `CREATE INDEX webhook_deliveries_due ON webhook_deliveries (tenant_id, webhook_id, next_attempt_at, seq)
    WHERE status = 'PENDING'`,
  // The order of each subject's events: what has an earlier one in here waits.
  `CREATE INDEX webhook_deliveries_order ON webhook_deliveries (tenant_id, webhook_id, subject_id, seq)
    WHERE status = 'PENDING'`,
  // Since when each webhook has not been told.
  `CREATE INDEX webhook_deliveries_oldest ON webhook_deliveries (tenant_id, webhook_id, occurred_at)
    WHERE status = 'PENDING'`,
  `CREATE INDEX webhook_deliveries_log ON webhook_deliveries (tenant_id, webhook_id, seq)`,
  `CREATE INDEX webhook_deliveries_old ON webhook_deliveries (tenant_id, occurred_at) WHERE status <> 'PENDING'`,
];
