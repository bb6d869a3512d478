import { eventually } from '../support/eventually';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { Scenario } from '../support/scenario';
import { Gateway } from './gateway';
import { Recurring } from './recurring';

let scenario: Scenario;

beforeEach(async () => {
  scenario = await Scenario.start(0);
});
afterEach(async () => {
  await killRemainingProcesses();
  await scenario.close();
});

describe('recurring actions whose dispatcher dies', () => {
  it('are done by another one, each time once', async () => {
    const databaseUrl = scenario.api.settings.databaseUrl ?? '';
    const env = { DISPATCH_LEASE_MS: '1000', SCHEDULED_CHECK_INTERVAL_SECONDS: '1' };
    const start = () => startProcess('dispatcher', databaseUrl, env);
    let doomed = await start();
    await start();
    const { actor } = await Gateway.open(scenario);
    const recurring = new Recurring(scenario, actor);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const fields = { cron_expression: '* * * * * *', max_executions: 5, missed_policy: 'fire_all' };
      ids.push((await recurring.create(fields)).id);
    }
    for (const requests of [3, 12]) {
      await scenario.sink.waitForRequests(requests);
      await doomed.kill('SIGKILL');
      doomed = await start();
    }
    for (const id of ids) {
      await eventually(
        () => recurring.get(id),
        ({ status }) => status === 'completed',
        20_000,
      );
      const occurrences = await recurring.occurrences(id);
      const times = occurrences.map(({ scheduled_for }) => Date.parse(scheduled_for) / 1000);
      const last = times[0] ?? 0;
      expect(times).toEqual([last, last - 1, last - 2, last - 3, last - 4]);
      expect(occurrences.filter(({ status }) => status === 'fired')).toHaveLength(5);
      for (const { activity_id } of occurrences) await actor.untilStatus(activity_id ?? '', 'DISPATCHED');
    }
    expect(await actor.count('origin=RECURRING')).toBe(25);
    // A call that was under way at a kill is made again, under the same key.
    const keys = new Set(scenario.sink.requests.map(({ headers }) => headers['idempotency-key']));
    expect(keys.size).toBe(25);
  }, 60_000);
});

describe('while scheduled actions are switched off', () => {
  it('occurrences are stored and not sent, which the answers say; switched on again they are', async () => {
    const off = { enableScheduledActions: false };
    const dark = await Scenario.start(0, off);
    const dispatcher = await dark.addDispatcher(off);
    const { actor } = await Gateway.open(dark);
    const recurring = new Recurring(dark, actor);
    const made = await recurring.create({ cron_expression: '* * * * * *', max_executions: 1 });
    expect(made).toMatchObject({ dispatching: false, warning: expect.stringContaining('not sent') as string });
    await eventually(
      () => recurring.get(made.id),
      ({ status }) => status === 'completed',
    );
    const [occurrence] = await recurring.occurrences(made.id);
    expect(await actor.get(occurrence?.activity_id ?? '')).toMatchObject({ status: 'READY', dispatchAttemptCount: 0 });
    await dispatcher.close();
    expect(dark.sink.requests).toHaveLength(0);
    await dark.addDispatcher();
    await actor.untilStatus(occurrence?.activity_id ?? '', 'DISPATCHED');
    await dark.close();
  });
});
