import { DatabaseProxy } from '../support/database-proxy';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { type Damage, Drain, MOST_REPEATED, randomMoment, tell } from './drain';

async function withScenario(chaos: (scenario: Scenario, databaseUrl: string) => Promise<Damage>): Promise<Damage> {
  const scenario = await Scenario.start(0);
  try {
    return await chaos(scenario, scenario.api.settings.databaseUrl ?? '');
  } finally {
    await scenario.close();
  }
}

/** Kills the older of two dispatchers, `rounds` times, at random moments of a drain; a new one takes its place. */
export async function killDispatchers(rounds: number): Promise<Damage> {
  return withScenario(async (scenario, databaseUrl) => {
    const drain = await Drain.prepare(scenario.api, scenario.sink, databaseUrl);
    await drain.addDispatcher();
    for (let round = 0; round < rounds; round += 1) {
      await drain.addDispatcher();
      await drain.create(100);
      await randomMoment(400);
      await drain.dispatchers.shift()?.kill('SIGKILL');
    }
    const damage = await drain.end();
    tell('dispatchers killed', rounds, damage);
    expect(damage).toMatchObject({ lost: [], illegal: [], stuck: [] });
    expect(damage.duplicated).toBeLessThanOrEqual(rounds * MOST_REPEATED);
    return damage;
  });
}

/** The same where each activity has one attempt: it is sent, or it ends in FAILED; never in limbo. */
export async function killOnLastAttempt(rounds: number): Promise<Damage> {
  return withScenario(async (scenario, databaseUrl) => {
    const drain = await Drain.prepare(scenario.api, scenario.sink, databaseUrl, { maxAttempts: 1 });
    for (let round = 0; round < rounds; round += 1) {
      await drain.addDispatcher();
      const sent = scenario.sink.requests.length;
      await drain.create(40);
      await scenario.sink.waitForRequests(sent + 5);
      await drain.dispatchers.shift()?.kill('SIGKILL');
    }
    await drain.addDispatcher();
    const damage = await drain.end();
    tell('dispatchers killed on the last attempt', rounds, damage);
    expect(damage).toMatchObject({ lost: [], illegal: [], stuck: [], duplicated: 0 });
    const failed = (await drain.records()).filter(({ status }) => status === 'FAILED');
    expect(failed.map(({ events }) => events.at(-1)?.code)).toEqual(failed.map(() => 'LEASE_EXPIRED'));
    return damage;
  });
}

/** Freezes one of three dispatchers past its leases, `rounds` times, and lets it go on. */
export async function freezeDispatchers(rounds: number): Promise<Damage> {
  return withScenario(async (scenario, databaseUrl) => {
    const drain = await Drain.prepare(scenario.api, scenario.sink, databaseUrl);
    for (let started = 0; started < 3; started += 1) await drain.addDispatcher();
    for (let round = 0; round < rounds; round += 1) {
      await drain.create(100);
      await randomMoment(150);
      const frozen = drain.dispatchers[round % 3];
      if (frozen) process.kill(frozen.pid, 'SIGSTOP');
      // The others take over what it holds once its leases have run out, and drain the rest.
      await eventually(
        () => execute(scenario.api, 'SELECT id FROM activities WHERE lease_token IS NOT NULL'),
        ({ length }) => length === 0,
        30_000,
      );
      if (frozen) process.kill(frozen.pid, 'SIGCONT');
    }
    const damage = await drain.end();
    tell('dispatchers frozen past their leases', rounds, damage);
    expect(damage).toMatchObject({ lost: [], illegal: [], stuck: [] });
    expect(damage.duplicated).toBeLessThanOrEqual(rounds * MOST_REPEATED);
    for (const dispatcher of drain.dispatchers) {
      expect(await dispatcher.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    }
    return damage;
  });
}

/** Three dispatchers, nothing goes wrong: each activity is sent once. */
export async function threeDispatchers(count: number): Promise<Damage> {
  return withScenario(async (scenario, databaseUrl) => {
    const drain = await Drain.prepare(scenario.api, scenario.sink, databaseUrl);
    await Promise.all([drain.addDispatcher(), drain.addDispatcher(), drain.addDispatcher()]);
    for (let created = 0; created < count; created += 200) await drain.create(200);
    const damage = await drain.end();
    tell('three dispatchers', 0, damage);
    expect(damage).toMatchObject({ lost: [], illegal: [], stuck: [], duplicated: 0 });
    return damage;
  });
}

/** Breaks every connection between two dispatchers and PostgreSQL, `rounds` times. */
export async function dropConnections(rounds: number): Promise<Damage> {
  return withScenario(async (scenario, databaseUrl) => {
    const proxy = await DatabaseProxy.start(databaseUrl);
    try {
      const drain = await Drain.prepare(scenario.api, scenario.sink, databaseUrl, { through: proxy.url });
      await Promise.all([drain.addDispatcher(), drain.addDispatcher()]);
      for (let round = 0; round < rounds; round += 1) {
        await drain.create(100);
        await randomMoment(300);
        await proxy.cut();
        await randomMoment(600);
        await proxy.restore();
      }
      const damage = await drain.end();
      tell('connections to PostgreSQL dropped', rounds, damage);
      expect(damage).toMatchObject({ lost: [], illegal: [], stuck: [] });
      expect(damage.duplicated).toBeLessThanOrEqual(rounds * 2 * MOST_REPEATED);
      for (const dispatcher of drain.dispatchers) await dispatcher.kill('SIGTERM');
      return damage;
    } finally {
      await proxy.cut();
    }
  });
}
