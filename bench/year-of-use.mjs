import { built } from './built.mjs';

/** How old the oldest activity is, in days. */
const days = 90;
const stores = 20_000;

/** The ids of its dispatch configs: 1 to 3 are common, one activity is of 4. */
export const configId = (/** @type {number} */ place) => `00000000-0000-7000-8000-00000000000${place}`;

/**
 * Activities as a year of use leaves them: most are COMPLETED, 6 % FAILED, 3 % wait, one store has 15 %. Written past the
 * product, foreign keys and secondary indexes, which are made afterwards: 2,000,000 through the api would take an hour.
 * @param {import('./errand.mjs').Tenant} tenant
 * @param {number} count
 */
export async function fillActivities(tenant, count) {
  const { errand, id: tenantId } = tenant;
  const { database } = errand;
  await tenant.configure('/api/routes', { externalId: 'R1', name: 'Route' });
  await tenant.configure('/api/operators', { externalId: 'O1', name: 'Operator', type: 'SALESMAN' });
  const secondary = await database.query(
    `SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
     WHERE indrelid = 'activities'::regclass AND NOT indisunique`,
  );
  for (const { name } of secondary) await database.query(`DROP INDEX ${name}`);
  await database.query(`SET session_replication_role = replica`);
  await database.query(`SET maintenance_work_mem = '512MB'`);
  await database.query(
    `INSERT INTO commerces (tenant_id, id, external_id, name)
     SELECT $1, overlay(md5('store' || n)::uuid::text PLACING '7' FROM 15 FOR 1)::uuid, 'S' || n,
       'Tienda ' || lpad(n::text, 5, '0') || ' Peñalolén'
     FROM generate_series(0, $2::int - 1) n`,
    [tenantId, stores],
  );
  await database.query(
    `INSERT INTO activities (tenant_id, id, type, channel, reason, status, idempotency_key, content_hash, commerce_id,
       route_id, operator_id, scheduled_at, metadata, dispatch_config_id, provider_code, provider_activity_id,
       dispatch_attempt_count, next_attempt_at, last_error_code, last_error_message, created_at, updated_at,
       dispatched_at, finished_at)
     SELECT $1, (left(time, 8) || '-' || right(time, 4) || '-7' || right(md5, 3) || '-8' || left(md5, 3) || '-'
         || substr(md5, 4, 12))::uuid,
       CASE WHEN task THEN 'TASK' ELSE 'MESSAGE' END,
       CASE WHEN task THEN 'SALESMAN' ELSE (ARRAY['WHATSAPP', 'EMAIL', 'SMS'])[1 + n % 3] END,
       CASE WHEN n = 1000 THEN 'rare' ELSE (ARRAY['Recordatorio de visita', 'Cobranza ágil', 'Promoción de la semana',
         'Encuesta'])[1 + n % 4] || ' ' || n % 50 END,
       status, 'order-' || md5, '\\x00',
       overlay(md5('store' || CASE WHEN n % 20 < 3 THEN 0 ELSE n::bigint * 7919 % $3 END)::uuid::text PLACING '7' FROM 15 FOR 1)::uuid,
       CASE WHEN task THEN (SELECT id FROM routes WHERE tenant_id = $1) END,
       CASE WHEN task THEN (SELECT id FROM operators WHERE tenant_id = $1) END,
       CASE WHEN status = 'READY' THEN now() + interval '1 day' + n % 2000000 * interval '1 s' ELSE at + n % 1000 * interval '1 s' END,
       json_build_object('campaign', 'c' || n::bigint * 31 % 1000, 'team', (ARRAY['norte', 'sur'])[1 + n % 2]),
       CASE WHEN status NOT IN ('READY', 'CANCELED', 'UNRESOLVED') THEN
         ('00000000-0000-7000-8000-00000000000' || CASE WHEN n = 2000 THEN 4 ELSE 1 + n % 3 END)::uuid END,
       CASE WHEN status NOT IN ('READY', 'CANCELED', 'UNRESOLVED') THEN 'YOM' END,
       CASE WHEN status IN ('DISPATCHED', 'COMPLETED') THEN 'p-' || md5 END,
       CASE WHEN status IN ('READY', 'CANCELED', 'UNRESOLVED') THEN 0 ELSE 1 END,
       CASE WHEN status = 'READY' THEN now() + interval '1 day' + n % 2000000 * interval '1 s' END,
       code, code, at, at,
       CASE WHEN status IN ('DISPATCHED', 'COMPLETED') THEN at END,
       CASE WHEN status IN ('COMPLETED', 'CANCELED', 'FAILED') THEN at END
     FROM (
       SELECT n, at, md5(n::text) AS md5, lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS time, n % 5000 = 0 AS task,
         status, CASE WHEN status = 'FAILED' THEN (ARRAY['TIMEOUT', 'PROVIDER_REJECTED', 'CONNECTION_FAILED'])[1 + n / 50 % 3]
           WHEN status = 'UNRESOLVED' THEN 'TARGET_UNRESOLVED' END AS code
       FROM generate_series(1, $2::int) n
       CROSS JOIN LATERAL (SELECT now() - ($2 - n) * (interval '${days} days' / $2) AS at,
         CASE WHEN n % 50 < 3 THEN 'FAILED' WHEN n % 100 BETWEEN 10 AND 12 THEN 'READY' WHEN n % 100 = 20 THEN 'CANCELED'
           WHEN n % 1000 = 31 THEN 'UNRESOLVED' WHEN n % 100 BETWEEN 40 AND 42 THEN 'DISPATCHED' ELSE 'COMPLETED' END
           AS status) made) row`,
    [tenantId, count, stores],
  );
  for (const { made } of secondary) await database.query(made);
  await database.query(`SET session_replication_role = DEFAULT`);
  await database.query('VACUUM (ANALYZE) activities, commerces');
  await database.checkpoint();
}

