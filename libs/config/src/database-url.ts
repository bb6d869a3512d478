import { z } from 'zod';
import { parsedUrl } from './parsed-url';

const scheme = /^postgres(ql)?:\/\//;
const parts = /^(\w+:\/\/)([^/?]*)\/?([^?]*)\??(.*)$/s;

/**
 * A URL as libpq takes them: the server may also stand in `?host=`, as a name or as the folder of a Unix socket, and
 * the database in `?dbname=`. The message never repeats it: there is a password in it.
 */
export const databaseUrl = () =>
  z.string().transform((given, context) => {
    const url = given.trim();
    const problem = problemOf(url);
    if (problem === undefined) return withDatabaseInPath(url);
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

function problemOf(url: string): string | undefined {
  if (!scheme.test(url)) return 'must be a URL that starts with postgres:// or postgresql://';
  const { authority } = partsOf(url);
  const hosts = [authority.slice(authority.lastIndexOf('@') + 1), parse(url)?.searchParams.get('host') ?? ''];
  if (hosts.some((host) => host.includes(','))) return 'must name one host, not several';
  if (!parse(url)) return 'is not a URL: user and password write / : @ ? # and % as %2F %3A %40 %3F %23 and %25';
  return undefined;
}

/** Where the driver looks for the database. */
function withDatabaseInPath(url: string): string {
  const { start, authority, path, query } = partsOf(url);
  const name = parse(url)?.searchParams.get('dbname');
  return name && path === '' ? `${start}${authority}/${encodeURIComponent(name)}?${query}` : url;
}

function partsOf(url: string) {
  const [, start = '', authority = '', path = '', query = ''] = parts.exec(url) ?? [];
  return { start, authority, path, query };
}

/** The URL of a socket has a user and no host, which the standard of URLs does not know. */
function parse(url: string): URL | undefined {
  return parsedUrl(url.replace(/@(?=[/?]|$)/, '@socket'));
}
