import type { Settings } from '@errand/config';
import { drainBody, serverOptions } from '@errand/http';
import { ProviderRegistry } from '@errand/providers';
import { NestLogger } from '@errand/telemetry';
import { DispatchConfigs } from '@errand/tenants';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { DispatchLoop } from './dispatch.loop';
import { answerProblem } from './problem.filter';
import { RecurringLoop } from './recurring.loop';
import { RetentionLoop } from './retention.loop';
import { StatisticsLoop } from './statistics.loop';
import { WebhooksLoop } from './webhooks.loop';

/**
 * The dispatcher, working but not listening.
 * @throws Error when the database cannot be reached or a stored config's provider is not loaded
 */
export async function createDispatcher(settings: Settings): Promise<NestFastifyApplication> {
  const options = { bufferLogs: true, abortOnError: false, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(settings),
    createAdapter(settings),
    options,
  );
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
  app.get(StatisticsLoop).start();
  return app;
}

/** No path of the dispatcher takes a body, so none is read. */
function createAdapter(settings: Settings): FastifyAdapter {
  const adapter = new FastifyAdapter({
    ...serverOptions(settings),
    // A URL that does not decode is refused before any filter of Nest's.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, reply),
  });
  const server = adapter.getInstance();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
  server.addHook('onSend', (request, reply, payload, done) => {
    drainBody(request, reply);
    done(null, payload);
  });
  return adapter;
}
