import type { Dispatch } from '@errand/dispatch';

/** Claimed work that waits in this process for its start: the one that a rate limit gave it, or when it is due. */
export class Starts {
  private readonly waiting = new Map<Dispatch, NodeJS.Timeout>();

  /** @param now the clock that starts are told by, ms */
  constructor(private readonly now: () => number) {}

  get count(): number {
    return this.waiting.size;
  }

  /** @param begin called at `at`, never earlier */
  add(dispatch: Dispatch, at: Date, begin: () => void): void {
    // A timer may come up to a millisecond early; a call may not.
    const waitMs = Math.max(0, at.getTime() - this.now() + 1);
    const timer = setTimeout(() => {
      this.waiting.delete(dispatch);
      begin();
    }, waitMs);
    this.waiting.set(dispatch, timer);
  }

  /** Takes back everything that has not begun. */
  drain(): Dispatch[] {
    const dispatches = [...this.waiting.keys()];
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    return dispatches;
  }
}
