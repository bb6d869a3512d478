import type { Settings } from '@errand/config';
import { ErrandError } from '@errand/errors';
import type { FastifyRequest } from 'fastify';

type OriginSettings = Pick<Settings, 'publicUrl'>;

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Browsers send a cookie whoever asks them to: what a session does must come from the console's own page. A header of
 * our own no other origin's page can send without CORS, which never covers cookies.
 * @throws ErrandError CSRF
 */
export function refuseForged(request: FastifyRequest, settings: OriginSettings): void {
  const { method, headers } = request;
  refuseOtherSite(request);
  if (safeMethods.includes(method)) return;
  if (headers.origin !== ownOrigin(request, settings)) throw forged('the Origin is not that of this installation');
  if (headers['x-errand-console'] !== '1') throw forged('the header x-errand-console: 1 is missing');
}

/**
 * A sign-in may be made by a program, which sends no Origin; not by another origin's page.
 * @throws ErrandError CSRF
 */
export function refuseForgedSignIn(request: FastifyRequest, settings: OriginSettings): void {
  refuseOtherSite(request);
  const { origin } = request.headers;
  if (origin !== undefined && origin !== ownOrigin(request, settings)) {
    throw forged('the Origin is not that of this installation');
  }
}

function refuseOtherSite({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw forged('it comes from another page');
}

/** Where browsers reach this installation: as configured, else as the request names it. */
function ownOrigin({ protocol, host }: FastifyRequest, { publicUrl }: OriginSettings): string {
  return publicUrl === undefined ? `${protocol}://${host}` : new URL(publicUrl).origin;
}

function forged(why: string): ErrandError {
  return new ErrandError('CSRF', `A session takes requests of the console alone: ${why}`);
}
