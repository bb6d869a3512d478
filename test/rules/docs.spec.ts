import fs from 'node:fs';
import path from 'node:path';
import { ErrandError } from '@errand/errors';
import { compileRules, evaluate, readRuleFile } from '@errand/rules';
import { parse } from 'yaml';

const document = fs.readFileSync(path.join(__dirname, '../../docs/rules.md'), 'utf8');
const limits = { maxDelaySeconds: 604_800 };

interface Example {
  line: number;
  yaml: string;
  /** Rows of the table that follows, cell by cell. */
  rows: string[][];
  /** The block of text that follows: the refusal. */
  refusal: string | undefined;
}

const lineAt = (index: number) => document.slice(0, index).split('\n').length;

const cellsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => [...row.matchAll(/`([^`]*)`/g)].map(([, cell = '']) => cell));

const examples: Example[] = [...document.matchAll(/```yaml\n([^]*?)```\n\n((?:\|.*\n)*)(?:```text\n([^]*?)```)?/g)].map(
  ({ index, 1: yaml = '', 2: table = '', 3: refusal }) => ({
    line: lineAt(index),
    yaml,
    rows: cellsOf(table),
    refusal,
  }),
);

const judge = (yaml: string, given: Record<string, unknown>) => {
  const { action_type: actionType = 'any', at = '2026-03-03T15:00:00Z', ...fields } = given;
  const defaults = { id: '1', namespace: 'default', tenant: 'acme', provider: 'email', payload: {}, metadata: {} };
  const action = { ...defaults, ...fields, actionType: String(actionType) };
  return evaluate(compileRules(readRuleFile(yaml, 'rules.yaml', limits), limits), {
    action,
    now: new Date(String(at)),
  });
};

describe('docs/rules.md', () => {
  it('has examples that say what comes of them', () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
    expect(examples.filter(({ rows, refusal }) => rows.length === 0 && refusal === undefined)).toEqual([]);
  });

  const judged = examples.flatMap(({ line, yaml, rows }) => rows.map((row) => ({ line, yaml, row })));

  it.each(judged)('line $line: $row', ({ yaml, row: [action = '', verdict = ''] }) => {
    expect(judge(yaml, JSON.parse(action) as Record<string, unknown>).verdict).toEqual(JSON.parse(verdict));
  });

  it.each(examples.filter(({ refusal }) => refusal !== undefined))(
    'line $line is refused as told',
    ({ yaml, refusal }) => {
      let error: unknown;
      try {
        readRuleFile(yaml, 'rules.yaml', limits);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(ErrandError);
      expect((error as Error).message).toBe(refusal?.trim());
    },
  );

  const sectionRows = (heading: string) => {
    const section = document.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
    return cellsOf(/((?:^\|.*\n)+)/m.exec(section)?.[1] ?? '');
  };

  it.each([
    ...sectionRows('Operators').map(([condition = '', ...payloads]) => [parse(condition) as unknown, ...payloads]),
    ...sectionRows('CEL'),
  ])('%j holds for %s and not for %s', (condition, holds, fails) => {
    const yaml = JSON.stringify({ rules: [{ name: 'r', condition, action: { type: 'deny' } }] });
    const verdicts = [holds, fails].map((payload) => judge(yaml, { payload: JSON.parse(String(payload)) as unknown }));
    expect(verdicts.map(({ matchedRule, trace }) => [matchedRule?.name, trace[0]?.error])).toEqual([
      ['r', null],
      [undefined, null],
    ]);
  });

  it.each(sectionRows('Verdicts'))('%s is %s', (action, expression) => {
    const inYaml = readRuleFile(`rules: [{ name: r, condition: "true", action: ${action} }]`, 'f', limits);
    const inCel = judge(JSON.stringify({ rules: [{ name: 'r', condition: expression }] }), {});
    expect(inCel.verdict).toEqual(inYaml[0]?.action);
  });
});
