import type { Lane } from '@errand/activities';
import type { Settings } from '@errand/config';
import type { Accounts, End, Holding, Pipeline, Sources } from '@errand/dispatch';
import type { CallLine } from './call-line';
import { DispatchLoop } from './dispatch.loop';
import type { Found } from './tenant-care';
import type { WorkFinder } from './work-finder.service';

type Pass = Awaited<ReturnType<Pipeline['run']>>;
type Source = ReturnType<Sources['queued']>;

const bad: Lane = { tenantId: 'bad', channel: 'SMS', pinnedConfigId: null };
const good: Lane = { tenantId: 'good', channel: 'SMS', pinnedConfigId: null };
const nothing: Pass = { notNow: null, claimed: 0, isFull: false, isShort: false, lastStart: null };
const settings = { dispatchConcurrency: 10, dispatchBatchSize: 100 } as Settings;

/** A loop whose claims end as the test says; what is claimed and returned is announced, as the settler does. */
async function start(claim: (lane: Lane) => Promise<Pass>) {
  const claims: [tenantId: string, ms: number][] = [];
  let owner: Parameters<CallLine['open']>[0] | undefined;
  let found: Found | undefined;
  const line = {
    ...{ waiting: 0, starting: 0, waitingOf: () => 0, resolvingOf: () => 0, now: () => Date.now() },
    open: (opener: typeof owner) => void (owner = opener),
    failed: (lane: Lane, error: Error) => owner?.failed(lane, error),
  };
  const source = (lane: Lane): Pick<Source, 'lane'> => ({ lane });
  const run = async ({ lane }: Source): Promise<Pass> => {
    claims.push([lane.tenantId, Date.now()]);
    try {
      return await claim(lane);
    } finally {
      setTimeout(() => found?.work([lane]), 5);
    }
  };
  const loop = new DispatchLoop(
    { run } as unknown as Pipeline,
    { queued: source, upcoming: source } as unknown as Sources,
    { of: async () => ({ state: 'MISSING', down: [] }), onChange: () => undefined } as unknown as Accounts,
    line as unknown as CallLine,
    { start: async (finder: Found) => void (found = finder) } as unknown as WorkFinder,
    settings,
  );
  await loop.start();
  const ended = (lane: Lane, end: End['end']) => owner?.ended({ lane } as Holding, { end } as End);
  const failed = (lane: Lane) => owner?.failed(lane, new Error('not sent'));
  const work = (...lanes: Lane[]) => found?.work(lanes);
  const upcoming = (lane: Lane) => found?.upcoming(lane, 10, 500);
  return { claims, ended, failed, work, upcoming, of: (lane: Lane) => claims.filter(([id]) => id === lane.tenantId) };
}

const refused = (lane: Lane) =>
  lane === bad ? Promise.reject(new Error('permission denied for table routes')) : Promise.resolve(nothing);

describe('a lane whose claims fail', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('is claimed ever less often, however often it is announced', async () => {
    const { work, claims } = await start(refused);
    work(bad);
    await jest.advanceTimersByTimeAsync(120_000);
    // After 1, 2, 4, 8, 16 and 30 s; each claim that is returned announces itself.
    expect(claims).toHaveLength(8);
    expect(claims.at(-1)?.[1]).toBeLessThan(95_000);
  });

  it('keeps no other from being claimed', async () => {
    const { work, of } = await start(refused);
    work(bad, good);
    await jest.advanceTimersByTimeAsync(1_500);
    expect(of(bad)).toHaveLength(2);
    expect(of(good).length).toBeGreaterThan(100);
  });

  it('is claimed every second while the database is away', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const { work, claims } = await start(() => Promise.reject(away));
    work(bad);
    await jest.advanceTimersByTimeAsync(10_500);
    expect(claims).toHaveLength(11);
  });

  it('has short pauses again once something of it has ended, though not during a pause, when that had begun before', async () => {
    let isRefusing = true;
    const { work, ended, claims } = await start((lane) => (isRefusing ? refused(lane) : Promise.resolve(nothing)));
    work(bad);
    await jest.advanceTimersByTimeAsync(500);
    for (let second = 0; second < 6; second += 1) {
      ended(bad, 'UNRESOLVED');
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(claims).toHaveLength(3);
    isRefusing = false;
    await jest.advanceTimersByTimeAsync(1_000);
    ended(bad, 'UNRESOLVED');
    isRefusing = true;
    const before = claims.length;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(claims.length - before).toBe(2);
  });

  it('is claimed after its pause although it was to be claimed within it', async () => {
    const short: Pass = { ...nothing, claimed: 1, isFull: true, isShort: true };
    const { work, failed, claims } = await start(() => Promise.resolve(short));
    work(bad);
    await jest.advanceTimersByTimeAsync(100);
    failed(bad);
    const before = claims.length;
    // Short of concurrency it would be claimed again after half a second.
    await jest.advanceTimersByTimeAsync(1_000);
    expect(claims).toHaveLength(before);
    await jest.advanceTimersByTimeAsync(1);
    expect(claims).toHaveLength(before + 1);
  });

  it('is not claimed ahead of its time either, which fails for it alone', async () => {
    const { upcoming, claims } = await start(refused);
    for (let look = 0; look < 5; look += 1) {
      await upcoming(bad);
      await upcoming(good);
    }
    expect(claims.map(([tenantId]) => tenantId)).toEqual(['bad', 'good', 'good', 'good', 'good', 'good']);
  });
});
