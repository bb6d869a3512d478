import { Scenario } from '../support/scenario';
import { Gateway } from './gateway';

interface Judgement {
  verdict: string;
  matched_rule: string | null;
  trace: { rule_name: string; result: string; skip_reason: string | null }[];
  [field: string]: unknown;
}

const rules = `rules:
  - { name: late, priority: 2, condition: { field: action.action_type, eq: act }, action: { type: deny } }
  - name: wait an hour/é
    priority: 1
    description: Reminders wait
    condition: { field: action.action_type, eq: act }
    action: { type: schedule, delay_seconds: 3600 }
`;

let scenario: Scenario;
let gateway: Gateway;
let request: Gateway['actor']['request'];

beforeAll(async () => {
  scenario = await Scenario.start(0);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  gateway = await Gateway.open(scenario);
  request = gateway.actor.request.bind(gateway.actor);
  await gateway.rules(rules);
});

const judge = async (fields: object = {}) =>
  (await request<Judgement>('POST', '/v1/rules/evaluate', { body: gateway.action({ payload: { a: 1 }, ...fields }) }))
    .body;

describe('the rules on the gateway’s wire', () => {
  it('are a bare list, in the order in which they are asked', async () => {
    expect((await request('GET', '/v1/rules')).body).toEqual([
      { name: 'wait an hour/é', priority: 1, enabled: true, description: 'Reminders wait' },
      { name: 'late', priority: 2, enabled: true, description: null },
    ]);
  });

  it('are switched by name, whatever is in it, and for good', async () => {
    const path = (name: string) => `/v1/rules/${encodeURIComponent(name)}/enabled`;
    const answer = await request('PUT', path('wait an hour/é'), { body: { enabled: false } });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ name: 'wait an hour/é', enabled: false, status: 'updated' });
    expect((await judge()).matched_rule).toBe('late');
    expect(await request('PUT', path('nobody'), { body: { enabled: true } })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', retryable: false },
    });
    expect(await request('PUT', path('late'), { body: { enabled: 'no' } })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'enabled' }] },
    });
    const longest = 'é'.repeat(200);
    await gateway.rules(`rules: [{ name: ${longest}, condition: 'true', action: { type: deny } }]`);
    expect((await request('PUT', path(longest), { body: { enabled: false } })).status).toBe(200);
  });

  it.each([
    ['none', undefined, {}],
    ['a directory', '{"directory":"/etc"}', {}],
    ['no JSON', '{', {}],
    ['another type', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('are read anew, whatever the body: %s', async (_, body, headers) => {
    const answer = await request('POST', '/v1/rules/reload', { body, headers });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ reloaded: 2, loaded: 2, errors: [], directory: null });
  });

  it('judge an action without doing it', async () => {
    const { evaluation_duration_us, trace, context, ...said } = await judge({ evaluate_at: '2026-03-02T10:20:30Z' });
    expect(said).toEqual({
      ...{ verdict: 'schedule', matched_rule: 'wait an hour/é', has_errors: false },
      ...{ total_rules_evaluated: 1, total_rules_skipped: 1, modified_payload: null },
      scheduled_for: '2026-03-02T11:20:30.000Z',
    });
    expect(evaluation_duration_us).toEqual(expect.any(Number));
    expect(trace[0]).toEqual({
      ...{ rule_name: 'wait an hour/é', priority: 1, enabled: true, result: 'matched', action: 'schedule' },
      ...{ condition_display: 'action.action_type == "act"', evaluation_duration_us: expect.any(Number) as number },
      ...{ source: 'yaml', description: 'Reminders wait', skip_reason: null, error: null },
      ...{ modify_patch: null, modified_payload_preview: null },
    });
    expect(trace[1]).toMatchObject({ rule_name: 'late', result: 'skipped', skip_reason: 'a rule before it matched' });
    expect(context).toMatchObject({ time: { hour: 10, weekday: 'Monday' }, effective_timezone: 'UTC' });
    expect(await gateway.actor.count('')).toBe(0);
  });

  it('tell when an action would be sent that asks for a time itself, as long as it would be sent', async () => {
    const scheduled_at = '2998-01-01T00:00:00.000Z';
    expect(await judge({ scheduled_at })).toMatchObject({ verdict: 'schedule', scheduled_for: scheduled_at });
    await gateway.rules(`rules: [{ name: never, condition: 'true', action: { type: deny } }]`);
    expect(await judge({ scheduled_at })).toMatchObject({ verdict: 'deny', scheduled_for: null });
  });

  it('ask all rules when told, and show what they modify', async () => {
    await gateway.rules(`rules:
      - { name: a, condition: 'true', action: { type: modify, changes: { a: null, b: 2 } } }
      - { name: b, condition: 'true', action: { type: modify, changes: { c: 3 } } }
      - { name: c, enabled: false, condition: '1 / 0 == 1', action: { type: deny } }`);
    const said = await judge({ evaluate_all: true, include_disabled: true });
    expect(said).toMatchObject({ verdict: 'modify', matched_rule: 'a', has_errors: true, modified_payload: { b: 2 } });
    expect(said.trace).toMatchObject([
      { result: 'matched', modify_patch: { a: null, b: 2 }, modified_payload_preview: { b: 2 } },
      { result: 'matched', modified_payload_preview: { b: 2, c: 3 } },
      { result: 'error', skip_reason: null },
    ]);
    expect((await judge()).trace[2]).toMatchObject({ result: 'skipped', skip_reason: 'rule is disabled' });
  });

  it('take an action as dispatch does, and refuse one that it refuses', async () => {
    const fields = { created_at: '2026-01-01T00:00:00Z', metadata: { labels: { a: 'b' } } };
    expect(await judge(fields)).toMatchObject({ verdict: 'schedule' });
    for (const [bad, refusal] of [
      [{ provider: null }, { statusCode: 400, code: 'VALIDATION_FAILED', details: [{ field: 'provider' }] }],
      [{ tenant: 'somebody-else' }, { statusCode: 403, code: 'FORBIDDEN' }],
      [{ evaluate_at: 'soon' }, { statusCode: 400, code: 'VALIDATION_FAILED', details: [{ field: 'evaluate_at' }] }],
    ] as const) {
      expect(await judge(bad)).toMatchObject({ ...refusal, retryable: false });
    }
  });
});
