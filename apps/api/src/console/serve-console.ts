import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { nonceOf } from '@errand/http';
import type { FastifyInstance } from 'fastify';

/** Where `npm run build` puts the page: dist/apps/console, seen from dist/apps/api/src/console. */
const built = path.join(__dirname, '../../../console');

/**
 * The console: one page for every path below /console/, and its assets, whose names change with what is in them.
 * Neither holds data, so that no key is asked for; what the page shows it fetches from the api.
 * @throws Error when the page was not built
 */
export async function serveConsole(server: FastifyInstance): Promise<void> {
  const page = fs.readFileSync(path.join(built, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: path.join(built, 'assets'),
    prefix: '/console/assets/',
    decorateReply: false, // Swagger UI has done so
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  server.get('/console', (_request, reply) => reply.redirect('/console/', 308));
  server.get('/console/*', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page.replaceAll('%NONCE%', nonceOf(reply.raw))),
  );
}
