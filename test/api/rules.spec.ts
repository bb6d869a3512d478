import { RuleSets } from '@errand/rules';
import { startApi, type TestApi } from '../support/api';
import { DatabaseProxy } from '../support/database-proxy';
import { eventually } from '../support/eventually';
import { createTenant, type TestTenant } from '../support/tenants';

interface RuleBody {
  id: string;
  name: string;
  version: number;
  condition: unknown;
  action: unknown;
  [field: string]: unknown;
}

interface Problem {
  code: string;
  message: string;
  details: { field: string; message: string; rule?: string; file?: string; line?: number }[];
}

interface EvaluationBody {
  verdict: { type: string; delaySeconds?: number };
  matchedRule: { id: string; name: string; priority: number } | null;
  scheduledFor: string | null;
  trace: { rule: string; outcome: string; error: string | null }[];
}

const reminders = {
  name: 'reminders',
  condition: { field: 'action.action_type', eq: 'send_reminder' },
  action: { type: 'schedule', delay_seconds: 3600 },
};

const twoRules = `# the documented ones
rules:
  - name: reminders
    condition: { field: action.action_type, eq: send_reminder }
    action: { type: schedule, delay_seconds: 3600 }
  - name: reports
    priority: 20
    condition: >-
      action.action_type == "generate_report" && action.metadata.priority == "low" ? schedule(21600) : allow()
`;

let api: TestApi;
let tenant: TestTenant;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

const create = async (body: object) => (await tenant.request<RuleBody>('POST', '/api/rules', { body })).body;

const list = async (as = tenant) => (await as.request<{ data: RuleBody[] }>('GET', '/api/rules')).body.data;

const importYaml = async <Body = unknown>(yaml: string, query = '', headers: Record<string, string> = {}) =>
  tenant.request<Body>('POST', `/api/rules/import${query}`, {
    body: yaml,
    headers: { 'content-type': 'application/yaml', ...headers },
  });

