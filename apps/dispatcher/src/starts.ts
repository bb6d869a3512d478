/** Waits for times that are known: the start that a rate limit gave an activity, or when it is due. */
export class Starts {
  private readonly waiting = new Map<() => void, NodeJS.Timeout>();
  private isStopped = false;

  /** @param now the clock that starts are told by, ms */
  constructor(private readonly now: () => number) {}

  get count(): number {
    return this.waiting.size;
  }

  /** Resolves at that time, never earlier, or at once when everything stops. */
  async at(time: Date): Promise<void> {
    // A timer may come up to a millisecond early; a call may not.
    const waitMs = time.getTime() - this.now() + 1;
    if (this.isStopped || waitMs <= 1) return;
    await new Promise<void>((go) => {
      const timer = setTimeout(() => {
        this.waiting.delete(go);
        go();
      }, waitMs);
      this.waiting.set(go, timer);
    });
  }

  stop(): void {
    this.isStopped = true;
    for (const [go, timer] of this.waiting) {
      clearTimeout(timer);
      go();
    }
    this.waiting.clear();
  }
}
