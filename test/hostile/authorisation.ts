import { inParallel } from '@errand/database';
import { type Permission, PERMISSIONS } from '@errand/tenants';
import { randomUUID } from 'node:crypto';
import type { RequestOptions, Response, TestApi } from '../support/api';
import { executeAt } from '../support/database';
import { bodyOf, type Document, type Operation, operationsOf, readDocument } from '../support/openapi';
import { createTenant, tenantPermissions } from '../support/tenants';
import { Populated } from './populated';

interface Caller {
  name: string;
  status: number;
  options: RequestOptions;
  isFor(operation: Operation): boolean;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const permissionsOf = (operation: Operation) =>
  (operation['x-permission'] ?? '')
    .split(' or ')
    .filter((word): word is Permission => PERMISSIONS.includes(word as never));
/** Where the platform key needs no tenant: the answer is the same for all, or has rows of the platform’s own, or is about the key. */
const isOfAll = ({ path }: Operation) => /^\/api\/(dispatch-providers|audit|console\/me)/.test(path);
const isOfPlatform = (operation: Operation) => operation['x-permission'] === 'MANAGE_TENANTS';

/**
 * Every operation, by everybody who may not use it, and with the ids of another tenant in every place that takes one:
 * refused as documented, nothing of the other tenant in an answer, nothing of it changed.
 */
export class Authorisation {
  private readonly wrong: string[] = [];
  private asked = 0;

  private constructor(
    private readonly api: Pick<TestApi, 'request'>,
    private readonly ownerUrl: string,
    private readonly operations: Operation[],
    private readonly own: Populated,
    private readonly foreign: Populated,
  ) {}

  /** Fails with all that was answered wrongly. */
  static async check(api: Pick<TestApi, 'url' | 'request'>, ownerUrl: string): Promise<void> {
    const document: Document = await readDocument(api.url);
    const operations = operationsOf(document).filter((operation) => 'x-permission' in operation);
    const own = await Populated.make(api, document, `own-${randomUUID()}`);
    const foreign = await Populated.make(api, document, `foreign-${randomUUID()}`);
    const matrix = new Authorisation(api, ownerUrl, operations, own, foreign);
    const before = await foreign.content(ownerUrl);
    await matrix.refusedCallers();
    await matrix.leastPermissions();
    await matrix.foreignIds();
    process.stdout.write(
      `hostile: ${operations.length} operations, ${matrix.asked} requests of the authorisation matrix\n`,
    );
    expect(matrix.wrong).toEqual([]);
    expect(await foreign.content(ownerUrl)).toEqual(before);
  }

  private async refusedCallers(): Promise<void> {
    const callers = await this.callers();
    const pairs = this.operations.flatMap((operation) =>
      callers.filter(({ isFor }) => isFor(operation)).map((caller) => ({ operation, caller })),
    );
    await inParallel(8, pairs, async ({ operation, caller }) => {
      // With ids that are there and the documented body, so that only the caller is a reason to refuse.
      const options =
        operation.method === 'GET' ? caller.options : { body: bodyOf(operation)?.example, ...caller.options };
      const answer = await this.ask(operation, this.own.whole(operation.path), options);
      if (answer.status !== caller.status) this.note(operation, caller.name, answer);
    });
  }

  /** One permission of those that an operation names is enough. */
  private async leastPermissions(): Promise<void> {
    const keys = new Map<string, string>();
    for (const permission of tenantPermissions) keys.set(permission, await this.keyOf(this.own, [permission]));
    const pairs = this.operations.flatMap((operation) =>
      permissionsOf(operation).map((permission) => ({ operation, permission, key: keys.get(permission) })),
    );
    await inParallel(8, pairs, async ({ operation, permission, key }) => {
      if (key === undefined) return; // MANAGE_TENANTS, which no key of a tenant has
      const nowhere = operation.path.replaceAll(/\{\w+\}/g, () => randomUUID());
      const answer = await this.ask(operation, nowhere, { key, ...(operation.method !== 'GET' && { body: {} }) });
      if (answer.status === 401 || answer.status === 403) this.note(operation, `only ${permission}`, answer);
    });
  }

  private async foreignIds(): Promise<void> {
    const { own, foreign } = this;
    const foreignIds = [...foreign.ids.values()].flatMap((ids) => ids.slice(0, 1));
    const ofTenants = this.operations.filter((operation) => !isOfPlatform(operation));
    const inPath = ofTenants.flatMap((operation) =>
      [...operation.path.matchAll(/\{(\w+)\}/g)]
        .filter(([, name]) =>
          operation.parameters?.some((given) => given.name === name && given.schema.format === 'uuid'),
        )
        .flatMap(([mark]) =>
          foreignIds.map((id) => ({ operation, path: own.whole(operation.path.replace(mark, id)) })),
        ),
    );
    await inParallel(8, inPath, async ({ operation, path }) => {
      const body = bodyOf(operation)?.example;
      const answer = await this.ask(operation, path, { key: own.key, ...(operation.method !== 'GET' && { body }) });
      if (answer.status !== 404) this.note(operation, `a foreign id in ${path}`, answer);
    });
    const inQuery = ofTenants.flatMap((operation) =>
      (operation.parameters ?? [])
        .filter(
          ({ name, in: place, schema }) => place === 'query' && (schema.format === 'uuid' || /id$|search/i.test(name)),
        )
        .flatMap(({ name }) =>
          foreignIds.map((id) => ({ operation, path: `${own.whole(operation.path)}?${name}=${id}` })),
        ),
    );
    await inParallel(8, inQuery, async ({ operation, path }) => this.ask(operation, path, { key: own.key }));
    const inBody = ofTenants
      .filter(({ method }) => method !== 'GET')
      .flatMap((operation) => foreignIds.map((id) => ({ operation, body: withIds(bodyOf(operation)?.example, id) })))
      .filter(({ body }) => body !== undefined);
    await inParallel(8, inBody, async ({ operation, body }) =>
      this.ask(operation, this.own.whole(operation.path), { key: own.key, body: body?.body }),
    );
  }

