import { Reads } from '../reads.mjs';
import { configId, fillActivities } from '../year-of-use.mjs';

/**
 * Lists and searches of one tenant with two million activities, as the console asks for them. A query that is refused as
 * too broad has its code in the note.
 */
export async function lists(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { listRows } = bench.sizes;
  await bench.withErrand({ dispatchers: 0 }, async (errand) => {
    const tenant = await errand.tenant();
    await fillActivities(tenant, listRows);
    const found = await landmarks(errand.database, tenant.id);
    const reads = new Reads(bench, tenant);
    for (const [what, query] of Object.entries(queries(found))) await reads.measure(what, `/api/activities?${query}`);
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
