import fc from 'fast-check';
import { bodyOf, type Document, type Operation, type Schema } from './openapi';

/** An id in a request that is known only when it is sent: the n-th one made below a path. */
interface IdOf {
  whose: 'own' | 'foreign';
  /** Where such ids are made, `/api/commerces` for the first one of `/api/commerces/{id}/users`; any where absent. */
  collection?: string;
  n: number;
}

/** A request to try. Ids stand in `path` and in the body as {@link idMark} texts. */
export interface FuzzRequest {
  operation: Operation;
  path: string;
  headers: Record<string, string>;
  /** As sent. */
  body: string | Uint8Array | undefined;
}

export const idMark = /\bid<(own|foreign)\|([^|>]*)\|(\d+)>/g;

const markOf = (whose: IdOf['whose'], collection = '') => fc.nat(1000).map((n) => `id<${whose}|${collection}|${n}>`);
const anyId = (collection?: string) =>
  fc.oneof(
    { weight: 6, arbitrary: markOf('own', collection) },
    { weight: 1, arbitrary: markOf('foreign', collection) },
  );

const oddTexts = [
  '',
  ' ',
  '\0',
  '\ud800',
  '💥',
  '../../etc',
  "'; DROP TABLE tenants --",
  '%',
  '\\',
  'null',
  '\u202e\ufeff',
];
const oddNumbers = [0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324];
const oddTimes = [
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2026-01-01',
  '0001-01-01T00:00:00Z',
];
const nested = JSON.parse('['.repeat(90) + ']'.repeat(90)) as unknown;

/** Values that fit no field, or hardly one. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { a: { b: [1] } }, nested, {
    toString: 1,
    valueOf: 1,
    constructor: 1,
  }),
  fc.constantFrom(...oddTexts),
  fc.constantFrom(...oddNumbers),
  fc.constantFrom(...oddTimes),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 200, max: 100_000 }).map((length) => 'x'.repeat(length)),
  fc.jsonValue({ maxDepth: 3 }),
  anyId(),
);

/** Mostly what the schema asks for, sometimes anything. */
function valueOf(schema: Schema, document: Document, oddity: number): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: oddity, arbitrary: odd }, { weight: 20, arbitrary: fitting(schema, document, oddity) });
}

function fitting(schema: Schema, document: Document, oddity: number): fc.Arbitrary<unknown> {
  const target = schema.$ref && document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (target) return fitting(target, document, oddity);
  const parts = schema.allOf ?? schema.oneOf;
  if (parts) return fc.oneof(...parts.map((part) => fitting(part, document, oddity)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.items) return fc.array(valueOf(schema.items, document, oddity), { maxLength: 3 });
  if (schema.properties) return objectOf(schema.properties, document, oddity);
  switch (schema.type) {
    case 'object':
      return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
    case 'boolean':
      return fc.boolean();
    case 'number':
    case 'integer':
      return fc.integer({ min: -2, max: 200 });
    default:
      return textOf(schema);
  }
}

function textOf({ format, example }: Schema): fc.Arbitrary<unknown> {
  if (format === 'date-time') return fc.constantFrom('2026-01-31T09:30:00.000Z', '2099-12-31T23:59:59+05:30');
  if (format === 'uuid') return anyId();
  const texts = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), anyId(), fc.constantFrom('2026-01-31T09:30:00Z'));
  return example === undefined ? texts : fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, texts);
}

function objectOf(properties: Record<string, Schema>, document: Document, oddity: number): fc.Arbitrary<unknown> {
  const fields = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valueOf(schema, document, oddity)])),
    { requiredKeys: [] },
  );
  const extra = fc.constantFrom({ unknown: 1 }, { tenantId: 'x' }, { id: 'x' }, { constructor: 1 });
  return fc
    .tuple(fields, extra, fc.nat(20))
    .map(([object, more, dice]) => (dice === 0 ? { ...object, ...more } : object));
}

const contentTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
];
/** Far more than anything takes, of what is small by itself. */
const wide = [
  Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`k${n}`, n])),
  Array.from({ length: 3000 }, () => ({})),
  {
    activities: Array.from({ length: 3000 }, () => ({ reason: 'x' })),
    items: Array.from({ length: 3000 }, () => null),
  },
];
const malformed = ['{"a":', '{"a":1}}', 'nul', '[1,]', '"\\ud800"', '\ufeff{}', '{"a":1,"a":2}', '['.repeat(5000), ''];

