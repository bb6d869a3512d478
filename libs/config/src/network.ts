import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether the text names a network such as `10.1.0.0/16` or `fd00::/8`. `10/8` and `010.0.0.0/8` have other meanings
 * elsewhere (0.0.0.10, octal): four plain octets, or IPv6.
 */
export function isNetwork(text: string): boolean {
  const [address = '', bits = ''] = text.split('/');
  return isIP(address) !== 0 && !address.includes('%') && /^(0|[1-9]\d*)$/.test(bits) && ipaddr.isValidCIDR(text);
}

/** Whether a process can be told to listen there: an IP address, or the name of a host. */
export function isHost(text: string): boolean {
  if (isIP(text) !== 0) return true;
  const labels = text.split('.');
  // A last label of digits would be an IPv4 address, and that it is not.
  return text.length <= 253 && labels.every((label) => hostLabel.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

const hostLabel = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;
