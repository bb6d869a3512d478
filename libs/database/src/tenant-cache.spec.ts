import { TenantCache, type TenantCacheOptions } from './tenant-cache';

/** A cache whose reads are numbered, and fail or take as long as the test says. */
function startCache(options: Partial<TenantCacheOptions> = {}) {
  const at = { now: 0 };
  const reads: string[] = [];
  const next = { read: undefined as Promise<string> | undefined };
  const read = (tenantId: string, key: string) => {
    reads.push(tenantId + key);
    return next.read ?? Promise.resolve(`${tenantId}${key} ${reads.length}`);
  };
  const cache = new TenantCache<string>(read, { now: () => at.now, ...options });
  return { cache, at, reads, next };
}

describe('a tenant cache', () => {
  it('reads once in 30 s, however many ask at once', async () => {
    const { cache, at } = startCache();
    expect(await Promise.all([cache.get('a'), cache.get('a')])).toEqual(['a 1', 'a 1']);
    at.now = 29_999;
    expect(await cache.get('a')).toBe('a 1');
    at.now = 30_000;
    expect(await cache.get('a')).toBe('a 2');
  });

  it('reads again when asked for the present value, which then counts for all', async () => {
    const { cache } = startCache();
    await cache.get('a');
    expect(await cache.fresh('a')).toBe('a 2');
    expect(await cache.get('a')).toBe('a 2');
  });

  it('forgets all of one tenant, or of every one, and tells who listens', async () => {
    const { cache, reads } = startCache();
    const told: (string | null)[] = [];
    cache.onForget((tenantId) => told.push(tenantId));
    const readAll = async () => {
      for (const [tenantId, key] of [
        ['a', '-x'],
        ['a', '-y'],
        ['b', ''],
      ] as const)
        await cache.get(tenantId, key);
      return reads.splice(0);
    };
    expect(await readAll()).toEqual(['a-x', 'a-y', 'b']);
    cache.forget('a');
    expect(await readAll()).toEqual(['a-x', 'a-y']);
    cache.forget(null);
    expect(await readAll()).toEqual(['a-x', 'a-y', 'b']);
    expect(told).toEqual(['a', null]);
  });

  it('forgets by notification, and everything when one may have been lost', async () => {
    const { cache, reads } = startCache();
    const handlers = new Map<string, (payload: string) => void>();
    const listen = async (channel: string, handler: (payload: string) => void) => void handlers.set(channel, handler);
    await cache.listen({ listen }, 'configs', 'tenants');
    await cache.get('a');
    await cache.get('b');
    handlers.get('tenants')?.('b');
    await cache.get('a');
    await cache.get('b');
    handlers.get('configs')?.('');
    await cache.get('a');
    expect(reads).toEqual(['a', 'b', 'b', 'a']);
  });

  it.each([undefined, () => undefined])('does not keep what was being read when it was forgotten', async (onStale) => {
    const { cache, next } = startCache({ onStale });
    let finish: (value: string) => void = () => undefined;
    next.read = new Promise((resolve) => (finish = resolve));
    const early = cache.get('a');
    cache.forget('a');
    next.read = undefined;
    expect(await cache.get('a')).toBe('a 2');
    finish('early');
    expect(await early).toBe('early');
    expect(await cache.get('a')).toBe('a 2');
  });

  it('does not remember a failure', async () => {
    const { cache, next } = startCache();
    next.read = Promise.reject(new Error('away'));
    await expect(Promise.all([cache.get('a'), cache.get('a')])).rejects.toThrow('away');
    next.read = undefined;
    expect(await cache.get('a')).toBe('a 2');
  });

  it('leaves the last value in force while it cannot be read, if told so, and asks again each time', async () => {
    const failures: string[] = [];
    const { cache, next, reads } = startCache({
      onStale: (error, tenantId) => failures.push(tenantId + String(error)),
    });
    await cache.get('a');
    next.read = Promise.reject(new Error('away'));
    await expect(cache.get('b')).rejects.toThrow('away');
    cache.forget(null);
    expect(await Promise.all([cache.get('a'), cache.get('a')])).toEqual(['a 1', 'a 1']);
    expect(await cache.get('a')).toBe('a 1');
    expect(failures).toEqual(['aError: away', 'aError: away']);
    next.read = undefined;
    expect(await cache.get('a')).toBe(`a ${reads.length}`);
  });

  it('drops what nobody asks for any more', async () => {
    const { cache, at } = startCache();
    await cache.get('a');
    at.now = 20_000;
    await cache.get('b');
    at.now = 30_000;
    await cache.get('c');
    expect([...cache['entries'].keys()]).toEqual(['b/', 'c/']);
  });

  it.each([undefined, () => undefined])('keeps no more than it may, and the ones read last', async (onStale) => {
    const { cache, reads } = startCache({ maxEntries: 2, onStale });
    for (const tenantId of ['a', 'b', 'c', 'b', 'c', 'a']) await cache.get(tenantId);
    expect(reads).toEqual(['a', 'b', 'c', 'a']);
  });
});