const evaluate = async (actionType: string, more: object = {}, at?: string) => {
  const body = { action: { provider: 'email', action_type: actionType, ...more }, ...(at ? { at } : {}) };
  const answer = await tenant.request<EvaluationBody>('POST', '/api/rules/evaluate', { body });
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('rules', () => {
  it('are saved however many come at once', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `rule ${n}`);
    const bodies = names.map((name) => ({ ...reminders, name }));
    const answers = await Promise.all(bodies.map((body) => tenant.request('POST', '/api/rules', { body })));
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  });

  it('are created, read, changed, switched off and deleted, and every version is kept', async () => {
    const created = await tenant.request<RuleBody>('POST', '/api/rules', { body: reminders });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      ...reminders,
      ...{
        id: expect.any(String) as string,
        priority: 0,
        enabled: true,
        timezone: null,
        description: null,
        version: 1,
      },
      action: { type: 'schedule', delaySeconds: 3600 },
      createdAt: expect.stringMatching(/Z$/) as string,
      updatedAt: created.body.createdAt,
    });
    const path = `/api/rules/${created.body.id}`;
    expect((await tenant.request('GET', path)).body).toEqual(created.body);

    const changed = await tenant.request<RuleBody>('PATCH', path, {
      body: { condition: 'schedule(60)', action: null, timezone: 'America/Santiago' },
    });
    expect(changed.body).toMatchObject({ condition: 'schedule(60)', action: null, version: 2, name: 'reminders' });
    await tenant.request('PATCH', path, { body: { enabled: false } });
    expect((await tenant.request<RuleBody>('PATCH', path, { body: { enabled: false } })).body.version).toBe(3);
    expect((await evaluate('send_reminder')).trace).toMatchObject([{ rule: 'reminders', outcome: 'DISABLED' }]);

    expect((await tenant.request('DELETE', path)).status).toBe(204);
    expect((await tenant.request('GET', path)).status).toBe(404);
    expect((await tenant.request('DELETE', path)).status).toBe(404);
    const { body: versions } = await tenant.request('GET', `${path}/versions`);
    expect(versions).toMatchObject([
      { version: 4, change: 'DELETED', actor: 'platform', rule: { enabled: false } },
      { version: 3, change: 'CHANGED', rule: { enabled: false } },
      { version: 2, change: 'CHANGED', rule: { condition: 'schedule(60)', enabled: true } },
      { version: 1, change: 'CREATED', rule: { condition: reminders.condition } },
    ]);
  });

  it.each([0, 604_801, -1, 1.5, '60'])('are refused with a delay of %j, in both notations', async (delay) => {
    const range = 'must be a whole number from 1 to 604800';
    const yaml = await tenant.request<Problem>('POST', '/api/rules', {
      body: { ...reminders, action: { type: 'schedule', delay_seconds: delay } },
    });
    expect(yaml).toMatchObject({ status: 400, body: { code: 'INVALID_RULE' } });
    expect(yaml.body.details[0]).toMatchObject({ field: 'action.delay_seconds' });
    expect(yaml.body.message).toContain(range);
    const cel = await tenant.request<Problem>('POST', '/api/rules', {
      body: { name: 'cel', condition: `schedule(${JSON.stringify(delay)})` },
    });
    expect(cel).toMatchObject({ status: 400, body: { code: 'INVALID_RULE', details: [{ field: 'condition' }] } });
    expect(cel.body.message).toContain(range);
    expect(await list()).toEqual([]);
  });

  it('are taken with a delay of 1 and of 604800', async () => {
    for (const delaySeconds of [1, 604_800]) {
      const body = { ...reminders, name: `r${delaySeconds}`, action: { type: 'schedule', delaySeconds } };
      expect((await tenant.request('POST', '/api/rules', { body })).status).toBe(201);
    }
  });

  it('are refused when a change makes them wrong as a whole', async () => {
    const { id } = await create(reminders);
    const refused = await tenant.request<Problem>('PATCH', `/api/rules/${id}`, { body: { action: null } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_RULE', details: [{ field: 'action' }] } });
    const unknown = await tenant.request('PATCH', `/api/rules/${id}`, { body: { colour: 'red' } });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('have a name that is unique in the tenant', async () => {
    await create(reminders);
    const other = await create({ ...reminders, name: 'other' });
    const conflict = { status: 409, body: { code: 'CONFLICT', details: [{ field: 'name' }] } };
    expect(await tenant.request('POST', '/api/rules', { body: reminders })).toMatchObject(conflict);
    const rename = await tenant.request('PATCH', `/api/rules/${other.id}`, { body: { name: 'reminders' } });
    expect(rename).toMatchObject(conflict);
    const neighbour = await createTenant(api);
    expect((await neighbour.request('POST', '/api/rules', { body: reminders })).status).toBe(201);
  });

  it('changed by two at once keep one change, and the other is told', async () => {
    const { id } = await create(reminders);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, priority) =>
        tenant.request<RuleBody>('PATCH', `/api/rules/${id}`, { body: { priority: priority + 1 } }),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 200);
    expect(accepted.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await tenant.request<RuleBody>('GET', `/api/rules/${id}`)).body.version).toBe(accepted.length + 1);
  });

  it('are listed in the order in which they are asked, page by page', async () => {
    const rule = (name: string, priority: number) => create({ ...reminders, name, priority });
    for (const [name, priority] of [
      ['b', 5],
      ['Z', 5],
      ['last', 9],
      ['a', 5],
      ['first', -1],
    ] as const) {
      await rule(name, priority);
    }
    const page = async (query: string) =>
      (
        await tenant.request<{ data: RuleBody[]; meta: { total: number }; nextCursor: string | null }>(
          'GET',
          `/api/rules?sort=asked&${query}`,
        )
      ).body;
    const names = ({ data }: { data: RuleBody[] }) => data.map(({ name }) => name);
    expect(names(await page(''))).toEqual(['first', 'Z', 'a', 'b', 'last']);
    expect(await page('perPage=2&page=3')).toMatchObject({ data: [{ name: 'last' }], meta: { total: 5 } });
    const start = await page('perPage=2');
    const next = await page(`perPage=2&cursor=${start.nextCursor}`);
    expect([names(start), names(next)]).toEqual([
      ['first', 'Z'],
      ['a', 'b'],
    ]);
    await tenant.request('DELETE', `/api/rules/${next.data[1]?.id}`);
    expect(await page(`cursor=${next.nextCursor}`)).toMatchObject({ code: 'INVALID_CURSOR' });
    expect(await page('enabled=false')).toMatchObject({ data: [] });
    expect(await tenant.request('GET', '/api/rules?sort=name')).toMatchObject({ status: 400 });
    const plain = await tenant.request<{ nextCursor: string }>('GET', '/api/rules?perPage=2');
    expect(await page(`cursor=${plain.body.nextCursor}`)).toMatchObject({ code: 'INVALID_CURSOR' });
  });

  it('of another tenant do not exist', async () => {
    const { id } = await create(reminders);
    const stranger = await createTenant(api);
    for (const [method, path] of [
      ['GET', id],
      ['PATCH', id],
      ['DELETE', id],
      ['GET', `${id}/versions`],
    ] as const) {
      const body = method === 'PATCH' ? { enabled: false } : undefined;
      expect((await stranger.request(method, `/api/rules/${path}`, { body })).status).toBe(404);
    }
    expect(await list(stranger)).toEqual([]);
    expect((await stranger.request('GET', '/api/rules/export')).body).toBe('rules: []\n');
  });

  it('are read with VIEW_ACTIVITIES and written with MANAGE_RULES only', async () => {
    const [viewer, manager] = [await tenant.key('VIEW_ACTIVITIES'), await tenant.key('MANAGE_RULES')];
    const status = async (key: string, method: string, path: string, body?: unknown) =>
      (await tenant.request(method, `/api/rules${path}`, { key, body })).status;
    const dryRun = { action: { provider: 'email', actionType: 'x' } };
    for (const key of [viewer, manager]) {
      expect(await status(key, 'GET', '')).toBe(200);
      expect(await status(key, 'POST', '/evaluate', dryRun)).toBe(200);
    }
    expect([await status(viewer, 'POST', '', reminders), await status(manager, 'POST', '', reminders)]).toEqual([
      403, 201,
    ]);
    expect(await status(viewer, 'POST', '/import', {})).toBe(403);
    const { data } = (await tenant.request<{ data: RuleBody[] }>('GET', '/api/rules')).body;
    const versions = await tenant.request<{ actor: string }[]>('GET', `/api/rules/${data[0]?.id}/versions`);
    expect(versions.body[0]?.actor).toMatch(/^key:/);
  });
});

