/**
 * UTF-8 bytes of what JSON.stringify writes for a value, without writing it. Whoever gave the value decides how long and
 * deep it is, so nothing is looked at once there are more than `most`.
 * @returns the bytes exactly, or some number above `most`; 0 for undefined, which is not written
 */
export function jsonBytes(root: unknown, most = Infinity): number {
  let bytes = 0;
  const pending: unknown[] = [root];
  while (pending.length > 0 && bytes <= most) {
    const value = pending.pop();
    if (typeof value === 'string') bytes += textBytes(value, most - bytes);
    else if (Array.isArray(value)) {
      bytes += aroundMembers(value.length);
      // Each is at least a digit: what is too long already is not gathered.
      if (bytes + value.length > most) return bytes + value.length;
      for (const item of value as unknown[]) pending.push(item === undefined ? null : item);
    } else if (isObject(value)) {
      const keys = Object.keys(value).filter((key) => value[key] !== undefined);
      bytes += aroundMembers(keys.length) + keys.length;
      if (bytes + 3 * keys.length > most) return bytes + 3 * keys.length;
      for (const key of keys) pending.push(key, value[key]);
    } else bytes += scalarBytes(value);
  }
  return bytes;
}

/** Its brackets and the commas between its members. */
function aroundMembers(count: number): number {
  return 2 + Math.max(0, count - 1);
}

function textBytes(text: string, most: number): number {
  if (text.length > most) return text.length + 2;
  return /["\\\p{Cc}\p{Surrogate}]/u.test(text) ? Buffer.byteLength(JSON.stringify(text)) : Buffer.byteLength(text) + 2;
}

function scalarBytes(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
