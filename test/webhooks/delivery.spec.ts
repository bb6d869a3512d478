import { eventually } from '../support/eventually';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { RawProvider } from '../support/raw-provider';
import { type Actor, Scenario } from '../support/scenario';
import type { SinkAnswer } from '../support/sink';
import { execute, executeAsOwner } from '../support/sql';
import { WebhookEndpoint } from './endpoint';

const settings = { webhookMaxAttempts: 4, webhookRetryBaseMs: 1, webhookRetryMaxMs: 50_000, webhookTimeoutMs: 10_000 };
/** Not sent meanwhile. */
const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };

describe('the delivery of status events', () => {
  let scenario: Scenario;
  let actor: Actor;
  let endpoint: WebhookEndpoint;
  beforeAll(async () => {
    scenario = await Scenario.start(0, settings);
  });
  beforeEach(async () => {
    actor = await scenario.tenant();
    endpoint = await WebhookEndpoint.make(actor, 'activity.created', 'activity.canceled');
  });
  afterEach(async () => {
    await killRemainingProcesses();
    await endpoint.close();
  });
  afterAll(() => scenario.close());

  const canceled = async () => {
    const { id } = await actor.create(later);
    await actor.request('PATCH', `/api/activities/${id}/cancel`);
    return id;
  };
  const answerInTurn = (...answers: SinkAnswer[]) => endpoint.sink.answerNext(...answers);

  describe('by a running dispatcher', () => {
    let dispatcher: { close(): Promise<void> };
    beforeAll(async () => {
      dispatcher = await scenario.addDispatcher(settings);
    });
    afterAll(() => dispatcher.close());

    it('tries again what was not answered with success, with the same id, before the activity’s next event', async () => {
      answerInTurn({ status: 500 }, { status: 302, headers: { location: '/elsewhere' } }, 'drop');
      const id = await canceled();
      const events = await endpoint.received(5);
      expect(events.map(({ type }) => type)).toEqual([
        ...Array<string>(4).fill('activity.created'),
        'activity.canceled',
      ]);
      expect(new Set(events.slice(0, 4).map((event) => event.id)).size).toBe(1);
      const [second, first] = await endpoint.untilAll('DELIVERED');
      expect(first).toMatchObject({ subjectId: id, attempts: 4, lastHttpStatus: 204, lastError: null });
      expect(second).toMatchObject({ subjectId: id, attempts: 1, nextAttemptAt: null });
    });

    const head = (status: string) => `HTTP/1.1 ${status}\r\ncontent-length: 99\r\n\r\n`;
    it.each([
      ['goes on first', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n', 204],
      ['breaks its body off', head('200 OK'), 200],
      ['breaks its head off', 'HTTP/1.1 202 Accepted\r\nx-slow: ', 202],
      ['has a head beyond what is read', head(`202 Accepted\r\nx: ${'y'.repeat(200_000)}`), 202],
    ])('takes a success that %s for one', async (_name, answer, lastHttpStatus) => {
      const raw = await RawProvider.start((socket) => socket.end(answer));
      try {
        await actor.request('PATCH', `/api/webhooks/${endpoint.id}`, { body: { url: raw.url } });
        await actor.create(later);
        expect(await endpoint.untilAll('DELIVERED')).toMatchObject([{ attempts: 1, lastHttpStatus, lastError: null }]);
        expect(raw.requests).toBe(1);
      } finally {
        await raw.close();
      }
    });

    it.each([
      ['body', head('410 Gone')],
      ['head', 'HTTP/1.1 410 Gone\r\nx-slow: '],
    ])('takes a refusal whose %s breaks off for the refusal it is', async (_part, answer) => {
      const raw = await RawProvider.start((socket) => socket.end(answer));
      try {
        await actor.request('PATCH', `/api/webhooks/${endpoint.id}`, { body: { url: raw.url } });
        await actor.create(later);
        expect(await endpoint.untilAll('FAILED')).toMatchObject([{ attempts: 1, lastHttpStatus: 410 }]);
      } finally {
        await raw.close();
      }
    });

    it('keeps the order within each of many activities while every third event fails at first', async () => {
      const asked = new Set<unknown>();
      endpoint.sink.answerWith(({ headers }) => {
        const isNew = !asked.has(headers['webhook-id']);
        asked.add(headers['webhook-id']);
        return { status: isNew && asked.size % 3 === 0 ? 503 : 204 };
      });
      const ids = await Promise.all(Array.from({ length: 30 }, canceled));
      await eventually(
        () => endpoint.deliveries('perPage=100'),
        (all) => all.length === 60 && all.every(({ status }) => status === 'DELIVERED'),
      );
      const bodies = endpoint.sink.requests.map(({ json }) => json as { type: string; data: { activityId: string } });
      for (const id of ids) {
        const types = bodies.filter(({ data }) => data.activityId === id).map(({ type }) => type);
        expect(types.lastIndexOf('activity.created')).toBeLessThan(types.indexOf('activity.canceled'));
      }
    });

    it('gives an event up after its last attempt, goes on with the next, and sends it once more when asked', async () => {
      answerInTurn(...Array<SinkAnswer>(4).fill({ status: 400 }));
      await canceled();
      await endpoint.received(5);
      const [next, givenUp] = await eventually(
        () => endpoint.deliveries(),
        ([latest]) => latest?.status === 'DELIVERED',
      );
      expect(next).toMatchObject({ eventType: 'activity.canceled' });
      expect(givenUp).toMatchObject({ status: 'FAILED', attempts: 4, lastHttpStatus: 400, lastError: 'HTTP 400' });
      expect(await endpoint.deliveries('status=FAILED&eventType=activity.created')).toEqual([givenUp]);
      expect(await endpoint.resend(givenUp?.id ?? '')).toMatchObject({ status: 200, body: { id: givenUp?.id } });
      expect((await endpoint.received(6))[5]).toMatchObject({ id: givenUp?.id, type: 'activity.created' });
      expect((await endpoint.untilAll('DELIVERED'))[1]).toMatchObject({ attempts: 1, lastError: null });
    });

    it('waits as long as Retry-After says with what comes behind it, and no longer when it is resent', async () => {
      answerInTurn({ status: 429, headers: { 'retry-after': '40' } });
      const { id } = await actor.create(later);
      const [waiting] = await eventually(
        () => endpoint.deliveries(),
        ([one]) => one?.lastHttpStatus === 429,
      );
      const waitMs = Date.parse(waiting?.nextAttemptAt ?? '') - Date.now();
      expect(waitMs).toBeGreaterThan(30_000);
      expect(waitMs).toBeLessThanOrEqual(40_000);
      await actor.request('PATCH', `/api/activities/${id}/cancel`);
      const [behind] = await endpoint.deliveries();
      expect(behind).toMatchObject({ eventType: 'activity.canceled', nextAttemptAt: waiting?.nextAttemptAt });
      await endpoint.resend(waiting?.id ?? '');
      const types = (await endpoint.received(3)).map(({ type }) => type);
      expect(types).toEqual(['activity.created', 'activity.created', 'activity.canceled']);
    });

    it('ends with 410: the webhook is inactive, and what waits is delivered when it is active again', async () => {
      let answer = () => {};
      endpoint.sink.answerWith(() => new Promise((resolve) => (answer = () => resolve({ status: 410 }))));
      const { id } = await actor.create(later);
      await endpoint.received(1);
      await actor.request('PATCH', `/api/activities/${id}/cancel`);
      endpoint.sink.answerWith(() => ({ status: 204 }));
      answer();
      const path = `/api/webhooks/${endpoint.id}`;
      await eventually(
        async () => (await actor.request<{ disabledAt: string | null }>('GET', path)).body,
        ({ disabledAt }) => disabledAt !== null,
      );
      expect(await actor.request('GET', path)).toMatchObject({ body: { isActive: false } });
      await canceled();
      const [waiting, gone, ...more] = await endpoint.deliveries();
      expect([gone?.status, gone?.lastHttpStatus, waiting?.status, more]).toEqual(['FAILED', 410, 'PENDING', []]);
      const resumed = await actor.request('PATCH', path, { body: { isActive: true } });
      expect(resumed).toMatchObject({ status: 200, body: { isActive: true, disabledAt: null } });
      expect((await endpoint.received(2))[1]).toMatchObject({ type: 'activity.canceled' });
    });
  });

  it('calls an endpoint that is down and left alone when an event is resent', async () => {
    const slow = { ...settings, webhookRetryBaseMs: 30_000 };
    const dispatcher = await scenario.addDispatcher(slow);
    answerInTurn({ status: 503 });
    await actor.create(later);
    const [waiting] = await eventually(
      () => endpoint.deliveries(),
      ([one]) => one?.lastHttpStatus === 503,
    );
    await endpoint.resend(waiting?.id ?? '');
    expect((await endpoint.received(2))[1]).toMatchObject({ id: waiting?.id });
    await endpoint.untilAll('DELIVERED');
    await dispatcher.close();
  });

  it('is taken over from a process that died in the middle of it', async () => {
    const environment = { WEBHOOK_TIMEOUT_MS: '1000' };
    const dead = await startProcess('dispatcher', scenario.api.settings.databaseUrl ?? '', environment);
    answerInTurn('hang');
    const { id } = await actor.create(later);
    await endpoint.received(1);
    await dead.kill('SIGKILL');
    const dispatcher = await scenario.addDispatcher(settings);
    const [first, second] = await endpoint.received(2);
    expect(second).toEqual(first);
    expect(await endpoint.untilAll('DELIVERED')).toMatchObject([{ subjectId: id, attempts: 2 }]);
    await dispatcher.close();
  });

  it('is given back uncounted by a process that is stopped in the middle of it', async () => {
    const stopped = await scenario.addDispatcher({ ...settings, webhookTimeoutMs: 60_000, shutdownGraceMs: 0 });
    answerInTurn('hang');
    await actor.create(later);
    await endpoint.received(1);
    await stopped.close();
    expect(await endpoint.deliveries()).toMatchObject([{ status: 'PENDING', attempts: 0, lastError: null }]);
    const dispatcher = await scenario.addDispatcher(settings);
    await endpoint.received(2);
    await endpoint.untilAll('DELIVERED');
    await dispatcher.close();
  });

  it('goes on with the others of a batch when one cannot be written, whose attempts count', async () => {
    const [odd, fine] = [await actor.create(later), await actor.create(later)];
    const spoil = `UPDATE webhook_deliveries SET event_type = 'dispatch_config.down', data = '{}' WHERE subject_id = $1`;
    await execute(scenario.api, spoil, [odd.id]);
    const dispatcher = await scenario.addDispatcher(settings);
    const isOver = (all: { status: string }[]) => all.every(({ status }) => status !== 'PENDING');
    const ended = await eventually(() => endpoint.deliveries(), isOver);
    expect(ended).toHaveLength(2);
    expect(ended.find(({ subjectId }) => subjectId === fine.id)).toMatchObject({ status: 'DELIVERED', attempts: 1 });
    expect(ended.find(({ subjectId }) => subjectId === odd.id)).toMatchObject({ status: 'FAILED', attempts: 4 });
    await dispatcher.close();
  });

  it('counts no attempt of what could not be loaded', async () => {
    const rename = (from: string, to: string) =>
      executeAsOwner(scenario.api, `ALTER TABLE activities RENAME COLUMN ${from} TO ${to}`);
    const { id } = await actor.create(later);
    await rename('provider_code', 'away');
    const dispatcher = await scenario.addDispatcher(settings);
    const returned = `SELECT 1 FROM webhook_deliveries
      WHERE subject_id = $1 AND last_attempt_at IS NOT NULL AND attempts = 0 AND lease_token IS NULL`;
    await eventually(
      () => execute(scenario.api, returned, [id]),
      (rows) => rows.length === 1,
    );
    await rename('away', 'provider_code');
    expect(await endpoint.untilAll('DELIVERED')).toMatchObject([{ subjectId: id, attempts: 1 }]);
    await dispatcher.close();
  });
});
