import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { permissionExtension } from '../access/require-permission.decorator';
import { exampleOf } from './request-example';

/** Swagger UI at /api/docs, the document at /api/openapi.json, both public. The document is made when first asked for. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Errand')
    .setVersion('1')
    .setDescription(description)
    .addBearerAuth({ type: 'http', description: 'An API key, `erk_…`' })
    .addApiKey({ type: 'apiKey', in: 'header', name: 'x-api-key' }, 'x-api-key')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const operation of operationsWithKey(document)) {
    operation.security = [{ bearer: [] }, { 'x-api-key': [] }];
    operation.parameters = [...(operation.parameters ?? []), tenantHeader];
    const json = operation.requestBody && 'content' in operation.requestBody && operation.requestBody.content[jsonType];
    if (json && json.schema) json.example = exampleOf(json.schema, document.components?.schemas ?? {});
  }
  return document;
}

type Path = OpenAPIObject['paths'][string];
type Operation = NonNullable<Path['get']>;

function operationsWithKey({ paths }: OpenAPIObject): Operation[] {
  return Object.values(paths)
    .flatMap(({ get, post, put, patch, delete: remove }) => [get, post, put, patch, remove])
    .filter((operation) => operation !== undefined)
    .filter((operation) => permissionExtension in operation);
}

const jsonType = 'application/json';

const tenantHeader = {
  name: 'x-tenant-id',
  in: 'header',
  required: false,
  description: 'With the platform key: id or code of the tenant to act in.',
  schema: { type: 'string' },
} as const;

const description = `Multi-tenant activity dispatch: the right provider, at the right time, tracked until its result is back.

JSON is camelCase; requests may spell the documented fields in snake_case as well. Unknown fields are refused.
Timestamps are ISO 8601 in UTC with milliseconds, ids are UUIDv7. Every error is a \`ProblemResponse\` with a stable \`code\`.
Operations name the permission their key needs as \`x-permission\`.`;
