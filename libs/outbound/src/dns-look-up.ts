import { promises as dns, type RecordWithTtl } from 'node:dns';
import { isIP } from 'node:net';
import { hostname as ownHostname } from 'node:os';
import { changingFile } from './changing-file';
import type { Found, LookUp } from './names';
import { namesToAsk, readHosts, readSearchRules } from './resolver-files';

export interface DnsOptions {
  /** `address` or `address:port`, IPv6 as `[::1]:53`. Those of resolv.conf unless told. */
  servers?: string[];
  hostsFile?: string;
  resolvConf?: string;
}

/** A server has this long to answer; then it is the next one's turn, and another round when all had theirs. */
const tryMs = 1_000;
const tries = 3;
/** Once a name's addresses of one family are known, those of the other are waited for this long. */
const graceMs = 1_000;
/** An answer that says nothing of the name, so that another server may know better. */
const serverTrouble = new Set(['ESERVFAIL', 'EREFUSED', 'ENOTIMP', 'EFORMERR', 'EBADRESP']);
/** The name, or addresses of it, are not there: the next name of the search may be. glibc goes on after SERVFAIL too. */
const goesOn = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME', ...serverTrouble]);

/**
 * Looks names up as getaddrinfo does: in the hosts file, then with DNS by the search rules of resolv.conf. It does so
 * with c-ares, on sockets of its own: getaddrinfo takes one of libuv's four threads for as long as a resolver that drops
 * packets lets it wait. Addresses of IPv4 come first; connecting goes on to the others when one does not answer at once.
 */
export function dnsLookUp({ servers, hostsFile = '/etc/hosts', resolvConf = '/etc/resolv.conf' }: DnsOptions): LookUp {
  const hosts = changingFile(hostsFile, readHosts);
  const rules = changingFile(resolvConf, (text) => readSearchRules(text, ownHostname()));
  return async (hostname, signal) => {
    const known = localAddresses(hostname.toLowerCase().replace(/\.$/, ''), hosts());
    if (known) return { addresses: known.map(addressOf), ttlMs: tryMs };
    let problem: unknown;
    for (const name of namesToAsk(hostname, rules())) {
      try {
        return await askServers(name, servers, signal);
      } catch (error) {
        if (signal.aborted || !goesOn.has(codeOf(error))) throw error;
        // That a server failed is the better reason than that the name is not there.
        if (problem === undefined || serverTrouble.has(codeOf(error))) problem = error;
      }
    }
    throw problem;
  };
}

/** The hosts file comes first; localhost and what is below it is this machine in any case (RFC 6761 §6.3). */
function localAddresses(name: string, hosts: Map<string, string[]>): string[] | undefined {
  return hosts.get(name) ?? (/(^|\.)localhost$/.test(name) ? ['127.0.0.1', '::1'] : undefined);
}

/** c-ares goes on to the next server when one gives no answer, but takes a refusal for one. */
async function askServers(name: string, servers: string[] | undefined, signal: AbortSignal): Promise<Found> {
  for (let from = 0; ; from += 1) {
    signal.throwIfAborted();
    // One for each look-up: it is cancelled without others, and asks from a port that nobody can guess.
    const resolver = new dns.Resolver({ timeout: tryMs, tries });
    const all = servers ?? resolver.getServers();
    if (servers || from > 0) resolver.setServers(all.slice(from));
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await askBoth(name, resolver);
    } catch (error) {
      if (from + 1 >= all.length || !serverTrouble.has(codeOf(error))) throw error;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }
}

/** The records of both families, side by side; those of one suffice when the other's cannot be had. */
async function askBoth(name: string, resolver: dns.Resolver): Promise<Found> {
  let grace: NodeJS.Timeout | undefined;
  const hurry = (records: RecordWithTtl[]) => {
    grace ??= setTimeout(() => resolver.cancel(), graceMs);
    return records;
  };
  const settled = await Promise.allSettled([
    resolver.resolve4(name, { ttl: true }).then(hurry),
    resolver.resolve6(name, { ttl: true }).then(hurry),
  ]);
  clearTimeout(grace);
  const records = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (records.length > 0) {
    const ttl = Math.min(...records.map((record) => record.ttl));
    return { addresses: records.map(({ address }) => addressOf(address)), ttlMs: ttl * 1000 };
  }
  const problems = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  throw problems.find((problem) => !['ENOTFOUND', 'ENODATA'].includes(codeOf(problem))) ?? problems[0];
}

const addressOf = (address: string) => ({ address, family: isIP(address) });
const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code);
