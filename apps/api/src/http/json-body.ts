import { isUtf8 } from 'node:buffer';
import { ErrandError } from '@errand/errors';

export const bodyLimitBytes = 4 * 1024 * 1024;

/**
 * Parses a JSON request body; an empty one is `{}`. What it says is looked at by `readRequest`.
 * @throws ErrandError MALFORMED_JSON, also for text that is not UTF-8
 */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw new ErrandError('MALFORMED_JSON', 'The body is not UTF-8');
  const text = body.toString().replace(/^\uFEFF/, '');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The parser's message quotes the text, which may hold a credential; only the place is passed on.
    const place = /at position \d+( \(line \d+ column \d+\))?/.exec((error as Error).message)?.[0] ?? '';
    throw new ErrandError('MALFORMED_JSON', `The body is not valid JSON ${place}`.trimEnd());
  }
}
