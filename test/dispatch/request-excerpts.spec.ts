import { type Actor, type AttemptBody, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

let scenario: Scenario;
let actor: Actor;

beforeAll(async () => {
  scenario = await Scenario.start();
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  actor = await scenario.tenant();
});

/** A config of two attempts that follow each other at once. */
const retry = { maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 1 };

interface Timeline {
  data: { kind: string; attempt?: AttemptBody }[];
}

/** What the attempts of an activity say was sent, as `/attempts` and as the timeline tell it. */
async function excerpts(id: string, key?: string): Promise<unknown[]> {
  const options = key === undefined ? {} : { key };
  const path = `/api/activities/${id}`;
  const listed = await actor.request<{ data: AttemptBody[] }>('GET', `${path}/attempts`, options);
  const timeline = await actor.request<Timeline>('GET', `${path}/timeline`, options);
  expect(timeline.body.data.flatMap(({ attempt }) => attempt ?? [])).toEqual(listed.body.data);
  return listed.body.data.map(({ requestExcerpt }) => requestExcerpt);
}

describe('what was sent', () => {
  it('is kept of failed attempts, to the letter, and of no other', async () => {
    await actor.yom({ retry });
    scenario.sink.answerNext({ status: 500, body: { error: 'later' } });
    const { id } = await actor.create({ attributes: [{ key: 'text', value: 'mañana' }] });
    await actor.untilStatus(id, 'DISPATCHED');
    const [first] = scenario.sink.requests;
    expect(first?.body).toContain('mañana');
    expect(await excerpts(id)).toEqual([first?.body, null]);
    const stored = await execute<{ request_excerpt: string | null }>(
      scenario.api,
      'SELECT request_excerpt FROM activity_events WHERE tenant_id = $1 AND activity_id = $2 ORDER BY id',
      [actor.tenant.id, id],
    );
    expect(stored.map(({ request_excerpt }) => request_excerpt)).toEqual([null, first?.body, null]);
  });

  it('is shown to who is shown addresses', async () => {
    await actor.yom({ retry });
    scenario.sink.answerWith(() => ({ status: 500 }));
    const { id } = await actor.create();
    await actor.untilStatus(id, 'FAILED');
    const sent = scenario.sink.requests.map(({ body }) => body);
    expect(sent[0]).toContain('+56911112222');
    const seen = await actor.tenant.key('VIEW_ACTIVITIES', 'VIEW_CONTACTS');
    expect(await excerpts(id, seen)).toEqual(sent);
    expect(await excerpts(id, await actor.tenant.key('VIEW_ACTIVITIES', 'MANAGE_COMMERCES'))).toEqual(sent);
    expect(await excerpts(id, await actor.tenant.key('VIEW_ACTIVITIES'))).toEqual([null, null]);
  });

  it('is as much of it as 4 kB have, of whole characters', async () => {
    await actor.yom({ retry: { ...retry, maxAttempts: 1 } });
    scenario.sink.answerWith(() => ({ status: 500 }));
    const { id } = await actor.create({ attributes: [{ key: 'text', value: 'ñ€😀'.repeat(2000) }] });
    await actor.untilStatus(id, 'FAILED');
    const [excerpt] = (await excerpts(id)) as [string];
    const body = scenario.sink.requests[0]?.body ?? '';
    expect(body.startsWith(excerpt)).toBe(true);
    const bytes = Buffer.byteLength(excerpt);
    expect([bytes <= 4096, bytes > 4092]).toEqual([true, true]);
  });

  it('has no credentials', async () => {
    const secret = 'a-secret-of-the-account';
    const config = {
      ...{ name: 'http', providerCode: 'HTTP', channel: 'WHATSAPP', baseUrl: scenario.sink.url },
      credentials: { bearer: secret },
      settings: { auth: 'bearer', body: '{"text":"{{ attributes.text }}"}' },
      retry: { ...retry, maxAttempts: 1 },
    };
    const made = await actor.request('POST', '/api/dispatch-configs', { body: config });
    expect(made).toMatchObject({ status: 201 });
    scenario.sink.answerWith(() => ({ status: 500 }));
    const { id } = await actor.create({ attributes: [{ key: 'text', value: `it is ${secret}` }] });
    await actor.untilStatus(id, 'FAILED');
    expect(scenario.sink.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(await excerpts(id)).toEqual(['{"text":"it is •••"}']);
  });

  it('is nothing where nothing was sent', async () => {
    const { id } = await actor.create();
    await actor.until(id, ({ lastError }) => lastError?.code === 'NO_DISPATCH_CONFIG');
    const [first] = await actor.attempts(id);
    expect(first).toMatchObject({ errorCode: 'NO_DISPATCH_CONFIG', requestExcerpt: null });
  });

  it('is in the answer of sending at once, for who is shown addresses', async () => {
    const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };
    await actor.yom({ retry });
    scenario.sink.answerWith(() => ({ status: 500 }));
    const sendNow = async (key: string) => {
      const { id } = await actor.create(later);
      return actor.request<AttemptBody>('POST', `/api/activities/${id}/dispatch`, { key });
    };
    const whole = await sendNow(await actor.tenant.key('DISPATCH_ACTIVITY', 'VIEW_CONTACTS'));
    expect(whole).toMatchObject({ status: 200, body: { requestExcerpt: scenario.sink.requests[0]?.body } });
    const masked = await sendNow(await actor.tenant.key('DISPATCH_ACTIVITY'));
    expect(masked).toMatchObject({ status: 200, body: { errorCode: 'PROVIDER_REJECTED', requestExcerpt: null } });
  });
});
