import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';
import { attributesOf, Gateway } from './gateway';

let scenario: Scenario;
let gateway: Gateway;

beforeAll(async () => {
  scenario = await Scenario.start(1);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  scenario.sink.answerWith(() => ({ body: { id: randomUUID() } }));
  gateway = await Gateway.open(scenario);
});

const documented = {
  yaml: `rules:
  - name: "delay-send-reminder"
    priority: 1
    condition:
      field: action.action_type
      eq: "send_reminder"
    action:
      type: schedule
      delay_seconds: 1
  - name: "low-priority-batch"
    priority: 2
    condition:
      all:
        - field: action.action_type
          eq: "generate_report"
        - field: action.metadata.priority
          eq: "low"
    action:
      type: schedule
      delay_seconds: 1
`,
  cel: `rules:
  - name: delay-send-reminder
    priority: 1
    condition: 'action.action_type == "send_reminder" ? schedule(1) : false'
  - name: low-priority-batch
    priority: 2
    condition: 'action.action_type == "generate_report" && action.metadata.priority == "low" ? schedule(1) : allow()'
`,
};

describe('an action that a rule schedules', () => {
  it.each([
    ['YAML', documented.yaml, { action_type: 'send_reminder' }],
    ['YAML', documented.yaml, { action_type: 'generate_report', metadata: { priority: 'low' } }],
    ['YAML', documented.yaml, { action_type: 'generate_report', metadata: { labels: { priority: 'low' } } }],
    ['CEL', documented.cel, { action_type: 'send_reminder' }],
    ['CEL', documented.cel, { action_type: 'generate_report', metadata: { priority: 'low' } }],
  ])('is stored, and sent once at its time (%s, %#)', async (_, yaml, fields) => {
    await gateway.rules(yaml);
    let receivedAt = 0;
    scenario.sink.answerWith(() => {
      receivedAt = Date.now();
      return { body: { id: 'p-1' } };
    });
    const answer = await gateway.dispatch(fields);
    expect(Object.keys(answer)).toEqual(['Scheduled', 'outcome', 'action_id', 'scheduled_for']);
    const { action_id: id = '', scheduled_for: at = '' } = answer;
    expect(answer).toEqual({
      Scheduled: { action_id: id, scheduled_for: at },
      outcome: 'scheduled',
      action_id: id,
      scheduled_for: at,
    });
    expect(await gateway.scheduled(id)).toMatchObject({ status: 'scheduled', payload: { to: 'ana@store.example' } });
    const [request] = await scenario.sink.waitForRequests(1);
    expect(receivedAt).toBeGreaterThanOrEqual(Date.parse(at));
    // By the timer for its time, and not by the sweep that comes each 30 s.
    expect(receivedAt - Date.parse(at)).toBeLessThan(5_000);
    expect(attributesOf(request)).toEqual({ to: 'ana@store.example' });
    await gateway.actor.untilStatus(id, 'DISPATCHED');
    expect(scenario.sink.requests).toHaveLength(1);
    expect(await gateway.scheduled(id)).toMatchObject({ status: 'executed', attempts: 1, provider: 'email' });
  });

  it('is sent as the caller asks where no rule does, and at the later of the two where one does', async () => {
    const plain = await gateway.dispatch({ delay_seconds: 60 });
    expect(Date.parse(plain.scheduled_for ?? '') - Date.now()).toBeGreaterThan(55_000);
    const at = new Date(Date.now() + 3_600_000).toISOString();
    expect(await gateway.dispatch({ scheduled_at: at })).toMatchObject({ scheduled_for: at });
    await gateway.rule('{ type: schedule, delay_seconds: 7200 }');
    const later = await gateway.dispatch({ scheduled_at: at });
    expect(Date.parse(later.scheduled_for ?? '') - Date.now()).toBeGreaterThan(7_100_000);
    expect(await gateway.dispatch({ scheduled_at: '2020-01-01T00:00:00Z', action_type: 'x' })).toHaveProperty(
      'Executed',
    );
    for (const fields of [
      { delay_seconds: 0 },
      { delay_seconds: 604_801 },
      { delay_seconds: 1.5 },
      { scheduled_at: '2999-01-01T00:00:00Z' },
      { delay_seconds: 5, scheduled_at: at },
    ]) {
      expect(await gateway.post(fields)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    }
  });
});

describe('an action that is to be done at once', () => {
  it('answers what the provider said, JSON or text', async () => {
    scenario.sink.answerNext({ body: { id: 'p-7', ok: true } }, { body: 'fine' });
    expect(await gateway.dispatch()).toEqual({
      Executed: { status: 'success', body: { id: 'p-7', ok: true }, headers: {} },
      outcome: 'executed',
    });
    expect(await gateway.dispatch()).toMatchObject({ Executed: { body: 'fine' } });
  });

  it.each([[['a', 1]], ['text'], [7], [false], [null], [{}], [{ a: null, b: { c: [1] } }]])(
    'brings the payload %j to the provider',
    async (payload) => {
      expect(await gateway.dispatch({ payload })).toHaveProperty('Executed');
      const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
      expect(attributesOf(scenario.sink.requests[0])).toEqual(isObject ? payload : { payload });
    },
  );

  it('is tried again within the request', async () => {
    scenario.sink.answerNext({ status: 503, body: 'later' }, 'drop', { body: { id: 'p-8' } });
    expect(await gateway.dispatch()).toMatchObject({ Executed: { body: { id: 'p-8' } } });
    const keys = scenario.sink.requests.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
  });

  it.each([
    [{ status: 503, body: {} }, 'EXECUTION_FAILED', true],
    [{ status: 422, body: {} }, 'EXECUTION_FAILED', false],
    [{ status: 429, body: {} }, 'RATE_LIMITED', true],
    ['drop' as const, 'CONNECTION', true],
  ])('fails after the last attempt: %j is %s', async (answer, code, retryable) => {
    scenario.sink.answerWith(() => answer);
    expect(await gateway.dispatch()).toEqual({
      Failed: { code, message: expect.any(String) as string, retryable, attempts: 3 },
      outcome: 'failed',
    });
  });

  it('goes by the best active config where the provider is named by its code', async () => {
    await gateway.actor.yom({ name: 'first', priority: -1, isActive: false });
    const best = await gateway.actor.yom({ name: 'second', priority: -1 });
    await gateway.dispatch({ id: 'by-code', provider: 'YOM' });
    const [sent] = await gateway.actor.list();
    expect(sent).toMatchObject({ origin: 'ACTION', dispatchConfigId: best, idempotencyKey: 'by-code' });
  });

  it('fails without a trace where nobody has that provider', async () => {
    expect(await gateway.dispatch({ provider: 'pigeon' })).toMatchObject({
      Failed: { code: 'PROVIDER_NOT_FOUND', retryable: false, attempts: 0 },
    });
    expect(await gateway.actor.count('')).toBe(0);
  });

  it('is left to the dispatcher while its config is paused, and answered when it was sent', async () => {
    const path = `/api/dispatch-configs/${gateway.configId}`;
    await gateway.actor.request('PATCH', path, { body: { isActive: false } });
    const answer = gateway.dispatch({ id: 'held' });
    await eventually(
      () => gateway.actor.count('status=READY'),
      (count) => count > 0,
    );
    await gateway.actor.request('PATCH', path, { body: { isActive: true } });
    expect(await answer).toHaveProperty('Executed');
    expect(scenario.sink.requests).toHaveLength(1);
  });

  it('tells the store it is about', async () => {
    await gateway.dispatch({ commerce_external_id: 'STORE-1' });
    expect(scenario.sink.requests[0]?.json).toMatchObject({ commerce: { name: 'Corner Store' } });
    expect(await gateway.post({ commerce_external_id: 'nowhere' })).toMatchObject({ status: 404 });
  });
});

describe('verdicts', () => {
  it('suppress and deny keep it from being sent', async () => {
    for (const type of ['suppress', 'deny']) {
      await gateway.rule(`{ type: ${type} }`);
      expect(await gateway.dispatch()).toEqual({ Suppressed: { rule: 'r' }, outcome: 'suppressed' });
    }
    expect(await gateway.actor.count('')).toBe(0);
    expect(await gateway.dispatch({ action_type: 'other' })).toHaveProperty('Executed');
  });

  it('throttle lets so many through in a window that traffic does not prolong', async () => {
    await gateway.rule('{ type: throttle, max_count: 2, window_seconds: 2 }');
    const began = Date.now();
    const id = randomUUID();
    expect(await gateway.dispatch({ id })).toHaveProperty('Executed');
    // Asked again it is no other action, and not counted.
    expect(await gateway.dispatch({ id })).toHaveProperty('Executed');
    expect(await gateway.dispatch()).toHaveProperty('Executed');
    const { Throttled } = await gateway.dispatch();
    const { secs = 0, nanos = 0 } = Throttled?.retry_after ?? {};
    const restMs = secs * 1000 + nanos / 1e6;
    expect(restMs).toBeGreaterThan(0);
    expect(restMs).toBeLessThanOrEqual(2000);
    await eventually(
      () => gateway.dispatch(),
      ({ Throttled }) => !Throttled,
    );
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_990);
    expect(Date.now() - began).toBeLessThan(4_000);
  });

  it('throttle counts each once, however many come together', async () => {
    await gateway.rule('{ type: throttle, max_count: 3, window_seconds: 60 }');
    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.dispatch()));
    expect(answers.filter(({ Executed }) => Executed)).toHaveLength(3);
    expect(answers.filter(({ Throttled }) => Throttled)).toHaveLength(7);
  });

  it('deduplicate lets one of a key through until its time is over', async () => {
    await gateway.rule('{ type: deduplicate, ttl_seconds: 1 }');
    const dedup_key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map((n) => gateway.dispatch({ dedup_key, payload: { n } })));
    expect(answers.filter(({ Executed }) => Executed)).toHaveLength(1);
    expect(answers.filter((answer) => 'Deduplicated' in answer)).toEqual([
      { Deduplicated: null, outcome: 'deduplicated' },
      { Deduplicated: null, outcome: 'deduplicated' },
    ]);
    expect(await gateway.dispatch({ dedup_key: 'other' })).toHaveProperty('Executed');
    await eventually(
      () => gateway.dispatch({ dedup_key }),
      (answer) => !('Deduplicated' in answer),
    );
    expect(scenario.sink.requests).toHaveLength(3);
  });

  it('reroute sends it by the other config', async () => {
    const target = await gateway.actor.yom({ name: 'backup' });
    await gateway.rule('{ type: reroute, target_provider: backup }');
    scenario.sink.answerNext({ body: { id: 'p-9' } });
    expect(await gateway.dispatch()).toEqual({
      Rerouted: {
        original_provider: 'email',
        new_provider: 'backup',
        response: { status: 'success', body: { id: 'p-9' }, headers: {} },
      },
      outcome: 'rerouted',
    });
    expect(await gateway.actor.list()).toMatchObject([{ dispatchConfigId: target }]);
    await gateway.rule('{ type: reroute, target_provider: nowhere }');
    expect(await gateway.dispatch()).toMatchObject({ Failed: { code: 'PROVIDER_NOT_FOUND' } });
  });

  it('modify changes what is sent, not what is kept', async () => {
    await gateway.rule('{ type: modify, changes: { to: null, subject: { text: Hi } } }');
    expect(await gateway.dispatch({ payload: { to: 'x', keep: 1 } })).toHaveProperty('Executed');
    expect(attributesOf(scenario.sink.requests[0])).toEqual({ keep: 1, subject: { text: 'Hi' } });
  });

  it('a dry run says what it would be, and nothing else happens', async () => {
    await gateway.rule('{ type: throttle, max_count: 1, window_seconds: 60 }');
    const would = { verdict: 'throttle', matched_rule: 'r', would_be_provider: 'email' };
    for (let n = 0; n < 3; n += 1)
      expect(await gateway.dispatch({}, '?dry_run=true')).toEqual({ DryRun: would, outcome: 'dry_run' });
    expect(await gateway.dispatch()).toHaveProperty('Executed');
    await gateway.rule('{ type: schedule, delay_seconds: 60 }');
    expect(await gateway.dispatch({}, '?dry_run=true')).toMatchObject({
      DryRun: { verdict: 'schedule', scheduled_for: expect.stringMatching(/Z$/) as string },
    });
    const asked = { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() };
    expect(await gateway.dispatch(asked, '?dry_run=true')).toMatchObject({
      DryRun: { scheduled_for: asked.scheduled_at },
    });
    await gateway.rule('{ type: reroute, target_provider: nobody }');
    expect(await gateway.dispatch({}, '?dry_run=true')).toMatchObject({ Failed: { code: 'PROVIDER_NOT_FOUND' } });
    expect(await gateway.actor.count('')).toBe(1);
  });
});

