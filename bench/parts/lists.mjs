import { performance } from 'node:perf_hooks';
import { median, ms } from '../numbers.mjs';

/** How old the oldest activity is, in days. */
const days = 90;
const stores = 20_000;
const samples = 5;
/** What no query of a person may take longer than. */
const most = 1_000;

/**
 * Lists and searches of one tenant with two million activities, as the console asks for them. A query that is refused as
 * too broad has its code in the note.
 */
export async function lists(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { listRows } = bench.sizes;
  await bench.withErrand({ dispatchers: 0 }, async (errand) => {
    const tenant = await errand.tenant();
    await tenant.configure('/api/routes', { externalId: 'R1', name: 'Route' });
    await tenant.configure('/api/operators', { externalId: 'O1', name: 'Operator', type: 'SALESMAN' });
    await fill(errand.database, tenant.id, listRows);
    const found = await landmarks(errand.database, tenant.id);
    for (const [what, query] of Object.entries(queries(found))) await measure(bench, tenant, what, query);
  });
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {string} what
 * @param {string} query
 */
async function measure(bench, tenant, what, query) {
  /** @type {number[]} */
  const times = [];
  /** @type {Set<string>} */
  const answers = new Set();
  // The first read warms the cache and is not counted.
  for (let sample = 0; sample <= samples; sample += 1) {
    const startedAt = performance.now();
    const { status, body } = await tenant.get(`/api/activities?${query}`);
    if (sample > 0) times.push(performance.now() - startedAt);
    answers.add(status === 200 ? `${body.data.length} rows` : body.code);
  }
  bench.row({
    what: `${what}, p50 of ${samples}`,
    figure: ms(median(times)),
    value: median(times),
    note: `most ${ms(Math.max(...times))}; ${[...answers].join(', ')}`,
    target: { most, unit: 'ms' },
  });
}

/** @typedef {{ key: string, store: string, cursor: string, config: string, rareConfig: string }} Landmarks */

/** @param {Landmarks} found @returns {Record<string, string>} */
function queries({ key, store, cursor, config, rareConfig }) {
  const old = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const hourLater = new Date(Date.now() - 40 * 86_400_000 + 3_600_000).toISOString();
  const future = new Date(Date.now() + 300 * 86_400_000).toISOString();
  return {
    'newest page': '',
    'newest page, total=exact': 'total=exact',
    'page 400': 'page=400&perPage=25',
    'page 40,000, total=none': 'page=40000&perPage=25&total=none',
    'cursor half way': `cursor=${cursor}`,
    'cursor half way, of FAILED ones': `cursor=${cursor}&status=FAILED`,
    'created 40 days ago': `createdTo=${old}`,
    'created within an hour 40 days ago': `createdFrom=${old}&createdTo=${hourLater}`,
    'status FAILED': 'status=FAILED',
    'status FAILED, total=exact': 'status=FAILED&total=exact',
    'status READY': 'status=READY',
    'waiting for its schedule': 'waiting=SCHEDULE',
    'FAILED, of a common channel': 'status=FAILED&channel=WHATSAPP',
    'FAILED, of a channel that has none': 'status=FAILED&channel=PUSH',
    'FAILED with a rare reason': 'status=FAILED&reason=rare',
    'COMPLETED with a rare reason': 'status=COMPLETED&reason=rare',
    'FAILED with a label': 'status=FAILED&label.campaign=c777',
    'error code': 'errorCode=TIMEOUT',
    'error codes': 'errorCode=TIMEOUT,PROVIDER_REJECTED',
    'error code and a channel that has none of it': 'errorCode=TIMEOUT&channel=PUSH',
    'an error code that is nowhere': 'errorCode=NOWHERE',
    'a store of 15 %': `commerceExternalId=${store}`,
    'a store of 15 %, FAILED': `commerceExternalId=${store}&status=FAILED`,
    'a store of 15 %, a channel that has none': `commerceExternalId=${store}&channel=CALLCENTER`,
    'a store of 15 %, FAILED, total=exact': `commerceExternalId=${store}&status=FAILED&total=exact`,
    'a store of 15 %, UNRESOLVED (none)': `commerceExternalId=${store}&status=UNRESOLVED`,
    'a small store': 'commerceExternalId=S19999',
    'not redriven, FAILED': 'status=FAILED&redriven=false',
    'redriven (none)': 'redriven=true',
    'a common channel': 'channel=WHATSAPP',
    'a rare channel': 'channel=SALESMAN',
    'a channel that has none': 'channel=PUSH',
    'a common config': `dispatchConfigId=${config}`,
    'a rare config': `dispatchConfigId=${rareConfig}`,
    'a config that has none': 'dispatchConfigId=019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a',
    'a provider that has none': 'provider=NOWHERE',
    'an origin that has none': 'origin=RECURRING',
    'a type that is rare': 'type=TASK',
    'scheduled from next year on (none)': `scheduledFrom=${future}`,
    'scheduled 40 days ago or earlier': `scheduledTo=${old}`,
    'scheduled within an hour': `scheduledFrom=${old}&scheduledTo=${hourLater}`,
    'a rare reason': 'reason=rare',
    'a reason that is nowhere': 'reason=nowhere',
    'a label of one in 1,000': 'label.campaign=c777',
    'a label that is nowhere': 'label.campaign=nowhere',
    'a label that is nowhere, in 24 hours': `label.campaign=nowhere&createdFrom=${dayAgo()}`,
    'two filters, empty together': `status=CANCELED&dispatchConfigId=${config}`,
    'search for a key': `search=${key}`,
    'search for part of a store': 'search=Tienda%201999',
    'search for part of 20,000 stores': 'search=tienda',
    'search for part of a reason': 'search=cobranza',
    'search for part of a rare reason': 'search=rar',
    'search for nothing': 'search=zzzzzz',
    'search for nothing, in 24 hours': `search=zzzzzz&createdFrom=${dayAgo()}`,
    'search for a store, FAILED': 'search=Tienda%2000007&status=FAILED',
  };
}

const dayAgo = () => new Date(Date.now() - 86_400_000).toISOString();

/**
 * @param {import('../postgres.mjs').Database} database
 * @param {string} tenantId
 * @returns {Promise<Landmarks>}
 */
async function landmarks(database, tenantId) {
  const [row] = await database.query(
    `SELECT a.id, a.idempotency_key AS key FROM activities a WHERE a.tenant_id = $1 ORDER BY a.id
     OFFSET (SELECT count(*) / 2 FROM activities) LIMIT 1`,
    [tenantId],
  );
  return {
    key: row.key,
    cursor: Buffer.from(`activities:${row.id}`).toString('base64url'),
    store: 'S0',
    config: configId(1),
    rareConfig: configId(4),
  };
}

const configId = (/** @type {number} */ place) => `00000000-0000-7000-8000-00000000000${place}`;

/**
 * Rows as a year of use leaves them: most are COMPLETED, 6 % FAILED, 3 % wait, one store has 15 %. Written past the
 * product, foreign keys and secondary indexes, which are made afterwards: 2,000,000 through the api would take an hour.
 * @param {import('../postgres.mjs').Database} database
 * @param {string} tenantId
 * @param {number} count
 */
async function fill(database, tenantId, count) {
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
       CASE WHEN status = 'READY' THEN now() + n % 2000000 * interval '1 s' ELSE at + n % 1000 * interval '1 s' END,
       json_build_object('campaign', 'c' || n::bigint * 31 % 1000, 'team', (ARRAY['norte', 'sur'])[1 + n % 2]),
       CASE WHEN status NOT IN ('READY', 'CANCELED', 'UNRESOLVED') THEN
         ('00000000-0000-7000-8000-00000000000' || CASE WHEN n = 2000 THEN 4 ELSE 1 + n % 3 END)::uuid END,
       CASE WHEN status NOT IN ('READY', 'CANCELED', 'UNRESOLVED') THEN 'YOM' END,
       CASE WHEN status IN ('DISPATCHED', 'COMPLETED') THEN 'p-' || md5 END,
       CASE WHEN status IN ('READY', 'CANCELED', 'UNRESOLVED') THEN 0 ELSE 1 END,
       CASE WHEN status = 'READY' THEN now() + n % 2000000 * interval '1 s' END,
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
