import { type Actor, Scenario } from '../support/scenario';
import { Sink } from '../support/sink';

const long = '9007199254740993';
const someId = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';

/** Every digit, the order and the duplicates of keys, and numbers that no double holds. */
const verbatim = `{"id":12345678901234567890,"b":1.50,"a":[1e400,-0,${long}],"b":{"rawPayload":"\\u00e9\\/"}}`;

describe('integers beyond 2^53', () => {
  let scenario: Scenario;
  let actor: Actor;
  let key: string;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
    key = await actor.tenant.key(
      'SUBMIT_ACTIVITY_RESULT',
      'VIEW_ACTIVITIES',
      'CREATE_ACTIVITY',
      'REDRIVE_ACTIVITY',
      'MANAGE_COMMERCES',
      'MANAGE_RULES',
    );
  });
  afterAll(() => scenario.close());

  /** Sends and reads texts: objects would round what this is about. */
  async function send(method: string, path: string, body?: string): Promise<{ status: number; text: string }> {
    const response = await fetch(scenario.api.url + path, {
      method,
      headers: { 'x-api-key': key, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body,
    });
    return { status: response.status, text: await response.text() };
  }

  const standing = (payload: string, status = 'COMPLETED') =>
    `{"commerceExternalId":"STORE-1","status":"${status}","rawPayload":${payload}}`;

  it.each([
    ['one', '/api/activity-results', standing(verbatim)],
    ['one in snake_case', '/api/activity-results/tasks', standing(verbatim).replace('rawPayload', 'raw_payload')],
    ['many', '/api/activity-results/bulk', `{"results":[${standing('1')},${standing(verbatim)}]}`],
    ['a field system’s', '/api/integration/activity-results/tasks', standing(verbatim, 'EFFECTIVE')],
  ])('are kept and shown to the letter in the raw payload of %s', async (_, path, body) => {
    const { status, text } = await send('POST', path, body);
    expect(status).toBeLessThan(300);
    expect(text).toContain(`"rawPayload":${verbatim}`);
    const { text: list } = await send('GET', '/api/activity-results?perPage=1');
    expect(list).toContain(`"rawPayload":${verbatim}`);
    const [{ id }] = (JSON.parse(list) as { data: [{ id: string }] }).data;
    expect((await send('GET', `/api/activity-results/${id}`)).text).toContain(`"rawPayload":${verbatim}`);
  });

  it.each(['null', '"text"', '12345678901234567890', '[]', 'false'])(
    'may be beside a raw payload %s',
    async (payload) => {
      expect((await send('POST', '/api/activity-results', standing(payload))).text).toContain(
        `"rawPayload":${payload}`,
      );
    },
  );

  const result = `"commerceExternalId":"STORE-1","status":"COMPLETED"`;
  it.each([
    ['POST', '/api/activities', `{"metadata":{"order":[1,${long}]}}`, 'metadata.order[1]'],
    ['POST', '/api/activities', `{"attributes":[{"key":"a","value":{"n":-${long}}}]}`, 'attributes[0].value.n'],
    ['POST', '/api/activities', `{"score":${long}}`, 'score'],
    ['POST', '/api/activity-results', `{${result},"taskResult":{"payload":{"n":${long}}}}`, 'taskResult.payload.n'],
    ['POST', '/api/activity-results', `{${result},"payload":{"rawPayload":${long}}}`, 'payload.rawPayload'],
    ['POST', '/api/commerces', `{"externalId":"S","name":"S","metadata":{"n":${long}}}`, 'metadata.n'],
    [
      'POST',
      '/v1/dispatch',
      `{"namespace":"n","tenant":"","provider":"p","action_type":"a","payload":{"n":${long}}}`,
      'payload.n',
    ],
    ['POST', '/v1/dispatch', `{"provider":"p","action_type":"a","x_trace":[{"id":${long}}]}`, 'x_trace[0].id'],
    ['POST', '/v1/dispatch/batch', `{"actions":[],"x_trace":{"id":${long}}}`, 'x_trace.id'],
    ['POST', '/v1/rules/evaluate', `{"provider":"p","action_type":"a","x_trace":${long}}`, 'x_trace'],
    ['POST', '/api/rules/evaluate', `{"action":{"provider":"p","xTrace":{"id":[${long}]}}}`, 'action.xTrace.id[0]'],
    ['POST', '/v1/recurring', `{"labels":{"a":{"b":${long}}}}`, 'labels.a.b'],
    ['PATCH', `/v1/recurring/${someId}`, `{"payload":[1,{"n":${long}}]}`, 'payload[1].n'],
    ['PUT', `/v1/recurring/${someId}`, `{"max_executions":${long}}`, 'max_executions'],
    ['PATCH', `/api/activities/${someId}`, `{"score":${long}}`, 'score'],
    ['PATCH', `/api/commerces/${someId}`, `{"metadata":{"n":{"m":${long}}}}`, 'metadata.n.m'],
    ['POST', '/api/activities/redrive', `{"limit":${long}}`, 'limit'],
  ])('are refused elsewhere: %s %s %s', async (method, path, body, field) => {
    const { status, text } = await send(method, path, body);
    const problem = JSON.parse(text) as { code: string; details: { field: string }[] };
    expect(status).toBe(400);
    expect(problem.code).toBe('VALIDATION_FAILED');
    expect(problem.details.map((detail) => detail.field)).toContain(field);
  });

  it('refuse no other item of a batch', async () => {
    const [good, bad] = [actor.message(), actor.message({ metadata: { n: 0 } })].map((item) => JSON.stringify(item));
    const body = `{"activities":[${bad?.replace('"n":0', `"n":${long}`)},${good}]}`;
    const { text } = await send('POST', '/api/activities/bulk', body);
    expect(JSON.parse(text)).toMatchObject({
      results: [
        { status: 'invalid', error: { code: 'VALIDATION_FAILED', details: [{ field: 'metadata.n' }] } },
        { status: 'created' },
      ],
    });
  });

  it('refuse no other action of a batch, also where nobody reads the field', async () => {
    const action = (extra: string) => `{"provider":"nobody","action_type":"a"${extra}}`;
    const { status, text } = await send('POST', '/v1/dispatch/batch', `[${action(`,"x":[${long}]`)},${action('')}]`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject([
      { outcome: 'error', error: { code: 'VALIDATION_FAILED', message: expect.stringMatching(/^x\[0\] /) as string } },
      { outcome: 'failed' },
    ]);
  });

  it.each(['page', 'perPage'])('are refused in a query as %s', async (name) => {
    const { status, text } = await send('GET', `/api/activities?${name}=${long}`);
    expect([status, JSON.parse(text)]).toMatchObject([400, { details: [{ field: name }] }]);
  });

  it('do not stop at the largest that is kept, nor at decimals', async () => {
    const metadata = '{"max":9007199254740991,"min":-9007199254740991,"price":19.99,"share":0.1}';
    const body = JSON.stringify(actor.message({ metadata: 0 })).replace('"metadata":0', `"metadata":${metadata}`);
    const { status, text } = await send('POST', '/api/activities', body);
    expect(status).toBe(201);
    expect((JSON.parse(text) as { metadata: object }).metadata).toEqual(JSON.parse(metadata));
  });

  it('leave an attribute unresolved that a hook answers with one', async () => {
    const hook = await Sink.start();
    const policy = { key: 'balance', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK', hook: { url: hook.url } };
    await actor.request('POST', '/api/activity-config/attribute-keys', { body: { key: 'balance', label: 'Balance' } });
    await actor.request('POST', '/api/activity-config/attribute-policies', { body: policy });
    hook.answerWith(({ body }) => {
      const { items } = JSON.parse(body) as { items: { activityId: string }[] };
      const answers = items.map(
        ({ activityId }) => `{"activityId":"${activityId}","key":"balance","value":{"n":[${long}]}}`,
      );
      return { body: `{"items":[${answers.join(',')}]}` };
    });
    const { id, status } = await actor.create({ attributeKeys: ['balance'] });
    expect(status).toBe('UNRESOLVED');
    const { body } = await actor.request('GET', `/api/activities/${id}/attributes`);
    expect(body).toMatchObject({ data: [{ errorMessage: expect.stringContaining('n[0]') as string }] });
    await hook.close();
  });

  it('are refused in the conditions of rules', async () => {
    const yaml = `rules:\n  - name: long\n    condition: { field: action.payload.n, in: [1, ${long}] }\n    action: { type: deny }\n`;
    const response = await fetch(`${scenario.api.url}/api/rules/import`, {
      method: 'POST',
      headers: { 'x-api-key': await actor.tenant.key('MANAGE_RULES'), 'content-type': 'application/yaml' },
      body: yaml,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'INVALID_RULE',
      details: [{ field: 'rules[0].condition.in[1]', line: 3 }],
    });
    const rule = { name: 'long', condition: `action.payload.n == ${long} ? deny() : allow()` };
    const refused = await actor.request('POST', '/api/rules', { body: rule });
    expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_RULE' } });
  });
});
