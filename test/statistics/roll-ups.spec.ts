import { randomUUID } from 'node:crypto';
import { urlWithDeadTenant } from '../support/dead-tenant';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { type Counter, startCounter } from '../support/statistics';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const nilId = '00000000-0000-0000-0000-000000000000';

let scenario: Scenario;
let actor: Actor;
beforeAll(async () => {
  scenario = await Scenario.start(0);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  actor = await scenario.tenant();
});

const read = <Row>(text: string, ...values: unknown[]) =>
  execute<Row>(scenario.api, text, [actor.tenant.id, ...values]);

/** Transitions to each status as they were counted, such as `1h WHATSAPP API READY 2`. */
const transitions = async (step = '5m') =>
  (
    await read<{ line: string }>(
      `SELECT concat_ws(' ', channel, origin, to_status, sum(n)) AS line FROM transition_counts
       WHERE tenant_id = $1 AND step = $2 GROUP BY channel, origin, to_status ORDER BY 1`,
      step,
    )
  ).map(({ line }) => line);

interface Attempts {
  dispatch_config_id: string;
  error_code: string;
  n: number;
  timed: number;
  parts: number;
}
const attempts = (step = '5m') =>
  read<Attempts>(
    `SELECT dispatch_config_id, error_code, sum(n)::int AS n, sum((SELECT sum(h) FROM unnest(histogram) h))::int AS timed,
       min(cardinality(histogram)) AS parts
     FROM attempt_counts WHERE tenant_id = $1 AND step = $2 GROUP BY 1, 2 ORDER BY 2`,
    step,
  );

/** Creates an activity that waits, as if that had been at another time. */
async function createAt(time: Date): Promise<void> {
  const { id } = await actor.create({ scheduledAt: new Date(Date.now() + hourMs).toISOString() });
  await read('UPDATE activity_events SET created_at = $2 WHERE tenant_id = $1 AND activity_id = $3', time, id);
}

/** A dispatcher is started, counts and stops; the last before it counted until `since`, or none did. */
async function countAfterStart(since: Date | null, url = scenario.api.settings.databaseUrl): Promise<void> {
  await execute(scenario.api, 'DELETE FROM roll_up_marks');
  if (since) await execute(scenario.api, 'INSERT INTO roll_up_marks VALUES ($1, $2)', [nilId, since]);
  const { dispatcher, count } = await startCounter(url);
  await count();
  await dispatcher.close();
}

describe('roll-ups', () => {
  let counter: Counter;
  beforeAll(async () => {
    counter = await startCounter(scenario.api.settings.databaseUrl);
  });
  afterAll(() => counter.dispatcher.close());

  it('count transitions and attempts, in buckets of 5 minutes and in hours', async () => {
    const config = await actor.yom({ retry: { maxAttempts: 1 } });
    scenario.sink.answerNext({ body: { id: randomUUID() } }, { status: 400, body: {} }, { body: { id: randomUUID() } });
    for (const status of ['DISPATCHED', 'FAILED', 'DISPATCHED'])
      await actor.untilStatus((await actor.create()).id, status);
    await counter.count();
    const counted = ['WHATSAPP API DISPATCHED 2', 'WHATSAPP API FAILED 1', 'WHATSAPP API READY 3'];
    const code = (await actor.list('status=FAILED'))[0]?.lastError?.code;
    for (const step of ['5m', '1h']) {
      expect(await transitions(step)).toEqual(counted);
      expect(await attempts(step)).toEqual([
        { dispatch_config_id: config, error_code: '', n: 2, timed: 2, parts: 14 },
        { dispatch_config_id: config, error_code: code, n: 1, timed: 1, parts: 14 },
      ]);
    }
    await counter.count(); // replaced, and nothing added
    expect(await transitions()).toEqual(counted);
    expect(await transitions('1h')).toEqual(counted);
    await actor.untilStatus((await actor.create()).id, 'DISPATCHED');
    await counter.count();
    expect(await transitions('1h')).toEqual([
      ...['WHATSAPP API DISPATCHED 3', 'WHATSAPP API FAILED 1', 'WHATSAPP API READY 4'],
    ]);
  });

  it('count attempts that found no config as of none', async () => {
    await actor.untilStatus((await actor.create()).id, 'FAILED');
    await counter.count();
    expect(await attempts()).toMatchObject([{ dispatch_config_id: nilId, error_code: 'NO_DISPATCH_CONFIG' }]);
  });

  it('are the same when two dispatchers count at once', async () => {
    await actor.yom();
    const ids = await Promise.all([1, 2, 3, 4].map(async () => (await actor.create()).id));
    for (const id of ids) await actor.untilStatus(id, 'DISPATCHED');
    const other = await startCounter(scenario.api.settings.databaseUrl);
    await Promise.all([1, 2, 3].flatMap(() => [counter.count(), other.count()]));
    await other.dispatcher.close();
    expect(await transitions()).toEqual(['WHATSAPP API DISPATCHED 4', 'WHATSAPP API READY 4']);
    expect(await transitions('1h')).toEqual(['WHATSAPP API DISPATCHED 4', 'WHATSAPP API READY 4']);
  });
});

