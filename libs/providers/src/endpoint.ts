/** `path` below a base URL, before any query of it, whether or not the base ends in a slash. */
export function endpointOf(baseUrl: string, path: string): string {
  return baseUrl.replace(/\/*(?=$|[?#])/, path);
}
