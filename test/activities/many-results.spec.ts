import { randomUUID } from 'node:crypto';
import { type Actor, Scenario } from '../support/scenario';

interface Item {
  index: number;
  status: string;
  result: { id: string; status: string; externalStatus: string | null; state: string } | null;
  error: { code: string; details: unknown } | null;
}

describe('many results', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start();
    actor = await scenario.tenant();
    await actor.yom();
  });
  afterAll(() => scenario.close());

  async function dispatched(): Promise<string> {
    const { id } = await actor.create();
    await actor.untilStatus(id, 'DISPATCHED');
    return id;
  }

  const bulk = async (results: unknown[]) =>
    actor.request<{ results: Item[] }>('POST', '/api/activity-results/bulk', { body: { results } });

  const listed = async (query: string) => {
    const { body } = await actor.request<{ data: { id: string }[] }>('GET', `/api/activity-results?${query}`);
    return body.data.map(({ id }) => id);
  };

  it('keeps the delivery receipts of a message, which change nothing, and then its one terminal result', async () => {
    const id = await dispatched();
    for (const externalStatus of ['SENT', 'DELIVERED', 'READ']) {
      expect(await actor.result({ activityId: id, status: 'PENDING', externalStatus })).toMatchObject({
        status: 201,
        body: { state: 'APPLIED', externalStatus },
      });
    }
    expect(await actor.get(id)).toMatchObject({ type: 'MESSAGE', status: 'DISPATCHED' });
    expect((await actor.result({ activityId: id, externalStatus: 'ANSWERED' })).status).toBe(201);
    expect(await actor.result({ activityId: id, status: 'PENDING' })).toMatchObject({ status: 409 });
    expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → DISPATCHED', 'DISPATCHED → COMPLETED']);
    const { body } = await actor.request('GET', `/api/activity-results?activityId=${id}`);
    expect(body).toMatchObject({
      data: ['ANSWERED', 'READ', 'DELIVERED', 'SENT'].map((externalStatus) => ({ externalStatus })),
    });
  });

  it('in one request end apart, in order, and a bad one rejects no other', async () => {
    const [one, two] = [await dispatched(), await dispatched()];
    await actor.request('POST', '/api/activity-config/result-types', {
      body: { code: 'LATER', label: 'Later', requiresFutureScheduledAt: true },
    });
    const { status, body } = await bulk([
      { activityId: one, status: 'PENDING', externalStatus: 'DELIVERED' },
      { activity_id: one, status: 'COMPLETED' },
      { activityId: one, status: 'COMPLETED' },
      { activityId: two, status: 'DONE' },
      { activityId: two, status: 'NOT_EXECUTED', taskResult: { result: 'LATER' } },
      { activityId: two, status: 'NOT_EXECUTED', comment: 'a', taskResult: { comment: 'b' } },
      'nonsense',
      { providerActivityId: 'unknown', commerceExternalId: 'STORE-1', status: 'COMPLETED' },
      { activityId: randomUUID(), status: 'COMPLETED' },
      { activityId: two, status: 'CANCELED' },
    ]);
    expect(status).toBe(200);
    expect(body.results.map(({ index, status, error }) => [index, status, error?.code])).toEqual([
      [0, 'applied', undefined],
      [1, 'applied', undefined],
      [2, 'invalid', 'RESULT_ALREADY_FINAL'],
      [3, 'invalid', 'VALIDATION_FAILED'],
      [4, 'invalid', 'VALIDATION_FAILED'],
      [5, 'invalid', 'VALIDATION_FAILED'],
      [6, 'invalid', 'VALIDATION_FAILED'],
      [7, 'standalone', undefined],
      [8, 'invalid', 'NOT_FOUND'],
      [9, 'applied', undefined],
    ]);
    expect(body.results[4]?.error?.details).toMatchObject([{ field: 'taskResult.futureScheduledAt' }]);
    expect(await actor.get(one)).toMatchObject({ status: 'COMPLETED' });
    expect(await actor.get(two)).toMatchObject({ status: 'CANCELED' });
  });

  it('are 1 to 1,000 in a request', async () => {
    expect((await bulk([])).status).toBe(400);
    const results = Array.from({ length: 1000 }, (_, index) => {
      return { commerceExternalId: 'STORE-1', status: 'PENDING', externalStatus: String(index) };
    });
    expect((await bulk([...results, {}])).status).toBe(400);
    const { body } = await bulk(results);
    expect(body.results.map(({ result }) => result?.externalStatus)).toEqual(results.map((_, index) => `${index}`));
  }, 30_000);

  it('are found by what they say and when it was', async () => {
    const id = await dispatched();
    const { providerActivityId } = await actor.get(id);
    const make = async (fields: Record<string, unknown>) => String((await actor.result(fields)).body.id);
    const old = await make({ providerActivityId, status: 'PENDING', occurredAt: '2001-01-01T00:00:00.000Z' });
    const done = await make({ providerActivityId, occurredAt: '2001-02-01T00:00:00.000Z' });
    expect(await listed(`providerActivityId=${providerActivityId}`)).toEqual([done, old]);
    expect(await listed('occurredTo=2001-01-31T00:00:00Z')).toEqual([old]);
    expect(await listed('occurredFrom=2001-01-31T00:00:00Z&occurredTo=2002-01-01T00:00:00Z')).toEqual([done]);
    expect(await listed(`activityId=${id}&status=PENDING`)).toEqual([old]);
    expect(await listed(`activityId=${id}&kind=STANDALONE`)).toEqual([]);
    expect(await listed(`commerceId=${actor.commerceId}&activity_id=${id}&status=PENDING,COMPLETED`)).toEqual([
      done,
      old,
    ]);
    expect(await listed('createdTo=2001-01-01T00:00:00Z')).toEqual([]);
  });
});
