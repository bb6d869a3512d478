import { setTimeout as delay } from 'node:timers/promises';

/** Reads until `isThere`, for what only another process's database write can show. */
export async function eventually<T>(
  read: () => Promise<T>,
  isThere: (value: T) => boolean,
  timeoutMs = 10_000,
): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; await delay(10)) {
    const value = await read();
    if (isThere(value)) return value;
    if (Date.now() > deadline) throw new Error(`not there after ${timeoutMs} ms: ${JSON.stringify(value, null, 2)}`);
  }
}
