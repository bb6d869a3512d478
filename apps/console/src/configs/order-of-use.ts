import type { ConfigHealth } from '../api';

interface Ordered {
  id: string;
  priority: number;
}

/** The priorities that have to change for accounts to be used in this order: of equal ones the older id is used first. */
export function prioritiesFor(inOrder: Ordered[]): Ordered[] {
  const changed: Ordered[] = [];
  let next: Ordered | undefined;
  for (const { id, priority } of inOrder.toReversed()) {
    const before: number = next === undefined ? priority : next.priority - (next && id < next.id ? 0 : 1);
    const now = { id, priority: Math.min(priority, before) };
    if (now.priority !== priority) changed.push(now);
    next = now;
  }
  return changed;
}

const cannotSend: ConfigHealth['state'][] = ['PAUSED', 'DOWN', 'MISCONFIGURED'];

export function canSend({ state }: Pick<ConfigHealth, 'state'>): boolean {
  return !cannotSend.includes(state);
}

/** By which other account the channel's activities go, where they do not go by this one. */
export function substituteOf(account: ConfigHealth, all: ConfigHealth[]): ConfigHealth | undefined {
  return all.find((other) => other.channel === account.channel && other.id !== account.id && canSend(other));
}
