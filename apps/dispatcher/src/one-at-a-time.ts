import { setMaxListeners } from 'node:events';

/** Runs one piece of work at a time for each place; one asked for meanwhile follows it, since it may have missed the reason. */
export class OneAtATime {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private readonly stopping = new AbortController();

  /** @param failed is told of work that ended with an error, which keeps no other from being run */
  constructor(private readonly failed: (error: unknown, place: string) => void) {
    // Each piece that runs may listen to it.
    setMaxListeners(0, this.signal);
  }

  /** Aborts when everything stops: work under way ends early. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  run(place: string, work: () => Promise<void>): void {
    if (this.signal.aborted) return;
    if (this.running.has(place)) {
      this.again.add(place);
      return;
    }
    const done = work()
      .catch((error: unknown) => this.failed(error, place))
      .finally(() => {
        this.running.delete(place);
        if (this.again.delete(place)) this.run(place, work);
      });
    this.running.set(place, done);
  }

  /** Starts nothing more, and resolves once all that runs is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running.values());
  }
}
