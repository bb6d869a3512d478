/** What stands behind the `?` of an address: texts alone, lists comma-joined, as the api takes them. */
export type Search = Record<string, string | undefined>;

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

/** `?status=FAILED&channel=WHATSAPP,SMS`; what is undefined or empty is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
    .map(
      ([key, value]) =>
        `${encodeURIComponent(key)}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
