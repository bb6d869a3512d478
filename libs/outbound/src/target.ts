import { OutboundError } from './outbound-error';

/** Where a URL leads, in the parts undici wants. */
export interface Target {
  /** Scheme, host and port: safe to show. */
  origin: string;
  /** As the URL standard normalises it, IPv6 without brackets: what a resolver takes. */
  hostname: string;
  /** Path and query. */
  path: string;
}

const unseen = String.raw`[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]`;
const around = new RegExp(`^${unseen}+|${unseen}+$`, 'gu');
const within = new RegExp(unseen, 'u');

/**
 * The one form in which a URL is checked, stored and used: as it was written, without what cannot be seen around it
 * (blanks, line breaks, zero-width characters), which comes along when it is copied. Null where there is such within: URL
 * parsers take some of it out and encode the rest, so it would lead elsewhere than it seems to.
 */
export function normalUrl(text: string): string | null {
  const url = text.replace(around, '');
  return within.test(url) ? null : url;
}

/** @throws OutboundError INVALID_URL; its message does not repeat the URL, which may carry a secret. */
export function parseTarget(url: string): Target {
  if (!URL.canParse(url)) throw new OutboundError('INVALID_URL', 'Not an absolute URL');
  const { protocol, username, password, origin, hostname, pathname, search } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new OutboundError('INVALID_URL', 'Only http and https URLs can be called');
  }
  if (username !== '' || password !== '') {
    throw new OutboundError('INVALID_URL', 'A URL must not carry a user name or password');
  }
  return { origin, hostname: hostname.replace(/^\[|\]$/g, ''), path: pathname + search };
}
