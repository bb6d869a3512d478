/** setTimeout takes 2^31−1 ms at most; a longer wait is taken in steps. */
const longestTimerMs = 2 ** 31 - 1;

/** One precise timer for the tenant, or whatever else the key stands for, whose work comes due first. */
export class DueTimer {
  private readonly dueAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private firesAt = Infinity;
  private isStopped = false;

  /**
   * @param now the clock that due times are told by, ms
   * @param onDue called once for each key that is due; it must be set again to be called again
   */
  constructor(
    private readonly now: () => number,
    private readonly onDue: (key: string) => void,
  ) {}

  /** There may be something due at `dueAt`, if not earlier. */
  noLaterThan(key: string, dueAt: Date): void {
    if (this.isStopped || (this.dueAt.get(key) ?? Infinity) <= dueAt.getTime()) return;
    this.dueAt.set(key, dueAt.getTime());
    this.arm(dueAt.getTime());
  }

  /** Nothing is known of the key. */
  forget(key: string): void {
    this.dueAt.delete(key);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.dueAt.clear();
  }

  private arm(at: number): void {
    if (at >= this.firesAt) return;
    clearTimeout(this.timer);
    this.firesAt = at;
    // Never early: a timer that rounds down would find nothing due yet and have to come again.
    const waitMs = Math.ceil(Math.max(0, at - this.now()));
    this.timer = setTimeout(() => this.fire(), Math.min(waitMs, longestTimerMs));
  }

  private fire(): void {
    this.firesAt = Infinity;
    const now = this.now();
    let next = Infinity;
    for (const [key, at] of this.dueAt) {
      if (at > now) next = Math.min(next, at);
      else {
        this.dueAt.delete(key);
        this.onDue(key);
      }
    }
    if (next < Infinity) this.arm(next);
  }
}