describe('the same action asked again', () => {
  it('answers what became of the first', async () => {
    const fields = { id: randomUUID() };
    const first = await gateway.dispatch({ ...fields, created_at: '2026-01-01T00:00:00Z' });
    await gateway.rule('{ type: deny }');
    expect(await gateway.dispatch({ ...fields, created_at: '2026-01-02T00:00:00Z' })).toEqual(first);
    expect(scenario.sink.requests).toHaveLength(1);
    const refused = await gateway.post({ ...fields, payload: { to: 'somebody else' } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED', retryable: false } });
  });

  it('is sent once when both come together', async () => {
    const fields = { id: randomUUID() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => gateway.dispatch(fields)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toHaveProperty('Executed');
    expect(scenario.sink.requests).toHaveLength(1);
  });

  it.each([
    ['nested too deep', `{"id":"p-7","deep":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    ['with an integer that would be rounded', '{"id":"p-7","at":9007199254740993}'],
    ['with a number that would be null', '{"id":"p-7","n":1e400}'],
    ['cut, as it is too long', JSON.stringify({ id: 'p-7', text: 'x'.repeat(100_000) })],
  ])('answers what the provider said as text where it is %s', async (_name, body) => {
    scenario.sink.answerWith(() => ({ body }));
    const fields = { id: randomUUID() };
    for (const outcome of [await gateway.dispatch(fields), await gateway.dispatch(fields)]) {
      expect(outcome).toMatchObject({ Executed: { status: 'success', body: body.slice(0, 20_000) } });
    }
    expect(scenario.sink.requests).toHaveLength(1);
    expect(await gateway.actor.list()).toMatchObject([{ status: 'DISPATCHED', providerActivityId: 'p-7' }]);
  });

  it('waits for the backoff of the first', async () => {
    const times: number[] = [];
    scenario.sink.answerWith(() => {
      times.push(Date.now());
      return times.length === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { body: {} };
    });
    const fields = { id: randomUUID() };
    const first = gateway.dispatch(fields);
    await eventually(
      async () => (await gateway.actor.list())[0],
      (activity) => activity?.lastError !== null && activity !== undefined,
    );
    const again = await Promise.all([1, 2, 3].map(() => gateway.dispatch(fields)));
    for (const answer of [await first, ...again]) expect(answer).toHaveProperty('Executed');
    expect(times).toHaveLength(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(950);
  });

  it('is scheduled once, also by its dedup key', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => gateway.dispatch({ dedup_key: 'once', delay_seconds: 60 })),
    );
    expect(first?.Scheduled).toEqual(second?.Scheduled);
    expect(await gateway.actor.count('')).toBe(1);
  });

  it('answers the failure, and another tenant’s key is another', async () => {
    scenario.sink.answerWith(() => ({ status: 400 }));
    const failed = await gateway.dispatch({ id: 'shared' });
    expect(await gateway.dispatch({ id: 'shared' })).toEqual(failed);
    expect(scenario.sink.requests).toHaveLength(3);
    scenario.sink.answerWith(() => ({ body: {} }));
    const other = await Gateway.open(scenario);
    expect(await other.dispatch({ id: 'shared' })).toHaveProperty('Executed');
  });
});
