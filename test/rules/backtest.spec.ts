import { Gateway } from '../gateway/gateway';
import { Scenario } from '../support/scenario';

interface Decision {
  rule: string | null;
  verdict: { type: string };
}

interface BacktestBody {
  code?: string;
  sampled: number;
  changed: number;
  data: { activityId: string; actionId: string; at: string; before: Decision; after: Decision }[];
}

const inForce = `rules:
  - name: reminders
    condition: { field: action.action_type, eq: remind }
    action: { type: schedule, delay_seconds: 3600 }
`;

let scenario: Scenario;
let gateway: Gateway;
beforeAll(async () => {
  scenario = await Scenario.start(0);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  gateway = await Gateway.open(scenario);
  await gateway.rules(inForce);
});

const backtest = async (rules: unknown, more: object = {}, as = gateway) =>
  as.actor.request<BacktestBody>('POST', '/api/rules/backtest', { body: { rules, ...more } });

/** Sent at a time far ahead, so that nothing is sent. */
const dispatch = async (id: string, fields: Record<string, unknown> = {}) =>
  gateway.dispatch({ id, action_type: 'other', delay_seconds: 86_400, ...fields });

const draft = (condition: string, action = 'deny') =>
  `${inForce}  - { name: draft, priority: -1, condition: '${condition}', action: { type: ${action} } }\n`;

describe('a backtest', () => {
  it('tells which verdicts would be others, newest first, and stores nothing', async () => {
    await dispatch('1', { action_type: 'remind', payload: { amount: 5 } });
    await dispatch('2', { payload: { amount: 5 }, metadata: { labels: { urgent: 'yes' } } });
    await dispatch('3', { payload: { amount: 1 } });
    const { status, body } = await backtest(draft('action.payload.amount > 2'));
    expect([status, body]).toEqual([
      200,
      {
        ...{ sampled: 3, changed: 2 },
        data: [
          {
            ...{ activityId: expect.any(String) as string, actionId: '2', at: expect.any(String) as string },
            before: { rule: null, verdict: { type: 'allow' } },
            after: { rule: 'draft', verdict: { type: 'deny' } },
          },
          {
            ...{ activityId: expect.any(String) as string, actionId: '1', at: expect.any(String) as string },
            before: { rule: 'reminders', verdict: { type: 'schedule', delaySeconds: 3600 } },
            after: { rule: 'draft', verdict: { type: 'deny' } },
          },
        ],
      },
    ]);
    expect((await backtest(draft('action.metadata.urgent == "yes"'))).body).toMatchObject({ changed: 1 });
    expect((await backtest(inForce)).body).toEqual({ sampled: 3, changed: 0, data: [] });
    const stats = await gateway.actor.request<string>('GET', '/api/rules/export');
    expect(stats.body).not.toContain('draft');
  });

  it('judges each action at the moment at which it came, as it came', async () => {
    await gateway.rules(`rules: [{ name: m, condition: 'true', action: { type: modify, changes: { amount: 9 } } }]`);
    const before = Date.now();
    await dispatch('1', { payload: { amount: 5 } });
    const came = `action.payload.amount == 5 && now() <= timestamp("${new Date(before + 600_000).toISOString()}")`;
    const { data } = (await backtest(draft(came))).body;
    expect(data).toMatchObject([{ before: { rule: 'm' }, after: { rule: 'draft' } }]);
    expect(Math.abs(Date.parse(data[0]?.at ?? '') - before)).toBeLessThan(600_000);
  });

  it('judges as many of the newest as are asked for', async () => {
    for (let n = 0; n < 23; n += 1) await dispatch(`${n}`);
    expect((await backtest(draft('true'))).body).toMatchObject({ sampled: 23, changed: 23 });
    const { body } = await backtest(draft('true'), { sample: 21 });
    expect(body).toMatchObject({ sampled: 21, changed: 21 });
    expect(body.data.map(({ actionId }) => actionId)).toEqual(Array.from({ length: 21 }, (_, n) => `${22 - n}`));
    expect((await backtest(draft('true'), { sample: 1 })).body).toMatchObject({ sampled: 1 });
  });

  it('has an answer whose verdicts are bounded', async () => {
    for (let n = 0; n < 30; n += 1) await dispatch(`${n}`);
    const changes = `{ text: ${'x'.repeat(60_000)} }`;
    const { body } = await backtest(draft('true', `modify, changes: ${changes}`));
    expect(body).toMatchObject({ sampled: 30, changed: 30 });
    expect(body.data.length).toBeGreaterThan(10);
    expect(body.data.length).toBeLessThan(20);
  });

  it('of a tenant without actions is empty, and sees no other tenant’s', async () => {
    await dispatch('1');
    const other = await Gateway.open(scenario);
    expect((await backtest(draft('true'), {}, other)).body).toEqual({ sampled: 0, changed: 0, data: [] });
  });

  it('judges only what a bound key sees', async () => {
    await dispatch('1');
    const keyOf = async (body: object) => {
      const made = await gateway.actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
        body: { name: 'bound', permissions: ['VIEW_ACTIVITIES'], ...body },
      });
      return made.body.plaintextKey;
    };
    const sampled = async (key: string) => {
      const answer = await gateway.actor.request<BacktestBody>('POST', '/api/rules/backtest', {
        ...{ body: { rules: inForce }, key },
      });
      return answer.body.sampled;
    };
    expect(await sampled(await keyOf({ channels: ['PUSH'] }))).toBe(0);
    expect(await sampled(await keyOf({ dispatchConfigIds: [gateway.configId] }))).toBe(1);
  });

  it('is refused with a wrong draft or sample, or without the permission', async () => {
    expect(await backtest('rules: 5')).toMatchObject({ status: 400, body: { code: 'INVALID_RULE' } });
    for (const [rules, sample, field] of [
      [undefined, 1, 'rules'],
      [inForce, 0, 'sample'],
      [inForce, 201, 'sample'],
      [inForce, 1.5, 'sample'],
    ] as const) {
      expect(await backtest(rules, { sample })).toMatchObject({ status: 400, body: { details: [{ field }] } });
    }
    const made = await gateway.actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'other', permissions: ['MANAGE_COMMERCES'] },
    });
    const refused = await gateway.actor.request('POST', '/api/rules/backtest', {
      ...{ body: { rules: inForce }, key: made.body.plaintextKey },
    });
    expect(refused.status).toBe(403);
  });
});
