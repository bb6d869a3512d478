import { AuditRetention } from '@errand/audit';
import { auditPurge } from '../../apps/cli/src/audit-purge.command';
import { startApi, type TestApi } from '../support/api';
import { startDispatcher } from '../support/dispatcher';
import { eventually } from '../support/eventually';
import { testEnvironment } from '../support/settings';
import { execute } from '../support/sql';
import { createTenant } from '../support/tenants';
import { entriesOf } from './entries';

let api: TestApi;
let tenantId: string;
beforeEach(async () => {
  api = await startApi();
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
async function purge(days: string, url = api.settings.databaseUrl ?? ''): Promise<string> {
  const written: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await auditPurge({ ...testEnvironment(url), AUDIT_RETENTION_DAYS: days });
  } finally {
    write.mockRestore();
  }
  return written.join('');
}

describe('old entries of the audit log', () => {
  it('are removed by npm run audit:purge, in all logs, and no younger ones', async () => {
    expect(await old()).toEqual([700, 700]);
    expect(await purge('0')).toBe('0 entries removed\n');
    expect(await purge('30')).toBe('1400 entries removed\n');
    expect(await old()).toEqual([0, 0]);
    const kept = [await entriesOf(api, {}), await entriesOf(api, { tenant: tenantId })];
    expect(kept).toMatchObject([[{ action: 'tenant.created' }], [{ action: 'tenant.created' }]]);
  });

  it('are removed by a dispatcher whose role may', async () => {
    const dispatcher = await startDispatcher({ ...api.settings, auditRetentionDays: 30 });
    await eventually(old, ([own, platform]) => own === 0 && platform === 0);
    await dispatcher.close();
  });

  it('stay where the role of a process has INSERT and SELECT alone, which is all that it needs', async () => {
    const role = `audit_reader_${process.pid}`;
    const url = new URL(api.settings.databaseUrl ?? '');
    await execute(api, `CREATE ROLE ${role} LOGIN PASSWORD 'app'`);
    try {
      await execute(api, `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
      await execute(api, `REVOKE UPDATE, DELETE ON audit_log, platform_audit_log FROM ${role}`);
      [url.username, url.password] = [role, 'app'];
      await expect(purge('30', url.href)).rejects.toThrow('no DELETE');
      const humble = await startApi({ databaseUrl: url.href, auditRetentionDays: 30 });
      const made = await humble.request<{ id: string }>('POST', '/api/tenants', {
        body: { code: 'humble', name: 'H' },
      });
      expect(await entriesOf(humble, { tenant: made.body.id })).toMatchObject([{ action: 'tenant.created' }]);
      const retention = humble.app.get(AuditRetention);
      expect(await retention.purgeIfAllowed(tenantId, new AbortController().signal)).toBe(0);
      await humble.close();
      expect(await old()).toEqual([700, 700]);
      await expect(execute(api, `SET ROLE ${role}; UPDATE audit_log SET actor = 'me'`)).rejects.toThrow('permission');
    } finally {
      await execute(
        api,
        `RESET ROLE; REASSIGN OWNED BY ${role} TO CURRENT_USER; DROP OWNED BY ${role}; DROP ROLE ${role}`,
      );
    }
  });
});
