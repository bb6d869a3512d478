import type { Settings } from '@errand/config';
import type { Clock } from '@errand/database';
import { type FailedOutcome, failure } from '@errand/providers';
import type { OutageKind } from '@errand/vocabulary';
import { type BreakerNews } from './breaker-news.service';
import { Breaker } from './breaker.service';
import type { Outages } from './outages.service';
import type { Outage } from './outages.sql';

const settings = { breakerFailureThreshold: 3, breakerProbeBaseMs: 1_000, breakerProbeMaxMs: 30_000 } as Settings;
const clock = { now: () => new Date(0), after: (ms: number) => new Date(ms) } as Clock;
const config = { tenantId: 'tenant', id: 'config', version: 1 };
const accepted = { disposition: 'ACCEPTED', providerActivityId: 'p', httpStatus: 200, responseBody: null } as const;
const late = failure('TIMEOUT', 'late');
const refused = failure('PROVIDER_REJECTED', 'HTTP 400', { httpStatus: 400 });
const misconfigured = failure('PROVIDER_REJECTED', 'HTTP 401', { disposition: 'MISCONFIGURED' });

/** A breaker, the outages that it began and ended, and whom it told of that. */
function start() {
  const log: string[] = [];
  const told: string[] = [];
  const open = new Map<string, Outage>();
  const world = { answer: (): Promise<void> => Promise.resolve() };
  const begin = async (id: string, kind: OutageKind, probeAt: Date): Promise<Outage | null> => {
    log.push(`${id} ${kind}, probe at ${probeAt.getTime()}`);
    await world.answer();
    if (open.has(id)) return null;
    const outage = { dispatch_config_id: id, kind, failed_probes: 0 } as Outage;
    open.set(id, outage);
    return outage;
  };
  const outages: Pick<Outages, 'begin' | 'beginMisconfigured' | 'end' | 'noteFailedProbe'> = {
    begin: ({ id }, _outcome, probeAt) => begin(id, 'DOWN', probeAt),
    beginMisconfigured: ({ id, version }, _outcome, probeAt) =>
      version === config.version ? begin(id, 'MISCONFIGURED', probeAt) : Promise.resolve(null),
    end: async ({ id }) => {
      const outage = open.get(id) ?? null;
      if (open.delete(id)) log.push(`${id} up`);
      return outage;
    },
    noteFailedProbe: async ({ id }, _outcome, nextProbe) => void log.push(`${id} probed at ${nextProbe.getTime()}`),
  };
  const news: Pick<BreakerNews, 'announce' | 'down' | 'up'> = {
    announce: async () => void told.push('other processes'),
    down: () => void told.push('log: down'),
    up: () => void told.push('log: up'),
  };
  const breaker = new Breaker(outages as Outages, news as BreakerNews, clock, settings);
  breaker.onChange(() => told.push('this process'));
  const learn = async (...all: Parameters<Breaker['learn']>[1][]) => {
    for (const outcome of all) await breaker.learn(config, outcome, null);
  };
  return { breaker, learn, log, told, open, world };
}

const outageAfter = (failedProbes: number) => ({ failed_probes: failedProbes }) as Outage;

describe('a breaker', () => {
  it('opens at so many failures in a row, and tells of it', async () => {
    const { learn, log, told } = start();
    await learn(late, late);
    expect(log).toEqual([]);
    await learn(late);
    expect(log).toEqual(['config DOWN, probe at 1000']);
    expect(told).toEqual(['this process', 'other processes', 'log: down']);
  });

  it('counts anew after an answer, be it a refusal of the one activity', async () => {
    for (const answer of [accepted, refused]) {
      const { learn, log } = start();
      await learn(late, late, answer, late, late);
      expect(log).toEqual([]);
      await learn(late);
      expect(log).toHaveLength(1);
    }
  });

  it('counts each config apart', async () => {
    const { breaker, learn, log } = start();
    await learn(late, late);
    await breaker.learn({ ...config, id: 'other' }, late, null);
    expect(log).toEqual([]);
  });

  it('tells this process alone when another has opened it before', async () => {
    const { learn, told, open } = start();
    open.set('config', outageAfter(0));
    await learn(late, late, late);
    expect(told).toEqual(['this process']);
  });

  it('is opened once by failures that come together, each of which waits until it is', async () => {
    const { breaker, learn, log, world } = start();
    let answer: () => void = () => undefined;
    world.answer = () => new Promise((resolve) => (answer = resolve));
    await learn(late, late);
    const known: number[] = [];
    const learning = [1, 2].map((call) => breaker.learn(config, late, null).then(() => known.push(call)));
    await new Promise(setImmediate);
    expect([log.length, known]).toEqual([1, []]);
    expect(breaker.whileOpening('config')).toBeDefined();
    answer();
    await Promise.all(learning);
    expect([log.length, known]).toEqual([1, [1, 2]]);
    expect(breaker.whileOpening('config')).toBeUndefined();
  });

  it('that could not be opened is tried again at the next failure', async () => {
    const { learn, world, open } = start();
    await learn(late, late);
    world.answer = () => Promise.reject(new Error('connection refused'));
    await expect(learn(late)).rejects.toThrow('refused');
    world.answer = () => Promise.resolve();
    await learn(late);
    expect(open.has('config')).toBe(true);
  });

  it('opens at once for a config that is misconfigured, unless it was changed meanwhile', async () => {
    const { breaker, log, told } = start();
    await breaker.learn({ ...config, version: 0 }, misconfigured, null);
    expect([log, told]).toEqual([[], ['this process']]);
    await breaker.learn(config, misconfigured, null);
    expect(log).toEqual([`config MISCONFIGURED, probe at ${20 * 86_400_000}`]);
  });

  it('closes when a probe is answered, and tells of it', async () => {
    for (const answer of [accepted, refused]) {
      const { breaker, log, told, open } = start();
      open.set('config', outageAfter(2));
      await breaker.learn(config, answer, outageAfter(2));
      expect(log).toEqual(['config up']);
      expect(told).toEqual(['this process', 'other processes', 'log: up']);
    }
  });

  it('counts anew after it was closed', async () => {
    const { breaker, learn, log } = start();
    await learn(late, late);
    await breaker.end(config);
    await learn(late);
    expect(log).toEqual([]);
  });

  it('is probed after twice as long with each probe that fails, up to the longest wait', async () => {
    const { breaker, log } = start();
    for (const failedProbes of [0, 1, 3, 9]) await breaker.learn(config, late, outageAfter(failedProbes));
    expect(log).toEqual([2_000, 4_000, 16_000, 30_000].map((ms) => `config probed at ${ms}`));
  });

  it('is probed when the provider said, up to the longest wait', async () => {
    const after = (retryAfterMs: number): FailedOutcome => failure('TIMEOUT', 'late', { retryAfterMs });
    const { breaker, learn, log } = start();
    await learn(late, late, after(5_000));
    for (const ms of [1_500, 7_000, 90_000]) await breaker.learn(config, after(ms), outageAfter(0));
    expect(log).toEqual([
      'config DOWN, probe at 5000',
      ...[2_000, 7_000, 30_000].map((ms) => `config probed at ${ms}`),
    ]);
  });
});
