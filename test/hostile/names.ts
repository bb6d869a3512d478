import type { DnsAnswer, DnsQuery } from '../support/dns-server';

/** What the product's DNS server says: names below `dead` get no answer at all. */
export const names = ({ name }: DnsQuery): DnsAnswer => {
  if (name.endsWith('.dead.example')) return 'DROP';
  if (name === 'inside.example') return ['127.0.0.2']; // not among the addresses that may be called
  return name.endsWith('.alive.example') ? ['127.0.0.1'] : 'NXDOMAIN';
};
