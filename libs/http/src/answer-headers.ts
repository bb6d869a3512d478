import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

type Policy = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type Directive = (string | ((request: IncomingMessage, response: ServerResponse) => string))[];

/** What every answer has, and its Content-Security-Policy. Whoever ends TLS before Errand sends HSTS, which is his to promise. */
function policy(
  directives: Record<string, Directive>,
  referrerPolicy: 'no-referrer' | 'same-origin' = 'no-referrer',
): Policy {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"], ...directives },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: referrerPolicy },
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

const nonces = new WeakMap<ServerResponse, string>();

/** What the page of this answer may name to set styles of its own: 128 random bits in base64, the same in the policy and the page. */
export function nonceOf(response: ServerResponse): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64');
  nonces.set(response, nonce);
  return nonce;
}

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
  [
    // The console: scripts and styles from here alone, no text is ever taken for a script, nobody frames it.
    /^\/console\/(?!assets\/)/,
    policy(
      {
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
      'same-origin',
    ),
  ],
];

/** Anybody may keep these: they hold no data. What else may be kept says so itself. */
const kept = /^\/api\/(docs(?![^/?#])|openapi\.json(?![^?#]))/;

/** Sets what an answer of this request has in its head whatever it says. */
export function setAnswerHeaders(request: IncomingMessage, response: ServerResponse): void {
  const { url = '' } = request;
  const page = pages.find(([path]) => path.test(url))?.[1] ?? data;
  // What a key opens, secrets that are shown once among it, is not to be found in any cache.
  if (!kept.test(url)) response.setHeader('cache-control', 'no-store');
  page(request, response, () => undefined);
}
