import { isDeepStrictEqual } from 'node:util';
import { parsedUrl } from '@errand/config';

type Values = Record<string, unknown>;

/** What is told of a change: the members that differ, without the text of a secret. */
export interface ToldChange {
  before: Values | null;
  after: Values | null;
}

/** Characters of one member's JSON, and of all members of one side. */
const mostOfMember = 2_000;
const mostOfAll = 16_000;

/** Names under which secrets are kept, whoever chose them. The URL of a token endpoint is none. */
const secretName =
  /secret|passw|credential|token(?!_?ur[li])|api[-_]?key|private[-_]?key|access[-_]?key|authori[sz]ation|signature|cookie|^hash$/i;

/**
 * Of what was made or is gone, everything; of what was changed, what differs. A secret is `set`, or `changed` where it
 * took the place of another; so is what a URL carries as user and in its query. What is long is cut and says so.
 * @param before null for what was made
 * @param after null for what is gone
 * @returns undefined when nothing differs
 */
export function toldChange(before: Values | null, after: Values | null): ToldChange | undefined {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (name) => !before || !after || !isDeepStrictEqual(before[name], after[name]),
  );
  if (before && after && names.length === 0) return undefined;
  return {
    before: before && cut(names.map((name) => [name, told(name, before[name], undefined)])),
    after: after && cut(names.map((name) => [name, told(name, after[name], before?.[name])])),
  };
}

/** @param former what it took the place of */
function told(name: string, value: unknown, former: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (secretName.test(name)) return typeof value === 'boolean' ? value : secret(value, former);
  if (typeof value === 'string') return isUrl(value) ? toldUrl(value, former) : value;
  if (Array.isArray(value)) return value.map((item, index) => told('', item, memberOf(former, index)));
  if (value instanceof Date || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, its]) => [member, told(member, its, memberOf(former, member))]),
  );
}

function secret(value: unknown, former: unknown): 'set' | 'changed' {
  const isNew = former === null || former === undefined || isDeepStrictEqual(former, value);
  return isNew ? 'set' : 'changed';
}

function memberOf(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[name] : undefined;
}

const isUrl = (text: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

function toldUrl(text: string, former: unknown): string {
  const url = parsedUrl(text);
  if (url === undefined) return secret(text, former);
  const old = typeof former === 'string' ? parsedUrl(former) : undefined;
  const user = url.username + url.password;
  const user0 = old && old.username + old.password;
  if (user !== '') {
    url.username = secret(user, user0 === '' ? undefined : user0);
    url.password = '';
  }
  const query = [...url.searchParams].map(([name, value]): [string, string] => [
    name,
    secret(value, old?.searchParams.get(name) ?? undefined),
  ]);
  url.search = new URLSearchParams(query).toString();
  url.hash = '';
  return url.href;
}

function cut(members: [string, unknown][]): Values {
  let left = mostOfAll;
  const kept: Values = {};
  for (const [name, value] of members) {
    const text = JSON.stringify(value) ?? 'null';
    const most = Math.min(mostOfMember, left);
    kept[name] = text.length <= most ? value : `${text.slice(0, most)}… (cut: ${text.length} characters)`;
    left = Math.max(0, left - text.length);
  }
  return kept;
}
