import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '@errand/errors';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { permissionExtension } from '../access/require-permission.decorator';
import { codesExtension } from '../problems/api-problems.decorator';
import { problemExample } from '../problems/problem-example';
import { productVersion } from '../version';
import { answerExampleOf, exampleOf, type Schemas } from './example';
import { tags } from './tags';

export const docsPath = '/api/docs';
export const documentPath = '/api/openapi.json';

/** Swagger UI at /api/docs, the document at /api/openapi.json, both public. The document is made when first asked for. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup(docsPath, app, () => openApiDocument(app), {
    jsonDocumentUrl: documentPath,
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
    for (const parameter of operation.parameters ?? []) tellParameter(parameter);
    if (permissionExtension in operation) needKey(operation);
    showRequest(operation, schemas);
    showAnswers(path, operation, schemas);
  }
  return asWholeNumbers(document) as OpenAPIObject;
}

/** Numbers are whole unless their field has the format `double`; the plugin says `number` of all. */
function asWholeNumbers(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(asWholeNumbers);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => [key, asWholeNumbers(value)]);
  const copy = Object.fromEntries(entries);
  return copy.type === 'number' && copy.format !== 'double' ? { ...copy, type: 'integer' } : copy;
}

/** What a parameter in the path is called says what it is; in a query nothing is null. */
function tellParameter(parameter: NonNullable<Operation['parameters']>[number]): void {
  if ('$ref' in parameter) return;
  if (parameter.schema && 'nullable' in parameter.schema) delete parameter.schema.nullable;
  if (parameter.in !== 'path') return;
  const [, of] = /^(\w+)Id$/.exec(parameter.name) ?? [];
  const words = of?.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  parameter.description ??= words ? `The \`id\` of the ${words}.` : `Its \`${parameter.name}\`.`;
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

function needKey(operation: Operation): void {
  operation.security = [{ bearer: [] }, { 'x-api-key': [] }];
  operation.parameters = [...(operation.parameters ?? []), tenantHeader];
  const asked = (operation as unknown as Record<string, string>)[permissionExtension] ?? '';
  const needs = asked === 'any' ? 'Needs a key, whatever its permissions.' : `Needs the permission ${inCode(asked)}.`;
  operation.description = [operation.description, needs].filter(Boolean).join('\n\n');
}

function showRequest({ requestBody }: Operation, schemas: Schemas): void {
  const json = requestBody && 'content' in requestBody && requestBody.content[jsonType];
  if (json && json.schema) json.example = exampleOf(json.schema, schemas);
}

/** `A or B` with each word as code. */
const inCode = (text: string) => text.replace(/[A-Z_]{2,}/g, '`$&`');

/** Each answer says what it is and shows itself: an error the first of its codes, as it is written at that path. */
function showAnswers(path: string, operation: Operation, schemas: Schemas): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!response || '$ref' in response) continue;
    const phrase = STATUS_CODES[status] ?? status;
    const codes = codesOf(response, operation);
    response.description ||= phrase;
    if (codes.length > 0) {
      const told = {
        [codesExtension]: codes,
        description: `${phrase}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
      };
      Object.assign(response, told);
    }
    const json = response.content?.[jsonType];
    if (!json?.schema || json.example !== undefined) continue;
    const [code] = codes;
    const examples = codes.map((code): [string, { value: object }] => [code, { value: problemExample(code, path) }]);
    if (examples.length > 1) json.examples = Object.fromEntries(examples);
    else json.example = code ? problemExample(code, path) : answerExampleOf(json.schema, schemas);
  }
}

/** The codes of an error response: those its endpoint names, and those that any has which takes a body or a cursor. */
function codesOf(response: object, { requestBody, parameters = [] }: Operation): ErrorCode[] {
  const named = (response as Record<string, ErrorCode[]>)[codesExtension] ?? [];
  if (!named.includes('VALIDATION_FAILED')) return named;
  const takesJson = requestBody && 'content' in requestBody && jsonType in requestBody.content;
  const takesCursor = parameters.some((parameter) => 'name' in parameter && parameter.name === 'cursor');
  return [
    ...named,
    ...(takesJson ? (['MALFORMED_JSON'] as const) : []),
    ...(takesCursor ? (['INVALID_CURSOR'] as const) : []),
  ];
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
