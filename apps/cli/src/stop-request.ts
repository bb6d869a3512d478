/** Why a command should end: `Ctrl-C`, `SIGTERM`, … */
class StopRequested extends Error {
  override readonly name = 'StopRequested';
}

/**
 * Aborted, with a {@link StopRequested} as the reason, on Ctrl-C, on SIGTERM, when the terminal closes, and when npm
 * dies: npm passes SIGTERM on to the shell it started, not to the shell's child, so all that this process sees of it
 * is another parent.
 */
export function stopRequest(): AbortSignal {
  const controller = new AbortController();
  const stop = (why: string) => controller.abort(new StopRequested(why));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  // Writing to a terminal that is gone must not end the process before it has cleaned up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop('output closed'));
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop('npm ended'), 200).unref();
  }
  return controller.signal;
}

/** Resolves when a stop is requested. */
export async function stopRequested(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
