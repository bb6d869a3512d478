import { type Lane, laneKey } from '@errand/activities';
import type { Dispatch, DispatchJob } from '@errand/dispatch';
import type { Logger } from '@errand/telemetry';

/** What the loop does when some of a lane's work comes back to its queue, and whenever there may be room again. */
interface Hooks {
  lookAgain: (lane: Lane) => void;
  onProgress: () => void;
}

/**
 * Resolves claimed work beside the loop, since a hook's answer may take a while: the rest of the claim is sent, and
 * further claims are made, meanwhile.
 */
export class Aside {
  private readonly running = new Set<Promise<void>>();
  /** How many activities of each lane. */
  private readonly counts = new Map<string, number>();
  private readonly stop = new AbortController();

  constructor(
    private readonly job: Pick<DispatchJob, 'resolve'>,
    private readonly logger: Logger,
    private readonly hooks: Hooks,
  ) {}

  countOf(lane: Lane): number {
    return this.counts.get(laneKey(lane)) ?? 0;
  }

  /** @param send takes what is resolved */
  run(lane: Lane, pending: Dispatch[], send: (ready: Dispatch[]) => unknown): void {
    this.count(lane, pending.length);
    const resolving = this.resolve(lane, pending, send).finally(() => {
      this.running.delete(resolving);
      this.count(lane, -pending.length);
      this.hooks.onProgress();
    });
    this.running.add(resolving);
  }

  /** Gives up what hooks are asked; it goes back to its queue uncounted. */
  async end(): Promise<void> {
    this.stop.abort();
    await Promise.all(this.running);
  }

  private async resolve(lane: Lane, pending: Dispatch[], send: (ready: Dispatch[]) => unknown): Promise<void> {
    try {
      const { ready } = await this.job.resolve(pending, this.stop.signal);
      await send(ready);
      if (ready.length < pending.length) this.hooks.lookAgain(lane);
    } catch (error) {
      if (this.stop.signal.aborted) return;
      this.logger.error({ err: error, ...lane }, 'resolution failed');
      this.hooks.lookAgain(lane);
    }
  }

  private count(lane: Lane, change: number): void {
    const count = this.countOf(lane) + change;
    if (count > 0) this.counts.set(laneKey(lane), count);
    else this.counts.delete(laneKey(lane));
  }
}