/**
 * The history of {@link fillActivities}, and its sums as the dispatcher would have made them: when each was created, and
 * of each that was sent one attempt, or of a failed one three.
 * @param {import('./errand.mjs').Tenant} tenant
 */
export async function fillHistory({ errand, id: tenantId }) {
  const { database } = errand;
  await database.query(`SET session_replication_role = replica`);
  await database.query(
    `INSERT INTO dispatch_configs (tenant_id, id, name, provider_code, channel, base_url, credentials, is_active)
     SELECT tenant_id, ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'account ' || n, 'YOM',
       (ARRAY['SMS', 'EMAIL', 'PUSH', 'CALLCENTER'])[n], base_url, credentials, false
     FROM dispatch_configs CROSS JOIN generate_series(1, 4) n WHERE tenant_id = $1`,
    [tenantId],
  );
  // In the order of their times, as they would have been appended: the index by time stands on it.
  await database.query(
    `INSERT INTO activity_events (tenant_id, activity_id, trigger, from_status, to_status, actor, attempt,
       dispatch_config_id, provider_code, started_at, duration_ms, http_status, error_code, error_message, disposition,
       provider_activity_id, created_at)
     SELECT tenant_id, id, trigger, CASE WHEN attempt IS NOT NULL AND to_status IS NOT NULL THEN 'READY' END, to_status,
       CASE WHEN attempt IS NULL THEN 'key:bench' ELSE 'dispatcher' END, attempt, config_id,
       CASE WHEN attempt IS NOT NULL THEN 'YOM' END, CASE WHEN attempt IS NOT NULL THEN at END, duration_ms,
       CASE WHEN attempt IS NULL THEN NULL WHEN error IS NULL THEN 200 ELSE 503 END, error, error,
       CASE WHEN attempt IS NULL THEN NULL WHEN error IS NULL THEN 'ACCEPTED' ELSE 'RETRY' END, provider_id, at
     FROM (
       SELECT a.tenant_id, a.id, e.n, a.created_at + e.n * interval '1 s' AS at,
         CASE WHEN e.n = 0 THEN 'CREATED' WHEN a.status <> 'FAILED' THEN 'ACCEPTED' WHEN e.n < 3 THEN 'ATTEMPT_FAILED'
           ELSE 'ATTEMPTS_EXHAUSTED' END AS trigger,
         CASE WHEN e.n = 0 THEN 'READY' WHEN a.status <> 'FAILED' THEN 'DISPATCHED' WHEN e.n = 3 THEN 'FAILED' END AS to_status,
         CASE WHEN e.n > 0 THEN e.n END AS attempt, CASE WHEN e.n > 0 THEN a.dispatch_config_id END AS config_id,
         CASE WHEN e.n > 0 THEN ('x' || substr(md5(a.id::text), 1, 3))::bit(12)::int END AS duration_ms,
         CASE WHEN e.n > 0 AND a.status = 'FAILED' THEN a.last_error_code END AS error,
         CASE WHEN e.n > 0 THEN a.provider_activity_id END AS provider_id
       FROM activities a CROSS JOIN LATERAL generate_series(0, CASE a.status
         WHEN 'FAILED' THEN 3 WHEN 'DISPATCHED' THEN 1 WHEN 'COMPLETED' THEN 1 ELSE 0 END) AS e (n)
       WHERE a.tenant_id = $1) AS happened
     ORDER BY at`,
    [tenantId],
  );
  for (const step of /** @type {const} */ (['5m', '1h'])) await sum(database, tenantId, step);
  await database.query(`SET session_replication_role = DEFAULT`);
  await database.query('VACUUM (ANALYZE) activity_events, transition_counts, attempt_counts, dispatch_configs');
  await database.checkpoint();
}

/**
 * @param {import('./postgres.mjs').Database} database
 * @param {string} tenantId
 * @param {'5m' | '1h'} step
 */
async function sum(database, tenantId, step) {
  const bucket = `date_bin('${step === '5m' ? '5 minutes' : '1 hour'}', e.created_at, to_timestamp(0))`;
  const since = `now() - interval '${step === '5m' ? '48 hours' : '400 days'}'`;
  const { bounds } = await import(built('libs/statistics/src/histogram.js'));
  const parts = Array.from({ length: bounds.length + 1 }, (_, part) => part);
  const histogram = parts
    .map((part) => `count(*) FILTER (WHERE width_bucket(e.duration_ms, ARRAY[${bounds.join(', ')}]) = ${part})`)
    .join(', ');
  await database.query(
    `INSERT INTO transition_counts (tenant_id, step, bucket, channel, origin, to_status, n)
     SELECT $1, $2, ${bucket}, a.channel, a.origin, e.to_status, count(*)
     FROM activity_events e JOIN activities a ON a.tenant_id = e.tenant_id AND a.id = e.activity_id
     WHERE e.tenant_id = $1 AND e.to_status IS NOT NULL AND e.created_at >= ${since} GROUP BY 3, 4, 5, 6`,
    [tenantId, step],
  );
  await database.query(
    `INSERT INTO attempt_counts (tenant_id, step, bucket, dispatch_config_id, error_code, n, duration_ms, histogram, last_at,
       newest_activity_id)
     SELECT $1, $2, ${bucket}, e.dispatch_config_id, COALESCE(e.error_code, ''), count(*), sum(e.duration_ms),
       ARRAY[${histogram}]::integer[], max(e.created_at), max(e.activity_id::text)::uuid
     FROM activity_events e WHERE e.tenant_id = $1 AND e.attempt IS NOT NULL AND e.created_at >= ${since}
     GROUP BY 3, 4, 5`,
    [tenantId, step],
  );
}
