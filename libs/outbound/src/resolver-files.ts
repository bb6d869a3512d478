import { isIP } from 'node:net';

/** How a name is completed, by resolv.conf(5). */
export interface SearchRules {
  domains: string[];
  /** A name with as many dots is asked for as it is first. */
  ndots: number;
}

/** Each costs up to two queries for a name that is nowhere. Kubernetes writes three to six. */
const mostDomains = 8;
const mostDots = 15;

/** The addresses of each name of a hosts(5) file, in the order of its lines. */
export function readHosts(text: string): Map<string, string[]> {
  const addresses = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().toLowerCase().split(/\s+/);
    if (isIP(address) === 0 || address.includes('%')) continue;
    for (const name of names) addresses.set(name, [...new Set([...(addresses.get(name) ?? []), address])]);
  }
  return addresses;
}

/** @param hostname of this machine, whose domain is searched where the file names none */
export function readSearchRules(text: string, hostname: string): SearchRules {
  let domains = [hostname.split('.').slice(1).join('.')];
  let ndots = 1;
  for (const line of text.split('\n')) {
    const [keyword, ...values] = line
      .replace(/[#;].*/, '')
      .trim()
      .split(/\s+/);
    // The last of these lines is the one that counts.
    if (keyword === 'search') domains = values;
    if (keyword === 'domain') domains = values.slice(0, 1);
    if (keyword !== 'options') continue;
    for (const value of values) ndots = Number(/^ndots:(\d+)$/.exec(value)?.[1] ?? ndots);
  }
  const known = domains.map((domain) => domain.toLowerCase().replace(/^\.|\.$/g, '')).filter((domain) => domain !== '');
  return { domains: [...new Set(known)].slice(0, mostDomains), ndots: Math.min(ndots, mostDots) };
}

/** The names to ask for, one after the other, as res_search(3) does; only the name itself when it ends with a dot. */
export function namesToAsk(hostname: string, { domains, ndots }: SearchRules): string[] {
  const name = hostname.replace(/\.$/, '');
  if (name !== hostname) return [name];
  const completed = domains.map((domain) => `${name}.${domain}`);
  const isWholeFirst = name.split('.').length - 1 >= ndots;
  return isWholeFirst ? [name, ...completed] : [...completed, name];
}
