import type { KeyRing, SealedColumn, StoredEnvelope } from '@errand/crypto';
import type { Database, Statement } from '@errand/database';

/** The envelopes of a column that an older key than the primary one has sealed, tenant by tenant. */
export async function* oldEnvelopes(
  database: Database,
  keyRing: KeyRing,
  column: SealedColumn,
): AsyncGenerator<StoredEnvelope> {
  const { readOld, replaceOne } = statementsOf(column);
  for (const { id: tenantId } of await database.query<{ id: string }>(readTenants)) {
    const rows = await database.query<{ id: string; envelope: string }>(readOld, [tenantId, keyRing.primaryPrefix]);
    for (const { id, envelope } of rows) {
      const replace = async (renewed: string) =>
        (await database.query(replaceOne, [tenantId, id, envelope, renewed])).length > 0;
      yield { envelope, associatedData: column.boundTo(tenantId, id), name: `${tenantId}/${id}`, replace };
    }
  }
}

const readTenants: Statement = { name: 'read-tenant-ids', text: 'SELECT id FROM tenants ORDER BY id' };

function statementsOf({ table, id, envelope }: SealedColumn): { readOld: Statement; replaceOne: Statement } {
  return {
    readOld: {
      name: `read-old-${table}-${envelope}`,
      text: `SELECT ${id} AS id, ${envelope} AS envelope FROM ${table}
        WHERE tenant_id = $1 AND NOT starts_with(${envelope}, $2)`,
    },
    // Compare and set: what was changed meanwhile stays as it was changed.
    replaceOne: {
      name: `reseal-${table}-${envelope}`,
      text: `UPDATE ${table} SET ${envelope} = $4
        WHERE tenant_id = $1 AND ${id} = $2 AND ${envelope} = $3 RETURNING ${id}`,
    },
  };
}
