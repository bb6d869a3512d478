import { startApi, type TestApi } from '../support/api';
import { createTenant, type TestTenant } from '../support/tenants';

const good = `rules:
  - name: reminders
    condition: { field: action.action_type, eq: send_reminder }
    action: { type: schedule, delay_seconds: 3600 }
`;

const tooLate = `rules:
  - name: too-late
    condition: { field: action.provider, eq: email }
    action:
      type: schedule
      delay_seconds: 604801
`;

const lateProblem = {
  rule: 'too-late',
  field: 'rules[0].action.delay_seconds',
  line: 6,
  column: 7,
  message: 'must be a whole number from 1 to 604800, not 604801',
};

const yaml = { 'content-type': 'text/yaml' };

let api: TestApi;
let tenant: TestTenant;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

const stored = async () => (await tenant.request<string>('GET', '/api/rules/export')).body;
const importRules = async (body: string, query = '') =>
  tenant.request('POST', `/api/rules/import${query}`, { body, headers: yaml });

describe('a rule file that is validated', () => {
  const validate = async (body: unknown, headers: Record<string, string> = yaml) =>
    tenant.request<{ problems: unknown[] }>('POST', '/api/rules/validate', { body, headers });

  it('has no problems when an import would take it, and is not stored', async () => {
    expect(await validate(good)).toMatchObject({ status: 200, body: { problems: [] } });
    expect(await validate('rules: []')).toMatchObject({ status: 200, body: { problems: [] } });
    expect(await stored()).toBe('rules: []\n');
  });

  it('has each problem with rule, field, line and column, however it is sent', async () => {
    const answer = { status: 200, body: { problems: [lateProblem] } };
    expect(await validate(tooLate)).toMatchObject(answer);
    expect(await tenant.request('POST', '/api/rules/validate', { body: { rules: tooLate } })).toMatchObject(answer);
    const form = new FormData();
    form.append('file', new Blob([tooLate]), 'draft.yaml');
    const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${await tenant.key('MANAGE_RULES')}` };
    const sent = await fetch(`${api.url}/api/rules/validate`, { method: 'POST', body: form, headers });
    expect([sent.status, await sent.json()]).toEqual([200, answer.body]);
  });

  it('that is no YAML has its errors as problems', async () => {
    const { status, body } = await validate('rules:\n  - name: "a\n');
    expect(status).toBe(200);
    expect(body.problems[0]).toEqual({
      ...{ rule: null, field: 'YAML', line: 3, column: 1 },
      message: expect.any(String) as string,
    });
  });

  it.each([
    ['nothing', '', { rule: null, field: 'rules', line: 1, column: 1 }],
    ['another field', 'rules: []\nrulez: []', { rule: null, field: 'rulez', line: 2, column: 1 }],
    ['a key given twice', 'rules:\n  - { name: a, name: b }', { field: 'name', line: 2, column: 16 }],
    [
      'a name given twice',
      `${good}${good.slice(7)}`,
      { rule: 'reminders', field: 'rules[1].name', line: 5, column: 5 },
    ],
    ['a long integer', 'rules: [{ name: a, priority: 12345678901234567890 }]', { line: 1, column: 30 }],
    ['an endless alias', 'rules: &a [*a]', { line: 1, column: 12 }],
    ['too much', `# ${'x'.repeat(262_144)}`, { rule: null, field: 'rules', line: null, column: null }],
  ])('of %s is told where that is', async (_, text, problem) => {
    const { status, body } = await validate(text);
    expect([status, body.problems[0]]).toEqual([200, expect.objectContaining(problem)]);
  });

  it('is refused unread when it is nothing of the kind', async () => {
    const refused = { status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field: 'rules' }] } };
    const json = (body: unknown) => tenant.request('POST', '/api/rules/validate', { body });
    for (const body of [{}, { rules: 5 }, { rules: null }, { rules: 'x'.repeat(262_145) }]) {
      expect(await json(body)).toMatchObject(refused);
    }
    expect(await json([])).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await validate('a', { 'content-type': 'text/html' })).toMatchObject({ status: 415 });
  });

  it('is read for whoever may evaluate rules', async () => {
    for (const permission of ['MANAGE_RULES', 'VIEW_ACTIVITIES'] as const) {
      const key = await tenant.key(permission);
      expect(await tenant.request('POST', '/api/rules/validate', { body: { rules: good }, key })).toMatchObject({
        status: 200,
      });
    }
    const key = await tenant.key('MANAGE_COMMERCES');
    expect(await tenant.request('POST', '/api/rules/validate', { body: { rules: good }, key })).toMatchObject({
      status: 403,
    });
  });
});

