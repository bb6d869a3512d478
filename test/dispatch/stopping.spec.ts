import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseProxy } from '../support/database-proxy';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

describe('SIGTERM', () => {
  let scenario: Scenario;
  let actor: Actor;
  let databaseUrl: string;
  beforeEach(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
    databaseUrl = scenario.api.settings.databaseUrl ?? '';
  });
  afterEach(async () => {
    await killRemainingProcesses();
    await scenario.close();
  });

  const counted = () =>
    execute<{ status: string; held: boolean; attempts: number; total: number }>(
      scenario.api,
      `SELECT status, lease_token IS NOT NULL AS held, dispatch_attempt_count AS attempts, count(*)::int AS total
       FROM activities GROUP BY 1, 2, 3 ORDER BY 1`,
    );

  it('returns what waits for its start at a rate limit, uncounted', async () => {
    await actor.yom({ limits: { maxPerSecond: 20 } });
    const activities = Array.from({ length: 40 }, () => actor.message());
    await actor.request('POST', '/api/activities/bulk', { body: { activities } });
    const dispatcher = await startProcess('dispatcher', databaseUrl);
    await scenario.sink.waitForRequests(3);
    expect(await dispatcher.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    const sent = scenario.sink.requests.length;
    expect(await counted()).toEqual([
      { status: 'DISPATCHED', held: false, attempts: 1, total: sent },
      { status: 'READY', held: false, attempts: 0, total: 40 - sent },
    ]);
  });

  it('ends a dispatcher within its grace period although PostgreSQL is away and calls are under way', async () => {
    await actor.yom();
    const proxy = await DatabaseProxy.start(databaseUrl);
    try {
      const dispatcher = await startProcess('dispatcher', proxy.url, {
        SHUTDOWN_GRACE_MS: '1000',
        DISPATCH_LEASE_MS: '1500',
      });
      let answer = () => {};
      const answered = new Promise<void>((resolve) => (answer = resolve));
      scenario.sink.answerWith(async () => {
        await answered;
        return { body: {} };
      });
      const { id } = await actor.create();
      await scenario.sink.waitForRequests(1);
      await proxy.cut();
      const stopped = dispatcher.kill('SIGTERM');
      answer();
      const ended = await Promise.race([stopped, delay(8_000, 'still there', { ref: false })]);
      expect(ended).not.toBe('still there');
      await scenario.addDispatcher({ dispatchLeaseMs: 1500 });
      await actor.untilStatus(id, 'DISPATCHED');
    } finally {
      await proxy.cut().catch(() => undefined);
    }
  });
});
