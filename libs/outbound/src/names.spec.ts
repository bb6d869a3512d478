import { type Found, Names } from './names';

const opened: Names[] = [];
afterEach(() => opened.splice(0).forEach((names) => names.close()));

/** Look-ups that end when the test says so. */
function startNames({ timeoutMs = 60_000, now = () => 0 }: { timeoutMs?: number; now?: () => number } = {}) {
  const asked: string[] = [];
  const ends = new Map<string, { found: (found: Found) => void; fail: (error: Error) => void }>();
  const names = new Names(
    (hostname) => {
      asked.push(hostname);
      return new Promise((found, fail) => ends.set(hostname, { found, fail }));
    },
    timeoutMs,
    now,
  );
  opened.push(names);
  const answer = (hostname: string, address: string, ttlMs = 60_000) =>
    ends.get(hostname)?.found({ addresses: [{ address, family: 4 }], ttlMs });
  const fail = (hostname: string, code: string) => ends.get(hostname)?.fail(Object.assign(new Error(code), { code }));
  return { names, asked, answer, fail };
}

const settled = () => new Promise(setImmediate);
const codeOf = (looking: Promise<unknown>) =>
  looking.then(
    () => 'found',
    ({ code }: NodeJS.ErrnoException) => code,
  );

describe('names', () => {
  it('are looked up once for all who ask meanwhile, and then remembered', async () => {
    const { names, asked, answer } = startNames();
    const asking = ['a', 'b', 'a'].map((owner) => names.resolve('api.example', owner));
    await settled();
    answer('api.example', '127.0.0.1');
    for (const found of await Promise.all(asking)) expect(found).toEqual([{ address: '127.0.0.1', family: 4 }]);
    await names.resolve('api.example', 'c');
    expect(asked).toEqual(['api.example']);
  });

  it.each([
    [10_000, 10_000],
    [3_600_000, 30_000],
    [0, 0],
  ])('with a TTL of %s ms are remembered for %s', async (ttlMs, rememberedMs) => {
    let now = 0;
    const { names, asked, answer } = startNames({ now: () => now });
    const looking = names.resolve('api.example', 'a');
    await settled();
    answer('api.example', '127.0.0.1', ttlMs);
    await looking;
    now = rememberedMs - 1;
    if (rememberedMs > 0) await names.resolve('api.example', 'a');
    expect(asked).toHaveLength(1);
    now = rememberedMs;
    void codeOf(names.resolve('api.example', 'a'));
    await settled();
    expect(asked).toHaveLength(2);
  });

  it('that are nowhere are not asked for again for five seconds', async () => {
    let now = 0;
    const { names, asked, fail } = startNames({ now: () => now });
    const looking = codeOf(names.resolve('nowhere.example', 'a'));
    await settled();
    fail('nowhere.example', 'ENOTFOUND');
    expect(await looking).toBe('ENOTFOUND');
    now = 4_999;
    expect(await codeOf(names.resolve('nowhere.example', 'b'))).toBe('ENOTFOUND');
    expect(asked).toHaveLength(1);
    now = 5_000;
    void codeOf(names.resolve('nowhere.example', 'b'));
    await settled();
    expect(asked).toHaveLength(2);
  });

  it('of one owner, however many do not answer, keep no other owner waiting', async () => {
    const { names, asked, answer } = startNames();
    for (let index = 0; index < 1000; index += 1) void codeOf(names.resolve(`dead-${index}.example`, 'a'));
    await settled();
    expect(asked).toHaveLength(16);
    for (let owner = 0; owner < 100; owner += 1)
      for (let index = 0; index < 50; index += 1)
        void codeOf(names.resolve(`dead-${index}.of-${owner}.example`, `${owner}`));
    await settled();
    expect(asked.length).toBeLessThanOrEqual(256);
    const healthy = names.resolve('api.example', 'healthy');
    await settled();
    answer('api.example', '127.0.0.1');
    expect(await healthy).toHaveLength(1);
    // The same name, which its first owner still waits to ask for, is no one's but the asker's.
    void codeOf(names.resolve('dead-999.example', 'other'));
    await settled();
    expect(asked).toContain('dead-999.example');
  });

  it('that take too long are given up, also when the look-up does not end', async () => {
    const { names } = startNames({ timeoutMs: 20 });
    expect(await codeOf(names.resolve('dead.example', 'a'))).toBe('ETIMEOUT');
  });

  it('remember no more than so many, the oldest going first', async () => {
    const asked: string[] = [];
    const names = new Names((hostname) => {
      asked.push(hostname);
      return Promise.resolve({ addresses: [{ address: '127.0.0.1', family: 4 }], ttlMs: 60_000 });
    }, 1000);
    for (let index = 0; index <= 2000; index += 1) await names.resolve(`${index}.example`, 'a');
    await names.resolve('2000.example', 'a');
    expect(asked).toHaveLength(2001);
    await names.resolve('0.example', 'a');
    expect(asked).toHaveLength(2002);
  });

  it('end with the process', async () => {
    const { names } = startNames();
    const looking = Array.from({ length: 20 }, (_, index) => codeOf(names.resolve(`dead-${index}.example`, 'a')));
    await settled();
    names.close();
    expect(new Set(await Promise.all(looking))).toEqual(new Set(['ETIMEOUT']));
  });
});