describe('an import on trial', () => {
  const changed = good.replace('3600', '60');
  const other = good.replace('reminders', 'others').slice(7);

  it('tells what the import would do and does nothing', async () => {
    const counts = { created: 1, updated: 0, unchanged: 0, deleted: 0 };
    const created = [{ rule: 'reminders', change: 'CREATED' }];
    expect((await importRules(good, '?dryRun=true')).body).toEqual({ ...counts, changes: created });
    expect(await stored()).toBe('rules: []\n');
    expect((await importRules(good, '?dryRun=false')).body).toEqual(counts);
    const before = await stored();
    expect((await importRules(good, '?dryRun=true')).body).toEqual({
      ...{ created: 0, updated: 0, unchanged: 1, deleted: 0, changes: [] },
    });
    expect((await importRules(changed + other, '?dryRun=true')).body).toEqual({
      ...{ created: 1, updated: 1, unchanged: 0, deleted: 0 },
      changes: [
        { rule: 'others', change: 'CREATED' },
        { rule: 'reminders', change: 'CHANGED' },
      ],
    });
    expect((await importRules('rules: []', '?dryRun=true&replace=true')).body).toEqual({
      ...{ created: 0, updated: 0, unchanged: 0, deleted: 1 },
      changes: [{ rule: 'reminders', change: 'DELETED' }],
    });
    expect(await stored()).toBe(before);
  });

  it('is refused as the import is', async () => {
    expect(await importRules(tooLate, '?dryRun=true')).toMatchObject({ status: 400, body: { code: 'INVALID_RULE' } });
    expect(await importRules(good, '?dryRun=maybe')).toMatchObject({ status: 400 });
    const many = Array.from({ length: 500 }, (_, n) => good.replace('reminders', `r${n}`).slice(7)).join('');
    expect(await importRules(`rules:\n${many}`)).toMatchObject({ status: 200 });
    expect(await importRules(good, '?dryRun=true')).toMatchObject({ status: 409, body: { code: 'LIMIT_REACHED' } });
  });
});

describe('an import with the ETag of an export', () => {
  const tagged = async () => {
    const { body, headers } = await tenant.request<string>('GET', '/api/rules/export');
    return { text: body, tag: headers.get('etag') ?? '' };
  };
  const importIf = async (ifMatch: string, body: string, query = '?replace=true') =>
    tenant.request<{ code?: string }>('POST', `/api/rules/import${query}`, {
      ...{ body, headers: { ...yaml, 'if-match': ifMatch } },
    });
  const conflict = { status: 409, body: { code: 'CONFLICT' } };
  const taken = { status: 200 };

  it('is taken as long as no rule was changed, made or deleted since', async () => {
    const empty = await tagged();
    expect(empty.tag).toMatch(/^"[\w-]{22}"$/);
    expect(await importIf(empty.tag, good)).toMatchObject(taken);
    const first = await tagged();
    expect(first.tag).not.toBe(empty.tag);
    expect(await importIf(empty.tag, 'rules: []')).toMatchObject(conflict);
    expect(await stored()).toBe(first.text);

    expect(await importIf(first.tag, good)).toMatchObject(taken);
    expect((await tagged()).tag).toBe(first.tag);

    const { body } = await tenant.request<{ data: { id: string }[] }>('GET', '/api/rules');
    const path = `/api/rules/${body.data[0]?.id}`;
    await tenant.request('PATCH', path, { body: { enabled: false } });
    await tenant.request('PATCH', path, { body: { enabled: true } });
    const switched = await tagged();
    expect(switched.text).toBe(first.text);
    expect(await importIf(first.tag, good)).toMatchObject(conflict);
    expect(await importIf(first.tag, good, '?dryRun=true')).toMatchObject(conflict);
    await tenant.request('DELETE', path);
    expect(await importIf(switched.tag, good)).toMatchObject(conflict);
    expect(await importIf(empty.tag, good)).toMatchObject(taken);
  });

  it('takes the tag as proxies make it, one of several, or any', async () => {
    const { tag } = await tagged();
    for (const form of [`W/${tag}`, `"other", ${tag}`, '*']) {
      expect(await importIf(form, 'rules: []')).toMatchObject(taken);
    }
    for (const form of ['"other"', '""', 'x', ',']) expect(await importIf(form, 'rules: []')).toMatchObject(conflict);
  });

  it('by two at once is taken from one of them', async () => {
    const { tag } = await tagged();
    const files = ['1', '2', '3'].map((seconds) => good.replace('3600', seconds));
    const answers = await Promise.all(files.map(async (file) => importIf(tag, file)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('a draft that is evaluated', () => {
  const evaluate = async (rules: unknown) =>
    tenant.request('POST', '/api/rules/evaluate', { body: { action: { action_type: 'send_reminder' }, rules } });

  it('is asked instead of the stored rules', async () => {
    await importRules(good);
    const draft = good.replace('reminders', 'denials').replace('schedule, delay_seconds: 3600', 'deny');
    expect(await evaluate(draft)).toMatchObject({
      status: 200,
      body: {
        verdict: { type: 'deny' },
        matchedRule: { id: null, name: 'denials' },
        trace: [{ ruleId: null, rule: 'denials', outcome: 'MATCHED' }],
      },
    });
    expect(await evaluate('rules: []')).toMatchObject({ body: { verdict: { type: 'allow' }, trace: [] } });
    expect(await evaluate(undefined)).toMatchObject({ body: { matchedRule: { name: 'reminders' } } });
  });

  it('is refused with its problems', async () => {
    expect(await evaluate(tooLate)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_RULE', details: [lateProblem] },
    });
    expect(await evaluate(5)).toMatchObject({ status: 400, body: { details: [{ field: 'rules' }] } });
  });
});
