import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

/**
 * A body to try out, made of the examples at the fields: what is required, and what is optional and has an example.
 * Swagger UI would otherwise fill every optional field with `string` or 0, which no validation accepts.
 */
export function exampleOf(schema: Schema, schemas: Schemas): unknown {
  if ('$ref' in schema) {
    const target = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target && exampleOf(target, schemas);
  }
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
