import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ownerUrlOf } from './database';

/**
 * The URL of a user for whom every statement that touches a row of a tenant in these tables fails, as all do that need
 * its node when that is down: those over all tenants as well. Row level security is what fails for that user.
 */
export async function urlWithDeadTenant(databaseUrl: string, tenantId: string, tables: string[]): Promise<string> {
  const user = `half_dead_${randomUUID().replaceAll('-', '')}`;
  const { username } = new URL(databaseUrl);
  const client = new Client({ connectionString: ownerUrlOf(databaseUrl) });
  await client.connect();
  try {
    await client.query(`
      CREATE ROLE ${user} LOGIN PASSWORD '${user}';
      GRANT USAGE ON SCHEMA public TO ${user};
      GRANT ALL ON ALL TABLES IN SCHEMA public TO ${user};
      GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${user};
      CREATE OR REPLACE FUNCTION answers(tenant uuid) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        IF tenant = '${tenantId}' THEN
          RAISE EXCEPTION 'its node is down' USING ERRCODE = 'connection_failure';
        END IF;
        RETURN true;
      END $$;`);
    for (const table of tables) {
      await client.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await client.query(`CREATE POLICY ${user} ON ${table} TO ${user} USING (answers(tenant_id)) WITH CHECK (true)`);
      // To the role of the processes, which is not their owner either, the rows stay what they were.
      await client.query(`CREATE POLICY beside_${user} ON ${table} TO ${username} USING (true)`);
    }
  } finally {
    await client.end();
  }
  return Object.assign(new URL(databaseUrl), { username: user, password: user }).href;
}
