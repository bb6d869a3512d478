import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** Swagger UI at /api/docs, the document at /api/openapi.json, both public. The document is made when first asked for. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

function openApiDocument(app: INestApplication): OpenAPIObject {
  const tenantHeader = {
    name: 'x-tenant-id',
    in: 'header',
    required: false,
    description: 'With the platform key: id or code of the tenant to act in.',
    schema: { type: 'string' },
  } as const;
  const config = new DocumentBuilder()
    .setTitle('Errand')
    .setVersion('1')
    .setDescription(description)
    .addBearerAuth({ type: 'http', description: 'An API key, `erk_…`' })
    .addApiKey({ type: 'apiKey', in: 'header', name: 'x-api-key' }, 'x-api-key')
    .addGlobalParameters(tenantHeader)
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

const description = `Multi-tenant activity dispatch: the right provider, at the right time, tracked until its result is back.

JSON is camelCase; requests may spell the documented fields in snake_case as well. Unknown fields are refused.
Timestamps are ISO 8601 in UTC with milliseconds, ids are UUIDv7. Every error is a \`ProblemResponse\` with a stable \`code\`.`;
