import type { Settings } from '@errand/config';
import { ProviderRegistry } from '@errand/providers';
import { NestLogger } from '@errand/telemetry';
import { DispatchConfigs } from '@errand/tenants';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { DispatchLoop } from './dispatch.loop';
import { RecurringLoop } from './recurring.loop';
import { RetentionLoop } from './retention.loop';
import { WebhooksLoop } from './webhooks.loop';

/**
 * The dispatcher, working but not listening.
 * @throws Error when the database cannot be reached or a stored config's provider is not loaded
 */
export async function createDispatcher(settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings), new FastifyAdapter(), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(NestLogger));
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  await app.init();
  const providerCodes = app
    .get(ProviderRegistry, { strict: false })
    .list()
    .map(({ code }) => code);
  await app.get(DispatchConfigs, { strict: false }).refuseUnknownProviders(providerCodes);
  await app.get(DispatchLoop).start();
  await app.get(WebhooksLoop).start();
  await app.get(RecurringLoop).start();
  app.get(RetentionLoop).start();
  return app;
}
