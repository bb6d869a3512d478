import { tenantPermissions } from '../support/tenants';
import { bodyOf, type Document, type Operation, operationsOf, type Schema } from '../support/openapi';
import type { Attack } from './product';

const SIZE = 4_000_000;

interface Place {
  name: string;
  operation: Operation;
  body: string;
}

/** In every field that takes a list, a map or a text, one of nearly 4 MB. */
function overlong(document: Document): Place[] {
  return operationsOf(document)
    .filter((operation) => operation['x-permission'] !== 'MANAGE_TENANTS' && bodyOf(operation) !== undefined)
    .flatMap((operation) => {
      const { schema, example } = bodyOf(operation) ?? { schema: {}, example: {} };
      return fieldsOf(document, schema, example, []).flatMap(({ path, values }) =>
        Object.entries(values).map(([kind, value]) => ({
          operation,
          name: `${kind} as ${path.join('.')} of ${operation.name}`,
          body: JSON.stringify(withValue(example, path, MARK)).replace(`"${MARK}"`, () => value),
        })),
      );
    });
}

const MARK = 'here';

interface Field {
  path: (string | number)[];
  /** JSON text by what it is. */
  values: Record<string, string>;
}

function fieldsOf(document: Document, given: Schema, example: unknown, path: (string | number)[]): Field[] {
  const schema = resolved(document, given);
  const here = path.length > 0 ? valuesOf(document, schema, example) : {};
  const field = Object.keys(here).length > 0 ? [{ path, values: here }] : [];
  const object = (typeof example === 'object' && example !== null ? example : {}) as Record<string, unknown>;
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    fieldsOf(document, property, object[name], [...path, name]),
  );
  const first = Array.isArray(example) ? (example[0] as unknown) : undefined;
  const items =
    schema.items && path.length < 3
      ? fieldsOf(document, schema.items, first, [...path, 0]).filter((item) => item.path.length > path.length + 1)
      : [];
  return [...field, ...inside, ...items];
}

function valuesOf(document: Document, schema: Schema, example: unknown): Record<string, string> {
  if (schema.items) {
    const first = JSON.stringify(
      Array.isArray(example) && example.length > 0 ? example[0] : fitting(resolved(document, schema.items)),
    );
    const list = (item: string) => `[${`${item},`.repeat(Math.floor(SIZE / (item.length + 1)) - 1)}${item}]`;
    return { 'a list that fits': list(first), 'a list of {}': list('{}'), 'a list of 1': list('1') };
  }
  if (schema.type === 'object' && !schema.properties) {
    return { 'a map': `{${Array.from({ length: SIZE / 13 }, (_, n) => `"k${String(n).padStart(7, '0')}":1`).join()}}` };
  }
  return schema.type === 'string' ? { 'a text': `"${'a'.repeat(SIZE)}"` } : {};
}

function fitting({ type, enum: values, example, properties }: Schema): unknown {
  if (values) return values[0];
  if (example !== undefined) return example;
  return properties || type === 'object' ? {} : type === 'string' ? 'a' : 1;
}

function resolved(document: Document, schema: Schema): Schema {
  const [part] = schema.allOf ?? schema.oneOf ?? [];
  const target = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : part;
  return target ? resolved(document, target) : schema;
}

/** A copy with `value` at a path. */
function withValue(example: unknown, [step, ...rest]: (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') return [withValue(Array.isArray(example) ? example[0] : undefined, rest, value)];
  const object = (typeof example === 'object' && example !== null ? example : {}) as Record<string, unknown>;
  return { ...object, [step]: withValue(object[step], rest, value) };
}

/** @param part one of so many of the fields, for a shorter form */
export const lengths = (part: number): Attack[] => [
  {
    what: 'lists, maps and texts of 4 MB in every field',
    async run(product) {
      const { tenant } = await product.tenant();
      const headers = { 'x-api-key': await tenant.key(...tenantPermissions), 'content-type': 'application/json' };
      const places = overlong(product.document).filter((_, index) => index % part === 0);
      expect(places.length).toBeGreaterThan(300 / part);
      const long: string[] = [];
      for (const { name, operation, body } of places) {
        const path = operation.path.replaceAll(/\{\w+\}/g, '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a');
        // A rule is judged, a raw payload kept to the letter: what is bounded by the body alone may pass.
        const statuses = [200, 201, 400, 404, 413];
        const answer = await product.sendAlone(name, { method: operation.method, path, headers, body }, statuses);
        if ((answer?.status ?? 0) >= 400 && (answer?.text.length ?? 0) > 50_000) long.push(name);
      }
      expect(long).toEqual([]);
    },
  },
];
