/** Measures the time in which at least one thing was going on, ms. */
class Stopwatch {
  private running = 0;
  private since = 0;
  private total = 0;

  start(): void {
    if (this.running === 0) this.since = performance.now();
    this.running += 1;
  }

  stop(): void {
    this.running -= 1;
    if (this.running === 0) this.total += performance.now() - this.since;
  }

  get ms(): number {
    return this.total + (this.running > 0 ? performance.now() - this.since : 0);
  }
}

/** By the signal that a call carries, which is all that it and whoever waits for it have in common. */
const stopwatches = new WeakMap<AbortSignal, Stopwatch>();

/**
 * For how long (ms) calls with this signal have been waiting for something of this process: a connection that others
 * of its calls use, or the address of a name. It is no time of the receiver's, so no deadline of a call counts it.
 */
export function ownTimeMs(signal: AbortSignal): number {
  return stopwatches.get(signal)?.ms ?? 0;
}

/** What happens from now until the returned function is called is time of our own. */
export function ownTime(signal: AbortSignal | undefined): () => void {
  if (signal === undefined) return () => undefined;
  const stopwatch = stopwatches.get(signal) ?? new Stopwatch();
  stopwatches.set(signal, stopwatch);
  stopwatch.start();
  return () => stopwatch.stop();
}
