import type { ReceivedCallback } from '@errand/providers';
import type { CallbackTarget } from '@errand/callbacks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BodyReader } from '../http/body-reader';
import { routeConfig } from '../http/route-config';
import type { CallbackIntake } from './callback-intake.service';

/** The route is a config's callback URL: its `:token` is checked before the body is read, which may be of any type. */
export const TakesCallback = () => routeConfig({ takesCallback: true });

/** A call to the URL of a config, as it came. */
interface TakenCallback {
  target: CallbackTarget;
  received: ReceivedCallback;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    takesCallback?: boolean;
  }
  interface FastifyRequest {
    takenCallback: TakenCallback | undefined;
  }
}

const maxCallbackBytes = 1024 * 1024;
const bodyHeaders = ['content-type', 'content-length', 'transfer-encoding'];

/** Reads callbacks to the byte. After that, to Fastify, they have no body: no parser knows every type. */
export function readCallbacks(server: FastifyInstance, bodies: BodyReader, intake: () => CallbackIntake): void {
  server.decorateRequest('takenCallback', undefined);
  const take = async (request: FastifyRequest, reply: FastifyReply) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, text(value)]));
    const target = await intake().open(request, reply);
    const body = (await bodies.whole(request, { owner: target.config.tenantId, maxBytes: maxCallbackBytes })) ?? '';
    const [, query] = /\?(.*)$/s.exec(request.url) ?? [];
    const received = {
      method: request.method === 'POST' ? ('POST' as const) : ('GET' as const),
      // Never by the Host of the request: the provider signs the URL that it was told.
      url: target.account.callbackUrl + (query === undefined ? '' : `?${query}`),
      query: Object.fromEntries(new URLSearchParams(query)),
      ...{ headers, body: Buffer.from(body), receivedAt: new Date() },
    };
    request.takenCallback = { target, received };
    for (const name of bodyHeaders) delete request.headers[name];
  };
  server.addHook('preParsing', (request, reply, payload, done) => {
    if (!request.routeOptions.config.takesCallback) done(null, payload);
    else take(request, reply).then(() => done(null, payload), done);
  });
}

function text(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
