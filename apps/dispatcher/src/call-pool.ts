import type { Lane } from '@errand/activities';

export const laneKey = ({ tenantId, channel }: Lane) => `${tenantId}/${channel}`;

interface LaneCalls<Work> {
  lane: Lane;
  queue: Work[];
  running: number;
}

export interface CallPoolOptions<Work> {
  /** Calls at once, of all lanes together. */
  concurrency: number;
  /** Calls at once of one lane: what a provider that hangs can hold. */
  perLane: number;
  run: (work: Work) => Promise<void>;
  /** A call ended or began, so that there may be room for more. */
  onProgress: (lane: Lane) => void;
}

/**
 * Runs claimed work with bounded concurrency. Lanes take turns: a lane with a thousand waiting starts as often as one
 * with a single activity, and one whose provider hangs holds its own share of the slots and no more.
 */
export class CallPool<Work> {
  private readonly lanes = new Map<string, LaneCalls<Work>>();
  private running = 0;
  private queued = 0;
  private readonly idleWaiters: (() => void)[] = [];

  constructor(private readonly options: CallPoolOptions<Work>) {}

  /** How many are claimed and wait for a slot, of all lanes. */
  get waiting(): number {
    return this.queued;
  }

  waitingOf(lane: Lane): number {
    return this.lanes.get(laneKey(lane))?.queue.length ?? 0;
  }

  add(lane: Lane, work: Work[]): void {
    if (work.length === 0) return;
    const key = laneKey(lane);
    const calls = this.lanes.get(key) ?? { lane, queue: [], running: 0 };
    calls.queue.push(...work);
    this.queued += work.length;
    this.lanes.set(key, calls);
    this.start();
  }

  /** Takes back everything that has not begun. */
  drain(): Work[] {
    const waiting: Work[] = [];
    for (const calls of this.lanes.values()) waiting.push(...calls.queue.splice(0));
    this.queued = 0;
    return waiting;
  }

  /** Resolves once no call is running. */
  async idle(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  private start(): void {
    while (this.running < this.options.concurrency) {
      const calls = this.next();
      const work = calls?.queue.shift();
      if (!calls || work === undefined) return;
      this.queued -= 1;
      this.running += 1;
      calls.running += 1;
      void this.options.run(work).finally(() => this.ended(calls));
    }
  }

  /** The first lane that may start one; it goes to the end of the turn. */
  private next(): LaneCalls<Work> | undefined {
    for (const [key, calls] of this.lanes) {
      if (calls.queue.length === 0 || calls.running >= this.options.perLane) continue;
      this.lanes.delete(key);
      this.lanes.set(key, calls);
      return calls;
    }
    return undefined;
  }

  private ended(calls: LaneCalls<Work>): void {
    this.running -= 1;
    calls.running -= 1;
    if (calls.running === 0 && calls.queue.length === 0) this.lanes.delete(laneKey(calls.lane));
    this.start();
    if (this.running === 0) for (const resolve of this.idleWaiters.splice(0)) resolve();
    this.options.onProgress(calls.lane);
  }
}
