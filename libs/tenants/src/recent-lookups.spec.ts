import { RecentLookups } from './recent-lookups';

describe('recent lookups', () => {
  it('look up once a second, and again at once when cleared', async () => {
    let now = 0;
    let loads = 0;
    const recent = new RecentLookups<number>(() => now);
    const get = () => recent.get('a', () => Promise.resolve(++loads));
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    now = 999;
    expect(await get()).toBe(1);
    now = 1000;
    expect(await get()).toBe(2);
    recent.clear();
    expect(await get()).toBe(3);
  });

  it('remember neither a failure nor what was not found', async () => {
    const recent = new RecentLookups<string>();
    await expect(recent.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await recent.get('a', () => Promise.resolve(undefined))).toBeUndefined();
    expect(await recent.get('a', () => Promise.resolve('found'))).toBe('found');
  });

  it('do not keep what was being looked up when they were cleared', async () => {
    const recent = new RecentLookups<string>();
    let finish: (value: string) => void = () => undefined;
    const stale = recent.get('a', () => new Promise((resolve) => (finish = resolve)));
    recent.clear();
    finish('stale');
    expect(await stale).toBe('stale');
    expect(await recent.get('a', () => Promise.resolve('fresh'))).toBe('fresh');
  });
});
