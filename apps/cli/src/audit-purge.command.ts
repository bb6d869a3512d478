import { AuditModule, AuditRetention } from '@errand/audit';
import { Tenants, TenantsModule } from '@errand/tenants';
import { withModules } from './command-context';

/**
 * Removes what is older than AUDIT_RETENTION_DAYS from the audit logs, beside running processes, as a role that may.
 * It can be stopped and run again.
 */
export async function auditPurge(env: NodeJS.ProcessEnv): Promise<void> {
  await withModules('audit-purge', env, [AuditModule, TenantsModule], async (app) => {
    const retention = app.get(AuditRetention);
    if (!(await retention.isAllowed())) throw new Error('the role of DATABASE_URL has no DELETE on the audit logs');
    const { signal } = new AbortController();
    let removed = await retention.purge(null, signal);
    for await (const id of app.get(Tenants).ids()) removed += await retention.purge(id, signal);
    process.stdout.write(`${removed} entries removed\n`);
  });
}
