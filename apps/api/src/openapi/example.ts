import type { OpenAPIObject } from '@nestjs/swagger';

export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
export type Schema = Schemas[string];

const anId = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';
const aTime = '2026-01-31T09:30:00.000Z';

/** What a field is called says what it looks like, where it has no example of its own. */
const usual: Record<string, unknown> = {
  action_id: anId,
  action_type: 'send_reminder',
  actor: 'key:erk_a1B2c3',
  baseUrl: 'https://api.provider.example',
  code: 'COME_BACK',
  cron_expr: '0 9 * * MON-FRI',
  email: 'sam@store.example',
  expression: 'action.action_type == "send_reminder"',
  externalId: 'STORE-1',
  firstName: 'Olivia',
  id: anId,
  idempotencyKey: 'order-4711',
  key: 'favorite_product',
  label: 'Favorite product',
  lastName: 'Owner',
  limit: 25,
  message: 'must be a string',
  name: 'Corner Store',
  namespace: 'notifications',
  page: 1,
  phone: '+15550100001',
  provider: 'YOM',
  providerActivityId: 'f0e8409c-8d99-451f-851f-4e54ea943d57',
  providerCode: 'YOM',
  reason: 'send_reminder',
  recurring_id: anId,
  rule: 'delay-send-reminder',
  tenant: 'demo',
  timezone: 'America/Santiago',
  total: 1,
  totalPages: 1,
  value: '+15550100001',
  verdict: 'schedule',
};

/** Of those, what is null as often as not, and better so in an example of what went well. */
const nullByHabit = ['code', 'id', 'key', 'label', 'message', 'name', 'reason', 'rule', 'timezone', 'value', 'verdict'];

/**
 * A body to try out, made of the examples at the fields: what is required, and what is optional and has an example.
 * Swagger UI would otherwise fill every optional field with `string` or 0, which no validation accepts.
 */
export function exampleOf(schema: Schema, schemas: Schemas): unknown {
  if ('$ref' in schema) return exampleOf(referred(schema.$ref, schemas), schemas);
  const [composed] = schema.allOf ?? [];
  if (composed) return exampleOf(composed, schemas);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0] as unknown;
  if (schema.items) return [exampleOf(schema.items, schemas)];
  if (!schema.properties) return undefined;
  const shown = Object.entries(schema.properties).filter(
    ([name, property]) => schema.required?.includes(name) || 'example' in property,
  );
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property, schemas)]));
}

/** An answer as it may look: every field that is never absent, null where it may be and nothing says otherwise. */
export function answerExampleOf(schema: Schema, schemas: Schemas, name = ''): unknown {
  if ('$ref' in schema) return answerExampleOf(referred(schema.$ref, schemas), schemas, name);
  if (schema.example !== undefined) return schema.example;
  if (schema.nullable && (!Object.hasOwn(usual, name) || nullByHabit.includes(name))) return null;
  const [part] = schema.allOf ?? schema.oneOf ?? [];
  if (part) return answerExampleOf(part, schemas, name);
  if (schema.enum) return schema.enum[0] as unknown;
  switch (schema.type) {
    case 'array':
      return schema.items ? [answerExampleOf(schema.items, schemas, name)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return typeof usual[name] === 'number' ? usual[name] : 1;
    case 'string':
      return textOf(schema.format, name);
    default:
      return objectOf(schema, schemas);
  }
}

function objectOf({ properties = {}, required = [] }: Exclude<Schema, { $ref: string }>, schemas: Schemas): object {
  const shown = Object.entries(properties).filter(
    ([name, property]) => required.includes(name) || 'example' in property,
  );
  return Object.fromEntries(shown.map(([name, property]) => [name, answerExampleOf(property, schemas, name)]));
}

function textOf(format: string | undefined, name: string): string {
  if (format === 'uuid') return anId;
  if (format === 'date-time') return aTime;
  const known = Object.hasOwn(usual, name) ? usual[name] : undefined;
  return typeof known === 'string' ? known : '…';
}

function referred(reference: string, schemas: Schemas): Schema {
  return schemas[reference.split('/').at(-1) ?? ''] ?? {};
}
