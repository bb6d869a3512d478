import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { permissionExtension } from '../access/require-permission.decorator';
import { problemExample } from '../problems/problem-example';
import { productVersion } from '../version';
import { answerExampleOf, exampleOf, type Schemas } from './example';
import { tags } from './tags';

export const docsPath = '/api/docs';

/** Swagger UI at /api/docs, the document at /api/openapi.json, both public. The document is made when first asked for. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup(docsPath, app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Errand API',
    swaggerOptions: { docExpansion: 'none', filter: true, persistAuthorization: true },
  });
}

function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Errand')
    .setVersion(productVersion)
    .setDescription(description)
    .addBearerAuth({ type: 'http', bearerFormat: 'API key', description: 'An API key, `erk_…`' })
    .addApiKey({ type: 'apiKey', in: 'header', name: 'x-api-key', description: 'The same key.' }, 'x-api-key');
  for (const { name, description } of tags) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const schemas = document.components?.schemas ?? {};
  for (const [path, operation] of operationsOf(document)) {
    if (permissionExtension in operation) needKey(operation, schemas);
    showAnswers(path, operation, schemas);
  }
  return document;
}

type Path = OpenAPIObject['paths'][string];
type Operation = NonNullable<Path['get']>;

function operationsOf({ paths }: OpenAPIObject): [string, Operation][] {
  return Object.entries(paths).flatMap(([path, { get, post, put, patch, delete: remove }]) =>
    [get, post, put, patch, remove]
      .filter((operation) => operation !== undefined)
      .map((operation): [string, Operation] => [path, operation]),
  );
}

const jsonType = 'application/json';

function needKey(operation: Operation, schemas: Schemas): void {
  operation.security = [{ bearer: [] }, { 'x-api-key': [] }];
  operation.parameters = [...(operation.parameters ?? []), tenantHeader];
  const asked = (operation as unknown as Record<string, string>)[permissionExtension] ?? '';
  const needs = asked === 'any' ? 'Needs a key, whatever its permissions.' : `Needs the permission ${inCode(asked)}.`;
  operation.description = [operation.description, needs].filter(Boolean).join('\n\n');
  const json = operation.requestBody && 'content' in operation.requestBody && operation.requestBody.content[jsonType];
  if (json && json.schema) json.example = exampleOf(json.schema, schemas);
}

/** `A or B` with each word as code. */
const inCode = (text: string) => text.replace(/[A-Z_]{2,}/g, '`$&`');

/** Each answer shows itself: an error the one of its status, as it is written at that path. */
function showAnswers(path: string, { responses }: Operation, schemas: Schemas): void {
  for (const [status, response] of Object.entries(responses)) {
    const json = response && 'content' in response ? response.content?.[jsonType] : undefined;
    if (!json?.schema || json.example !== undefined || json.examples) continue;
    const isProblem = '$ref' in json.schema && json.schema.$ref.endsWith('/ProblemResponse');
    json.example = isProblem ? problemExample(Number(status), path) : answerExampleOf(json.schema, schemas);
  }
}

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
Operations name the permission their key needs, in their text and as \`x-permission\`.`;
