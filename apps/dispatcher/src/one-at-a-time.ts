/** Runs one piece of work at a time for each place; one asked for meanwhile follows it, since it may have missed the reason. */
export class OneAtATime {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private isStopped = false;

  /** @param work deals with its errors itself */
  run(place: string, work: () => Promise<void>): void {
    if (this.isStopped) return;
    if (this.running.has(place)) {
      this.again.add(place);
      return;
    }
    const done = work().finally(() => {
      this.running.delete(place);
      if (this.again.delete(place)) this.run(place, work);
    });
    this.running.set(place, done);
  }

  /** Starts nothing more, and resolves once all that runs is over. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.running.values());
  }
}
