import type { Settings } from '@errand/config';
import type { FastifyRequest } from 'fastify';

type CookieSettings = Pick<Settings, 'consoleEnabled' | 'consoleInsecureCookie'>;

/** Browsers take a `__Host-` name only with Secure, from this host alone and for all of its paths. */
const nameOf = ({ consoleInsecureCookie }: CookieSettings) => (consoleInsecureCookie ? 'errand' : '__Host-errand');

/** The text of the console's session that a request carries; undefined without one. */
export function sessionTextOf({ headers }: FastifyRequest, settings: CookieSettings): string | undefined {
  if (!settings.consoleEnabled) return undefined;
  const name = nameOf(settings);
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return undefined;
}

/**
 * The `Set-Cookie` of a session.
 * @param text undefined: the browser forgets it
 */
export function sessionCookie(text: string | undefined, settings: CookieSettings): string {
  const kept = text === undefined ? '=; Max-Age=0' : `=${text}`;
  const secure = settings.consoleInsecureCookie ? '' : '; Secure';
  return `${nameOf(settings)}${kept}; Path=/${secure}; HttpOnly; SameSite=Strict`;
}
