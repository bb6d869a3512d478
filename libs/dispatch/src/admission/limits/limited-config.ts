/** What of a dispatch config limits its calls. */
export interface LimitedConfig {
  tenantId: string;
  id: string;
  maxPerSecond: number | null;
  maxConcurrent: number | null;
}

/** How many of a rate-limited config's activities to claim at once: a tenth of a second's worth. */
export function paceOf({ maxPerSecond }: LimitedConfig, wanted: number): number {
  return maxPerSecond === null ? wanted : Math.min(wanted, Math.max(1, Math.floor(maxPerSecond / 10)));
}

/** The `count` starts before `end` (ms since 1970), one every `intervalMs`. */
export function startsBefore(end: number, count: number, intervalMs: number): Date[] {
  return Array.from({ length: count }, (_, index) => new Date(end - (count - index) * intervalMs));
}
