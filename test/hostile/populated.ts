import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Response, TestApi } from '../support/api';
import { bodyOf, type Document, operationsOf } from '../support/openapi';
import { tenantPermissions } from '../support/tenants';

/** A tenant with something of every kind, made of the document's examples, and the ids by the path that made them. */
export class Populated {
  readonly ids = new Map<string, string[]>();
  /** Of a key with all permissions. */
  key = '';

  private constructor(
    private readonly api: Pick<TestApi, 'request'>,
    readonly id: string,
    /** Stands in everything it has a name for. */
    readonly code: string,
  ) {}

  static async make(api: Pick<TestApi, 'request'>, document: Document, code: string): Promise<Populated> {
    const { body } = await api.request<{ id: string }>('POST', '/api/tenants', { body: { code, name: code } });
    const tenant = new Populated(api, body.id, code);
    const keyBody = { name: 'own', permissions: tenantPermissions };
    const made = await api.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body: keyBody,
      tenant: body.id,
    });
    tenant.key = made.body.plaintextKey;
    const store = { externalId: 'STORE-1', name: `Corner Store of ${code}` };
    await tenant.send('POST', '/api/commerces', '/api/commerces', store);
    const mock = { name: 'mock', providerCode: 'MOCK', channel: 'WHATSAPP' };
    await tenant.send('POST', '/api/dispatch-configs', '/api/dispatch-configs', mock);
    for (const operation of operationsOf(document)) {
      const { method, path } = operation;
      if (method !== 'POST' || path.startsWith('/api/tenants') || /rotate|revoke/.test(path)) continue;
      await tenant.send(method, tenant.whole(path), path, bodyOf(operation)?.example);
    }
    return tenant;
  }

  /** A documented path with ids of this tenant. */
  whole(path: string): string {
    const filled = path.replace(
      /^(.*?)\/\{id\}/,
      (_, collection: string) => `${collection}/${this.idOf(collection, 0)}`,
    );
    return filled.replaceAll(/\/\{\w+\}/g, () => `/${this.idOf('/api/commerces/{id}/users', 0)}`);
  }

  /** @param collection the documented path */
  async send(
    method: string,
    path: string,
    collection: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Response<unknown>> {
    const isForTenantKeys = path.startsWith('/api/integration/');
    const answer = await this.api.request(method, path, {
      body,
      tenant: this.id,
      ...(isForTenantKeys && { key: this.key }),
      ...(headers && { headers }),
    });
    const { id } = (answer.body ?? {}) as { id?: unknown };
    if (answer.status === 201 && typeof id === 'string')
      this.ids.set(collection, [...(this.ids.get(collection) ?? []), id]);
    return answer;
  }

  /** @param collection any where empty */
  idOf(collection: string, n: number): string {
    const ids = collection === '' ? [...this.ids.values()].flat() : (this.ids.get(collection) ?? []);
    return ids[n % ids.length] ?? randomUUID();
  }

  /** A count and a hash of everything it has, by table. */
  async content(databaseUrl: string): Promise<Record<string, unknown>> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY table_name`,
    );
    const content: Record<string, unknown> = {};
    for (const { name } of tables) {
      const text = `SELECT count(*)::int AS rows, md5(string_agg(t::text, ',' ORDER BY t::text)) AS hash FROM ${name} t WHERE tenant_id = $1`;
      content[name] = (await client.query(text, [this.id])).rows[0];
    }
    await client.end();
    return content;
  }
}
