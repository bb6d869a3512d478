import { Scenario } from '../support/scenario';

describe('a provider that never answers', () => {
  let scenario: Scenario;
  beforeEach(async () => {
    scenario = await Scenario.start(0);
  });
  afterEach(() => scenario.close());

  it('cannot take the calls that other tenants need, however many tenants it hangs for', async () => {
    scenario.sink.answerWith(({ headers }) => (headers['x-api-key'] === 'hangs' ? 'hang' : { body: {} }));
    const concurrency = 8;
    const hanging = [await scenario.tenant(), await scenario.tenant(), await scenario.tenant()];
    for (const actor of hanging) {
      await actor.yom({ credentials: { apiKey: 'hangs' }, timeoutMs: 60_000 });
      const activities = Array.from({ length: concurrency * 2 }, () => actor.message());
      await actor.request('POST', '/api/activities/bulk', { body: { activities } });
    }
    const healthy = await scenario.tenant();
    await healthy.yom();
    const { close } = await scenario.addDispatcher({ dispatchConcurrency: concurrency, shutdownGraceMs: 0 });
    // More calls hang than may run at once, and none of them ends while the others are sent.
    await scenario.sink.waitForRequests(concurrency + 1);
    for (let sent = 0; sent < 5; sent += 1) {
      const { id } = await healthy.create();
      await healthy.untilStatus(id, 'DISPATCHED');
    }
    for (const actor of hanging) expect(await actor.count('status=READY')).toBe(concurrency * 2);
    await close();
  });
});
