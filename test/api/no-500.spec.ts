import { randomUUID } from 'node:crypto';
import { inParallel } from '@errand/database';
import { errorCatalog } from '@errand/errors';
import fc from 'fast-check';
import { Client } from 'pg';
import { requester, type Response, type TestApi } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type FuzzRequest, idMark, requestsTo } from '../support/fuzz';
import { bodyOf, type Document, type Operation, operationsOf, readDocument } from '../support/openapi';
import { tenantPermissions } from '../support/tenants';
import { killRemainingProcesses, startProcess } from '../support/processes';

const perOperation = 20;
const seed = 20_260_131;

let database: TestDatabase;
let request: TestApi['request'];
let document: Document;

beforeAll(async () => {
  database = await createTestDatabase();
  const { url } = await startProcess('api', database.url, { LOG_LEVEL: 'error' });
  request = requester(url);
  document = await readDocument(url);
}, 60_000);

afterAll(async () => {
  await killRemainingProcesses();
  await database.drop();
});

type Problem = Record<'statusCode' | 'error' | 'message' | 'code' | 'requestId' | 'details' | 'retryable', unknown>;

/** A tenant and the ids that were made in it, by the path that made them. */
class Tenant {
  readonly ids = new Map<string, string[]>();

  /** For the endpoints that refuse the platform key. */
  key: string | undefined;

  private constructor(readonly id: string) {}

  /** With something of every kind, made of the document's examples. */
  static async make(code: string): Promise<Tenant> {
    const { body } = await request<{ id: string }>('POST', '/api/tenants', { body: { code, name: code } });
    const tenant = new Tenant(body.id);
    const keyBody = { name: 'own', permissions: tenantPermissions };
    const made = await request<{ plaintextKey: string }>('POST', '/api/api-keys', { body: keyBody, tenant: tenant.id });
    tenant.key = made.body.plaintextKey;
    await tenant.send('POST', '/api/commerces', '/api/commerces', { externalId: 'STORE-1', name: 'Corner Store' });
    const mock = { name: 'mock', providerCode: 'MOCK', channel: 'WHATSAPP' };
    await tenant.send('POST', '/api/dispatch-configs', '/api/dispatch-configs', mock);
    for (const operation of operationsOf(document)) {
      const { method, path } = operation;
      if (method !== 'POST' || path.startsWith('/api/tenants')) continue;
      const filled = path.replace(
        /^(.*?)\/\{id\}/,
        (_, collection: string) => `${collection}/${tenant.idOf(collection, 0)}`,
      );
      const whole = filled.replace(/\/\{\w+\}/, `/${tenant.idOf('/api/commerces/{id}/users', 0)}`);
      await tenant.send(method, whole, path, bodyOf(operation)?.example);
    }
    return tenant;
  }

  async send(
    method: string,
    path: string,
    collection: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Response<unknown>> {
    const answer = await request(method, path, {
      body,
      tenant: this.id,
      ...(path.startsWith('/api/integration/') && this.key !== undefined && { key: this.key }),
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
}

describe('generated requests', () => {
  it('never get a 500, nor an error of another form, nor anything of another tenant', async () => {
    const [own, foreign] = [await Tenant.make('own'), await Tenant.make('foreign')];
    const before = await contentOf(foreign);
    const requests = operationsOf(document).flatMap((operation, index) =>
      fc.sample(requestsTo(operation, document), { numRuns: perOperation, seed: seed + index }),
    );
    const failures: unknown[] = [];
    const statuses = new Map<number, number>();
    await inParallel(8, requests, async (generated) => {
      const { operation, path, headers, body } = withIds(generated, own, foreign);
      const answer = await own.send(operation.method, path, operation.path, body, headers);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const wrong = wrongIn(answer, operation, foreign);
      if (wrong)
        failures.push({
          wrong,
          operation: operation.name,
          path,
          headers,
          body: body?.slice(0, 1000),
          answer: answer.body,
        });
    });
    expect(failures).toEqual([]);
    expect(await contentOf(foreign)).toEqual(before);
    // The generator still makes what passes as well as what does not.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 204, 400, 404, 409, 415]));
  }, 180_000);
});

function withIds(generated: FuzzRequest, own: Tenant, foreign: Tenant): FuzzRequest {
  const put = (text: string) =>
    text.replace(idMark, (_, whose: string, collection: string, n: string) =>
      (whose === 'own' ? own : foreign).idOf(collection, Number(n)),
    );
  const { path, body } = generated;
  return { ...generated, path: put(path), body: body === undefined ? undefined : put(body) };
}

/** What is wrong with an answer, or undefined. */
function wrongIn(
  { status, body, headers }: Response<unknown>,
  operation: Operation,
  foreign: Tenant,
): string | undefined {
  const isPlatformOnly = operation['x-permission'] === 'MANAGE_TENANTS';
  if (status < 300) {
    if (!(status in operation.responses)) return 'an undocumented success';
    const text = JSON.stringify(body);
    const leaked = [...foreign.ids.values()].flat().find((id) => text.includes(`"id":"${id}"`));
    return leaked && !isPlatformOnly ? `shows ${leaked} of another tenant` : undefined;
  }
  if (status >= 500 && !(status === 503 && '503' in operation.responses)) return 'a fault';
  const { statusCode, error, message, code, requestId, details, retryable, ...rest } = body as Problem;
  if ((typeof retryable === 'boolean') !== operation.path.startsWith('/v1/')) return 'retryable in the wrong place';
  if (Object.keys(rest).length > 0 || (details !== undefined && typeof details !== 'object')) return 'another form';
  if ([error, message, code].some((text) => typeof text !== 'string' || text === '')) return 'a part is missing';
  if (requestId !== headers.get('x-request-id')) return 'another request id';
  const known = Object.entries(errorCatalog).find(([listed]) => listed === code)?.[1];
  return known?.status === status && statusCode === status ? undefined : 'a code that the catalog does not have for it';
}

/** Everything a tenant has, table by table. */
async function contentOf({ id }: Tenant): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY table_name`,
  );
  const content: Record<string, unknown> = {};
  for (const { name } of tables) {
    const text = `SELECT count(*)::int AS rows, md5(string_agg(t::text, ',' ORDER BY t::text)) AS hash FROM ${name} t WHERE tenant_id = $1`;
    content[name] = (await client.query(text, [id])).rows[0];
  }
  await client.end();
  return content;
}
