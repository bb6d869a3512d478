import type { Address } from '@errand/config';
import ipaddr from 'ipaddr.js';

const v4 = (...octets: number[]) => new ipaddr.IPv4(octets);

/**
 * Addresses where clouds answer with machine credentials. Most lie in special ranges anyway; 168.63.129.16 (Azure)
 * does not, and all deserve their own name in the error.
 */
const metadataAddresses = new Set(
  [
    '169.254.169.254', // AWS, Azure, Google, DigitalOcean, …
    '169.254.170.2', // AWS container credentials
    '100.100.100.200', // Alibaba
    '168.63.129.16', // Azure wire server
    'fd00:ec2::254', // AWS
    'fd20:ce::254', // Google
  ].map((address) => ipaddr.parse(address).toString()),
);

/** ipaddr.js's names (IANA special-purpose registries, RFC 6890) in the words of the error. The rest is `reserved`. */
const ruleNames: Partial<Record<ReturnType<Address['range']>, string>> = {
  unspecified: 'unspecified',
  broadcast: 'broadcast',
  multicast: 'multicast',
  linkLocal: 'link-local',
  loopback: 'loopback',
  carrierGradeNat: 'carrier-grade NAT',
  private: 'private',
  uniqueLocal: 'private',
  rfc6052: 'local-use NAT64',
};

const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** The name of the rule that sets `address` apart from the public internet, or undefined where none does. */
export function specialRangeOf(address: Address): string | undefined {
  if (metadataAddresses.has(address.toString())) return 'cloud metadata';
  const range = address.range();
  if (range !== 'unicast') return ruleNames[range] ?? 'reserved';
  if (address instanceof ipaddr.IPv6 && !address.match(globalUnicast)) return 'reserved';
  return undefined;
}

/**
 * Every address that packets to `address` can end at: IPv6 forms that embed an IPv4 address are read as that address
 * (mapped, compatible, SIIT, NAT64 64:ff9b::/96, 6to4, and both of Teredo: server and client), and ::1 as 127.0.0.1
 * so that one allowed network covers both loopbacks. 64:ff9b:1::/48 (RFC 8215) stays itself and is refused whole: where
 * the IPv4 address lies in it depends on the translator's prefix length.
 */
export function destinationsOf(address: Address): Address[] {
  if (address instanceof ipaddr.IPv4) return [address];
  const bytes = address.toByteArray();
  const [high = 0, second = 0] = address.parts;
  switch (address.range()) {
    case 'loopback':
      return [v4(127, 0, 0, 1)];
    case 'ipv4Mapped':
    case 'rfc6145':
      return [v4(...bytes.slice(12))];
    case '6to4':
      return [v4(...bytes.slice(2, 6))];
    case 'teredo':
      return [v4(...bytes.slice(4, 8)), v4(...bytes.slice(12).map((byte) => byte ^ 0xff))];
    case 'rfc6052':
      return high === 0x64 && second === 0xff9b && address.parts[2] === 0 ? [v4(...bytes.slice(12))] : [address];
    default:
      return bytes.slice(0, 12).every((byte) => byte === 0) ? [v4(...bytes.slice(12))] : [address];
  }
}
