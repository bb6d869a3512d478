import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';

const settings = { breakerFailureThreshold: 5, breakerProbeBaseMs: 150, breakerProbeMaxMs: 300 };

describe('the circuit breaker of a dispatch config', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeEach(async () => {
    scenario = await Scenario.start(2, settings);
    actor = await scenario.tenant();
  });
  afterEach(() => scenario.close());

  const created = async (count: number) => {
    const activities = Array.from({ length: count }, () => actor.message());
    await actor.request('POST', '/api/activities/bulk', { body: { activities } });
  };

  const waitingForProvider = async () => {
    const ready = await actor.list('status=READY&include=waitingFor');
    return ready.filter(({ waitingFor }) => waitingFor?.reason === 'PROVIDER_DOWN');
  };

  it('holds activities while the provider is down, burns none to FAILED, and drains when it is back', async () => {
    let isDown = true;
    scenario.sink.answerWith(() => (isDown ? { status: 503 } : { body: {} }));
    await actor.yom({ retry: { maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 5 } });
    await created(40);
    // Any of them: the few that open the breaker may spend both of their attempts on it.
    const [waiting] = await eventually(waitingForProvider, ({ length }) => length > 0);
    expect(Date.parse(waiting?.waitingFor?.until ?? '')).not.toBeNaN();
    const atOpening = scenario.sink.requests.length;
    // Four more calls are four probes: nothing else is sent while the breaker is open.
    await scenario.sink.waitForRequests(atOpening + 4);
    const failedMeanwhile = await actor.count('status=FAILED');
    await scenario.sink.waitForRequests(atOpening + 6);
    expect(await actor.count('status=FAILED')).toBe(failedMeanwhile);
    const held = await actor.count('status=READY');
    isDown = false;
    await eventually(
      () => actor.count('status=DISPATCHED'),
      (count) => count === held,
    );
  });

  it('is open before the outcomes that opened it are stored, so that none is sent again to fail', async () => {
    const count = 40;
    let answer: () => void = () => undefined;
    const allThere = new Promise<void>((resolve) => (answer = resolve));
    scenario.sink.answerWith(async (_request, index) => {
      if (index === count - 1) answer();
      await allThere;
      return { status: 503 };
    });
    await actor.yom({ retry: { maxAttempts: 2, baseDelayMs: 0 } });
    await created(count);
    const last = await actor.create();
    await actor.until(last.id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_DOWN');
    // What comes after the first calls are probes, which cost nobody an attempt.
    await scenario.sink.waitForRequests(count + 3);
    expect(await actor.count('status=FAILED')).toBe(0);
  });

  it('opens for connections that fail, and shows the failed probe as an attempt that does not count', async () => {
    const configId = await actor.yom({
      baseUrl: 'http://127.0.0.1:9999',
      retry: { maxAttempts: 20, baseDelayMs: 1, maxDelayMs: 5 },
    });
    const { id } = await actor.create();
    await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_DOWN');
    const attempts = await eventually(
      () => actor.attempts(id),
      (all) => all.some(({ counted }) => counted === false),
    );
    const { waitingFor } = await actor.until(id, (activity) => activity.waitingFor?.reason === 'PROVIDER_DOWN');
    expect(waitingFor?.config?.id).toBe(configId);
    const { body: config } = await actor.request('GET', `/api/dispatch-configs/${configId}`);
    expect(config).toMatchObject({ outage: { code: 'CONNECTION_FAILED', probeAt: expect.any(String) as string } });
    expect(attempts[0]).toMatchObject({ errorCode: 'CONNECTION_FAILED', counted: true });
    const { dispatchAttemptCount } = await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_DOWN');
    expect(dispatchAttemptCount).toBe(attempts.filter(({ counted }) => counted).length);
  });

  it('lets the next config by priority take over meanwhile, and goes back when the first is up', async () => {
    let isDown = true;
    scenario.sink.answerWith(({ headers }) =>
      isDown && headers['x-api-key'] === 'first' ? { status: 500 } : { body: {} },
    );
    const first = await actor.yom({ priority: 1, credentials: { apiKey: 'first' } });
    const second = await actor.yom({ priority: 2, credentials: { apiKey: 'second' } });
    await created(10);
    await eventually(
      () => actor.count('status=DISPATCHED'),
      (count) => count >= 5,
    );
    expect(await actor.untilStatus((await actor.create()).id, 'DISPATCHED')).toMatchObject({
      dispatchConfigId: second,
    });
    const { body: config } = await actor.request('GET', `/api/dispatch-configs/${first}`);
    expect(config).toMatchObject({ channelUses: { id: second, reason: 'FAILOVER' } });
    isDown = false;
    await eventually(
      async () => actor.untilStatus((await actor.create()).id, 'DISPATCHED'),
      ({ dispatchConfigId }) => dispatchConfigId === first,
    );
  });

  it('does not open for answers that blame the activity', async () => {
    scenario.sink.answerWith(() => ({ status: 400 }));
    await actor.yom({ retry: { maxAttempts: 1 } });
    // One after the other: with an open breaker the next would be held, and its probes would not count. Each of the two
    // dispatchers counts for itself.
    const count = settings.breakerFailureThreshold * 2;
    for (let failed = 0; failed < count; failed += 1) await actor.untilStatus((await actor.create()).id, 'FAILED');
    expect(scenario.sink.requests).toHaveLength(count);
  });
});
