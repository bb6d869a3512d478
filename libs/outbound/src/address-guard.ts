import { isIP } from 'node:net';
import { type Address, isWithin, type Network, readNetwork } from '@errand/config';
import ipaddr from 'ipaddr.js';
import { destinationsOf, specialRangeOf } from './special-ranges';

/** Decides which addresses may be connected to: public ones, and those in the networks the operator allows. */
export class AddressGuard {
  private readonly allowed: Network[];

  /** @throws Error naming an entry that is not a network such as `10.1.0.0/16`. */
  constructor(allowCidrs: string[]) {
    this.allowed = allowCidrs.map(parseNetwork);
  }

  /** The rule that refuses `address` (textual, IPv4 or IPv6), or undefined when it may be connected to. */
  refusalOf(address: string): string | undefined {
    if (!ipaddr.isValid(address)) return 'unreadable';
    for (const destination of destinationsOf(ipaddr.parse(address))) {
      const rule = specialRangeOf(destination);
      if (rule !== undefined && !this.isAllowed(destination)) return rule;
    }
    return undefined;
  }

  /**
   * The same for the host of a {@link Target} when it needs no resolver: a literal (the URL parser has already turned
   * `0x7f.1` or `2130706433` into dotted form) or a localhost name (RFC 6761). Other names give undefined.
   */
  refusalOfHost(hostname: string): string | undefined {
    if (/(^|\.)localhost\.?$/.test(hostname)) return this.refusalOf('127.0.0.1');
    return isIP(hostname) === 0 ? undefined : this.refusalOf(hostname);
  }

  /** A name is refused when any of its addresses is: a name that mixes public and private ones is an attack. */
  refusalOfAny(addresses: string[]): string | undefined {
    for (const address of addresses) {
      const rule = this.refusalOf(address);
      if (rule !== undefined) return rule;
    }
    return undefined;
  }

  private isAllowed(address: Address): boolean {
    return this.allowed.some((network) => isWithin(address, network));
  }
}

/** Compared in the form in which addresses are checked: `::1/128` is the loopback. */
function parseNetwork(cidr: string): Network {
  const network = readNetwork(cidr);
  if (!network) throw new Error(`OUTBOUND_ALLOW_CIDRS: "${cidr}" is not a network such as 10.1.0.0/16`);
  const [only] = network[1] === 128 ? destinationsOf(network[0]) : [];
  return only instanceof ipaddr.IPv4 ? [only, 32] : network;
}