describe('importing rules', () => {
  it('saves a file by the names of its rules, keeps the others, and can make it the whole set', async () => {
    await create({ ...reminders, action: { type: 'deny' } });
    await create({ ...reminders, name: 'other' });
    expect((await importYaml(twoRules)).body).toEqual({ created: 1, updated: 1, unchanged: 0, deleted: 0 });
    expect((await importYaml(twoRules)).body).toEqual({ created: 0, updated: 0, unchanged: 2, deleted: 0 });
    expect((await importYaml(twoRules, '?replace=true')).body).toEqual({
      ...{ created: 0, updated: 0, unchanged: 2, deleted: 1 },
    });
    expect((await list()).map(({ name }) => name).sort()).toEqual(['reminders', 'reports']);
  });

  it('takes an uploaded file, and gives back a file that changes nothing', async () => {
    const form = new FormData();
    form.append('file', new Blob([twoRules], { type: 'application/yaml' }), 'my rules.yaml');
    const send = (body: FormData) =>
      fetch(`${api.url}/api/rules/import`, {
        method: 'POST',
        headers: { 'x-api-key': api.adminKey, 'x-tenant-id': tenant.id },
        body,
      });
    const answer = await send(form);
    expect([answer.status, await answer.json()]).toEqual([200, { created: 2, updated: 0, unchanged: 0, deleted: 0 }]);

    const exported = await tenant.request<string>('GET', '/api/rules/export');
    expect(exported.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    expect((await importYaml(exported.body, '?replace=true')).body).toMatchObject({ unchanged: 2, deleted: 0 });

    const bad = new FormData();
    bad.append('file', new Blob(['rules: [{ name: a, condition: schedule(0) }]']), 'my rules.yaml');
    const refused = await send(bad);
    const problem = { rule: 'a', file: 'my rules.yaml', line: 1, field: 'rules[0].condition' };
    expect(await refused.json()).toMatchObject({ code: 'INVALID_RULE', details: [problem] });

    form.append('second', new Blob([twoRules]), 'second.yaml');
    expect((await send(form)).status).toBe(400);
    expect((await send(new FormData())).status).toBe(400);
  });

  it('leaves everything as it was when one rule is wrong, and tells all that is wrong', async () => {
    await importYaml(twoRules);
    const before = (await tenant.request('GET', '/api/rules/export')).body;
    const bad = `rules:
  - name: reminders
    condition: { field: action.action_type, eq: other }
    action: { type: allow }
  - name: late
    condition: { field: action.action_type, equals: other }
    action: { type: schedule, delay_seconds: 604801 }
    timezone: Mars
`;
    const refused = await importYaml<Problem>(bad, '?replace=true');
    expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_RULE' } });
    expect(refused.body.details.map(({ rule, line, field }) => [rule, line, field])).toEqual(
      expect.arrayContaining([
        ['late', 6, 'rules[1].condition.equals'],
        ['late', 7, 'rules[1].action.delay_seconds'],
        ['late', 8, 'rules[1].timezone'],
      ]),
    );
    expect((await tenant.request('GET', '/api/rules/export')).body).toEqual(before);
    expect((await evaluate('send_reminder')).verdict).toEqual({ type: 'schedule', delaySeconds: 3600 });
  });

  it('by two at once saves each rule once', async () => {
    const answers = await Promise.all([importYaml(twoRules), importYaml(twoRules), importYaml(twoRules)]);
    expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true);
    expect((await importYaml(twoRules)).body).toMatchObject({ unchanged: 2 });
    expect(await list()).toHaveLength(2);
  });

  it('refuses more than 500 rules in all', async () => {
    const rule = (name: string) => `- { name: ${name}, condition: "deny()" }`;
    const many = `rules:\n${Array.from({ length: 500 }, (_, index) => rule(`r${index}`)).join('\n')}`;
    expect((await importYaml(many)).body).toMatchObject({ created: 500 });
    const more = {
      status: 409,
      body: { code: 'LIMIT_REACHED', message: 'A tenant has 500 rules at most', details: { limit: 500 } },
    };
    expect(await importYaml(twoRules)).toMatchObject(more);
    expect(await tenant.request('POST', '/api/rules', { body: reminders })).toMatchObject(more);
    expect((await importYaml(twoRules, '?replace=true')).body).toMatchObject({ created: 2, deleted: 500 });
  });

  it('takes YAML and forms only, which no other route takes', async () => {
    const unsupported = { status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } };
    expect(await importYaml('{}', '', { 'content-type': 'application/json' })).toMatchObject(unsupported);
    expect(await importYaml('<a/>', '', { 'content-type': 'application/xml' })).toMatchObject(unsupported);
    for (const type of ['application/yaml', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type };
      expect(await tenant.request('POST', '/api/rules', { body: 'name: a', headers })).toMatchObject(unsupported);
    }
    const noForm = await importYaml('no form', '', { 'content-type': 'multipart/form-data; boundary=x' });
    expect(noForm).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await importYaml('rules: ["\0"]')).toMatchObject({ status: 400 });
    expect(await importYaml(`# ${'x'.repeat(5_000_000)}`)).toMatchObject({ status: 413 });
  });
});

