import { Tenants } from '@errand/tenants';
import type { INestApplicationContext } from '@nestjs/common';

/** The id of the tenant that a command names by its code or id. */
export async function tenantIdOf(app: INestApplicationContext, code: string): Promise<string> {
  const tenant = await app.get(Tenants).findByIdOrCode(code);
  if (!tenant) throw new Error(`there is no tenant ${code}`);
  return tenant.id;
}
