/** What tests read of an OpenAPI 3.0 document. */
export interface Document {
  info: { version: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Omit<Operation, 'name' | 'method' | 'path'>>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, { bearerFormat?: string }> };
}

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  example?: unknown;
  enum?: unknown[];
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  nullable?: boolean;
  discriminator?: { propertyName: string; mapping: Record<string, string> };
  oneOf?: Schema[];
  allOf?: Schema[];
}

export interface Operation {
  /** `POST /api/routes/{id}/operators` */
  name: string;
  method: string;
  path: string;
  summary?: string;
  description?: string;
  operationId: string;
  tags?: string[];
  security?: object[];
  'x-permission'?: string;
  'x-tenant-key-only'?: boolean;
  parameters?: {
    name: string;
    in: 'path' | 'query' | 'header';
    description?: string;
    required?: boolean;
    schema: Schema;
  }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content; 'x-codes'?: string[] }>;
}

type Content = Record<string, { schema: Schema; example?: unknown; examples?: Record<string, { value: unknown }> }>;

export async function readDocument(url: string): Promise<Document> {
  return (await (await fetch(`${url}/api/openapi.json`)).json()) as Document;
}

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      return { ...operation, method: method.toUpperCase(), path, name: `${method.toUpperCase()} ${path}` };
    }),
  );
}

/** The JSON body that an operation takes. */
export function bodyOf({ requestBody }: Operation): { schema: Schema; example?: unknown } | undefined {
  return requestBody?.content['application/json'];
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has null as one more type or value. */
export function asJsonSchema(part: unknown): object {
  return JSON.parse(
    JSON.stringify(part, (_, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('nullable' in value)) return value;
      const { nullable: _nullable, ...schema } = value as Schema;
      return { anyOf: [schema, { type: 'null' }] };
    }).replaceAll('#/components/', 'document#/components/'),
  ) as object;
}

interface Place {
  place: string;
  schema: Schema;
  /** `{}` as the items of a list means: whatever there is. */
  isAnything: boolean;
}

/** Every schema in the document with the place where it stands, nested ones too. */
export function* schemasIn(document: Document): Generator<Place> {
  for (const [name, schema] of Object.entries(document.components.schemas)) yield* nested(name, schema);
  for (const { name, parameters = [], requestBody, responses } of operationsOf(document)) {
    for (const parameter of parameters) yield* nested(`${name} ${parameter.name}`, parameter.schema);
    for (const [status, { content = {} }] of [['body', requestBody ?? {}] as const, ...Object.entries(responses)]) {
      for (const { schema } of Object.values(content)) yield* nested(`${name} ${status}`, schema);
    }
  }
}

function* nested(place: string, schema: Schema, isAnything = false): Generator<Place> {
  yield { place, schema, isAnything };
  for (const [name, property] of Object.entries(schema.properties ?? {})) yield* nested(`${place}.${name}`, property);
  for (const part of [...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) yield* nested(place, part);
  if (schema.items) yield* nested(`${place}[]`, schema.items, Object.keys(schema.items).length === 0);
}
