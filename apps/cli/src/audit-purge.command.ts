import { AuditModule, AuditRetention } from '@errand/audit';
import { Tenants, TenantsModule } from '@errand/tenants';
import { withModules } from './command-context';

/**
 * Removes what is older than AUDIT_RETENTION_DAYS from the audit logs, beside running processes, as their owner where
 * that is another role than the processes'. It can be stopped and run again.
 * @throws Error when the role may not
 */
export async function auditPurge(env: NodeJS.ProcessEnv): Promise<void> {
  const asOwner = { ...env, DATABASE_URL: env.DATABASE_OWNER_URL || env.DATABASE_URL, DATABASE_OWNER_URL: undefined };
  await withModules('audit-purge', asOwner, [AuditModule, TenantsModule], async (app) => {
    const retention = app.get(AuditRetention);
    if (!(await retention.isAllowed())) {
      throw new Error('this role may remove nothing from the audit logs: name their owner by DATABASE_OWNER_URL');
    }
    const { signal } = new AbortController();
    let removed = await retention.purge(null, signal);
    for await (const id of app.get(Tenants).ids()) removed += await retention.purge(id, signal);
    process.stdout.write(`${removed} entries removed\n`);
  });
}
