import { isUtf8 } from 'node:buffer';
import { ErrandError, invalidField } from '@errand/errors';
import { jsonExcess, readJson } from '@errand/json';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BodyReader } from './body-reader';
import { routeConfig } from './route-config';

/**
 * The route's body, or each item of a list in it, has a member that is kept to the letter: {@link JsonText}.
 * @param spellings of its name
 */
export const KeepsVerbatim = (...spellings: string[]) => routeConfig({ verbatim: spellings });

declare module 'fastify' {
  interface FastifyContextConfig {
    verbatim?: string[];
  }
}

export function readJsonBodies(server: FastifyInstance, bodies: BodyReader): void {
  server.addContentTypeParser('application/json', async (request: FastifyRequest) => {
    const body = await bodies.whole(request);
    return body && parseJsonBody(body, request.routeOptions.config.verbatim);
  });
}

/**
 * Parses a JSON request body; an empty one is `{}`. What it says is looked at by `readRequest`.
 * @param verbatim members that are kept to the letter
 * @throws ErrandError MALFORMED_JSON, also for text that is not UTF-8; VALIDATION_FAILED when it has too many parts
 */
function parseJsonBody(body: Buffer, verbatim?: readonly string[]): unknown {
  if (!isUtf8(body)) throw new ErrandError('MALFORMED_JSON', 'The body is not UTF-8');
  const excess = jsonExcess(body);
  if (excess !== undefined) throw invalidField('body', excess);
  const text = body.toString().replace(/^\uFEFF/, '');
  if (text.trim() === '') return {};
  try {
    return readJson(text, verbatim);
  } catch (error) {
    // The parser's message quotes the text, which may hold a credential; only the place is passed on.
    const place = /at position \d+( \(line \d+ column \d+\))?/.exec((error as Error).message)?.[0] ?? '';
    throw new ErrandError('MALFORMED_JSON', `The body is not valid JSON ${place}`.trimEnd());
  }
}
