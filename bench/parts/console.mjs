import { Reads } from '../reads.mjs';
import { fillActivities, fillHistory } from '../year-of-use.mjs';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * What the screens of the console ask for beside the lists of activities (part `lists`), of one tenant with two million
 * activities and 20,000 stores. Where it says "none" there is nothing of the kind.
 */
export async function console(/** @type {import('../bench.mjs').Bench} */ bench) {
  await bench.withErrand({ dispatchers: 0 }, async (errand) => {
    const tenant = await errand.tenant();
    await fillActivities(tenant, bench.sizes.listRows);
    await fillHistory(tenant);
    const ids = await newest(tenant, 100);
    const failed = await newest(tenant, 1, 'FAILED');
    const waiting = await newest(tenant, 1_000, 'READY');
    const reads = new Reads(bench, tenant);
    for (const [what, path] of Object.entries(pathsOf(ids, failed[0] ?? ''))) await reads.measure(what, path);
    for (const [what, path, body] of dryRuns(waiting)) await reads.measure(what, path, body);
  });
}

/** @param {string[]} ids @param {string} failed @returns {Record<string, string>} */
function pathsOf(ids, failed) {
  const [newestId = '', older = ''] = [ids[0], ids[25]];
  const last = (/** @type {number} */ time) =>
    `from=${new Date(Date.now() - time).toISOString()}&to=${new Date().toISOString()}`;
  const ahead = (/** @type {number} */ time) =>
    `from=${new Date().toISOString()}&to=${new Date(Date.now() + time).toISOString()}`;
  return {
    'the overview, 24 hours': `/api/stats/overview?${last(dayMs)}`,
    'the overview, 30 days': `/api/stats/overview?${last(30 * dayMs)}`,
    'outcomes of 24 hours by 5 minutes': `/api/stats/activities?${last(dayMs)}&step=5m`,
    'outcomes of 7 days by hour': `/api/stats/activities?${last(7 * dayMs)}&step=1h`,
    'outcomes of 30 days by day': `/api/stats/activities?${last(30 * dayMs)}&step=1d&timezone=America/Bogota`,
    'channels of 30 days by hour': `/api/stats/activities?${last(30 * dayMs)}&step=1h&by=channel`,
    'why it fails, 24 hours': `/api/stats/failures?${last(dayMs)}`,
    'why it fails, 30 days': `/api/stats/failures?${last(30 * dayMs)}`,
    'scheduled within a week by hour': `/api/stats/scheduled?${ahead(7 * dayMs)}&step=1h`,
    'scheduled within a month by day': `/api/stats/scheduled?${ahead(31 * dayMs)}&step=1d&timezone=America/Bogota`,
    'accounts, one hour': '/api/dispatch-configs/health?window=1h',
    'accounts, 24 hours': '/api/dispatch-configs/health?window=24h',
    'changes of 100 rows': `/api/activities/changes?ids=${ids.join(',')}&newerThan=${newestId}`,
    'changes of 25 rows, and 25 newer ones': `/api/activities/changes?ids=${ids.slice(25, 50).join(',')}&newerThan=${older}`,
    'a page of those that wait, and why': '/api/activities?status=READY&include=waitingFor&total=capped',
    'how many FAILED ones there are': '/api/activities?status=FAILED&total=capped&perPage=1',
    'an activity': `/api/activities/${failed}`,
    'its timeline': `/api/activities/${failed}/timeline`,
    'what it would send now': `/api/activities/${failed}/payload`,
    'people by a name (none)': '/api/people?search=ana',
    'stores by a name': '/api/commerces?search=Tienda%201999',
    'rules and their hits (none)': `/api/rules/stats?${last(30 * dayMs)}`,
    'the audit': '/api/audit',
    'results (none)': '/api/activity-results',
    'webhooks (none)': '/api/webhooks',
    'recurring actions (none)': '/v1/recurring',
    'tenants and what they do': '/api/tenants/stats',
  };
}

/** @param {string[]} waiting @returns {[what: string, path: string, body: unknown][]} */
function dryRuns(waiting) {
  const dryRun = true;
  return [
    ['redrive of all FAILED ones, dry', '/api/activities/redrive', { filter: {}, dryRun }],
    ['redrive of one error code, dry', '/api/activities/redrive', { filter: { errorCode: ['TIMEOUT'] }, dryRun }],
    ['cancel of all that wait, dry', '/api/activities/bulk-cancel', { filter: {}, dryRun }],
    ['cancel of 1,000, dry', '/api/activities/bulk-cancel', { ids: waiting, dryRun }],
    ['retry of all UNRESOLVED ones, dry', '/api/activities/bulk-retry-resolution', { filter: {}, dryRun }],
  ];
}

/**
 * @param {import('../errand.mjs').Tenant} tenant
 * @param {number} count
 * @param {string} [status]
 * @returns {Promise<string[]>} ids, the newest first
 */
async function newest({ errand, id }, count, status) {
  const rows = await errand.database.query(
    `SELECT id FROM activities WHERE tenant_id = $1 AND ($2::text IS NULL OR status = $2) ORDER BY id DESC LIMIT $3`,
    [id, status, count],
  );
  return rows.map((row) => row.id);
}
