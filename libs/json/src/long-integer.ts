/** An integer beyond ±(2^53 − 1), which a double would round, as it was written. */
export class LongInteger {
  constructor(readonly digits: string) {}

  /** @returns undefined for a token that a double can hold, and for one that is no integer */
  static of(token: string): LongInteger | undefined {
    const isLong = /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
    return isLong ? new LongInteger(token) : undefined;
  }
}

/** The path of the first one in a value, `items[3].id`; empty for the value itself, undefined when there is none. */
export function longIntegerIn(root: unknown): string | undefined {
  const pending: { value: unknown; path: string }[] = [{ value: root, path: '' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, path } = next;
    if (value instanceof LongInteger) return path;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      if (typeof child !== 'object' || child === null) continue;
      pending.push({ value: child, path: isList ? `${path}[${key}]` : path ? `${path}.${key}` : key });
    }
  }
  return undefined;
}
