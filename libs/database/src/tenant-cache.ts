import type { Notifications } from './notifications';
import { readingFromPrimary } from './reading';

/** How old a value may be when no notification said that it changed. */
const freshMs = 30_000;
const maxEntries = 10_000;

interface Entry<Value> {
  tenantId: string;
  /** What was read last, where that may stay in force. */
  last: Value | undefined;
  /** Undefined once it has to be read again. Callers that come while it is read share it. */
  value: Promise<Value> | undefined;
  /** When it is read again, ms. */
  until: number;
}

export interface TenantCacheOptions {
  /**
   * Given: a value that cannot be read again stays in force, and this is told of each failure. Such values are dropped
   * for want of room only. Not given: a read that fails is remembered by nobody.
   */
  onStale?: (error: unknown, tenantId: string) => void;
  /** Values at most; the ones read longest ago make room. */
  maxEntries?: number;
  /** The present, ms. */
  now?: () => number;
}

/**
 * What was read of a tenant, kept for 30 s and forgotten as soon as a notification says that it changed: normally
 * milliseconds old, and 30 s when a notification was lost. Values that nobody asks for go with the next read of another.
 */
export class TenantCache<Value> {
  /** By tenant and key, the ones read last at the end. */
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly listeners = new Set<(tenantId: string | null) => void>();
  private readonly onStale: TenantCacheOptions['onStale'];
  private readonly maxEntries: number;
  private readonly now: () => number;

  /** @param read reads a value; `key` tells the values of one tenant apart and may have any characters */
  constructor(
    private readonly read: (tenantId: string, key: string) => Promise<Value>,
    options: TenantCacheOptions = {},
  ) {
    this.onStale = options.onStale;
    this.maxEntries = options.maxEntries ?? maxEntries;
    this.now = options.now ?? Date.now;
  }

  /** Forgets a tenant whenever its id comes through one of the channels; `''`, as after a reconnect, means every tenant. */
  async listen(notifications: Pick<Notifications, 'listen'>, ...channels: string[]): Promise<void> {
    for (const channel of channels) {
      await notifications.listen(channel, (tenantId) => this.forget(tenantId === '' ? null : tenantId));
    }
  }

  /** Calls `listener` each time a tenant, or (null) every one, was forgotten. */
  onForget(listener: (tenantId: string | null) => void): void {
    this.listeners.add(listener);
  }

  /** @throws what `read` throws */
  async get(tenantId: string, key = ''): Promise<Value> {
    const known = this.entries.get(`${tenantId}/${key}`);
    return known?.value && known.until > this.now() ? known.value : this.fresh(tenantId, key);
  }

  /** The value as it is stored at this moment. @throws what `read` throws */
  async fresh(tenantId: string, key = ''): Promise<Value> {
    const id = `${tenantId}/${key}`;
    const last = this.entries.get(id)?.last;
    const entry: Entry<Value> = { tenantId, last, value: undefined, until: this.now() + freshMs };
    entry.value = this.readInto(entry, key).catch((error: unknown) => {
      if (this.entries.get(id) === entry) this.entries.delete(id);
      throw error;
    });
    this.entries.delete(id);
    this.entries.set(id, entry);
    this.makeRoom();
    return entry.value;
  }

  /** The next who asks reads again; null: of every tenant. A read under way, which may have been too early, is not kept. */
  forget(tenantId: string | null): void {
    for (const [id, entry] of this.entries) {
      if (tenantId !== null && entry.tenantId !== tenantId) continue;
      if (entry.last === undefined) this.entries.delete(id);
      else this.entries.set(id, { ...entry, value: undefined });
    }
    for (const listener of this.listeners) listener(tenantId);
  }

  private async readInto(entry: Entry<Value>, key: string): Promise<Value> {
    try {
      const value = await readingFromPrimary(() => this.read(entry.tenantId, key));
      if (this.onStale) entry.last = value;
      return value;
    } catch (error) {
      if (!this.onStale || entry.last === undefined) throw error;
      entry.value = undefined;
      this.onStale(error, entry.tenantId);
      return entry.last;
    }
  }

  /** The first entries are the ones read longest ago. */
  private makeRoom(): void {
    for (const [id, { until }] of this.entries) {
      const isStale = until <= this.now() && !this.onStale;
      if (!isStale && this.entries.size <= this.maxEntries) return;
      this.entries.delete(id);
    }
  }
}
