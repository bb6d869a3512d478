/** Whether a status says that the whole server, not this request, is the trouble: 5xx or 429. */
export function isOutageStatus(status: number): boolean {
  return status >= 500 || status === 429;
}
