import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { type Actor, Scenario } from '../support/scenario';
import { execute, executeAsOwner } from '../support/sql';

const settings = { dispatchLeaseMs: 600, breakerFailureThreshold: 2, breakerProbeBaseMs: 400 };

describe('a claim', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeEach(async () => {
    scenario = await Scenario.start(0, settings);
    actor = await scenario.tenant();
  });
  afterEach(async () => {
    await killRemainingProcesses();
    await scenario.close();
  });

  const inFlight = async () => {
    const rows = await execute<{ id: string }>(scenario.api, 'SELECT id FROM activities WHERE lease_token IS NOT NULL');
    return rows.length;
  };
  const leasedUntil = async (id: string) => {
    const [row] = await execute<{ until: Date }>(
      scenario.api,
      'SELECT next_attempt_at AS until FROM activities WHERE id = $1',
      [id],
    );
    return row?.until.getTime() ?? NaN;
  };
  /** Refuses to write a table until `during` is over; that is told how often it was tried. */
  const withoutWrites = async (
    table: string,
    during: (refused: (times: number) => Promise<unknown>) => Promise<void>,
  ) => {
    // A sequence keeps what it counted although the statement fails.
    await executeAsOwner(scenario.api, 'CREATE SEQUENCE refused; GRANT SELECT ON SEQUENCE refused TO PUBLIC');
    await executeAsOwner(
      scenario.api,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
       BEGIN PERFORM nextval('refused'); RAISE EXCEPTION 'refused by the test'; END $$`,
    );
    await executeAsOwner(
      scenario.api,
      `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse()`,
    );
    const count = async () => {
      const [row] = await execute<{ count: number }>(
        scenario.api,
        'SELECT (CASE WHEN is_called THEN last_value ELSE 0 END)::int AS count FROM refused',
      );
      return row?.count ?? 0;
    };
    await during((times) => eventually(count, (refused) => refused >= times));
    await executeAsOwner(scenario.api, `DROP TRIGGER refuse ON ${table}`);
  };

  it('is kept alive through a call that lasts several leases, by a dispatcher that was idle before', async () => {
    await scenario.addDispatcher(settings);
    await actor.yom();
    // There is nothing to wait for but the time in which a dispatcher that holds something would renew it.
    await delay(settings.dispatchLeaseMs);
    let answer = () => {};
    scenario.sink.answerWith(() => new Promise((resolve) => (answer = () => resolve({ body: {} }))));
    const { id } = await actor.create();
    await scenario.sink.waitForRequests(1);
    const first = await leasedUntil(id);
    await eventually(
      () => leasedUntil(id),
      (until) => until >= first + settings.dispatchLeaseMs * 2,
    );
    answer();
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ dispatchAttemptCount: 1 });
    expect(scenario.sink.requests).toHaveLength(1);
  });

  it('is given back when its start cannot be reserved', async () => {
    await actor.yom({ limits: { maxPerSecond: 50 } });
    await withoutWrites('dispatch_config_rates', async (refused) => {
      await actor.create();
      const { close } = await scenario.addDispatcher(settings);
      await refused(2);
      await close();
      expect(await inFlight()).toBe(0);
    });
    await scenario.addDispatcher(settings);
    const [request] = await scenario.sink.waitForRequests(1);
    expect(await actor.untilStatus(String(request?.headers['idempotency-key']), 'DISPATCHED')).toMatchObject({
      dispatchAttemptCount: 1,
    });
  });

  it('is given back when the turn to probe cannot be taken', async () => {
    scenario.sink.answerWith(() => ({ status: 503 }));
    await scenario.addDispatcher(settings);
    await actor.yom({ retry: { maxAttempts: 50, baseDelayMs: 1, maxDelayMs: 5 } });
    const { id } = await actor.create();
    await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_DOWN');
    const probes = scenario.sink.requests.length;
    await withoutWrites('dispatch_config_outages', async (refused) => void (await refused(2)));
    scenario.sink.answerWith(() => ({ body: {} }));
    await scenario.sink.waitForRequests(probes + 1, 20_000);
    await actor.untilStatus(id, 'DISPATCHED');
  });

  it('is not made further ahead than a rate limit lets it start', async () => {
    await scenario.addDispatcher(settings);
    await actor.yom({ limits: { maxPerSecond: 1 } });
    for (let created = 0; created < 12; created += 1) await actor.create();
    const counts: number[] = [];
    while (scenario.sink.requests.length < 3) counts.push(await inFlight());
    // The one that is sent and the one that waits for its start.
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  });

  it('that expires while its config is paused counts by that config’s own number of attempts', async () => {
    const configId = await actor.yom({ retry: { maxAttempts: 1 } });
    const environment = { DISPATCH_LEASE_MS: '600' };
    const dead = await startProcess('dispatcher', scenario.api.settings.databaseUrl ?? '', environment);
    scenario.sink.answerNext('hang');
    const { id } = await actor.create();
    await scenario.sink.waitForRequests(1);
    await dead.kill('SIGKILL');
    await actor.request('PATCH', `/api/dispatch-configs/${configId}`, { body: { isActive: false } });
    await scenario.addDispatcher(settings);
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({ lastError: { code: 'LEASE_EXPIRED' } });
  });

  it('leaves its slots of a concurrency limit to others within seconds after its process was killed', async () => {
    await actor.yom({ limits: { maxConcurrent: 2 } });
    const url = scenario.api.settings.databaseUrl ?? '';
    const holder = await startProcess('dispatcher', url, { DISPATCH_LEASE_MS: '1500' });
    scenario.sink.answerNext('hang', 'hang');
    for (let created = 0; created < 6; created += 1) await actor.create();
    await scenario.sink.waitForRequests(2);
    await startProcess('dispatcher', url, { DISPATCH_LEASE_MS: '1500' });
    await holder.kill('SIGKILL');
    const killedAt = Date.now();
    await eventually(
      () => actor.count('status=DISPATCHED'),
      (count) => count === 6,
      20_000,
    );
    // A hold lasts 10 s from its last renewal; who waits for it asks twice a second.
    expect(Date.now() - killedAt).toBeLessThan(13_000);
    expect(scenario.sink.requests).toHaveLength(8);
  });

  it('is made at once for work that is created while the listening connections are being killed', async () => {
    await scenario.addDispatcher(settings);
    await actor.yom();
    const killed = await execute(
      scenario.api,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE '%-listen'`,
    );
    expect(killed.length).toBeGreaterThan(0);
    const { id } = await actor.create();
    const created = Date.now();
    await actor.untilStatus(id, 'DISPATCHED');
    expect(Date.now() - created).toBeLessThan(5_000);
  });
});
