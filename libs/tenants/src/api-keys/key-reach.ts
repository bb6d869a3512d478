import { PLATFORM_PERMISSION } from '../permissions';
import type { ApiKey } from './api-key.entity';
import { isPartOf } from './networks';

/** What a key may do, to what, from where, and for how long. */
export type KeyReach = Pick<ApiKey, 'permissions' | 'channels' | 'dispatchConfigIds' | 'allowCidrs' | 'expiresAt'>;

/** Whether a key expires later than another. */
export function outlives(expiresAt: Date | null, other: Date | null): boolean {
  return other !== null && (expiresAt === null || expiresAt > other);
}

/** In what a key goes beyond another, in words; undefined where it is no stronger. */
export function excessOf(key: KeyReach, other: KeyReach): string | undefined {
  // Only the platform key can use that one, so it makes nobody stronger.
  const more = key.permissions.filter((one) => one !== PLATFORM_PERMISSION && !other.permissions.includes(one));
  if (more.length > 0) return `permissions: ${more.join(', ')}`;
  if (!isPart(key.channels, other.channels)) return 'channels';
  if (!isPart(key.dispatchConfigIds, other.dispatchConfigIds)) return 'dispatchConfigIds';
  if (!isPart(key.allowCidrs, other.allowCidrs, isPartOf)) return 'allowCidrs';
  return outlives(key.expiresAt, other.expiresAt) ? 'expiresAt' : undefined;
}

/** Null is no bound: everything. */
function isPart<Item>(
  items: readonly Item[] | null,
  of: readonly Item[] | null,
  includes = (all: readonly Item[], item: Item) => all.includes(item),
): boolean {
  return of === null || (items !== null && items.every((item) => includes(of, item)));
}
