import { AuditRetention } from '@errand/audit';
import { auditPurge } from '../../apps/cli/src/audit-purge.command';
import { startApi, type TestApi } from '../support/api';
import { startDispatcher } from '../support/dispatcher';
import { ownerUrlOf } from '../support/database';
import { eventually } from '../support/eventually';
import { testEnvironment } from '../support/settings';
import { execute } from '../support/sql';
import { createTenant } from '../support/tenants';
import { entriesOf } from './entries';

let api: TestApi;
let tenantId: string;
beforeEach(async () => {
  api = await startApi({ auditRetentionDays: 30 });
  tenantId = (await createTenant(api)).id;
  const values = `at, actor, actor_kind, action, subject_type, outcome)
    SELECT ('0' || (1980000 + n) || '-0000-7000-8000-000000000000')::uuid, '2025-07-13T00:00:00Z', 'system', 'system', 'thing.changed',
      'thing', 'done' FROM generate_series(1, 700) n`;
  await execute(api, `INSERT INTO platform_audit_log (id, ${values}`);
  await execute(
    api,
    `INSERT INTO audit_log (id, ${values}`.replace('(id', '(tenant_id, id').replace('SELECT', `SELECT '${tenantId}',`),
  );
});
afterEach(() => api.close());

const old = async () => {
  const [own, platform] = ['audit_log', 'platform_audit_log'].map((table) =>
    execute(api, `SELECT 1 FROM ${table} WHERE subject_type = 'thing'`),
  );
  return [(await own)?.length, (await platform)?.length];
};

/** What the command prints. */
async function purge(env: NodeJS.ProcessEnv): Promise<string> {
  const written: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await auditPurge(env);
  } finally {
    write.mockRestore();
  }
  return written.join('');
}

/** As the role of a process, which has INSERT and SELECT there. */
const processEnvironment = () => testEnvironment(api.settings.databaseUrl ?? '');

describe('old entries of the audit log', () => {
  it('are removed by npm run audit:purge, in all logs, and no younger ones', async () => {
    const DATABASE_OWNER_URL = ownerUrlOf(api.settings.databaseUrl ?? '');
    expect(await old()).toEqual([700, 700]);
    expect(await purge({ ...processEnvironment(), DATABASE_OWNER_URL, AUDIT_RETENTION_DAYS: '0' })).toBe(
      '0 entries removed\n',
    );
    expect(await purge({ ...processEnvironment(), DATABASE_OWNER_URL, AUDIT_RETENTION_DAYS: '30' })).toBe(
      '1400 entries removed\n',
    );
    expect(await old()).toEqual([0, 0]);
    const kept = [await entriesOf(api, {}), await entriesOf(api, { tenant: tenantId })];
    expect(kept).toMatchObject([[{ action: 'tenant.created' }], [{ action: 'tenant.created' }]]);
  });

  it('are removed by a dispatcher whose role may', async () => {
    const databaseUrl = ownerUrlOf(api.settings.databaseUrl ?? '');
    const dispatcher = await startDispatcher({ databaseUrl, auditRetentionDays: 30 });
    await eventually(old, ([own, platform]) => own === 0 && platform === 0);
    await dispatcher.close();
  });

  it('stay where the role may not, which changes none of them either', async () => {
    await expect(purge({ ...processEnvironment(), AUDIT_RETENTION_DAYS: '30' })).rejects.toThrow('DATABASE_OWNER_URL');
    expect(await api.app.get(AuditRetention).purgeIfAllowed(tenantId, new AbortController().signal)).toBe(0);
    await expect(execute(api, `UPDATE audit_log SET actor = 'me'`)).rejects.toThrow('permission denied');
    await expect(execute(api, 'DELETE FROM platform_audit_log')).rejects.toThrow('permission denied');
    expect(await old()).toEqual([700, 700]);
  });
});