// None runs but those that a test starts: it could count what a test has yet to move to its time.
describe('roll-ups of a dispatcher that was started', () => {
  it('tell the hours apart, and the buckets of 5 minutes', async () => {
    const hour = new Date(Math.floor(Date.now() / hourMs) * hourMs - 3 * hourMs);
    const next = new Date(hour.getTime() + hourMs);
    await createAt(new Date(next.getTime() - 1));
    await createAt(next);
    await countAfterStart(hour);
    const buckets = async (step: string) => {
      const text = 'SELECT bucket FROM transition_counts WHERE tenant_id = $1 AND step = $2 ORDER BY 1';
      return (await read<{ bucket: Date }>(text, step)).map(({ bucket }) => bucket);
    };
    expect(await buckets('1h')).toEqual([hour, next]);
    expect(await buckets('5m')).toEqual([new Date(next.getTime() - 5 * minuteMs), next]);
  });

  it('make up for what happened while none ran, up to 48 hours', async () => {
    const ago = (hours: number) => new Date(Date.now() - hours * hourMs);
    for (const hours of [60, 40, 3]) await createAt(ago(hours));
    await countAfterStart(ago(2));
    expect(await transitions('1h')).toEqual([]);
    await countAfterStart(ago(4));
    expect(await transitions('1h')).toEqual(['WHATSAPP API READY 1']);
    for (const since of [ago(100), null]) {
      await countAfterStart(since);
      expect(await transitions('1h')).toEqual(['WHATSAPP API READY 2']);
      expect(await transitions('5m')).toEqual(['WHATSAPP API READY 2']);
    }
  });

  it('note until when they are filled', async () => {
    const before = Date.now();
    await countAfterStart(null);
    const marks = await execute<{ filled_until: Date }>(scenario.api, 'SELECT filled_until FROM roll_up_marks');
    expect(marks).toHaveLength(1);
    expect(marks[0]?.filled_until.getTime()).toBeGreaterThanOrEqual(before);
  });

  it('of one tenant that fail keep no other from theirs, and are made up for', async () => {
    const healthy = actor;
    const dead = (actor = await scenario.tenant());
    const time = new Date(Date.now() - 5 * hourMs);
    await createAt(time);
    actor = healthy;
    await createAt(time);
    const { databaseUrl = '' } = scenario.api.settings;
    await countAfterStart(null, await urlWithDeadTenant(databaseUrl, dead.tenant.id, ['activity_events']));
    expect(await transitions()).toEqual(['WHATSAPP API READY 1']);
    expect(await execute(scenario.api, 'SELECT 1 FROM roll_up_marks')).toEqual([]);
    actor = dead;
    expect(await transitions()).toEqual([]);
    await countAfterStart(null);
    expect(await transitions()).toEqual(['WHATSAPP API READY 1']);
  });

  it('are removed after 50 hours, and hours after 400 days', async () => {
    const add = (step: string, hours: number) =>
      read(
        `INSERT INTO transition_counts VALUES ($1, $2, now() - $3 * interval '1 hour', 'SMS', 'API', 'READY', $3)`,
        ...[step, hours],
      );
    const addAttempts = (step: string, hours: number) =>
      read(
        `INSERT INTO attempt_counts VALUES ($1, $2, now() - $3 * interval '1 hour', $4, '', $3, 0,
           array_fill(0, ARRAY[14]), now(), $4)`,
        ...[step, hours, nilId],
      );
    for (const insert of [add, addAttempts])
      for (const [step, hours] of [
        ['5m', 49],
        ['5m', 51],
        ['1h', 51],
        ['1h', 9_599],
        ['1h', 9_601],
      ] as const)
        await insert(step, hours);
    const other = await startCounter(scenario.api.settings.databaseUrl);
    for (const table of ['transition_counts', 'attempt_counts']) {
      const left = () => read<{ n: number }>(`SELECT n FROM ${table} WHERE tenant_id = $1 ORDER BY n`);
      const rows = await eventually(left, ({ length }) => length === 3);
      expect(rows.map(({ n }) => Number(n))).toEqual([49, 51, 9_599]);
    }
    await other.dispatcher.close();
  });
});
