import fs from 'node:fs';
import { STATUS_CODES } from 'node:http';
import path from 'node:path';
import { PERMISSIONS } from '@errand/tenants';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { createTestDatabase, type TestDatabase } from '../support/database';
import {
  asJsonSchema,
  bodyOf,
  type Document,
  type Operation,
  operationsOf,
  readDocument,
  type Schema,
  schemasIn,
} from '../support/openapi';
import { requester, startApi, type TestApi } from '../support/api';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { tenantPermissions } from '../support/tenants';

const { version } = JSON.parse(fs.readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

/** Served, but not operations of the API: the document itself and its page. */
const undocumented = /^\/$|^\/api\/(docs|openapi)|^\/console/;
const open = ['/health', '/health/live', '/health/ready', '/metrics'];
const example = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';

let database: TestDatabase;
let request: TestApi['request'];
let document: Document;
let url: string;

// The built api, since the plugin sees arrays of classes from other files in a build only.
beforeAll(async () => {
  database = await createTestDatabase();
  ({ url } = await startProcess('api', database.url));
  request = requester(url);
  document = await readDocument(url);
}, 60_000);

afterAll(async () => {
  await killRemainingProcesses();
  await database.drop();
});

/** The places in the document, by a name each, that something is wrong with. */
function operationsWhere(isWrong: (operation: Operation) => boolean): string[] {
  return operationsOf(document)
    .filter(isWrong)
    .map(({ name }) => name);
}

describe('the OpenAPI document', () => {
  it('has every route, and no other', async () => {
    const routes: string[] = [];
    const api = await startApi({ databaseUrl: database.url });
    for (const { method, url } of routesOf(api)) {
      if (method !== 'HEAD' && method !== 'OPTIONS' && !undocumented.test(url)) {
        routes.push(`${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
      }
    }
    await api.close();
    expect(
      operationsOf(document)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(routes.sort());
  });

  it('has the endpoints of the contract', () => {
    const crud = (path: string, ...more: string[]) => [
      ...[`POST ${path}`, `GET ${path}`, `GET ${path}/{id}`, `PATCH ${path}/{id}`, `DELETE ${path}/{id}`],
      ...more.map((rest) => `POST ${path}/${rest}`),
    ];
    expect(operationsOf(document).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['POST /api/activities', 'POST /api/activities/tasks', 'POST /api/activities/bulk', 'GET /api/activities'],
        ...['GET /api/activities/{id}', 'PATCH /api/activities/{id}', 'PATCH /api/activities/{id}/cancel'],
        ...['status-events', 'attempts', 'attributes', 'target-users'].map(
          (part) => `GET /api/activities/{id}/${part}`,
        ),
        'PATCH /api/activities/{id}/retry-resolution',
        'PATCH /api/activities/{id}/target-users/{targetUserId}/resolve',
        ...[
          'POST /api/activities/{id}/dispatch',
          'POST /api/activities/tasks/{id}/dispatch',
          'POST /api/activities/redrive',
        ],
        ...['POST /api/activity-results', 'POST /api/activity-results/tasks'],
        ...['GET /api/activity-results', 'GET /api/activity-results/{id}', 'POST /api/activity-results/bulk'],
        ...['GET /api/integration/activities/tasks', 'POST /api/integration/activity-results/tasks'],
        'GET /api/integration/task-result-type-configs',
        ...['POST', 'GET'].map((method) => `${method} /api/activity-config/result-types`),
        ...crud('/api/dispatch-configs', '{id}/test', 'test', 'preview', '{id}/rotate-callback'),
        ...['GET /api/dispatch-providers', 'GET /api/dispatch-providers/{code}/channel-definitions'],
        ...crud('/api/webhooks', '{id}/rotate-secret', '{id}/deliveries/{deliveryId}/resend'),
        'GET /api/webhooks/{id}/deliveries',
        ...crud('/api/commerces', 'sync', '{id}/users', '{id}/users/{userId}/contacts'),
        ...crud('/api/operators', 'sync'),
        ...crud('/api/routes', 'sync', '{id}/operators'),
        ...crud('/api/activity-config/target-resolution'),
        ...[...crud('/api/rules', 'import', 'evaluate'), 'GET /api/rules/export', 'GET /api/rules/{id}/versions'],
        ...['POST', 'GET'].flatMap((method) => [
          `${method} /api/activity-config/attribute-keys`,
          `${method} /api/activity-config/attribute-policies`,
        ]),
        ...['POST /api/tenants', 'GET /api/tenants', 'GET /api/tenants/me', 'PATCH /api/tenants/{id}'],
        ...['POST /api/api-keys', 'GET /api/api-keys', 'POST /api/api-keys/{id}/revoke'],
        ...open.map((path) => `GET ${path}`),
        ...['POST /v1/dispatch', 'POST /v1/dispatch/batch', 'GET /v1/scheduled', 'POST /v1/scheduled/{id}/fire'],
        ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /v1/scheduled/{id}`),
        ...[...crud('/v1/recurring'), 'PUT /v1/recurring/{id}', 'GET /v1/recurring/{id}/occurrences'],
        ...['pause', 'resume', 'backfill'].map((what) => `POST /v1/recurring/{id}/${what}`),
        ...['GET /v1/rules', 'PUT /v1/rules/{name}/enabled', 'POST /v1/rules/reload', 'POST /v1/rules/evaluate'],
      ]),
    );
  });

  it('describes every parameter and every answer', () => {
    const undescribed = operationsOf(document).flatMap(({ name, parameters = [], responses }) => [
      ...parameters.filter(({ description }) => !description).map((parameter) => `${name} ${parameter.name}`),
      ...Object.entries(responses)
        .filter(([, { description }]) => !description)
        .map(([status]) => `${name} ${status}`),
    ]);
    expect(undescribed).toEqual([]);
  });

  it('names for each error the codes that it has there', () => {
    const codesOf = (wanted: string, status: string) =>
      operationsOf(document).find(({ name }) => name === wanted)?.responses[status]?.['x-codes'];
    expect(codesOf('PATCH /api/activities/{id}/cancel', '409')).toEqual(['INVALID_TRANSITION', 'IN_FLIGHT']);
    expect(codesOf('POST /api/activities', '400')).toEqual(['VALIDATION_FAILED', 'MALFORMED_JSON']);
    expect(codesOf('GET /api/activities', '400')).toEqual(['VALIDATION_FAILED', 'SEARCH_TOO_BROAD', 'INVALID_CURSOR']);
    expect(codesOf('POST /api/routes', '409')).toEqual(['CONFLICT']);
  });

  it('gives every operation a summary of its own, in one form', () => {
    const summaries = operationsOf(document).map(({ summary = '' }) => summary);
    const isInForm = (text: string) =>
      /^[A-Z][a-z]+,? .{0,100}[^.]$/.test(text) && !/^(The|Its|What|Every|Whom) /.test(text);
    expect(summaries.filter((text) => !isInForm(text))).toEqual([]);
    const health = 'Tell whether the process runs';
    expect(summaries.filter((text, index) => summaries.indexOf(text) !== index && text !== health)).toEqual([]);
  });

  it('says of every operation what it does, and which key it needs unless it is open', () => {
    expect(operationsWhere(({ summary = '' }) => summary.trim().length < 5)).toEqual([]);
    const isOpen = (operation: Operation) => operation.security === undefined;
    const callbacks = ['POST /callbacks/{token}', 'GET /callbacks/{token}'];
    const sessions = ['POST /api/console/session', 'DELETE /api/console/session'];
    expect(operationsWhere(isOpen).sort()).toEqual(
      [...open.map((path) => `GET ${path}`), ...callbacks, ...sessions].sort(),
    );
    const known: string[] = ['any', ...PERMISSIONS];
    const namesPermission = (text = '') => text.split(' or ').every((word) => known.includes(word));
    expect(operationsWhere((operation) => !isOpen(operation) && !namesPermission(operation['x-permission']))).toEqual(
      [],
    );
  });

  it('gives every operation a 2xx, and the form of its errors', () => {
    expect(operationsWhere(({ responses }) => !Object.keys(responses).some((status) => /^2/.test(status)))).toEqual([]);
    const expected = ({ path, security }: Operation) => [
      ...(security === undefined ? [] : ['400', '401', '403']),
      ...(path.includes('{id}') ? ['404'] : []),
    ];
    expect(
      operationsWhere((operation) => expected(operation).some((status) => !(status in operation.responses))),
    ).toEqual([]);
    const isProblem = (schema: Schema | undefined) => schema?.$ref === '#/components/schemas/ProblemResponse';
    const errors = (operation: Operation) =>
      Object.entries(operation.responses).filter(([status]) => /^4/.test(status));
    expect(
      operationsWhere(
        (operation) => !errors(operation).every(([, { content }]) => isProblem(content?.['application/json']?.schema)),
      ),
    ).toEqual([]);
  });

  it('gives every field a type and resolves every reference', () => {
    const isTyped = ({ $ref, type, oneOf, allOf, enum: values }: Schema) => $ref ?? type ?? oneOf ?? allOf ?? values;
    const isAnyObject = ({ type, properties, additionalProperties, allOf }: Schema) =>
      type === 'object' && !properties && additionalProperties === undefined && !allOf;
    const wrong = [...schemasIn(document)].filter(({ schema, isAnything }) => {
      if (schema.$ref) return !document.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
      return (!isAnything && !isTyped(schema)) || isAnyObject(schema) || (schema.type === 'array' && !schema.items);
    });
    expect(wrong.map(({ place }) => place)).toEqual([]);
  });

  it('shows each answer: one that its schema takes, and each error as its own', () => {
    const ajv = new Ajv({ strict: false, discriminator: false });
    addFormats(ajv);
    ajv.addSchema({ $id: 'document', ...asJsonSchema(document) });
    const wrong: string[] = [];
    for (const { name, path, responses } of operationsOf(document)) {
      for (const [status, { content, 'x-codes': codes = [] }] of Object.entries(responses)) {
        const json = content?.['application/json'];
        if (!json) continue;
        const pointer = `document#/paths/${[
          path,
          name.split(' ')[0]?.toLowerCase(),
          'responses',
          status,
          'content',
          'application/json',
          'schema',
        ]
          .map((part) => encodeURIComponent(String(part).replace(/~/g, '~0').replace(/\//g, '~1')))
          .join('/')}`;
        const validate = ajv.getSchema(pointer);
        const shown = json.examples ? Object.values(json.examples).map((one) => one.value) : [json.example];
        for (const example of shown) {
          if (!validate?.(example)) wrong.push(`${name} ${status}: ${ajv.errorsText(validate?.errors)}`);
          const { statusCode, error, code, retryable } = (example ?? {}) as Record<string, unknown>;
          if (!/^4/.test(status)) continue;
          if (statusCode !== Number(status) || !codes.includes(code as string))
            wrong.push(`${name} ${status} shows ${String(code)}`);
          const isOfV1 = path.startsWith('/v1/');
          if (isOfV1 !== (retryable !== undefined) || isOfV1 === (error === STATUS_CODES[status]))
            wrong.push(`${name} ${status}: its wire`);
        }
        if (/^4/.test(status) && shown.length !== codes.length) wrong.push(`${name} ${status}: an example each`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('tells the outcomes of actions apart', () => {
    const schemaOf = (name: string) =>
      operationsOf(document).find((operation) => operation.name === name)?.responses['200']?.content?.[
        'application/json'
      ]?.schema;
    for (const schema of [
      schemaOf('POST /v1/dispatch'),
      schemaOf('POST /v1/dispatch/batch')?.items,
      schemaOf('POST /v1/scheduled/{id}/fire'),
    ]) {
      const { propertyName, mapping = {} } = schema?.discriminator ?? {};
      expect(propertyName).toBe('outcome');
      expect(Object.keys(mapping)).toEqual(expect.arrayContaining(['executed', 'scheduled', 'failed', 'dry_run']));
      for (const [outcome, $ref] of Object.entries(mapping)) {
        const target = document.components.schemas[$ref.split('/').at(-1) ?? ''];
        expect(target?.properties?.outcome?.enum).toEqual([outcome]);
        expect(target?.required).toContain('outcome');
      }
      expect(schema?.oneOf?.map(({ $ref }) => $ref)).toEqual(Object.values(mapping));
    }
  });

  it('says in words which permission an operation needs', () => {
    const tells = ({ description = '', 'x-permission': permission = '' }: Operation) =>
      permission === 'any'
        ? description.includes('Needs a key')
        : permission.split(' or ').every((word) => description.includes(`\`${word}\``));
    expect(operationsWhere((operation) => operation.security !== undefined && !tells(operation))).toEqual([]);
  });

  it('has its groups in the order of the work, each explained, and none beside them', () => {
    const groups = document.tags.map(({ name }) => name);
    expect(groups[0]).toBe('activities');
    expect(new Set(operationsOf(document).flatMap(({ tags = [] }) => tags))).toEqual(new Set(groups));
    expect(document.tags.filter(({ description }) => description.length < 10)).toEqual([]);
  });

  it('has the product’s version, and says what a bearer is', () => {
    expect(document.info.version).toBe(version);
    expect(document.components.securitySchemes.bearer?.bearerFormat).toBe('API key');
  });

  it('is camelCase throughout, but below /v1', () => {
    const others = operationsOf(document).filter(({ path }) => !path.startsWith('/v1/'));
    const names = [
      ...[...schemasUsedBy(others)].flatMap((name) => propertiesOf(document.components.schemas[name] ?? {})),
      ...others.flatMap(({ parameters = [] }) =>
        parameters.filter((parameter) => parameter.in !== 'header').map(({ name }) => name),
      ),
    ];
    // The form of errors is one schema for both.
    expect(names.filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual(['retry_after']);
  });
});

describe('Swagger UI', () => {
  it('is where the root leads, folded, with a filter, and keeps the key', async () => {
    const root = await fetch(new URL('/', url), { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/api/docs']);
    expect((await fetch(new URL('/', url))).headers.get('content-type')).toContain('text/html');
    const script = await (await fetch(new URL('/api/docs/swagger-ui-init.js', url))).text();
    for (const option of ['"docExpansion": "none"', '"filter": true', '"persistAuthorization": true']) {
      expect(script).toContain(option);
    }
  });
});

describe('the example of a request', () => {
  it('is there for every body, and is accepted as it stands', async () => {
    const { body: tenant } = await request<{ id: string }>('POST', '/api/tenants', {
      body: { code: 'demo', name: 'Demo' },
    });
    const keyBody = { name: 'own', permissions: tenantPermissions };
    const made = await request<{ plaintextKey: string }>('POST', '/api/api-keys', { body: keyBody, tenant: tenant.id });
    const asTenant = (method: string, path: string, body: unknown, key?: string) =>
      request<{ code?: string; details?: unknown }>(method, path, { body, tenant: tenant.id, ...(key && { key }) });
    await asTenant('POST', '/api/commerces', { externalId: 'STORE-1', name: 'Corner Store' });
    await asTenant('POST', '/api/operators', { externalId: 'OP-1', name: 'Sam', type: 'SALESMAN' });
    await asTenant('POST', '/api/routes', { externalId: 'ROUTE-1', name: 'North' });
    await asTenant('POST', '/api/dispatch-configs', { name: 'email', providerCode: 'MOCK', channel: 'EMAIL' });
    const refused: unknown[] = [];
    for (const operation of operationsOf(document)) {
      const given = bodyOf(operation);
      // A sign-in wants a key that works, which no document can show.
      if (!given || operation.path === '/api/console/session') continue;
      const path = operation.path
        .replace('{key}', 'favorite_product')
        .replace('{code}', 'COME_BACK')
        .replace(/\{\w+\}/g, example);
      const { status, body } = await asTenant(
        operation.method,
        path,
        given.example,
        operation['x-tenant-key-only'] ? made.body.plaintextKey : undefined,
      );
      // An id in the path is of nothing that exists here; what the body names, the demo of `npm start` has as well.
      if (status >= 300 && !(status === 404 && operation.path.includes('{')))
        refused.push({ name: operation.name, example: given.example, status, body });
    }
    expect(refused).toEqual([]);
  });
});

/** The names of the schemas that these operations lead to. */
function schemasUsedBy(operations: Operation[]): Set<string> {
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(document.components.schemas[name]);
    }
  };
  follow(operations);
  return used;
}

function propertiesOf({ properties = {}, items }: Schema): string[] {
  const nested = Object.values(properties).flatMap(propertiesOf);
  return [...Object.keys(properties), ...nested, ...(items ? propertiesOf(items) : [])];
}

/** What Fastify has registered, as its tree of routes tells. */
function routesOf({ app }: TestApi): { method: string; url: string }[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false, includeHooks: false });
  const stack: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([│ ]*)[├└]── (\S*)(?: \((.+)\))?$/.exec(line) ?? [];
    if (part === '') return [];
    stack.splice(indent.length / 4, Infinity, part);
    return methods === undefined ? [] : methods.split(', ').map((method) => ({ method, url: stack.join('') }));
  });
}