describe('evaluating rules', () => {
  it('tells verdict, rule, time of sending and trace for the documented rules', async () => {
    await importYaml(twoRules);
    const at = '2026-01-15T12:00:00.000Z';
    expect(await evaluate('send_reminder', {}, at)).toMatchObject({
      verdict: { type: 'schedule', delaySeconds: 3600 },
      matchedRule: { name: 'reminders', priority: 0 },
      scheduledFor: '2026-01-15T13:00:00.000Z',
      trace: [{ rule: 'reminders', outcome: 'MATCHED' }],
    });
    expect(await evaluate('generate_report', { metadata: { priority: 'low' } }, at)).toMatchObject({
      verdict: { type: 'schedule', delaySeconds: 21_600 },
      scheduledFor: '2026-01-15T18:00:00.000Z',
      trace: [{ outcome: 'NOT_MATCHED' }, { rule: 'reports', outcome: 'MATCHED' }],
    });
    expect(await evaluate('generate_report', {}, at)).toMatchObject({
      verdict: { type: 'allow' },
      matchedRule: { name: 'reports' },
      scheduledFor: null,
    });
  });

  it('takes any payload, the tenant’s timezone and disabled rules if asked', async () => {
    await api.request('PATCH', `/api/tenants/${tenant.id}`, { body: { settings: { timezone: 'Asia/Tokyo' } } });
    const condition = 'action.payload[0] == "x" && time.hour == 21 ? deny() : false';
    await create({ name: 'evening', condition, enabled: false });
    const action = { provider: 'email', actionType: 'any', payload: ['x'] };
    const ask = async (more: object) =>
      (await tenant.request<EvaluationBody>('POST', '/api/rules/evaluate', { body: { action, ...more } })).body;
    const at = '2026-01-15T12:00:00Z';
    expect(await ask({ at })).toMatchObject({ matchedRule: null, trace: [{ outcome: 'DISABLED' }] });
    expect(await ask({ at, includeDisabled: true })).toMatchObject({ verdict: { type: 'deny' } });
    for (const payload of [null, 'text', 7, [], { a: 1 }]) {
      const body = { action: { ...action, payload } };
      expect((await tenant.request('POST', '/api/rules/evaluate', { body })).status).toBe(200);
    }
  });

  it('takes whatever dispatch takes, and less', async () => {
    await create({ name: 'a', condition: { field: 'action.provider', eq: 'email' }, action: { type: 'deny' } });
    await create({
      name: 'b',
      condition: { field: 'action.metadata.urgent', eq: 'yes' },
      action: { type: 'suppress' },
    });
    const ask = (action: unknown) =>
      tenant.request<EvaluationBody>('POST', '/api/rules/evaluate', { body: { action, at: '2026-01-15T12:00:00Z' } });
    const rich = {
      ...{ id: 'a'.repeat(255), namespace: 'n', tenant: 'acme', provider: 'sms', action_type: 'x'.repeat(500) },
      ...{ payload: null, metadata: { labels: { urgent: 'no' } }, dedup_key: 'k', created_at: '2026-01-01T00:00:00Z' },
      ...{ commerce_external_id: 'STORE-1', starts_at: null, fingerprint: 'f', anything: { of: ['theirs'] } },
    };
    expect(await ask({ ...rich, delay_seconds: 60 })).toMatchObject({
      status: 200,
      body: { verdict: { type: 'allow' }, scheduledFor: '2026-01-15T12:01:00.000Z' },
    });
    const scheduled = await ask({ ...rich, scheduled_at: '2026-01-16T00:00:00Z' });
    expect(scheduled.body.scheduledFor).toBe('2026-01-16T00:00:00.000Z');
    expect((await ask({ metadata: { labels: { urgent: 'yes' } } })).body.verdict).toEqual({ type: 'suppress' });
    expect((await ask({ provider: 'email', delay_seconds: 9 })).body).toMatchObject({ scheduledFor: null });
    for (const action of [{}, { payload: { amount: 5 } }, { action_type: 'x' }, { id: null, metadata: null }]) {
      expect(await ask(action)).toMatchObject({
        status: 200,
        body: { verdict: { type: 'allow' }, scheduledFor: null },
      });
    }
    for (const [action, field] of [
      [{ provider: 5 }, 'action.provider'],
      [{ action_type: 'a', actionType: 'b' }, 'action.actionType'],
      [{ metadata: { a: ['\u0000'] } }, 'action.metadata.a[0]'],
      ['text', 'action'],
    ] as const) {
      expect(await ask(action)).toMatchObject({ status: 400, body: { details: [{ field }] } });
    }
    const missing = await tenant.request('POST', '/api/rules/evaluate', { body: {} });
    expect(missing).toMatchObject({ status: 400, body: { details: [{ field: 'action', message: 'is required' }] } });
  });

  it('says which rule failed and why, and asks the next', async () => {
    await create({ name: 'a', condition: '1 / int(action.payload.zero) == 1', action: { type: 'deny' } });
    await create({ name: 'b', condition: 'true', action: { type: 'suppress' } });
    const evaluation = await evaluate('x', { payload: { zero: 0 } });
    expect(evaluation.verdict).toEqual({ type: 'suppress' });
    expect(evaluation.trace).toMatchObject([{ rule: 'a', outcome: 'FAILED', error: 'divides by zero' }, { rule: 'b' }]);
  });
});

