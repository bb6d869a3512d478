import { Scenario } from '../support/scenario';
import { createTenant } from '../support/tenants';
import { Gateway, type OutcomeBody } from './gateway';

let scenario: Scenario;
let gateway: Gateway;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  gateway = await Gateway.open(scenario);
});
afterAll(() => scenario.close());

/** How many of a batch are done at once. */
const atOnce = 100;
const batch = async (body: unknown) => gateway.actor.request<OutcomeBody[]>('POST', '/v1/dispatch/batch', { body });

describe('a batch of actions', () => {
  it('keeps the order, and a bad one keeps no other from being done', async () => {
    await gateway.rule('{ type: schedule, delay_seconds: 60 }');
    const actions = [
      gateway.action({ action_type: 'x', payload: { n: 0 } }),
      gateway.action(),
      { provider: 'email' },
      gateway.action({ tenant: 'somebody-else' }),
      'no action',
      gateway.action({ provider: 'pigeon' }),
      gateway.action({ action_type: 'x', payload: { n: 6 } }),
    ];
    const error = (code: string) => ({
      error: { code, message: expect.any(String) as string, retryable: false },
      outcome: 'error',
    });
    const answer = await batch(actions);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual([
      { Executed: expect.anything() as unknown, outcome: 'executed' },
      expect.objectContaining({ Scheduled: expect.anything() as unknown, outcome: 'scheduled' }),
      error('VALIDATION_FAILED'),
      error('FORBIDDEN'),
      error('VALIDATION_FAILED'),
      { Failed: expect.objectContaining({ code: 'PROVIDER_NOT_FOUND' }) as unknown, outcome: 'failed' },
      { Executed: expect.anything() as unknown, outcome: 'executed' },
    ]);
    expect((await batch({ actions })).body).toHaveLength(7);
    await gateway.rules('rules: []');
  });

  it('does 1,000 and no more, not all at once', async () => {
    const actions = Array.from({ length: 1000 }, (_, n) => gateway.action({ id: `batch-${n}`, delay_seconds: 60 }));
    const { body } = await batch(actions);
    expect(body.filter(({ Scheduled }) => Scheduled)).toHaveLength(1000);
    expect(new Set(body.map(({ action_id }) => action_id)).size).toBe(1000);
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    scenario.sink.requests.length = 0;
    scenario.sink.answerWith(async ({ json }) => {
      if ((json as { reason: string }).reason === 'of the batch') await mayAnswer;
      return { body: {} };
    });
    const doing = batch(Array.from({ length: 150 }, () => gateway.action({ action_type: 'of the batch' })));
    await scenario.sink.waitForRequests(atOnce);
    // One that is asked for afterwards is done meanwhile, so that more of the batch would have come before it.
    expect(await gateway.dispatch()).toHaveProperty('Executed');
    expect(scenario.sink.requests).toHaveLength(atOnce + 1);
    answer();
    await doing;
    expect(scenario.sink.requests).toHaveLength(151);
    for (const wrong of [[...actions, {}], '"text"', {}, { actions: 1 }]) {
      expect(await batch(wrong)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', retryable: false } });
    }
  }, 60_000);
});

describe('an error below /v1', () => {
  const form = (code: string, retryable: boolean) => ({
    error: expect.stringMatching(/./) as string,
    code,
    message: expect.stringMatching(/./) as string,
    retryable,
  });
  const send = (options: object, path = '/v1/dispatch', method = 'POST') =>
    scenario.api.request<{ error: string; message: string }>(method, path, {
      tenant: gateway.actor.tenant.id,
      ...options,
    });

  it.each([
    ['no key', { key: null, body: {} }, 401, 'UNAUTHENTICATED'],
    ['malformed JSON', { body: '{"a":' }, 400, 'MALFORMED_JSON'],
    ['no action', { body: {} }, 400, 'VALIDATION_FAILED'],
    ['an array', { body: [] }, 400, 'VALIDATION_FAILED'],
    ['another type', { body: 'text', headers: { 'content-type': 'text/plain' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['too much', { body: { payload: 'x'.repeat(5_000_000) } }, 413, 'PAYLOAD_TOO_LARGE'],
  ])('has one form: %s', async (_, options, status, code) => {
    const answer = await send(options);
    expect(answer).toMatchObject({ status, body: form(code, false) });
    expect(answer.body.error).toBe(answer.body.message);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('has that form on every path', async () => {
    expect(await send({}, '/v1/nothing', 'GET')).toMatchObject({ status: 404, body: form('NOT_FOUND', false) });
    expect(await send({}, '/v1/dispatch', 'GET')).toMatchObject({
      status: 405,
      body: form('METHOD_NOT_ALLOWED', false),
    });
    expect(await send({}, '/v1/scheduled/x', 'GET')).toMatchObject({
      status: 400,
      body: form('VALIDATION_FAILED', false),
    });
    expect(await send({}, '/v1/%ff', 'GET')).toMatchObject({ body: form('VALIDATION_FAILED', false) });
  });

  it('says what the key lacks, and that another tenant is another’s', async () => {
    const viewer = await gateway.actor.tenant.key('VIEW_ACTIVITIES');
    expect(await send({ key: viewer, tenant: undefined, body: gateway.action() })).toMatchObject({
      status: 403,
      body: form('FORBIDDEN', false),
    });
    const { id } = await createTenant(scenario.api);
    expect(await gateway.post({ tenant: id })).toMatchObject({ status: 403, body: form('FORBIDDEN', false) });
    expect(await gateway.post({ tenant: gateway.actor.tenant.id })).toMatchObject({ status: 200 });
  });

  it('refuses what it would have to leave out, and ignores what is not its concern', async () => {
    for (const fields of [{ attachments: [{ id: '1' }] }, { template: 'welcome' }]) {
      expect(await gateway.post(fields)).toMatchObject({ status: 400, body: form('VALIDATION_FAILED', false) });
    }
    const others = {
      attachments: [],
      template: null,
      status: null,
      fingerprint: 'f',
      trace_context: {},
      signature: 's',
    };
    expect(await gateway.post({ ...others, starts_at: null })).toMatchObject({ status: 200 });
  });

  it('says in the body too when to try again', async () => {
    await gateway.actor.yom({ name: 'one-at-a-time', limits: { maxConcurrent: 1 } });
    const fields = { provider: 'one-at-a-time', delay_seconds: 60 };
    const [first, second] = [await gateway.dispatch(fields), await gateway.dispatch(fields)];
    const fire = async ({ action_id }: OutcomeBody) =>
      gateway.actor.request<{ retry_after: number }>('POST', `/v1/scheduled/${action_id}/fire`);
    let answer = () => {};
    const before = scenario.sink.requests.length;
    scenario.sink.answerWith(() => new Promise((resolve) => (answer = () => resolve({ body: {} }))));
    const firing = fire(first);
    await scenario.sink.waitForRequests(before + 1);
    const refused = await fire(second);
    answer();
    expect(await firing).toMatchObject({ status: 200 });
    expect(refused).toMatchObject({ status: 429, body: form('RATE_LIMITED', true) });
    expect(refused.body.retry_after).toBeGreaterThanOrEqual(1);
    expect(refused.headers.get('retry-after')).toBe(String(refused.body.retry_after));
  });
});
