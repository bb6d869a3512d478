/** By the signal that a call carries: whoever writes a dispatcher passes that on, and need not know of owners. */
const owners = new WeakMap<AbortSignal, string>();

/**
 * From now on calls with this signal are made for `owner` (a tenant): connections, look-ups of names and what else is
 * bounded for one are bounded for that one.
 */
export function callsAreFor(owner: string, signal: AbortSignal): void {
  owners.set(signal, owner);
}

/** Whom calls with this signal are made for; `''`, with whom all share that say nothing, where that is not known. */
export function ownerOf(signal: AbortSignal | undefined): string {
  return (signal && owners.get(signal)) ?? '';
}
