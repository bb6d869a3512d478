import createClient, { type Client } from 'openapi-fetch';
import type { Exchange } from './exchange.js';
import type { paths } from './schema.generated.js';

/**
 * Every path of the OpenAPI document with its parameters, bodies and answers, as openapi-fetch has it: a request
 * resolves with `data`, or with `error`, the form of all Errand’s errors.
 */
export type RestClient = Client<paths>;

export function createRest(exchange: Exchange, baseUrl: string, headers: Record<string, string>): RestClient {
  return createClient<paths>({
    baseUrl,
    headers,
    // The API takes lists as `status=READY,FAILED`.
    querySerializer: { array: { style: 'form', explode: false } },
    fetch: async (request) => {
      const { method, url, headers, signal } = request;
      const text = await request.text();
      const body = text === '' ? undefined : text;
      const isRepeatable = canRepeat(method, headers, text);
      return exchange.send({ method, url, headers, body, signal, isRepeatable });
    },
  });
}

const idempotentMethods = ['GET', 'HEAD', 'PUT', 'DELETE'];

/** By RFC 9110, 9.2.2, or because an idempotency key makes it so. */
function canRepeat(method: string, headers: Headers, body: string): boolean {
  return idempotentMethods.includes(method) || headers.has('idempotency-key') || hasKeys(body);
}

/** Whether an activity, or each of a bulk, has its idempotency key. */
function hasKeys(text: string): boolean {
  try {
    const body = JSON.parse(text) as { activities?: unknown } | null;
    const activities: unknown[] = Array.isArray(body?.activities) ? body.activities : [body];
    return activities.every(hasKey);
  } catch {
    return false;
  }
}

function hasKey(activity: unknown): boolean {
  const { idempotencyKey } = (activity ?? {}) as { idempotencyKey?: unknown };
  return typeof idempotencyKey === 'string';
}
