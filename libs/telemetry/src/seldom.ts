import type { Logger } from './logger';

/** However often it is scraped, what a gauge shows is read once in this time. */
const freshMs = 15_000;

/**
 * For the `collect` of gauges that are read from the database.
 * @param read sets the gauges; when it fails, the scrape still tells everything else
 * @param failure what is logged then
 * @returns reads, unless that was done a moment ago
 */
export function seldom(read: () => Promise<void>, logger: Logger, failure: string): () => Promise<void> {
  let readAt = 0;
  let reading: Promise<void> | undefined;
  return async () => {
    if (Date.now() - readAt > freshMs) {
      readAt = Date.now();
      reading = read().catch((error: unknown) => logger.warn({ err: error }, failure));
    }
    await reading;
  };
}

/** What a gauge of an age shows, in seconds: 0 where there is nothing. */
export function ageSeconds(since: Date | null | undefined, now: Date): number {
  return since ? Math.max(0, (now.getTime() - since.getTime()) / 1000) : 0;
}
