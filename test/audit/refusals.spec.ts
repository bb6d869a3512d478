import { startApi, type TestApi } from '../support/api';
import { eventually } from '../support/eventually';
import { execute, executeAsOwner } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';
import { type AuditEntryBody, entriesOf } from './entries';

let api: TestApi;
let tenant: TestTenant;
beforeEach(async () => {
  api = await startApi();
  tenant = await createTenant(api);
});
afterEach(() => api.close());

/** The refusals of a log, once there are so many. */
const refused = (count: number, tenantId?: string) =>
  eventually(
    () => entriesOf(api, { query: 'outcome=refused', ...(tenantId === undefined ? {} : { tenant: tenantId }) }),
    (entries: AuditEntryBody[]) => entries.length >= count,
  );

describe('what is refused', () => {
  it('is noted for the tenant whose key it was, without what was sent', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    const headers = { 'x-request-id': 'try-1' };
    const answer = await api.request('PATCH', '/api/dispatch-configs/hush', { key, headers, body: { name: 'hush' } });
    expect(answer.status).toBe(403);
    const [entry] = await refused(1, tenant.id);
    expect(entry).toMatchObject({
      ...{ actor: `key:${key.slice(0, 10)}`, actorKind: 'key', address: '127.0.0.1', requestId: 'try-1' },
      ...{ action: 'operation.refused', subjectType: 'operation', subjectId: 'PATCH /api/dispatch-configs/:id' },
      ...{ before: null, after: { status: 403, code: 'FORBIDDEN' }, outcome: 'refused' },
    });
    expect(JSON.stringify(entry)).not.toContain('hush');
    expect(await entriesOf(api, { query: 'outcome=refused' })).toEqual([]);
  });

  it('is noted for the installation where nobody knows the key, by its prefix if it has the form of one', async () => {
    const unknown = `erk_${'hush_x'.padEnd(43, 'y')}_${tenant.id.replaceAll('-', '')}`;
    for (const key of [null, 'hush-hush-hush', unknown]) {
      expect((await api.request('GET', '/api/activities', { key })).status).toBe(401);
    }
    const entries = await refused(3);
    expect(entries.map(({ actor, after }) => [actor, after?.status])).toEqual([
      ['key:erk_hush_x', 401],
      ['unknown', 401],
      ['unknown', 401],
    ]);
    expect(JSON.stringify(entries)).not.toContain('hush-hush');
    expect(JSON.stringify(entries)).not.toContain('yyy');
    expect(await entriesOf(api, { tenant: tenant.id, query: 'outcome=refused' })).toEqual([]);
  });

  it('is noted for the tenant of the key that names another tenant', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    expect((await api.request('GET', '/api/activities', { key, tenant: 'another' })).status).toBe(403);
    const [entry] = await refused(1, tenant.id);
    expect(entry).toMatchObject({ actor: `key:${key.slice(0, 10)}`, after: { status: 403, code: 'FORBIDDEN' } });
  });

  it('is a sample: however many there are, few are written', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    const attempts = Array.from({ length: 300 }, (_, n) =>
      api.request('GET', '/api/api-keys', { key: n % 2 === 0 ? key : 'wrong' }),
    );
    for (const { status } of await Promise.all(attempts)) expect([401, 403]).toContain(status);
    await refused(5);
    await refused(5, tenant.id);
    await api.app.close(); // what is to be written is written
    api = await startApi({ databaseUrl: api.settings.databaseUrl });
    const [{ count } = { count: 0 }] = await execute<{ count: number }>(
      api,
      `SELECT (SELECT count(*) FROM audit_log WHERE outcome = 'refused')
         + (SELECT count(*) FROM platform_audit_log WHERE outcome = 'refused') AS count`,
    );
    // Twice as many when a minute passed meanwhile.
    expect(Number(count)).toBeLessThanOrEqual(20);
  });

  it('is answered all the same when it cannot be written', async () => {
    await executeAsOwner(api, 'ALTER TABLE platform_audit_log ADD CONSTRAINT broken CHECK (false) NOT VALID');
    expect((await api.request('GET', '/api/activities', { key: 'wrong' })).status).toBe(401);
    expect((await api.request('GET', '/api/activities', { key: 'wrong' })).status).toBe(401);
    await executeAsOwner(api, 'ALTER TABLE platform_audit_log DROP CONSTRAINT broken');
    expect((await api.request('GET', '/api/activities', { key: 'wrong' })).status).toBe(401);
    expect(await refused(1)).toMatchObject([{ actor: 'unknown' }]);
  });
});
