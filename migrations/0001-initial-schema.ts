// Why: the first schema: tenants, master data, dispatch configs, activities with their history, results.
import { ForwardOnly } from './forward-only';

/**
 * Every table but `tenants` starts its keys with tenant_id, the distribution column on Citus; there are no
 * triggers, and child tables name their parent by (tenant_id, id). The hot tables (activities, its history, attributes
 * and target users) have no foreign key to `tenants`, whose one row each insert would share-lock, nor to their
 * activity: they are written in the statement that creates it and removed in the one that purges it.
 */
export class InitialSchema1700000000001 extends ForwardOnly {
  protected readonly statements = statements;
}

const statements = [
  `CREATE TABLE tenants (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'PAUSED')),
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now()
  )`,

  `CREATE TABLE api_keys (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    hash bytea NOT NULL,
    permissions text[] NOT NULL,
    expires_at timestamptz(3),
    revoked_at timestamptz(3),
    last_used_at timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, hash)
  )`,

  `CREATE TABLE commerces (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    external_id text NOT NULL,
    name text NOT NULL,
    tax_id text,
    is_active boolean NOT NULL DEFAULT true,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, external_id)
  )`,

  `CREATE TABLE commerce_users (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    commerce_id uuid NOT NULL,
    external_id text,
    first_name text NOT NULL,
    last_name text,
    roles text[] NOT NULL DEFAULT '{}' CHECK (roles <@ ARRAY[
      'OWNER', 'ORDERS', 'FINANCE', 'ATTENTION', 'ADMIN', 'COMMERCE_REP', 'OTHER']),
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, commerce_id) REFERENCES commerces (tenant_id, id) ON DELETE CASCADE
  )`,
  `CREATE INDEX commerce_users_of_commerce ON commerce_users (tenant_id, commerce_id, id)`,
  `CREATE UNIQUE INDEX commerce_users_external_id ON commerce_users (tenant_id, commerce_id, external_id)
    WHERE external_id IS NOT NULL`,

  `CREATE TABLE commerce_user_contacts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    commerce_user_id uuid NOT NULL,
    type text NOT NULL CHECK (type IN ('EMAIL', 'PHONE', 'WHATSAPP', 'PUSH_TOKEN', 'OTHER')),
    value text NOT NULL,
    is_primary boolean NOT NULL DEFAULT false,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, commerce_user_id, type, value),
    FOREIGN KEY (tenant_id, commerce_user_id) REFERENCES commerce_users (tenant_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE operators (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    external_id text NOT NULL,
    type text NOT NULL CHECK (type IN ('SALESMAN', 'ACTIVATOR', 'CALLCENTER')),
    name text NOT NULL,
    email text,
    phone text,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, external_id)
  )`,

  `CREATE TABLE routes (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    external_id text NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, external_id)
  )`,

  `CREATE TABLE route_operators (
    tenant_id uuid NOT NULL,
    route_id uuid NOT NULL,
    operator_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('LEAD', 'MEMBER')),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, route_id, operator_id),
    FOREIGN KEY (tenant_id, route_id) REFERENCES routes (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators (tenant_id, id) ON DELETE CASCADE
  )`,
  `CREATE INDEX route_operators_of_operator ON route_operators (tenant_id, operator_id)`,

  `CREATE TABLE dispatch_configs (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    name text NOT NULL,
    provider_code text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('SALESMAN', 'CALLCENTER', 'WHATSAPP', 'EMAIL', 'SMS', 'PUSH')),
    base_url text,
    credentials text NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    priority integer NOT NULL DEFAULT 0,
    is_active boolean NOT NULL DEFAULT true,
    max_per_second integer CHECK (max_per_second > 0),
    max_concurrent integer CHECK (max_concurrent > 0),
    max_attempts integer CHECK (max_attempts > 0),
    base_delay_ms integer CHECK (base_delay_ms >= 0),
    max_delay_ms integer CHECK (max_delay_ms >= 0),
    timeout_ms integer CHECK (timeout_ms > 0),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
  )`,
  `CREATE INDEX dispatch_configs_of_channel ON dispatch_configs (tenant_id, channel, priority, id)`,

  `CREATE TABLE target_resolution_configs (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    strategy text NOT NULL CHECK (strategy IN ('ON_CREATION', 'ON_DISPATCH', 'MANUAL')),
    channels text[],
    criteria jsonb NOT NULL DEFAULT '[]',
    fallback_to_commerce_rep boolean NOT NULL DEFAULT true,
    fallback_to_owner boolean NOT NULL DEFAULT true,
    priority integer NOT NULL DEFAULT 0,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
  )`,
  `CREATE UNIQUE INDEX target_resolution_configs_priority ON target_resolution_configs (tenant_id, priority)
    WHERE is_active`,

  `CREATE TABLE attribute_keys (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    key text NOT NULL,
    label text NOT NULL,
    description text,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key)
  )`,

  `CREATE TABLE attribute_policies (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    key text NOT NULL,
    strategy text NOT NULL CHECK (strategy IN ('UPFRONT', 'ON_DISPATCH', 'CALLER_PROVIDED')),
    resolver text NOT NULL CHECK (resolver IN ('INTERNAL_SERVICE', 'CLIENT_HOOK', 'CALLER_PROVIDED')),
    hook jsonb,
    fallback jsonb,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key),
    CHECK ((resolver = 'CLIENT_HOOK') = (hook IS NOT NULL))
  )`,

  // A READY activity is in exactly one of three states, told apart by two columns:
  //   queued     next_attempt_at null                      claimable now, in activities_queue
  //   waiting    next_attempt_at set, lease_token null     for its schedule or a retry, in activities_waiting
  //   in flight  next_attempt_at set, lease_token set      claimed; next_attempt_at is when the lease expires
  // so a schedule, a retry and a crashed claim all come due through one column and one index.
  `CREATE TABLE activities (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL CHECK (type IN ('TASK', 'MESSAGE')),
    channel text NOT NULL CHECK (channel IN ('SALESMAN', 'CALLCENTER', 'WHATSAPP', 'EMAIL', 'SMS', 'PUSH')),
    reason text NOT NULL,
    status text NOT NULL CHECK (status IN ('READY', 'UNRESOLVED', 'DISPATCHED', 'COMPLETED', 'CANCELED', 'FAILED')),
    origin text NOT NULL DEFAULT 'API' CHECK (origin IN ('API', 'ACTION', 'RECURRING', 'REDRIVE')),
    idempotency_key text NOT NULL,
    content_hash bytea NOT NULL,
    commerce_id uuid,
    assignment_reason text,
    route_id uuid,
    operator_id uuid,
    scheduled_at timestamptz(3) NOT NULL,
    suggested_execution_time text,
    score double precision NOT NULL DEFAULT 0,
    user_status text,
    target_criteria jsonb,
    metadata jsonb NOT NULL DEFAULT '{}',
    pinned_config_id uuid,
    dispatch_config_id uuid,
    provider_code text,
    provider_activity_id text,
    dispatch_attempt_count integer NOT NULL DEFAULT 0 CHECK (dispatch_attempt_count >= 0),
    next_attempt_at timestamptz(3),
    lease_token uuid,
    last_error_code text,
    last_error_message text,
    retry_of uuid,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    dispatched_at timestamptz(3),
    finished_at timestamptz(3),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, idempotency_key),
    FOREIGN KEY (tenant_id, commerce_id) REFERENCES commerces (tenant_id, id),
    FOREIGN KEY (tenant_id, route_id) REFERENCES routes (tenant_id, id),
    FOREIGN KEY (tenant_id, operator_id) REFERENCES operators (tenant_id, id),
    CONSTRAINT task_has_details CHECK (
      (type = 'TASK' AND route_id IS NOT NULL AND operator_id IS NOT NULL)
      OR (type = 'MESSAGE' AND route_id IS NULL AND operator_id IS NULL)),
    CONSTRAINT commerce_unless_action CHECK (commerce_id IS NOT NULL OR origin IN ('ACTION', 'RECURRING', 'REDRIVE')),
    CONSTRAINT only_ready_waits CHECK (status = 'READY' OR (next_attempt_at IS NULL AND lease_token IS NULL)),
    CONSTRAINT lease_expires CHECK (lease_token IS NULL OR (next_attempt_at IS NOT NULL AND dispatch_attempt_count > 0)),
    CONSTRAINT sent_has_time CHECK (status NOT IN ('DISPATCHED', 'COMPLETED') OR dispatched_at IS NOT NULL),
    CONSTRAINT final_has_time CHECK ((status IN ('COMPLETED', 'CANCELED', 'FAILED')) = (finished_at IS NOT NULL)),
    CONSTRAINT error_is_whole CHECK ((last_error_code IS NULL) = (last_error_message IS NULL))
  )`,
  // One queue per tenant, channel and pinned config: a paused or slow provider's backlog is never scanned to reach
  // another's.
  `CREATE INDEX activities_queue ON activities (tenant_id, channel, pinned_config_id, score DESC, scheduled_at, id)
    WHERE status = 'READY' AND next_attempt_at IS NULL`,
  `CREATE INDEX activities_waiting ON activities (tenant_id, next_attempt_at)
    WHERE status = 'READY' AND next_attempt_at IS NOT NULL`,
  // For lists. READY ones are left out: they have the two indexes above, the claim could be planned by this one when
  // the statistics are old, and it is one entry less to write for each activity and each claim.
  `CREATE INDEX activities_by_status ON activities (tenant_id, status, id) WHERE status <> 'READY'`,
  `CREATE INDEX activities_of_commerce ON activities (tenant_id, commerce_id, id)`,
  `CREATE INDEX activities_by_provider_id ON activities (tenant_id, provider_activity_id)
    WHERE provider_activity_id IS NOT NULL`,

  // One append-only row for everything that happened: a transition (to_status set), an attempt (attempt set),
  // or both at once, as when the attempt that the provider accepted makes the activity DISPATCHED.
  `CREATE TABLE activity_events (
    tenant_id uuid NOT NULL,
    activity_id uuid NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    trigger text NOT NULL,
    from_status text,
    to_status text,
    actor text,
    attempt integer,
    dispatch_config_id uuid,
    provider_code text,
    started_at timestamptz(3),
    duration_ms integer,
    http_status integer,
    error_code text,
    error_message text,
    provider_activity_id text,
    response_body text,
    created_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, activity_id, id),
    CONSTRAINT says_something CHECK (to_status IS NOT NULL OR attempt IS NOT NULL)
  )`,

  `CREATE TABLE activity_target_users (
    tenant_id uuid NOT NULL,
    activity_id uuid NOT NULL,
    id uuid NOT NULL,
    commerce_user_id uuid,
    resolution_status text NOT NULL CHECK (resolution_status IN ('PENDING', 'RESOLVED', 'LOCKED', 'FAILED')),
    lock_reason text CHECK (lock_reason IN (
      'CRITERIA_MATCH', 'FALLBACK_COMMERCE_REP', 'FALLBACK_OWNER', 'MANUAL_ASSIGNMENT')),
    error_message text,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, activity_id, id),
    FOREIGN KEY (tenant_id, commerce_user_id) REFERENCES commerce_users (tenant_id, id),
    CONSTRAINT resolved_has_user CHECK (
      (resolution_status IN ('RESOLVED', 'LOCKED')) = (commerce_user_id IS NOT NULL)
      AND (commerce_user_id IS NOT NULL) = (lock_reason IS NOT NULL))
  )`,
  `CREATE INDEX activity_target_users_of_user ON activity_target_users (tenant_id, commerce_user_id)
    WHERE commerce_user_id IS NOT NULL`,

  `CREATE TABLE activity_attributes (
    tenant_id uuid NOT NULL,
    activity_id uuid NOT NULL,
    key text NOT NULL,
    value jsonb,
    fallback jsonb,
    strategy text NOT NULL CHECK (strategy IN ('UPFRONT', 'ON_DISPATCH', 'CALLER_PROVIDED')),
    resolver text NOT NULL CHECK (resolver IN ('INTERNAL_SERVICE', 'CLIENT_HOOK', 'CALLER_PROVIDED')),
    resolution_status text NOT NULL CHECK (resolution_status IN ('PENDING', 'RESOLVED', 'FAILED', 'FALLBACK')),
    error_message text,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, activity_id, key)
  )`,

  // HELD: arrived while a call was in flight, applied when the send settles. REPLACED: overridden by a later one.
  `CREATE TABLE activity_results (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('LINKED', 'STANDALONE')),
    state text NOT NULL CHECK (state IN ('HELD', 'APPLIED', 'REPLACED')),
    activity_id uuid,
    commerce_id uuid,
    provider_activity_id text,
    status text NOT NULL CHECK (status IN ('PENDING', 'COMPLETED', 'NOT_EXECUTED', 'CANCELED', 'TRANSFERRED')),
    external_status text,
    occurred_at timestamptz(3) NOT NULL,
    hard_override boolean NOT NULL DEFAULT false,
    raw_payload json,
    result text,
    comment text,
    contact_type text CHECK (contact_type IN ('INBOUND', 'OUTBOUND')),
    operator_external_id text,
    future_scheduled_at timestamptz(3),
    payload jsonb,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, activity_id) REFERENCES activities (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, commerce_id) REFERENCES commerces (tenant_id, id),
    CONSTRAINT linked_has_activity CHECK ((kind = 'LINKED') = (activity_id IS NOT NULL)),
    CONSTRAINT standalone_has_commerce CHECK (kind = 'LINKED' OR commerce_id IS NOT NULL),
    CONSTRAINT standalone_is_applied CHECK (kind = 'LINKED' OR state = 'APPLIED')
  )`,
  `CREATE UNIQUE INDEX activity_results_one_terminal ON activity_results (tenant_id, activity_id)
    WHERE activity_id IS NOT NULL AND status <> 'PENDING' AND state <> 'REPLACED'`,
  `CREATE INDEX activity_results_of_activity ON activity_results (tenant_id, activity_id, id)
    WHERE activity_id IS NOT NULL`,
  `CREATE INDEX activity_results_of_commerce ON activity_results (tenant_id, commerce_id, id)`,
  `CREATE INDEX activity_results_held ON activity_results (tenant_id, activity_id) WHERE state = 'HELD'`,
];
