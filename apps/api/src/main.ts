import type { Settings } from '@errand/config';
import { runProcess } from '@errand/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignInCodes } from './console/sign-in-codes.service';
import { createApi } from './create-api';
import { documentPath } from './openapi/serve-openapi';

runProcess('api', createWithDocument, ({ port }) => port);

/** To make the OpenAPI document takes a third of a second: before anybody listens, since it would keep all others waiting. */
async function createWithDocument(settings: Settings): Promise<NestFastifyApplication> {
  const app = await createApi(settings);
  await app.inject(documentPath);
  if (settings.consoleEnabled) app.get(SignInCodes).hearFrom(process);
  return app;
}
