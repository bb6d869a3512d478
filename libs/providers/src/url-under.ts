/** The path appended to a base URL before any query, whether or not the base ends in a slash (or, saved by 0.1, in a blank). */
export function urlUnder(baseUrl: string, path: string): string {
  return baseUrl.trim().replace(/\/*(?=$|[?#])/, () => path);
}
