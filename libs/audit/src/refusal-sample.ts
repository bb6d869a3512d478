const windowMs = 60_000;

/** A minute: of one caller, in one log, and of this process in all. */
const most = { ofCaller: 5, inLog: 30, inAll: 120 };

/**
 * Which refusals are kept: the first ones of each minute. What it remembers is bounded as well: a caller is remembered
 * only with something that was kept of it.
 */
export class RefusalSample {
  private readonly counts = new Map<string, number>();
  private until = 0;

  /** @param now milliseconds */
  takes(caller: string, log: string, now: number): boolean {
    if (now >= this.until) {
      this.counts.clear();
      this.until = now + windowMs;
    }
    const limits: [string, number][] = [
      [`caller ${caller}`, most.ofCaller],
      [`log ${log}`, most.inLog],
      ['all', most.inAll],
    ];
    if (limits.some(([name, limit]) => this.count(name) >= limit)) return false;
    for (const [name] of limits) this.counts.set(name, this.count(name) + 1);
    return true;
  }

  private count(name: string): number {
    return this.counts.get(name) ?? 0;
  }
}
