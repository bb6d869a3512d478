import fs from 'node:fs';
import path from 'node:path';
import { Scenario } from '../support/scenario';
import { Gateway } from './gateway';

type Example =
  | { kind: 'rules'; line: number; yaml: string }
  | { kind: 'request'; line: number; method: string; url: string; body: string; answer: unknown };

/** The documents whose examples are run, with how many requests each has at least. */
const documents: [name: string, requests: number][] = [
  ['scheduled-actions.md', 16],
  ['recurring-actions.md', 8],
];

function examplesOf(name: string): Example[] {
  const document = fs.readFileSync(path.join(__dirname, '../../docs', name), 'utf8');
  const blocks = /```yaml\n([^]*?)```|```http\n([A-Z]+) (\S+)\n([^]*?)```(?:\n\n```json\n([^]*?)```)?/g;
  return [...document.matchAll(blocks)].map(
    ({ index, 1: yaml, 2: method = '', 3: url = '', 4: body = '', 5: answer }) => {
      const line = document.slice(0, index).split('\n').length;
      if (yaml !== undefined) return { kind: 'rules', line, yaml };
      const parsed = answer === undefined ? undefined : (JSON.parse(answer) as unknown);
      return { kind: 'request', line, method, url, body: body.trim(), answer: parsed };
    },
  );
}

/** `…` stands for any text; what is left of a window of time differs from run to run. */
function pattern(example: unknown, key = ''): unknown {
  if (example === '…') return expect.stringMatching(/./);
  if (key === 'secs' || key === 'nanos') return expect.any(Number);
  if (Array.isArray(example)) return example.map((item) => pattern(item));
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, pattern(value, name)]));
}

describe.each(documents)('docs/%s', (name, requests) => {
  const examples = examplesOf(name);
  let scenario: Scenario;
  let gateway: Gateway;
  /** What the last answer has as its id, for the next URLs. */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    scenario = await Scenario.start(1);
    gateway = await Gateway.open(scenario);
    await gateway.actor.yom({ name: 'backup', channel: 'EMAIL' });
  });
  afterAll(() => scenario.close());

  it('has examples', () => {
    expect(examples.filter(({ kind }) => kind === 'request').length).toBeGreaterThanOrEqual(requests);
  });

  it.each(examples)('line $line', async (example) => {
    if (example.kind === 'rules') return gateway.rules(example.yaml);
    const { method, url, body, answer } = example;
    const options = body === '' ? {} : { body };
    const filled = url.replace(/\{(\w+)\}/, (_, id: string) => ids[id] ?? '');
    const given = await gateway.actor.request<{ action_id?: string; id?: string }>(method, filled, options);
    for (const id of ['action_id', 'id'] as const) ids[id] = given.body[id] ?? ids[id] ?? '';
    if (answer === undefined) expect(given.status).toBeLessThan(300);
    else expect(given.body).toEqual(pattern(answer));
  });
});
