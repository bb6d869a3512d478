/** The path appended to a base URL before any query, whether or not the base ends in a slash (or, saved by 0.1, in a blank). */
export function urlUnder(baseUrl: string, path: string): string {
  const base = baseUrl.trim();
  const query = base.search(/[?#]/);
  const [before, after] = query < 0 ? [base, ''] : [base.slice(0, query), base.slice(query)];
  return before.replace(/\/+$/, '') + path + after;
}
