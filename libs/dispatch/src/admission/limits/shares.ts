import type { LimitedConfig } from './limited-config';

/** How much of a config's concurrency this process may use, until it expires. */
interface Share {
  config: LimitedConfig;
  /** Calls at once. */
  size: number;
  inUse: number;
  /** ms since 1970; unless it is renewed before, others may take it. 0 = there is none. */
  expiresAt: number;
  /** The one change of its size or expiry that is under way. */
  asking: Promise<void> | undefined;
}

/** Where all processes agree on their shares. */
export interface ShareStore {
  /** Sets this process's share to `needed`, or to what others leave of it, for `shareMs`. @returns its size */
  take(config: LimitedConfig, needed: number, shareMs: number): Promise<number>;
  end(config: LimitedConfig): Promise<void>;
}

/** A share is for so long, unless it is renewed … */
const shareMs = 10_000;
/** … which its process does this often. */
export const renewMs = 2_500;

/** This process's shares of the concurrency of configs: asked for only when they are too small or about to expire. */
export class Shares {
  /** By config id. */
  private readonly shares = new Map<string, Share>();

  /** @param onFailure is told of each share that could not be renewed */
  constructor(
    private readonly store: ShareStore,
    private readonly onFailure: (config: LimitedConfig, error: unknown) => void,
  ) {}

  /** Takes up to `wanted` of the config's concurrency. @returns how many; {@link release} each when its call is over */
  async acquire(config: LimitedConfig, wanted: number): Promise<number> {
    if (config.maxConcurrent === null) return wanted;
    const share = this.shareOf(config);
    share.config = config;
    // Somebody else's question, or the end of an idle share, may be under way.
    while (share.asking) await share.asking;
    const needed = Math.min(config.maxConcurrent, share.inUse + wanted);
    if (share.size < needed || share.expiresAt <= Date.now() + renewMs) {
      await this.asking(share, this.take(share, needed));
    }
    // The share may be larger than the limit until it is renewed, when somebody has just lowered the limit.
    const free = Math.min(share.size, config.maxConcurrent) - share.inUse;
    const taken = Math.max(0, Math.min(wanted, free));
    share.inUse += taken;
    return taken;
  }

  /** @param config as it was when the concurrency was acquired */
  release(config: LimitedConfig, count: number): void {
    // Nothing was counted for it then.
    if (config.maxConcurrent === null) return;
    const share = this.shares.get(config.id);
    if (share) share.inUse = Math.max(0, share.inUse - count);
  }

  /** Renews the shares in use, each at the size in use, and ends the others. A tenant that cannot be reached delays no other. */
  renew(): void {
    for (const share of this.shares.values()) {
      if (share.asking) continue;
      if (share.expiresAt > 0) {
        const change = share.inUse > 0 ? this.take(share, share.inUse) : this.end(share);
        this.asking(share, change).catch((error: unknown) => this.onFailure(share.config, error));
      } else if (share.inUse === 0) this.shares.delete(share.config.id);
    }
  }

  /** Leaves to others what this process has. */
  async endAll(): Promise<void> {
    const taken = [...this.shares.values()].filter(({ expiresAt }) => expiresAt > 0);
    await Promise.allSettled(taken.map((share) => this.end(share)));
  }

  private shareOf(config: LimitedConfig): Share {
    const known = this.shares.get(config.id);
    if (known) return known;
    const share: Share = { config, size: 0, inUse: 0, expiresAt: 0, asking: undefined };
    this.shares.set(config.id, share);
    return share;
  }

  private async asking(share: Share, change: Promise<void>): Promise<void> {
    share.asking = change.finally(() => (share.asking = undefined));
    await share.asking;
  }

  private async take(share: Share, needed: number): Promise<void> {
    const expiresAt = Date.now() + shareMs;
    share.size = await this.store.take(share.config, needed, shareMs);
    share.expiresAt = expiresAt;
  }

  private async end(share: Share): Promise<void> {
    share.size = 0;
    share.expiresAt = 0;
    await this.store.end(share.config);
  }
}
