import { isIP } from 'node:net';
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

export type Address = IPv4 | IPv6;
/** An address of it, and how many bits all its addresses have in common. */
export type Network = [Address, number];

/**
 * A network such as `10.1.0.0/16` or `fd00::/8`, undefined for what is none: `10/8` and `010.0.0.0/8` have other
 * meanings elsewhere (0.0.0.10, octal). Of IPv4-mapped addresses (`::ffff:10.0.0.0/104`) it is the IPv4 one.
 */
export function readNetwork(text: string): Network | undefined {
  const [address = '', digits = ''] = text.split('/');
  if (isIP(address) === 0 || address.includes('%') || !/^(0|[1-9]\d*)$/.test(digits)) return undefined;
  if (!ipaddr.isValidCIDR(text)) return undefined;
  const [network, bits] = ipaddr.parseCIDR(text);
  const isMapped = network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= 96;
  return isMapped ? [network.toIPv4Address(), bits - 96] : [network, bits];
}

/** A network at one port, or (null) at any. */
export interface NetworkAtPort {
  network: Network;
  port: number | null;
}

/** The same, or one port of it: `10.1.0.0/16:8080`, `fd00::/8:8443`. */
export function readNetworkAtPort(text: string): NetworkAtPort | undefined {
  const [, cidr = '', portText] = /^(.*\/\d+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const network = readNetwork(cidr);
  const port = portText === undefined ? null : Number(portText);
  return network && (port === null || (port >= 1 && port <= 65_535)) ? { network, port } : undefined;
}

/** The address that a text is; of an IPv4-mapped one the IPv4 one. Undefined for what is none, or in an odd form (`127.1`). */
export function readAddress(text: string): Address | undefined {
  return isIP(text) === 0 ? undefined : ipaddr.process(text);
}

/** Whether all of a network lies in another. */
export function isPart([address, bits]: Network, outer: Network): boolean {
  return bits >= outer[1] && isWithin(address, outer);
}

/** IPv4 and IPv6 have no addresses in common. */
export function isWithin(address: Address, [network, bits]: Network): boolean {
  return network.kind() === address.kind() && address.match(network, bits);
}

/** Whether a process can be told to listen there: an IP address, or the name of a host. */
export function isHost(text: string): boolean {
  if (isIP(text) !== 0) return true;
  const labels = text.split('.');
  // A last label of digits would be an IPv4 address, and that it is not.
  return text.length <= 253 && labels.every((label) => hostLabel.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

const hostLabel = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;
