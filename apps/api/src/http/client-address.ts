import { isIP } from 'node:net';
import { type Address, isWithin, readAddress, readNetwork } from '@errand/config';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** A socket that is closed already has no address. */
const unspecified = '::';

/**
 * For Fastify: which peers' `X-Forwarded-…` headers are believed. False, where there are none, leaves those headers
 * unread.
 * @param cidrs networks, as TRUST_PROXY_CIDRS has them
 */
export function trustedProxies(cidrs: readonly string[]): false | ((address: string | undefined) => boolean) {
  const networks = cidrs.map(readNetwork).filter((network) => network !== undefined);
  if (networks.length === 0) return false;
  return (text) => {
    const address = readHop(text ?? '');
    return address !== undefined && networks.some((network) => isWithin(address, network));
  };
}

/**
 * The IP address a request came from: the peer's or, behind trusted proxies, the nearest one that is none of them. What
 * a proxy passes on that is no address counts for nothing, and IPv4 is written as such however it came.
 */
export function addressOf({ ip, ips }: Pick<FastifyRequest, 'ip' | 'ips'>): string {
  let nearest = unspecified;
  for (const text of ips ?? [ip]) {
    const address = readHop(text ?? '');
    if (!address) break;
    nearest = address.toString();
  }
  return nearest;
}

/** Whose address it is, as far as one can tell: a customer has an IPv4 address, or a /64 of IPv6. */
export function subscriberOf(address: string): string {
  if (isIP(address) !== 6) return address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()}/64`;
}

/** As in `X-Forwarded-For`, where some proxies add a port, and as sockets tell it, with the zone of a link-local one. */
function readHop(text: string): Address | undefined {
  const [, bracketed, withPort] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(text) ?? [];
  const bare = (bracketed ?? withPort ?? text).replace(/%.*$/s, '');
  return readAddress(bare);
}
