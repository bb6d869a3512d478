import { portOf } from './address-guard';
import { OutboundError } from './outbound-error';

/** Where a URL leads, in the parts undici wants. */
export interface Target {
  /** Scheme, host and port: safe to show. */
  origin: string;
  /** As the URL standard normalises it, IPv6 without brackets: what a resolver takes. */
  hostname: string;
  /** `http:` or `https:`. */
  protocol: string;
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
 * @returns the URL, or what is wrong with it, which does not repeat it
 */
export function normalUrl(text: string): { url: string; problem?: never } | { url?: never; problem: string } {
  const seen = text.replace(around, '');
  // URL parsers take some of it out and encode the rest.
  if (within.test(seen)) return { problem: 'must not contain blanks or invisible characters' };
  if (!URL.canParse(seen)) return { problem: 'must be an http or https URL' };
  const { protocol, username, password, origin, hostname, port, pathname, search, hash } = new URL(seen);
  if (protocol !== 'http:' && protocol !== 'https:') return { problem: 'must be an http or https URL' };
  // It is shown in responses and logs, where a password has no place.
  if (username !== '' || password !== '') return { problem: 'must not contain a user name or password' };
  if (hash !== '') return { problem: 'must not contain a fragment (#…), which is not sent' };
  if (port === '0') return { problem: 'must not name port 0' };
  if (!canExist(hostname)) return { problem: 'must name a host that can exist' };
  const hasPath = pathname !== '/' || /\/$/.test(seen.split('?', 1)[0] ?? '');
  return { url: origin + (hasPath ? pathname : '') + search };
}

/** An address, or a name by the lengths of RFC 1035 §2.3.4. */
function canExist(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return hostname.startsWith('[') || (name.length <= 253 && name.split('.').every((label) => /^.{1,63}$/.test(label)));
}

/** @throws OutboundError INVALID_URL; its message does not repeat the URL, which may carry a secret. */
export function parseTarget(url: string): Target {
  if (!URL.canParse(url)) throw new OutboundError('INVALID_URL', 'Not an absolute URL');
  const { protocol, username, password, origin, hostname, port, pathname, search } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new OutboundError('INVALID_URL', 'Only http and https URLs can be called');
  }
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
