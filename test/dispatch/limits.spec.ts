import { type Actor, Scenario } from '../support/scenario';
import type { SinkRequest } from '../support/sink';

describe('limits of a dispatch config', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeEach(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
  });
  afterEach(() => scenario.close());

  const created = async (count: number, fields: Record<string, unknown> = {}) => {
    const activities = Array.from({ length: count }, () => actor.message(fields));
    await actor.request('POST', '/api/activities/bulk', { body: { activities } });
  };

  it('starts no more than maxPerSecond in any second, two dispatchers together', async () => {
    const starts: number[] = [];
    scenario.sink.answerWith(() => {
      starts.push(performance.now());
      return { body: {} };
    });
    await actor.yom({ limits: { maxPerSecond: 10 } });
    await created(25);
    await Promise.all([scenario.addDispatcher(), scenario.addDispatcher()]);
    await scenario.sink.waitForRequests(25, 15_000);
    const inWindow = starts.map((start) => starts.filter((other) => other >= start && other < start + 1000).length);
    // Starts are 100 ms apart; on a busy machine one may arrive late and share its window with two more.
    expect(Math.max(...inWindow)).toBeLessThanOrEqual(12);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(2200);
  });

  it('says that an activity waits for the rate limit, and answers 429 to who wants it now', async () => {
    const id = await actor.yom({ limits: { maxPerSecond: 1 } });
    await scenario.addDispatcher();
    await created(8);
    await scenario.sink.waitForRequests(1);
    const { id: last } = await actor.create();
    // The next start may be a millisecond off when it is told, and past when the answer is here.
    let [before, looked] = [0, Date.now()];
    const waiting = await actor.until(last, ({ waitingFor }) => {
      [before, looked] = [looked, Date.now()];
      return waitingFor?.reason === 'RATE_LIMIT';
    });
    expect(waiting.dispatchAttemptCount).toBe(0);
    expect(waiting.waitingFor?.config?.id).toBe(id);
    expect(Date.parse(waiting.waitingFor?.until ?? '')).toBeGreaterThan(before);
    await actor.request('PATCH', `/api/dispatch-configs/${id}`, { body: { limits: { maxPerSecond: 1000 } } });
  });

  it('is not used up by those who ask to send now what cannot be sent', async () => {
    await actor.yom({ limits: { maxPerSecond: 1 } });
    const { id: canceled } = await actor.create();
    await actor.request('PATCH', `/api/activities/${canceled}/cancel`);
    for (let refused = 0; refused < 8; refused += 1) {
      const { status } = await actor.request('POST', `/api/activities/${canceled}/dispatch`);
      expect(status).toBe(409);
    }
    const { id } = await actor.create();
    const { body } = await actor.request('POST', `/api/activities/${id}/dispatch`);
    expect(body).toMatchObject({ outcome: 'SUCCESS' });
  });

  it('is not used up by those who ask to send now what can only start much later', async () => {
    const config = await actor.yom({ limits: { maxPerSecond: 1 } });
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await actor.create()).id));
    const answers = await Promise.all(ids.map((id) => actor.request('POST', `/api/activities/${id}/dispatch`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    // Nobody waits for longer than 2 s, so nobody has taken a start further off than that and the one after it.
    const waiting = await actor.get(ids[answers.findIndex(({ status }) => status === 429)] ?? '');
    expect(waiting).toMatchObject({ status: 'READY', dispatchAttemptCount: 0 });
    const refused = answers.filter(({ status }) => status === 429);
    for (const { headers } of refused) expect(Number(headers.get('retry-after') ?? NaN)).toBeLessThanOrEqual(4);
    await actor.request('PATCH', `/api/dispatch-configs/${config}`, { body: { limits: { maxPerSecond: 1000 } } });
  });

  it('leaves what waits to be tried again waiting when somebody wants it sent now and it cannot be', async () => {
    scenario.sink.answerWith(() => ({ status: 409, body: {}, headers: { 'retry-after': '3600' } }));
    const config = await actor.yom({ retry: { baseDelayMs: 60_000, maxDelayMs: 60_000 } });
    const ids = await Promise.all(Array.from({ length: 8 }, async () => (await actor.create()).id));
    const sendAll = () => Promise.all(ids.map((id) => actor.request('POST', `/api/activities/${id}/dispatch`)));
    await sendAll();
    const before = await Promise.all(ids.map((id) => actor.get(id)));
    await actor.request('PATCH', `/api/dispatch-configs/${config}`, { body: { limits: { maxPerSecond: 1 } } });
    const answers = await sendAll();
    const refused = ids.flatMap((_id, index) => (answers[index]?.status === 429 ? [before[index]] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const activity of refused) {
      expect(activity?.waitingFor?.reason).toBe('RETRY');
      expect((await actor.get(activity?.id ?? '')).nextAttemptAt).toBe(activity?.nextAttemptAt);
    }
  });

  it('lets one call after the other be sent at once where one may run', async () => {
    await actor.yom({ limits: { maxConcurrent: 1 } });
    for (let sent = 0; sent < 4; sent += 1) {
      const { status } = await actor.request('POST', `/api/activities/${(await actor.create()).id}/dispatch`);
      expect(status).toBe(200);
    }
  });

  it('has no more than maxConcurrent calls under way, two dispatchers together', async () => {
    let running = 0;
    let most = 0;
    scenario.sink.answerWith(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return { body: {} };
    });
    await actor.yom({ limits: { maxConcurrent: 3 } });
    await created(40);
    await Promise.all([scenario.addDispatcher(), scenario.addDispatcher()]);
    await scenario.sink.waitForRequests(40, 20_000);
    expect(most).toBeLessThanOrEqual(3);
    expect(most).toBeGreaterThan(1);
  });

  it('keeps a limited or hanging provider from holding up others', async () => {
    const channelOf = ({ json }: SinkRequest) => (json as { channel: string }).channel;
    scenario.sink.answerWith((request) => (channelOf(request) === 'WHATSAPP' ? 'hang' : { body: {} }));
    await actor.yom({ timeoutMs: 60_000 });
    await actor.yom({ channel: 'PUSH', limits: { maxPerSecond: 1 } });
    await actor.yom({ channel: 'EMAIL' });
    await scenario.addDispatcher({ dispatchConcurrency: 20, shutdownGraceMs: 0 });
    await created(100, { channel: 'PUSH' });
    await scenario.sink.waitForRequests(1);
    await created(100);
    await scenario.sink.waitForRequests(10);
    expect(new Set(scenario.sink.requests.map(channelOf))).toEqual(new Set(['PUSH', 'WHATSAPP']));
    const { id } = await actor.create({ channel: 'EMAIL' });
    await actor.untilStatus(id, 'DISPATCHED');
  });
});