/** What is unique in a tenant, so that a second body with the example's value is refused before anything else. */
const uniqueFields = ['externalId', 'name', 'code', 'key', 'idempotencyKey', 'priority'];

/** The example with fresh unique values and up to two of the other fields changed. */
function changedExample(example: object, schema: Schema, document: Document): fc.Arbitrary<unknown> {
  const target = document.components.schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
  const fields = Object.entries(target.properties ?? {});
  const fresh = Object.fromEntries(
    fields
      .filter(([name]) => uniqueFields.includes(name))
      .map(([name, { type }]) => [name, type === 'string' ? fc.uuid() : fc.integer({ min: -9999, max: 9999 })]),
  );
  const change = fc
    .subarray(fields, { maxLength: Math.min(2, fields.length) })
    .chain((some) => fc.record(Object.fromEntries(some.map(([name, field]) => [name, valueOf(field, document, 10)]))));
  return fc.tuple(fc.record(fresh), change).map(([unique, changes]) => ({ ...example, ...unique, ...changes }));
}

/** The body: the example with changes, one of our own, or no JSON at all. */
function bodyFor(operation: Operation, document: Document): fc.Arbitrary<string | Uint8Array | undefined> {
  const given = bodyOf(operation);
  if (!given) return fc.constantFrom(undefined, undefined, '{}', '{"a":1}', '[', 'null');
  return fc.oneof(
    { weight: 12, arbitrary: changedExample(given.example as object, given.schema, document).map(asJson) },
    { weight: 8, arbitrary: valueOf(given.schema, document, 3).map(asJson) },
    { weight: 1, arbitrary: odd.map(asJson) },
    { weight: 1, arbitrary: fc.constantFrom(...malformed) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 1, arbitrary: fc.constantFrom(...wide).map(asJson) },
  );
}

const asJson = (value: unknown) => JSON.stringify(value);

function pathOf({ path, parameters = [] }: Operation, document: Document): fc.Arbitrary<string> {
  const segments = path.split(/(\{\w+\})/).map((segment, index, all) => {
    if (!segment.startsWith('{')) return fc.constant(segment);
    const bad = fc.constantFrom(
      'not-an-id',
      '%00',
      '%ff',
      '%F0%9F%92%A5',
      '9'.repeat(300),
      '00000000-0000-0000-0000-000000000000',
    );
    return fc.oneof(
      { weight: 8, arbitrary: anyId(all.slice(0, index).join('').replace(/\/$/, '')) },
      { weight: 1, arbitrary: bad },
      { weight: 1, arbitrary: fc.constant('favorite_product') },
    );
  });
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const fields = Object.fromEntries(query.map(({ name, schema }) => [name, valueOf(schema, document, 6)]));
  const search = fc.record(fields, { requiredKeys: [] }).map((values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${encoded(textInQuery(value))}`)
      .join('&'),
  );
  return fc.tuple(fc.tuple(...segments), search).map(([parts, text]) => parts.join('') + (text && `?${text}`));
}

function textInQuery(value: unknown): string {
  if (Array.isArray(value)) return value.map(textInQuery).join();
  return typeof value === 'string' ? value : asJson(value);
}

/** Lone surrogates cannot be encoded; ids are put in later and URLs have an end. */
function encoded(text: string): string {
  const marks = text.match(idMark);
  return marks?.[0] ?? encodeURIComponent(text.replace(/\p{Surrogate}/gu, '').slice(0, 2000));
}

/** Requests to one operation, from right to absurd. */
export function requestsTo(operation: Operation, document: Document): fc.Arbitrary<FuzzRequest> {
  const headers = fc.record(
    {
      'idempotency-key': fc.constantFrom('key-1', 'k'.repeat(300), 'ÿ'),
      'x-request-id': fc.constantFrom('trace-1', '<script>', 'r'.repeat(200)),
    },
    { requiredKeys: [] },
  );
  const type = fc.oneof({ weight: 20, arbitrary: fc.constant('application/json') }, fc.constantFrom(...contentTypes));
  return fc
    .record({ path: pathOf(operation, document), headers, type, body: bodyFor(operation, document) })
    .map(({ path, headers: given, type: contentType, body }) => {
      const typed = body === undefined ? given : { ...given, 'content-type': contentType };
      return {
        operation,
        path,
        headers: typed,
        body: operation.method === 'GET' ? undefined : body,
      };
    });
}
