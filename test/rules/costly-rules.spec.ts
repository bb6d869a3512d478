import { Gateway } from '../gateway/gateway';
import { type Actor, type ActivityBody, Scenario } from '../support/scenario';

interface Evaluated {
  verdict: { type: string };
  trace: { rule: string; outcome: string; error: string | null }[];
}

const most = 50_000;

describe('a rule that costs or makes too much', () => {
  let scenario: Scenario;
  let actor: Actor;

  beforeAll(async () => {
    scenario = await Scenario.start(1, { maxActivityBytes: most });
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    scenario.sink.requests.splice(0);
    scenario.sink.answerWith(() => ({ body: { id: 'p-1' } }));
  });

  const save = (name: string, condition: string, priority = 0) =>
    actor.request('POST', '/api/rules', { body: { name, condition, priority } });
  const evaluate = async (payload: unknown) =>
    (await actor.request<Evaluated>('POST', '/api/rules/evaluate', { body: { action: { payload } } })).body;
  const bulk = async (activities: object[]) => {
    const body = { activities };
    return (await actor.request<{ results: Result[] }>('POST', '/api/activities/bulk', { body })).body.results;
  };
  interface Result {
    status: string;
    activity: ActivityBody | null;
    error: { code: string } | null;
  }

  it('fails by its verdict, and the next rule is asked', async () => {
    await save('doubling', 'modify({"x": action.payload.l.map(i, action.payload.s)})');
    await save('last', 'deny()', 1);
    const { verdict, trace } = await evaluate({ l: Array.from({ length: 10_000 }, () => 1), s: 'x'.repeat(1_000_000) });
    expect(verdict).toEqual({ type: 'deny' });
    expect(trace[0]?.error).toContain('yields a verdict of more than 1048576 bytes');
  });

  it.each([
    ['an empty key', 'modify({"": 1})', /key must be longer than or equal to 1|key/],
    ['a key that is too long', `modify({"${'k'.repeat(201)}": 1})`, /key/],
    ['too many attributes', `modify({${Array.from({ length: 101 }, (_, n) => `"k${n}": 1`).join(',')}})`, /attributes/],
    ['too many bytes', 'modify({"a": action.payload.text + action.payload.text})', /must be at most 50000 bytes/],
  ])('fails where it would give an activity %s', async (_, condition) => {
    await save('odd', condition);
    await save('last', 'action.namespace == "activities" ? modify({"rule": "last"}) : false', 1);
    const attributes = [{ key: 'text', value: 'x'.repeat(30_000) }];
    const [created] = await bulk([actor.message({ attributes })]);
    expect(created?.status).toBe('created');
    const { body } = await actor.request<{ attributes: { key: string }[] }>(
      'GET',
      `/api/activities/${created?.activity?.id}`,
    );
    expect(body.attributes.map(({ key }) => key).sort()).toEqual(['rule', 'text']);
  });

  it('fails where it would give an action too many bytes, or what cannot be stored, as a dry run says', async () => {
    const gateway = await Gateway.open(scenario);
    ({ actor } = gateway);
    await save('bytes', 'has(action.payload.text) ? modify({"a": action.payload.text + action.payload.text}) : false');
    await save('name', 'modify({"' + 'ñ'.repeat(1001) + '": 1})', 1);
    const { verdict, trace } = await evaluate({ text: 'x'.repeat(30_000) });
    expect(verdict).toEqual({ type: 'allow' });
    expect(trace.map(({ error }) => error)).toEqual([
      `modifies the action into what is refused: payload must be at most ${most} bytes as JSON, together with metadata`,
      'modifies the action into what is refused: payload must not have members with names of more than 2000 bytes',
    ]);
    expect(await gateway.post({ payload: { text: 'x'.repeat(30_000) } })).toMatchObject({
      status: 200,
      body: { outcome: 'executed' },
    });
  });

  it('never keeps a simple one from denying, in a bulk either', async () => {
    const hog = 'action.payload.l.all(i, action.payload.l.all(j, i + j >= 0)) ? allow() : false';
    for (let n = 0; n < 5; n += 1) await save(`hog ${n}`, hog);
    await save('deny', 'action.action_type == "act" ? deny() : false', 1);
    const attributes = [{ key: 'l', value: Array.from({ length: 1000 }, (_, n) => n) }];
    const results = await bulk(Array.from({ length: 20 }, () => actor.message({ reason: 'act', attributes })));
    expect(new Set(results.map(({ error }) => error?.code))).toEqual(new Set(['SUPPRESSED_BY_RULE']));
  });

  it('has its previews cut where all rules are asked', async () => {
    const wide = { text: 'x'.repeat(45_000) };
    for (let n = 0; n < 40; n += 1) await save(`small ${n}`, `modify({"n": ${n}})`);
    const asked = { provider: 'email', action_type: 'act', payload: wide, evaluate_all: true };
    interface Judged {
      trace: { result: string; modify_patch: object; modified_payload_preview: object | null }[];
    }
    const { body } = await actor.request<Judged>('POST', '/v1/rules/evaluate', { body: asked });
    const matched = body.trace.filter(({ result }) => result === 'matched');
    const shown = matched.filter(({ modified_payload_preview }) => modified_payload_preview !== null);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.length).toBeLessThan(1_048_576 / 45_000);
  });
});
