import { isUtf8 } from 'node:buffer';
import { ErrandError } from '@errand/errors';
import { readJson } from '@errand/json';
import { routeConfig } from './route-config';

export const bodyLimitBytes = 4 * 1024 * 1024;

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

/**
 * Parses a JSON request body; an empty one is `{}`. What it says is looked at by `readRequest`.
 * @param verbatim members that are kept to the letter
 * @throws ErrandError MALFORMED_JSON, also for text that is not UTF-8
 */
export function parseJsonBody(body: Buffer, verbatim?: readonly string[]): unknown {
  if (!isUtf8(body)) throw new ErrandError('MALFORMED_JSON', 'The body is not UTF-8');
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
