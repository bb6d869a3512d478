import type { Settings } from '@errand/config';
import { drainBody, serverOptions } from '@errand/http';
import { writeJson } from '@errand/json';
import { LOGGER, type Logger, NestLogger } from '@errand/telemetry';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessCheck, checkAccess } from './access/access-check';
import { AppModule } from './app.module';
import { actAsCaller } from './audit/acting-caller';
import { CallbackIntake } from './callbacks/callback-intake.service';
import { readCallbacks } from './callbacks/received-callback';
import { serveConsole } from './console/serve-console';
import { BodyBudget } from './http/body-budget';
import { BodyReader } from './http/body-reader';
import { trustedProxies } from './http/client-address';
import { allowOrigins } from './http/cors';
import { dropIgnoredBodies } from './http/ignored-body';
import { readJsonBodies } from './http/json-body';
import { KnownRoutes } from './http/known-routes';
import { readUploadedText } from './http/uploaded-text';
import { docsPath, serveOpenApi } from './openapi/serve-openapi';
import { ProblemFilter } from './problems/problem.filter';

/**
 * The api, initialised but not listening.
 * @throws Error when the database cannot be reached, a route declares no access or a stored provider is not loaded
 */
export async function createApi(settings: Settings): Promise<NestFastifyApplication> {
  const routes = new KnownRoutes();
  const adapter = createAdapter(
    settings,
    routes,
    () => app.get(AccessCheck),
    () => app.get(CallbackIntake),
    () => app.get(ProblemFilter),
    () => app.get<Logger>(LOGGER),
  );
  const options = { bufferLogs: true, abortOnError: false, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings, routes), adapter, options);
  app.useLogger(app.get(NestLogger));
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  allowOrigins(app, settings);
  serveOpenApi(app);
  try {
    if (settings.consoleEnabled) await serveConsole(adapter.getInstance());
    await app.init();
    await adapter.getInstance().ready();
  } catch (error) {
    await app.close(); // what has started must not go on for ever
    throw error;
  }
  return app;
}

/** Fastify as Errand wants it: every request has an id, and every body is JSON unless its route says otherwise. */
function createAdapter(
  settings: Settings,
  routes: KnownRoutes,
  access: () => AccessCheck,
  callbacks: () => CallbackIntake,
  filter: () => ProblemFilter,
  logger: () => Logger,
): FastifyAdapter {
  const adapter = new FastifyAdapter({
    ...serverOptions(settings),
    trustProxy: trustedProxies(settings.trustProxyCidrs),
    routerOptions: { maxParamLength: 500 },
    // A URL that does not decode is refused before any hook or filter.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      filter().handle(error, request, reply),
  });
  const server = adapter.getInstance();
  server.addHook('onRoute', ({ method, url }) => {
    if (url !== '*') routes.add(method, url); // every path’s preflight is no route of its own
  });
  checkAccess(server, access);
  actAsCaller(server);
  server.addHook('onSend', (request, reply, payload, done) => {
    drainBody(request, reply);
    done(null, payload);
  });
  server.removeAllContentTypeParsers();
  const bodies = new BodyReader(new BodyBudget(settings.httpBodyBytes), ({ id: requestId }) => {
    logger().warn({ requestId }, 'request broke off'); // no fault of ours
  });
  bodies.attach(server);
  readJsonBodies(server, bodies);
  readUploadedText(server, bodies);
  readCallbacks(server, bodies, callbacks);
  dropIgnoredBodies(server);
  server.get('/', (_request, reply) => reply.redirect(docsPath));
  server.setReplySerializer(writeJson);
  return adapter;
}
