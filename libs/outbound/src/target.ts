import { parsedUrl } from '@errand/config';
import { defaultPortOf, portOf } from './address-guard';
import { OutboundError } from './outbound-error';

/** What can be called: over HTTP, or over a socket that mail is handed in at. */
export const URL_SCHEMES = ['http', 'https', 'smtp', 'smtps'] as const;
export type UrlScheme = (typeof URL_SCHEMES)[number];
export const httpSchemes: readonly UrlScheme[] = ['http', 'https'];
export const mailSchemes: readonly UrlScheme[] = ['smtp', 'smtps'];

/** Where a URL leads, in the parts undici wants. */
export interface Target {
  /** Scheme, host and port: safe to show. */
  origin: string;
  /** As the URL standard normalises it, IPv6 without brackets: what a resolver takes. */
  hostname: string;
  /** With its colon. */
  protocol: `${UrlScheme}:`;
  port: number;
  /** Path and query. */
  path: string;
}

const unseen = String.raw`[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]`;
const around = new RegExp(`^${unseen}+|${unseen}+$`, 'gu');
const within = new RegExp(unseen, 'u');

/**
 * The one form in which a URL is checked, stored and used: as the URL standard writes it, so that what is shown is where
 * calls go (`HTTP://ⓛocalhost:80\a` is `http://localhost/a`), but without a slash where none was written. What cannot be
 * seen around it (blanks, line breaks, zero-width characters) comes along when it is copied, and is left out.
 * @param schemes those that it may have
 * @returns the URL, or what is wrong with it, which does not repeat it
 */
export function normalUrl(
  text: string,
  schemes: readonly UrlScheme[] = httpSchemes,
): { url: string; problem?: never } | { url?: never; problem: string } {
  const seen = text.replace(around, '');
  // URL parsers take some of it out and encode the rest.
  if (within.test(seen)) return { problem: 'must not contain blanks or invisible characters' };
  const parsed = parse(seen);
  if (parsed === undefined || !hasScheme(parsed, schemes)) {
    return { problem: `must be an ${schemes.join(' or ')} URL` };
  }
  const { protocol, username, password, origin, hostname, port, pathname, search, hash } = parsed;
  // It is shown in responses and logs, where a password has no place.
  if (username !== '' || password !== '') return { problem: 'must not contain a user name or password' };
  if (hash !== '') return { problem: 'must not contain a fragment (#…), which is not sent' };
  if (port === '0') return { problem: 'must not name port 0' };
  if (!canExist(hostname)) return { problem: 'must name a host that can exist' };
  const isMail = protocol.startsWith('smtp');
  if (isMail && (search !== '' || !/^\/?$/.test(pathname))) return { problem: 'must name a host and a port alone' };
  const hasPath = !isMail && (pathname !== '/' || /\/$/.test(seen.split('?', 1)[0] ?? ''));
  return { url: origin + (hasPath ? pathname : '') + search };
}

/** Scheme, host and port of a URL that can be called; null for any other text. */
export function originOf(text: string): string | null {
  const { url } = normalUrl(text, [...httpSchemes, ...mailSchemes]);
  return url === undefined ? null : parseTarget(url).origin;
}

type UrlParts = Pick<URL, 'username' | 'password' | 'origin' | 'hostname' | 'port' | 'pathname' | 'search' | 'hash'> & {
  protocol: string;
};

/** The URL standard knows no hosts of `smtp` and `smtps` URLs, only text: theirs are read as those of `http` are. */
function parse(text: string): UrlParts | undefined {
  const url = parsedUrl(text);
  if (url === undefined || !hasScheme(url, mailSchemes)) return url;
  const asHttp = url.hostname === '' ? undefined : parsedUrl(`http://${url.hostname}`);
  if (asHttp === undefined) return undefined;
  const { protocol, username, password, pathname, search, hash } = url;
  const { hostname } = asHttp;
  const port = Number(url.port) === defaultPortOf(protocol) ? '' : url.port;
  const origin = `${protocol}//${hostname}${port === '' ? '' : `:${port}`}`;
  return { protocol, username, password, origin, hostname, port, pathname, search, hash };
}

function hasScheme<T extends { protocol: string }>(
  url: T,
  schemes: readonly UrlScheme[],
): url is T & Pick<Target, 'protocol'> {
  return schemes.some((scheme) => url.protocol === `${scheme}:`);
}

/** An address, or a name by the lengths of RFC 1035 §2.3.4. */
function canExist(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return hostname.startsWith('[') || (name.length <= 253 && name.split('.').every((label) => /^.{1,63}$/.test(label)));
}

/** @throws OutboundError INVALID_URL; its message does not repeat the URL, which may carry a secret. */
export function parseTarget(url: string): Target {
  const parsed = parse(url);
  if (parsed === undefined) throw new OutboundError('INVALID_URL', 'Not an absolute URL');
  if (!hasScheme(parsed, [...httpSchemes, ...mailSchemes])) {
    throw new OutboundError('INVALID_URL', 'Only http, https, smtp and smtps URLs can be called');
  }
  const { protocol, username, password, origin, hostname, port, pathname, search } = parsed;
  if (username !== '' || password !== '') {
    throw new OutboundError('INVALID_URL', 'A URL must not carry a user name or password');
  }
  return {
    origin,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    protocol,
    port: portOf({ protocol, port }),
    path: pathname + search,
  };
}
