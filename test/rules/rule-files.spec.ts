import { Rules } from '@errand/rules';
import { inThread } from '../../libs/rules/src/rule-file-thread';
import { startApi, type TestApi } from '../support/api';
import { createTenant, type TestTenant } from '../support/tenants';

const limits = { maxDelaySeconds: 604_800 };

const repeated = (text: string, characters = 262_000) => text.repeat(Math.floor(characters / text.length));

/** As many tokens as may be, or all the characters, of what the parser takes longest for. */
const hostile: [string, string][] = [
  ['tags', repeated('!a ')],
  ['tags, within the tokens', '!a '.repeat(29_000)],
  ['anchors', '&a '.repeat(29_000)],
  ['aliases', `rules: [${'*a,'.repeat(19_000)}]`],
  ['brackets', repeated('[')],
  ['empty maps', `rules: [${'{},'.repeat(19_000)}]`],
  ['brackets that close nothing', `a: >\n x\n${'] '.repeat(29_000)}`],
  ['lines that are not in the block', `a: >\n${repeated('x\n')}`],
  ['bad escapes in one text', `rules: "${repeated('\\x')}"`],
  ['empty keys', '? !a\n: &b\n'.repeat(6_000)],
  ['comments', '#\n'.repeat(29_000)],
  ['documents', '---\n'.repeat(19_000)],
  ['directives', '%TAG ! x\n'.repeat(25_000)],
  ['spaces', repeated(' ')],
  ['tabs', repeated('\t')],
  ['carriage returns', repeated('\r')],
  ['rules that are all wrong', `rules:\n${'- { name: a }\n'.repeat(500)}`],
];

/** The result of the work, and how often the event loop had its turn meanwhile. */
async function turnsDuring<R>(work: Promise<R>): Promise<{ result: R; turns: number }> {
  let turns = 0;
  let next: NodeJS.Immediate;
  const turn = () => {
    turns += 1;
    next = setImmediate(turn);
  };
  next = setImmediate(turn);
  return { result: await work.finally(() => clearImmediate(next)), turns };
}

describe('a rule file', () => {
  let api: TestApi;
  let tenant: TestTenant;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    tenant = await createTenant(api);
  });

  const importInto = (to: TestTenant, body: string) =>
    to.request<{ code?: string; created?: number; details?: object[] }>('POST', '/api/rules/import', {
      body,
      headers: { 'content-type': 'application/yaml' },
    });

  // Read without a thread, it is refused before the loop has a turn; with one, it has some thousand.
  it.each(hostile)('of many %s is refused, and the event loop goes on', async (_, text) => {
    const file = { name: 'hostile.yaml', text };
    const importing = api.app.get(Rules).import(tenant.id, file, { replace: false }, 'test');
    const refusal = importing.then(
      () => undefined,
      (error: unknown) => error,
    );
    const { result, turns } = await turnsDuring(refusal);
    expect(result).toMatchObject({ code: 'INVALID_RULE' });
    expect(turns).toBeGreaterThan(10);
  });

  it('that is refused in the thread is answered as any other', async () => {
    const answer = await importInto(tenant, '!a '.repeat(29_000));
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_RULE' } });
    expect(answer.body.details?.[0]).toMatchObject({ file: 'rules.yaml', line: 1, field: 'YAML' });
  });

  it('of 200 kB that is right is imported, and written again while the event loop goes on', async () => {
    const rule = (n: number) => `  - name: rule ${n}
    description: ${'what it is for, '.repeat(20)}
    condition:
      all:
        - { field: action.provider, eq: email }
        - { field: action.payload.amount, gt: ${n} }
    action: { type: schedule, delay_seconds: ${n + 1} }
`;
    const text = `rules:\n${Array.from({ length: 400 }, (_, n) => rule(n)).join('')}`;
    expect(text.length).toBeGreaterThan(200_000);
    expect(await importInto(tenant, text)).toMatchObject({ status: 200, body: { created: 400 } });
    const { result, turns } = await turnsDuring(api.app.get(Rules).export(tenant.id));
    expect(turns).toBeGreaterThan(10);
    expect(await importInto(tenant, result.text)).toMatchObject({ status: 200, body: { unchanged: 400 } });
  });

  it('of one tenant does not wait for all of another’s', async () => {
    const other = await createTenant(api);
    const ended: string[] = [];
    const slow = ['1', '2', '3', '4', '5'].map((name) =>
      importInto(tenant, '!a '.repeat(29_000)).then(() => ended.push(name)),
    );
    const quick = importInto(other, 'rules: []').then(() => ended.push('other'));
    await Promise.all([...slow, quick]);
    // In the order in which they came it would be the last.
    expect(ended.indexOf('other')).toBeLessThan(3);
  });
});

describe('the thread that reads a rule file', () => {
  it.each([
    ['time', 1, 256],
    ['memory', 60_000, 10],
  ])('is ended when it takes too much %s', async (exceeded, deadlineMs, heapMb) => {
    const job = { name: 'rules.yaml', text: `rules: [${'{},'.repeat(19_000)}]`, limits };
    expect(await inThread(job, deadlineMs, heapMb)).toEqual({ exceeded });
  });
});
