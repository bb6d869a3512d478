import { eventually } from '../support/eventually';
import { killRemainingProcesses, startProcess, type TestProcess } from '../support/processes';
import { Scenario } from '../support/scenario';
import { Gateway } from './gateway';

// Long enough that only what a dead process held is taken over, however slow the machine is.
const leaseMs = 6000;
const count = 1000;
// Time for all to be stored before the first is due, also on a machine that stores 200 a second.
const leadMs = 7_000;
let scenario: Scenario;
let gateway: Gateway;
let dispatchers: TestProcess[];

beforeEach(async () => {
  scenario = await Scenario.start(0);
  const url = scenario.api.settings.databaseUrl ?? '';
  const env = { DISPATCH_LEASE_MS: String(leaseMs), DISPATCH_INTERVAL_MS: '1000' };
  dispatchers = await Promise.all([1, 2, 3].map(() => startProcess('dispatcher', url, env)));
  gateway = await Gateway.open(scenario);
});
afterEach(async () => {
  await killRemainingProcesses();
  await scenario.close();
});

/**
 * Has a thousand actions due within one second, nearly always all of them stored before it. A machine that is slower sends
 * the rest as they come, which changes nothing of what is sent.
 */
async function schedule(): Promise<void> {
  const dueAt = Date.now() + leadMs;
  const actions = Array.from({ length: count }, (_, place) =>
    gateway.action({ scheduled_at: new Date(dueAt + place).toISOString() }),
  );
  const { status } = await gateway.actor.request('POST', '/v1/dispatch/batch', { body: actions });
  expect(status).toBe(200);
}

/** The ids of all activities. */
async function ids(): Promise<string[]> {
  const found: string[] = [];
  for (let page = 1; page <= count / 100; page += 1) {
    const path = `/api/activities?perPage=100&page=${page}`;
    const { body } = await gateway.actor.request<{ data: { id: string }[] }>('GET', path);
    found.push(...body.data.map(({ id }) => id));
  }
  return found;
}

const received = () => scenario.sink.requests.map(({ headers }) => String(headers['idempotency-key']));

async function untilAllAreDone(): Promise<void> {
  await eventually(
    // A machine that is busy with a thousand sends may take too long for a list, which is asked for again.
    () => gateway.actor.count('status=DISPATCHED').catch(() => 0),
    (done) => done === count,
    40_000,
  );
}

describe('a thousand actions due in one second, with three dispatchers', () => {
  it('are delivered once each', async () => {
    await schedule();
    await scenario.sink.waitForRequests(count, 30_000);
    await untilAllAreDone();
    expect(received().sort()).toEqual((await ids()).sort());
  }, 60_000);

  it('are all delivered when one of the dispatchers is killed, and again only what it was sending', async () => {
    await schedule();
    await scenario.sink.waitForRequests(count / 4, 30_000);
    const settled = gateway.actor.count('status=DISPATCHED');
    await dispatchers[0]?.kill('SIGKILL');
    const before = await settled;
    await untilAllAreDone();
    const keys = received();
    expect(new Set(keys)).toEqual(new Set(await ids()));
    expect(before).toBeGreaterThan(0);
    // Only what it had sent without its outcome being stored comes again.
    expect(keys.length - count).toBeLessThan(count / 4);
  }, 60_000);
});
