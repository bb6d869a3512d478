import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Network = [ReturnType<typeof ipaddr.parse>, number];

/** `10/8` and `010.0.0.0/8` have other meanings elsewhere: four plain octets or IPv6, and a length. */
export function isNetwork(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const [address = '', bits = '', ...rest] = text.split('/');
  const isPlain = isIP(address) !== 0 && !address.includes('%') && /^(0|[1-9]\d*)$/.test(bits) && rest.length === 0;
  return isPlain && ipaddr.isValidCIDR(text);
}

/** Whether an address (IPv4-mapped IPv6 counts as IPv4) lies in one of the networks. */
export function isIn(networks: readonly string[], address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const whole = parsed.kind() === 'ipv4' ? 32 : 128;
  return networks.some((network) => covers(read(network), [parsed, whole]));
}

/** Whether all of `inner` lies in one of the networks. */
export function isWithin(networks: readonly string[], inner: string): boolean {
  return networks.some((network) => covers(read(network), read(inner)));
}

function covers([outer, outerBits]: Network, [inner, innerBits]: Network): boolean {
  return outer.kind() === inner.kind() && innerBits >= outerBits && inner.match(outer, outerBits);
}

/** `::ffff:10.0.0.0/104` is `10.0.0.0/8`. */
function read(cidr: string): Network {
  const [network, bits] = ipaddr.parseCIDR(cidr);
  const isMapped = network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= 96;
  return isMapped ? [network.toIPv4Address(), bits - 96] : [network, bits];
}
