import { isIP } from 'node:net';
import {
  type Address,
  isWithin,
  type NetworkAtPort,
  type PortRange,
  readNetworkAtPort,
  readPortRange,
} from '@errand/config';
import ipaddr from 'ipaddr.js';
import { destinationsOf, specialRangeOf } from './special-ranges';

/** What may be connected to besides public addresses, and at which ports. */
export interface GuardOptions {
  /** Networks such as `10.1.0.0/16`, or `10.1.0.0/16:8080` for one port of theirs. */
  allowCidrs: string[];
  /** Ports and ranges of them, for all addresses, those of `allowCidrs` too. 80, 443 and from 1024 on unless told. */
  allowPorts?: readonly string[];
}

const usualPorts = ['80', '443', '1024-65535'];
const defaultPorts: Partial<Record<string, number>> = { 'http:': 80, 'https:': 443, 'smtp:': 587, 'smtps:': 465 };
/** What mail is handed in at (RFC 5321, RFC 8314), besides the allowed ports. */
const mailPorts = [25, 465, 587];

/** Decides where may be connected to: public addresses and those in the networks the operator allows, at allowed ports. */
export class AddressGuard {
  private readonly allowed: NetworkAtPort[];
  private readonly ports: readonly PortRange[];

  /** @throws Error naming an entry that is not a network such as `10.1.0.0/16`, or no port. */
  constructor({ allowCidrs, allowPorts = usualPorts }: GuardOptions) {
    this.allowed = allowCidrs.map(parseNetwork);
    this.ports = allowPorts.map(parsePorts);
  }

  /** The rule that refuses `address` (textual, IPv4 or IPv6), or undefined when it may be connected to at `port`. */
  refusalOf(address: string, port: number): string | undefined {
    if (!ipaddr.isValid(address)) return 'unreadable address';
    for (const destination of destinationsOf(ipaddr.parse(address))) {
      const range = specialRangeOf(destination);
      if (range !== undefined && !this.isAllowed(destination, port)) return `${range} address`;
    }
    return undefined;
  }

  /**
   * The same for a URL as far as it can be told without a resolver: its port, a literal (the URL parser has already turned
   * `0x7f.1` or `2130706433` into dotted form) and localhost names (RFC 6761). Of other hosts only the port is known.
   */
  refusalOfUrl({ protocol, hostname, port }: { protocol: string; hostname: string; port: number }): string | undefined {
    if (!this.isAllowedPort(protocol, port)) return `port ${port}`;
    if (/(^|\.)localhost\.?$/.test(hostname)) return this.refusalOf('127.0.0.1', port);
    return isIP(hostname) === 0 ? undefined : this.refusalOf(hostname, port);
  }

  /** A name is refused when any of its addresses is: a name that mixes public and private ones is an attack. */
  refusalOfAny(addresses: string[], port: number): string | undefined {
    for (const address of addresses) {
      const rule = this.refusalOf(address, port);
      if (rule !== undefined) return rule;
    }
    return undefined;
  }

  private isAllowedPort(protocol: string, port: number): boolean {
    if (/^smtps?:$/.test(protocol) && mailPorts.includes(port)) return true;
    return this.ports.some(([first, last]) => first <= port && port <= last);
  }

  private isAllowed(address: Address, at: number): boolean {
    return this.allowed.some(({ network, port }) => (port === null || port === at) && isWithin(address, network));
  }
}

/** The port that a URL leads to. */
export function portOf({ protocol, port }: Pick<URL, 'protocol' | 'port'>): number {
  return port === '' ? defaultPortOf(protocol) : Number(port);
}

/** That of URLs that name none; 0 for an unknown protocol. */
export function defaultPortOf(protocol: string): number {
  return defaultPorts[protocol] ?? 0;
}

function parsePorts(entry: string): PortRange {
  const range = readPortRange(entry);
  if (!range) throw new Error(`OUTBOUND_ALLOW_PORTS: "${entry}" is no port or range of ports`);
  return range;
}

/** Compared in the form in which addresses are checked: `::1/128` is the loopback. */
function parseNetwork(entry: string): NetworkAtPort {
  const allowed = readNetworkAtPort(entry);
  if (!allowed) {
    throw new Error(`OUTBOUND_ALLOW_CIDRS: "${entry}" is not a network such as 10.1.0.0/16 or 10.1.0.0/16:8080`);
  }
  const { network, port } = allowed;
  const [only] = network[1] === 128 ? destinationsOf(network[0]) : [];
  return only instanceof ipaddr.IPv4 ? { network: [only, 32], port } : allowed;
}
