/**
 * Bounds how many calls run at once, in all and for one owner. Half of the slots are kept for owners who have none, so
 * that a few whose calls hang do not keep everybody else waiting: `total / 2` more get one each. Who waits is served in
 * turn: owners take turns with each other, past those at their bound, and the calls of one owner go in the order in which
 * they came.
 */
export class CallSlots {
  private readonly running = new Map<string, number>();
  private readonly waiting = new Map<string, Set<(isTaken: boolean) => void>>();
  private inUse = 0;
  private isClosed = false;

  constructor(
    private readonly total: number,
    private readonly perOwner: number,
  ) {}

  /** Takes a slot if one is free at once; {@link release} it then. */
  tryTake(owner: string): boolean {
    if (this.isClosed || !this.isFree(owner)) return false;
    this.use(owner);
    return true;
  }

  /** @returns false when no slot came free within `timeoutMs` or before `signal` aborted; else {@link release} it */
  async take(owner: string, signal?: AbortSignal, timeoutMs?: number): Promise<boolean> {
    if (this.isClosed || signal?.aborted) return false;
    if (this.tryTake(owner)) return true;
    return new Promise((resolve) => {
      const queue = this.waiting.get(owner) ?? new Set();
      this.waiting.set(owner, queue);
      const end = (isTaken: boolean) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        queue.delete(end);
        if (queue.size === 0) this.waiting.delete(owner);
        resolve(isTaken);
      };
      const giveUp = () => end(false);
      const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
      signal?.addEventListener('abort', giveUp);
      queue.add(end);
    });
  }

  release(owner: string): void {
    const left = (this.running.get(owner) ?? 1) - 1;
    if (left > 0) this.running.set(owner, left);
    else this.running.delete(owner);
    this.inUse -= 1;
    if (this.waiting.size > 0) this.serveNext();
  }

  /** Nobody gets a slot any more: who waits for one is told so. */
  close(): void {
    this.isClosed = true;
    for (const queue of [...this.waiting.values()]) for (const end of [...queue]) end(false);
  }

  private serveNext(): void {
    for (const [owner, queue] of this.waiting) {
      if (!this.isFree(owner)) continue;
      const [end] = queue;
      if (!end) continue;
      this.use(owner);
      end(true);
      // Whoever else waits for this owner does so behind the other owners.
      if (this.waiting.delete(owner) && queue.size > 0) this.waiting.set(owner, queue);
      return;
    }
  }

  private isFree(owner: string): boolean {
    const running = this.running.get(owner) ?? 0;
    return running === 0 ? this.inUse < this.total : running < this.perOwner && this.inUse < this.total / 2;
  }

  private use(owner: string): void {
    this.inUse += 1;
    this.running.set(owner, (this.running.get(owner) ?? 0) + 1);
  }
}
