import type { Topic } from './topic';

/** What a topic is at a moment. */
export interface Snapshot {
  version: string;
  /** JSON in one line. */
  text: string;
}

/** Who follows topics. */
export interface Follower {
  /** The newest there is, whether or not that was offered before. */
  offer(topic: Topic, snapshot: Snapshot): void;
  /** It cannot be read now; the newest is offered again when it can. */
  stale(topic: Topic, error: unknown): void;
}

/** After a failure it is tried half as often each time, and this often at least. */
const longestPauseMs = 30_000;

/** Reads a topic time and again, once for all who follow it and as long as anybody does. */
export class TopicPoller {
  newest: Snapshot | undefined;

  private readonly followers = new Set<Follower>();
  private reading: Promise<Snapshot> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private isWoken = false;

  /** @param read must not change anything, and may fail */
  constructor(
    readonly topic: Topic,
    private readonly everyMs: number,
    private readonly read: () => Promise<Snapshot>,
  ) {}

  join(follower: Follower): void {
    this.followers.add(follower);
  }

  /** @returns whether somebody else still follows */
  leave(follower: Follower): boolean {
    this.followers.delete(follower);
    if (this.followers.size === 0) clearTimeout(this.timer);
    return this.followers.size > 0;
  }

  /** Resolves when there is a snapshot no older than the pause between two. @throws what reading it throws */
  async ready(): Promise<void> {
    if (!this.newest || this.failures > 0) await this.poll();
  }

  /** It may have changed. */
  wake(): void {
    if (this.reading) this.isWoken = true;
    else this.pollSoon(0);
  }

  private poll(): Promise<Snapshot> {
    clearTimeout(this.timer);
    this.reading ??= this.readOnce().finally(() => {
      this.reading = undefined;
      this.pollSoon(this.isWoken ? 0 : this.pauseMs());
    });
    return this.reading;
  }

  private async readOnce(): Promise<Snapshot> {
    this.isWoken = false;
    try {
      const snapshot = await this.read();
      this.newest = snapshot;
      this.failures = 0;
      for (const follower of this.followers) follower.offer(this.topic, snapshot);
      return snapshot;
    } catch (error) {
      this.failures += 1;
      for (const follower of this.followers) follower.stale(this.topic, error);
      throw error;
    }
  }

  private pollSoon(ms: number): void {
    if (this.followers.size === 0) return;
    clearTimeout(this.timer);
    // Who follows was told of a failure.
    this.timer = setTimeout(() => void this.poll().catch(() => undefined), ms);
  }

  private pauseMs(): number {
    return Math.min(this.everyMs * 2 ** this.failures, Math.max(longestPauseMs, this.everyMs));
  }
}