describe('the rules in force', () => {
  it('change in every process at once', async () => {
    const other = await startApi({ databaseUrl: api.settings.databaseUrl });
    try {
      const body = { action: { provider: 'email', actionType: 'send_reminder' } };
      const options = { body, tenant: tenant.id };
      const there = async () =>
        (await other.request<EvaluationBody>('POST', '/api/rules/evaluate', options)).body.verdict.delaySeconds;
      expect(await there()).toBeUndefined();
      for (const delaySeconds of [1, 2, 3]) {
        const yaml = twoRules.replace('3600', String(delaySeconds));
        await importYaml(yaml);
        // Within 10 s, far below the 30 s after which a set is read again anyway.
        await eventually(there, (seconds) => seconds === delaySeconds);
        expect((await evaluate('send_reminder')).verdict.delaySeconds).toBe(delaySeconds);
      }
    } finally {
      await other.close();
    }
  });

  it('stay what they were while the database is away', async () => {
    await create({ name: 'all', condition: 'true', action: { type: 'suppress' } });
    const proxy = await DatabaseProxy.start(api.settings.databaseUrl ?? '');
    const other = await startApi({ databaseUrl: proxy.url });
    try {
      const ruleSets = other.app.get(RuleSets, { strict: false });
      const action = {
        id: '1',
        namespace: 'n',
        tenant: 't',
        provider: 'p',
        actionType: 'x',
        payload: null,
        metadata: {},
      };
      const judge = async () => (await ruleSets.evaluate(tenant.id, { action, now: new Date() })).verdict.type;
      expect(await judge()).toBe('suppress');
      await proxy.cut();
      ruleSets.forget(null);
      expect(await judge()).toBe('suppress');
      await proxy.restore();
      const { id } = (await list())[0] ?? {};
      await tenant.request('DELETE', `/api/rules/${id}`);
      await eventually(judge, (verdict) => verdict === 'allow');
    } finally {
      await other.close();
      await proxy.cut();
    }
  });

  it('are counted by verdict, and by failure', async () => {
    await create({ name: 'broken', condition: 'true ? 1 / int(action.payload) : false', action: { type: 'deny' } });
    const ruleSets = api.app.get(RuleSets, { strict: false });
    const action = { id: '1', namespace: 'n', tenant: 't', provider: 'p', actionType: 'x', payload: 0, metadata: {} };
    await ruleSets.evaluate(tenant.id, { action, now: new Date() });
    const metrics = (await api.request<string>('GET', '/metrics')).body;
    expect(metrics).toMatch(/errand_rule_failures_total\{process="api"\} 1/);
    expect(metrics).toMatch(/errand_rule_verdicts_total\{verdict="allow",process="api"\} 1/);
  });
});
