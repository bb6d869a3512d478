/**
 * A random UUID (RFC 9562, version 4). Node 18 has no global `crypto`, and browsers have `randomUUID` in secure
 * contexts only; the id has to be unique, not secret, so `Math.random` will do there.
 */
export function newActionId(): string {
  const { crypto } = globalThis as { crypto?: { randomUUID?(): string } };
  if (crypto?.randomUUID) return crypto.randomUUID();
  return 'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'.replace(/[xv]/g, (place) =>
    (place === 'v' ? 8 + random(4) : random(16)).toString(16),
  );
}

/** From 0 to `below` − 1. */
function random(below: number): number {
  return Math.floor(Math.random() * below);
}
