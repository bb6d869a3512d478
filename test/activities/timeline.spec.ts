import { type Actor, Scenario } from '../support/scenario';

let scenario: Scenario;
let actor: Actor;

beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  await actor.yom({ settings: { failFast: true } });
});
afterAll(() => scenario.close());

interface Entry {
  at: string;
  kind: 'transition' | 'attempt' | 'result' | 'webhook' | 'link';
  transition?: { fromStatus: string | null; toStatus: string };
  attempt?: { number: number; outcome: string };
  result?: { status: string };
  webhook?: { webhookId: string; eventType: string; status: string };
  link?: { relation: string; activityId: string };
}

async function timeline(id: string, by: Actor = actor) {
  return by.request<{ data: Entry[] }>('GET', `/api/activities/${id}/timeline`);
}

/** In words, such as `attempt 1 FAILURE`. */
function wordsOf({ kind, transition, attempt, result, webhook, link }: Entry): string {
  if (transition) return `${transition.fromStatus ?? '–'} → ${transition.toStatus}`;
  const what = attempt ? `${attempt.number} ${attempt.outcome}` : (result?.status ?? webhook?.eventType);
  return `${kind} ${what ?? link?.relation}`;
}

describe('a timeline', () => {
  it('has transitions, attempts and results in the order of cause and effect', async () => {
    scenario.sink.answerNext({ status: 503 });
    const { id } = await actor.create();
    await actor.untilStatus(id, 'DISPATCHED');
    const done = await actor.request('POST', '/api/activity-results', {
      body: { activityId: id, status: 'COMPLETED' },
    });
    expect(done.status).toBe(201);
    const { body } = await timeline(id);
    expect(body.data.map(wordsOf)).toEqual([
      '– → READY',
      'attempt 1 FAILURE',
      'attempt 2 SUCCESS',
      'READY → DISPATCHED',
      'result COMPLETED',
      'DISPATCHED → COMPLETED',
    ]);
    const times = body.data.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });

  it('has each as its own endpoint answers it', async () => {
    const { id } = await actor.create();
    await actor.untilStatus(id, 'DISPATCHED');
    const { data } = (await timeline(id)).body;
    expect(data.flatMap(({ attempt }) => attempt ?? [])).toEqual(await actor.attempts(id));
    expect(data.flatMap(({ transition }) => transition ?? [])).toEqual(await actor.events(id));
  });

  it('links what repeats and what is repeated', async () => {
    scenario.sink.answerNext({ status: 400 });
    const { id } = await actor.create();
    await actor.untilStatus(id, 'FAILED');
    await actor.request('POST', '/api/activities/redrive', { body: { ids: [id] } });
    const { redrivenAs } = await actor.get(id);
    expect((await timeline(id)).body.data.at(-1)).toMatchObject({
      kind: 'link',
      link: { relation: 'redrivenAs', activityId: redrivenAs },
    });
    const [first] = (await timeline(redrivenAs ?? '')).body.data;
    expect(first).toMatchObject({ kind: 'link', link: { relation: 'retryOf', activityId: id } });
  });

  it('tells which webhooks were told', async () => {
    const own = await scenario.tenant();
    await own.yom();
    const webhook = await own.request<{ id: string }>('POST', '/api/webhooks', {
      body: { url: `${scenario.sink.url}/hook`, events: ['activity.dispatched'] },
    });
    expect(webhook.status).toBe(201);
    const { id } = await own.create();
    await own.untilStatus(id, 'DISPATCHED');
    const told = (await timeline(id, own)).body.data.find(({ kind }) => kind === 'webhook');
    expect(told?.webhook).toMatchObject({ webhookId: webhook.body.id, eventType: 'activity.dispatched' });
  });

  it('is nobody else’s', async () => {
    const { id } = await actor.create();
    const other = await scenario.tenant();
    expect((await timeline(id, other)).status).toBe(404);
    const key = await actor.tenant.key('CREATE_ACTIVITY');
    expect((await actor.request('GET', `/api/activities/${id}/timeline`, { key })).status).toBe(403);
    expect((await actor.request('GET', '/api/activities/none/timeline')).status).toBe(400);
  });
});

describe('changes', () => {
  const changes = (query: string, by: Actor = actor) =>
    by.request<{ data: { id: string; status: string }[]; newer: number; code?: string }>(
      'GET',
      `/api/activities/changes?${query}`,
    );

  it('tell the states of those that are shown, and how many newer ones match', async () => {
    const own = await scenario.tenant();
    await own.yom();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const first = await own.create({ scheduledAt: tomorrow });
    const second = await own.create({ scheduledAt: tomorrow });
    await own.create({ scheduledAt: tomorrow, reason: 'another' });
    await own.request('PATCH', `/api/activities/${first.id}/cancel`);
    const { body } = await changes(`ids=${first.id},${second.id}&newerThan=${second.id}`, own);
    expect(body).toEqual({
      data: [
        expect.objectContaining({ id: second.id, status: 'READY', lastError: null }),
        expect.objectContaining({ id: first.id, status: 'CANCELED', waitingFor: null }),
      ],
      newer: 1,
    });
    expect(body.data[0]).toMatchObject({ waitingFor: { reason: 'SCHEDULE', until: tomorrow } });
    expect((await changes(`newerThan=${first.id}`, own)).body).toEqual({ data: [], newer: 2 });
    expect((await changes(`newerThan=${first.id}&reason=another`, own)).body.newer).toBe(1);
    expect((await changes(`newerThan=${first.id}&search=no-such`, own)).body.newer).toBe(0);
    expect((await changes(`newerThan=2026-01-01T00:00:00Z`, own)).body.newer).toBe(3);
    expect((await changes(`newerThan=${new Date(Date.now() + 60_000).toISOString()}`, own)).body.newer).toBe(0);
    expect((await changes(`ids=${first.id}`)).body.data).toEqual([]);
  });

  it.each([
    ['ids=none', 'ids'],
    ['newerThan=yesterday', 'newerThan'],
    ['status=GONE', 'status'],
    [`ids=${Array<string>(101).fill('019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a').join(',')}`, 'ids'],
    ['colour=blue', 'colour'],
  ])('refuse %s', async (query, field) => {
    const refused = await changes(query);
    expect(refused).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field }] } });
  });
});
