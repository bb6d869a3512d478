import { readingFromPrimary } from '@errand/database';

/** A revoked key or a changed tenant is noticed by other processes after this long at most; by this one at once. */
const freshMs = 1_000;
const maxEntries = 10_000;

/**
 * Remembers for a second what was just looked up, so that a busy key costs one lookup a second and not one per
 * request. What was not found is not remembered. Callers that come while a lookup runs share it.
 */
export class RecentLookups<Value> {
  private readonly entries = new Map<string, { value: Promise<Value | undefined>; until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  async get(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.entries.get(key);
    if (known && known.until > this.now()) return known.value;
    if (this.entries.size >= maxEntries) this.entries.clear();
    const entry = { value: readingFromPrimary(load), until: this.now() + freshMs };
    this.entries.set(key, entry);
    let found: Value | undefined;
    try {
      found = await entry.value;
      return found;
    } finally {
      if (found === undefined && this.entries.get(key) === entry) this.entries.delete(key);
    }
  }

  clear(): void {
    this.entries.clear();
  }
}
