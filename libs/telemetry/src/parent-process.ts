/** What a process started by `errand start` sends to it once it listens. */
export interface ReadyMessage {
  type: 'ready';
  /** Where it can be reached from this machine, e.g. `http://127.0.0.1:3000`. */
  url: string;
}

/** Whether `errand start` has started this process. */
export function hasParent(): boolean {
  return process.send !== undefined;
}

/** Tells the supervisor, if there is one, that this process now listens at `url`. */
export function announceReady(url: string): void {
  process.send?.({ type: 'ready', url } satisfies ReadyMessage);
}

/**
 * Stops this process when the one that started it is gone, however it died: the channel between them closes even
 * on `kill -9`. The stop is an ordinary SIGTERM, so there is one way to shut down. Without a parent it does nothing.
 */
export function stopWithParent(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