  private async callers(): Promise<Caller[]> {
    const { own } = this;
    const revoked = await this.keyOf(own, tenantPermissions, { name: 'revoked' });
    await executeAt(this.ownerUrl, `UPDATE api_keys SET revoked_at = now() WHERE tenant_id = $1 AND name = 'revoked'`, [
      own.id,
    ]);
    const expired = await this.keyOf(own, tenantPermissions, { name: 'expired' });
    await executeAt(
      this.ownerUrl,
      `UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE tenant_id = $1 AND name = 'expired'`,
      [own.id],
    );
    const elsewhere = await this.keyOf(own, tenantPermissions, { name: 'elsewhere', allowCidrs: ['198.51.100.0/24'] });
    const third = await createTenant(this.api);
    const always = () => true;
    const callers: Caller[] = [
      { name: 'no key', status: 401, options: { key: null }, isFor: always },
      { name: 'an unknown key', status: 401, options: { key: unknownKey(own) }, isFor: always },
      { name: 'a revoked key', status: 401, options: { key: revoked }, isFor: always },
      { name: 'an expired key', status: 401, options: { key: expired }, isFor: always },
      { name: 'a key from another address', status: 401, options: { key: elsewhere }, isFor: always },
      {
        name: 'the key of another tenant that names this one',
        status: 403,
        options: { key: await third.key(...tenantPermissions), tenant: own.id },
        isFor: always,
      },
      {
        name: 'the platform key that names no tenant',
        status: 400,
        options: {},
        isFor: (operation) => !isOfPlatform(operation) && !isOfAll(operation) && !operation['x-tenant-key-only'],
      },
      {
        name: 'the platform key where only tenants may ask',
        status: 403,
        options: { tenant: own.id },
        isFor: (operation) => operation['x-tenant-key-only'] === true,
      },
      { name: 'a tenant', status: 403, options: { key: own.key }, isFor: isOfPlatform },
    ];
    for (const names of new Set(this.operations.map((operation) => permissionsOf(operation).join(' or ')))) {
      if (names === '' || names === 'MANAGE_TENANTS') continue;
      const others = tenantPermissions.filter((permission) => !names.split(' or ').includes(permission));
      const options = { key: await this.keyOf(own, others) };
      const isFor = (operation: Operation) => operation['x-permission'] === names;
      callers.push({ name: `a key with all but ${names}`, status: 403, options, isFor });
    }
    return callers;
  }

  private async keyOf(tenant: Populated, permissions: Permission[], fields: object = {}): Promise<string> {
    const body = { name: 'a', permissions, ...fields };
    const { body: made } = await this.api.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body,
      tenant: tenant.id,
    });
    if (!made.plaintextKey) throw new Error(`no key: ${JSON.stringify(made)}`);
    return made.plaintextKey;
  }

  private async ask(operation: Operation, path: string, options: RequestOptions): Promise<Response<unknown>> {
    const answer = await this.api.request(operation.method, path, options);
    this.asked += 1;
    const text = JSON.stringify(answer.body) ?? '';
    const { ids, code } = this.foreign;
    const leaked = [code, ...[...ids.values()].flat().map((id) => `"id":"${id}"`)].find((mark) => text.includes(mark));
    if (leaked !== undefined) this.note(operation, `shows ${leaked} of another tenant`, answer);
    if (answer.status >= 500) this.note(operation, 'a fault', answer);
    return answer;
  }

  private note(operation: Operation, what: string, { status, body }: Response<unknown>): void {
    this.wrong.push(`${operation.name} by ${what}: ${status} ${JSON.stringify(body)?.slice(0, 300)}`);
  }
}

function unknownKey({ key, id }: Populated): string {
  return `${key.slice(0, 4)}${'a'.repeat(43)}_${id.replaceAll('-', '')}`;
}

/** An example with `id` in place of every id, or undefined where there is none. */
function withIds(example: unknown, id: string): { body: unknown } | undefined {
  let isThere = false;
  const text = JSON.stringify(example ?? {}, (_, value: unknown) => {
    if (typeof value !== 'string' || !uuid.test(value)) return value;
    isThere = true;
    return id;
  });
  return isThere ? { body: JSON.parse(text) as unknown } : undefined;
}
