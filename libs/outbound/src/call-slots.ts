interface Waiting {
  owner: string;
  taken: () => void;
}

/** Bounds how many calls run at once, in all and for one owner. Who waits is served in turn, past owners at their bound. */
export class CallSlots {
  private readonly running = new Map<string, number>();
  private readonly waiting = new Set<Waiting>();
  private inUse = 0;

  constructor(
    private readonly total: number,
    private readonly perOwner: number,
  ) {}

  /** @returns false when no slot came free within `timeoutMs` or before `signal` aborted; else {@link release} it */
  async take(owner: string, signal?: AbortSignal, timeoutMs?: number): Promise<boolean> {
    if (signal?.aborted) return false;
    if (this.isFree(owner)) {
      this.use(owner);
      return true;
    }
    return new Promise((resolve) => {
      const end = (isTaken: boolean) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        this.waiting.delete(entry);
        resolve(isTaken);
      };
      const giveUp = () => end(false);
      const entry = { owner, taken: () => end(true) };
      const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
      signal?.addEventListener('abort', giveUp);
      this.waiting.add(entry);
    });
  }

  release(owner: string): void {
    const left = (this.running.get(owner) ?? 1) - 1;
    if (left > 0) this.running.set(owner, left);
    else this.running.delete(owner);
    this.inUse -= 1;
    for (const next of this.waiting) {
      if (!this.isFree(next.owner)) continue;
      this.use(next.owner);
      next.taken();
      return;
    }
  }

  private isFree(owner: string): boolean {
    return this.inUse < this.total && (this.running.get(owner) ?? 0) < this.perOwner;
  }

  private use(owner: string): void {
    this.inUse += 1;
    this.running.set(owner, (this.running.get(owner) ?? 0) + 1);
  }
}
