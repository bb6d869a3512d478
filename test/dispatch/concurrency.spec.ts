import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { type ActivityBody, type Actor, type AttemptBody, Scenario } from '../support/scenario';

/** Fulfils when the test says so. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

describe('dispatching by several at once', () => {
  let scenario: Scenario;
  beforeEach(async () => {
    scenario = await Scenario.start(0, { dispatchLeaseMs: 1500 });
  });
  afterEach(async () => {
    await killRemainingProcesses();
    await scenario.close();
  });

  async function bulk(actor: Actor, count: number): Promise<string[]> {
    const activities = Array.from({ length: count }, () => actor.message());
    const { body } = await actor.request<{ results: { activity: ActivityBody }[] }>('POST', '/api/activities/bulk', {
      body: { activities },
    });
    return body.results.map(({ activity }) => activity.id);
  }

  const keysAtProvider = () => scenario.sink.requests.map(({ headers }) => headers['idempotency-key']);

  it('sends each of 1,000 activities once with two dispatchers side by side', async () => {
    await Promise.all([scenario.addDispatcher(), scenario.addDispatcher()]);
    const actor = await scenario.tenant();
    await actor.yom();
    const ids = await bulk(actor, 1000);
    await scenario.sink.waitForRequests(1000);
    await eventually(
      () => actor.count('status=DISPATCHED'),
      (count) => count === ids.length,
    );
    expect(new Set(keysAtProvider())).toEqual(new Set(ids));
    expect(scenario.sink.requests).toHaveLength(1000);
  });

  it('of a cancel and a send that race exactly one happens', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    await scenario.addDispatcher();
    const ends = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const { id } = await actor.create();
        const { status } = await actor.request('PATCH', `/api/activities/${id}/cancel`);
        const end = await actor.until(id, (activity) => activity.status !== 'READY');
        return { id, canceled: status === 200, status: end.status };
      }),
    );
    const sent = new Set(keysAtProvider());
    for (const { id, canceled, status } of ends) {
      expect({ status, sent: sent.has(id) }).toEqual({ status: canceled ? 'CANCELED' : 'DISPATCHED', sent: !canceled });
    }
  });

  it('dispatches one activity now, answers the attempt, and refuses while a call is running', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    const { id } = await actor.create({ scheduledAt: '2099-01-01T00:00:00.000Z' });
    const { open, opened } = gate();
    scenario.sink.answerWith(async () => {
      await opened;
      return { body: { id: 'now-1' } };
    });
    const dispatching = actor.request<AttemptBody>('POST', `/api/activities/${id}/dispatch`);
    await scenario.sink.waitForRequests(1);
    for (const [method, path] of [
      ['POST', 'dispatch'],
      ['PATCH', 'cancel'],
    ] as const) {
      const refused = await actor.request(method, `/api/activities/${id}/${path}`);
      expect(refused).toMatchObject({ status: 409, body: { code: 'IN_FLIGHT' } });
    }
    expect((await actor.get(id)).waitingFor).toEqual({ reason: 'IN_FLIGHT', until: null, config: null });
    open();
    expect(await dispatching).toMatchObject({
      status: 200,
      body: { number: 1, outcome: 'SUCCESS', providerActivityId: 'now-1' },
    });
    expect(await actor.get(id)).toMatchObject({ status: 'DISPATCHED', dispatchAttemptCount: 1 });
  });

  it('answers 204 at the alias for tasks', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    const { id } = await actor.create();
    expect((await actor.request('POST', `/api/activities/tasks/${id}/dispatch`)).status).toBe(204);
    expect(await actor.get(id)).toMatchObject({ status: 'DISPATCHED' });
  });

  describe('when a dispatcher dies', () => {
    const environment = { DISPATCH_LEASE_MS: '1500' };

    it('takes its claim over once the lease has run out, with the same Idempotency-Key', async () => {
      const actor = await scenario.tenant();
      await actor.yom();
      const dead = await startProcess('dispatcher', scenario.api.settings.databaseUrl ?? '', environment);
      scenario.sink.answerNext('hang');
      const { id } = await actor.create();
      await scenario.sink.waitForRequests(1);
      await dead.kill('SIGKILL');
      await scenario.addDispatcher({ dispatchLeaseMs: 1500 });
      expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ dispatchAttemptCount: 2 });
      expect(keysAtProvider()).toEqual([id, id]);
      expect((await actor.attempts(id)).map(({ number, errorCode }) => [number, errorCode])).toEqual([
        [1, 'LEASE_EXPIRED'],
        [2, null],
      ]);
    });

    it('ends in FAILED when it died on the last attempt, and a result may not revive it', async () => {
      const actor = await scenario.tenant();
      await actor.yom({ retry: { maxAttempts: 1 } });
      const dead = await startProcess('dispatcher', scenario.api.settings.databaseUrl ?? '', environment);
      scenario.sink.answerNext('hang');
      const { id } = await actor.create();
      await scenario.sink.waitForRequests(1);
      await dead.kill('SIGKILL');
      await scenario.addDispatcher({ dispatchLeaseMs: 1500 });
      expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({ lastError: { code: 'LEASE_EXPIRED' } });
      expect((await actor.result({ activityId: id })).status).toBe(409);
      expect(scenario.sink.requests).toHaveLength(1);
    });

    it('loses nothing of a drain it was killed in', async () => {
      const actor = await scenario.tenant();
      await actor.yom();
      const ids = await bulk(actor, 500);
      const url = scenario.api.settings.databaseUrl ?? '';
      const dead = await startProcess('dispatcher', url, environment);
      await scenario.sink.waitForRequests(100);
      await dead.kill('SIGKILL');
      await startProcess('dispatcher', url, environment);
      await eventually(
        () => actor.count('status=DISPATCHED'),
        (count) => count === ids.length,
        20_000,
      );
      expect(new Set(keysAtProvider())).toEqual(new Set(ids));
    });

    it('cannot overwrite what another did after its lease had run out', async () => {
      const actor = await scenario.tenant();
      await actor.yom();
      const stalled = await startProcess('dispatcher', scenario.api.settings.databaseUrl ?? '', environment);
      const { open, opened } = gate();
      scenario.sink.answerWith(async (_, index) => {
        if (index > 0) return { body: { id: 'second' } };
        await opened;
        return { body: { id: 'first' } };
      });
      const { id } = await actor.create();
      await scenario.sink.waitForRequests(1);
      process.kill(stalled.pid, 'SIGSTOP');
      await scenario.addDispatcher({ dispatchLeaseMs: 1500 });
      await actor.untilStatus(id, 'DISPATCHED');
      open();
      process.kill(stalled.pid, 'SIGCONT');
      expect(await stalled.kill('SIGTERM')).toEqual({ code: 0, signal: null });
      expect(await actor.get(id)).toMatchObject({ providerActivityId: 'second', dispatchAttemptCount: 2 });
      expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → DISPATCHED']);
    });
  });

  it('returns what it has not sent, uncounted, when it is stopped', async () => {
    const actor = await scenario.tenant();
    await actor.yom();
    const environment = { DISPATCH_CONCURRENCY: '4', SHUTDOWN_GRACE_MS: '5000' };
    const dispatcher = await startProcess('dispatcher', scenario.api.settings.databaseUrl ?? '', environment);
    const { open, opened } = gate();
    scenario.sink.answerWith(async () => {
      await opened;
      return { body: { id: randomUUID() } };
    });
    const ids = await bulk(actor, 50);
    await scenario.sink.waitForRequests(2);
    const stopped = dispatcher.kill('SIGTERM');
    const returned = async () => Promise.all(ids.map((id) => actor.get(id)));
    const inFlight = (all: ActivityBody[]) => all.filter(({ waitingFor }) => waitingFor?.reason === 'IN_FLIGHT').length;
    for (let all = await returned(); inFlight(all) > scenario.sink.requests.length; all = await returned());
    open();
    expect(await stopped).toEqual({ code: 0, signal: null });
    const all = await returned();
    const sent = all.filter(({ status }) => status === 'DISPATCHED');
    expect(sent).toHaveLength(scenario.sink.requests.length);
    for (const activity of all.filter(({ status }) => status === 'READY')) {
      expect(activity).toMatchObject({ dispatchAttemptCount: 0, waitingFor: { reason: 'QUEUE' } });
    }
  });

  it('redrives part by part and spreads the copies over time', async () => {
    const actor = await scenario.tenant();
    await actor.yom({ retry: { maxAttempts: 1 } });
    const { close } = await scenario.addDispatcher();
    scenario.sink.answerWith(() => ({ status: 400 }));
    await bulk(actor, 5);
    await eventually(
      () => actor.count('status=FAILED'),
      (count) => count === 5,
    );
    await close();
    const redrive = async (body: object) =>
      (await actor.request<{ activityIds: string[] }>('POST', '/api/activities/redrive', { body })).body;
    const first = await redrive({ filter: { search: 'reminder' }, limit: 3, ratePerSecond: 0.1 });
    expect(first).toMatchObject({ matched: 5, created: 3, remaining: 2 });
    const waiting = await Promise.all(first.activityIds.map((id) => actor.get(id)));
    expect(waiting.map(({ waitingFor }) => waitingFor?.reason).sort()).toEqual(['QUEUE', 'SCHEDULE', 'SCHEDULE']);
    expect(await redrive({ filter: {}, limit: 3 })).toMatchObject({ matched: 2, created: 2, remaining: 0 });
    expect(await redrive({ filter: {} })).toMatchObject({ matched: 0, created: 0, remaining: 0 });
  });

  it('redrives FAILED activities as linked copies, once each', async () => {
    await scenario.addDispatcher();
    const actor = await scenario.tenant();
    await actor.yom({ retry: { maxAttempts: 1 } });
    scenario.sink.answerNext({ status: 500 }, { status: 500 });
    const first = await actor.create({ attributes: [{ key: 'a', value: 1 }] });
    await actor.untilStatus(first.id, 'FAILED');
    const second = await actor.create();
    await actor.untilStatus(second.id, 'FAILED');
    const redrive = (body: object) =>
      actor.request<Record<string, unknown>>('POST', '/api/activities/redrive', { body });

    expect((await redrive({ filter: {}, dryRun: true })).body).toMatchObject({ matched: 2, created: 0 });
    const done = await redrive({ ids: [first.id] });
    expect(done.body).toMatchObject({ matched: 1, created: 1 });
    const [copyId] = done.body.activityIds as string[];
    const copy = await actor.untilStatus(copyId ?? '', 'DISPATCHED');
    expect(copy).toMatchObject({ retryOf: first.id, origin: 'REDRIVE', attributes: [{ key: 'a', value: 1 }] });
    expect((await redrive({ ids: [first.id] })).body).toMatchObject({ matched: 0, created: 0, alreadyRedriven: 1 });
    expect((await redrive({ filter: {} })).body).toMatchObject({ matched: 1, created: 1, remaining: 0 });
    expect(await actor.get(first.id)).toMatchObject({ status: 'FAILED' });
  });
});
