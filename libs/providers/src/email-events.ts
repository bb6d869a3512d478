import { validate } from 'uuid';

/** For reading what providers of e-mail tell in callbacks. */

/** The tag by which a mail's activity comes back with each of its events. */
export const activityTag = 'errand_activity';

/** Undefined for what is no JSON. */
export function jsonOf(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** The activity's id as it comes back with a mail of ours; null for mail that others sent through the same account. */
export function activityIdOf(tag: unknown): string | null {
  return typeof tag === 'string' && validate(tag) ? tag.toLowerCase() : null;
}

/** Whether a callback that was signed at `signedAt` may still come, or was kept by somebody to play it again. */
export function isTimely(signedAt: Date, receivedAt: Date, { pastMs, aheadMs }: { pastMs: number; aheadMs: number }) {
  const age = receivedAt.getTime() - signedAt.getTime();
  return age <= pastMs && age >= -aheadMs;
}
