import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

type Policy = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What every answer has, and its Content-Security-Policy. Whoever ends TLS before Errand sends HSTS, which is his to promise. */
function policy(directives: Record<string, string[]>): Policy {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"], ...directives },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: false, // whom answers are for, CORS says
    originAgentCluster: false,
    dnsPrefetchControl: false,
    ieNoOpen: false,
    permittedCrossDomainPolicies: false,
    xssFilter: false,
  });
}

/** JSON and text, of which a browser shall show nothing. */
const data = policy({ formAction: ["'none'"] });

/** By the beginning of the path, the first that fits; all others answer with data, which nobody may keep. */
const pages: [path: RegExp, policy: Policy][] = [
  [
    // Swagger UI: its page has styles of its own, sets more, and has images in its styles.
    /^\/api\/docs(?![^/?#])/,
    policy({
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
    }),
  ],
];

const openApiDocument = /^\/api\/openapi\.json(?![^?#])/;

/** Sets what an answer of this request has in its head whatever it says. */
export function setAnswerHeaders(request: IncomingMessage, response: ServerResponse): void {
  const { url = '' } = request;
  const page = pages.find(([path]) => path.test(url))?.[1];
  // What a key opens, secrets that are shown once among it, is not to be found in any cache.
  if (!page && !openApiDocument.test(url)) response.setHeader('cache-control', 'no-store');
  (page ?? data)(request, response, () => undefined);
}
