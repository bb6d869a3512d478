import { ErrandError } from '@errand/errors';
import fc from 'fast-check';
import { leastUserTime } from './least-user-time';
import { readRuleFile, writeRuleFile } from './rule-file';
import type { RuleProblem } from './rule-problem';

const limits = { maxDelaySeconds: 604_800 };

const read = (text: string) => readRuleFile(text, 'rules.yaml', limits);

const problemsOf = (text: string): string[] => {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof ErrandError) || error.code !== 'INVALID_RULE') throw error;
    return (error.details as RuleProblem[]).map(({ file, line, rule, field, message }) => {
      return `${file}:${line} ${rule ?? '-'} ${field} ${message}`;
    });
  }
};

const ruleThat = (action: string) => `rules:\n  - { name: a, condition: "true", action: ${action} }`;

const nested = (levels: number, innermost = '1') => '['.repeat(levels) + innermost + ']'.repeat(levels);

describe('a rule file', () => {
  it('is read with defaults, in both notations', () => {
    const rules = read(`
rules:
  - name: reminders
    condition: { field: action.action_type, eq: send_reminder }
    action: { type: schedule, delay_seconds: 3600 }
  - name: cel
    priority: 10
    enabled: false
    timezone: America/Santiago
    description: at night
    condition: >
      time.hour >= 22
        ? schedule(28800)
        : allow()
`);
    expect(rules).toEqual([
      {
        ...{ name: 'reminders', priority: 0, enabled: true, timezone: null, description: null },
        condition: { field: 'action.action_type', eq: 'send_reminder' },
        action: { type: 'schedule', delaySeconds: 3600 },
      },
      {
        ...{ name: 'cel', priority: 10, enabled: false, timezone: 'America/Santiago', description: 'at night' },
        condition: expect.stringContaining('schedule(28800)') as string,
        action: null,
      },
    ]);
  });

  it('is written so that reading it gives the same rules', () => {
    const text = writeRuleFile(
      read(`rules:
  - { name: a, condition: "true", action: { type: throttle, max_count: 3, window_seconds: 60 } }
  - { name: "b: #1", priority: -2, enabled: false, timezone: UTC, description: "x\\ny", condition: "deny()" }
  - { name: c, condition: { not: { field: action.id, eq: "1" } }, action: { type: modify, changes: { a: null } } }
  - { name: d, condition: "true", action: { type: reroute, target_provider: sms } }
  - { name: e, condition: "true", action: { type: deduplicate, ttl_seconds: 9 } }`),
    );
    expect(text).toContain('window_seconds: 60');
    expect(writeRuleFile(read(text))).toBe(text);
  });

  it('is refused with every problem, its rule and its line', () => {
    const problems = problemsOf(`version: 1
rules:
  - name: late
    condition: { field: action.provider, eq: email }
    action:
      type: schedule
      delay_seconds: 604801
  - name: nested
    condition:
      all:
        - field: action.payload.amount
          above: 3
        - field: action.payload.name
          matches: "("
    timezone: Mars/Olympus
    action: { type: postpone }
  - priority: 1.5
    condition: "true"
  - name: late
    condition: schedule(0)
    colour: red
  - just text
`);
    const range = 'must be a whole number from 1 to 604800, not';
    expect(problems).toEqual(
      expect.arrayContaining([
        'rules.yaml:1 - version is not a known field',
        `rules.yaml:7 late rules[0].action.delay_seconds ${range} 604801`,
        expect.stringContaining('rules.yaml:12 nested rules[1].condition.all[0].above is no operator'),
        expect.stringContaining('rules.yaml:14 nested rules[1].condition.all[1].matches bad regular expression'),
        expect.stringContaining('rules.yaml:15 nested rules[1].timezone must be the IANA name'),
        expect.stringContaining('rules.yaml:16 nested rules[1].action.type must be one of allow, suppress'),
        'rules.yaml:17 - rules[2].name is required',
        expect.stringContaining('rules.yaml:17 - rules[2].priority must be a whole number'),
        'rules.yaml:17 - rules[2].action is required: the condition yields no verdict itself',
        'rules.yaml:19 late rules[3].name is taken by the rule in line 3',
        `rules.yaml:20 late rules[3].condition 1:10: schedule(delaySeconds): delaySeconds ${range} 0`,
        'rules.yaml:21 late rules[3].colour is not a known field',
        expect.stringContaining('rules.yaml:22 - rules[4].rule must be an object'),
      ]),
    );
    expect(problems).toHaveLength(13);
  });

  it.each([0, 604_801, -1, 1.5, '"60"', 'null', 'true', '[60]'])('is refused for delay_seconds: %s', (delay) => {
    const text = `rules: [{ name: a, condition: "true", action: { type: schedule, delay_seconds: ${delay} } }]`;
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('rules[0].action.delay_seconds must be a whole number from 1 to 604800'),
    ]);
  });

  it.each([1, 604_800])('is taken with delay_seconds: %s', (delay) => {
    const text = `rules: [{ name: a, condition: "true", action: { type: schedule, delay_seconds: ${delay} } }]`;
    expect(read(text)[0]?.action).toEqual({ type: 'schedule', delaySeconds: delay });
  });

  it.each([
    ['is not YAML', 'rules: [', 'YAML'],
    ['is two documents', 'rules: []\n---\nrules: []', 'YAML'],
    ['is empty', '', 'rules must be a list of rules'],
    ['is a list', '- name: a', 'rules must be a list of rules'],
    ['gives a key twice', 'rules: []\nrules: []', 'rules is given twice'],
    ['has too many rules', `rules: [${'{},'.repeat(501)}]`, 'rules are more than 500'],
    ['is too long', `# ${'x'.repeat(300_000)}`, 'rules are more than 262144 characters'],
    ['has a list as a key', 'rules: []\n[a, b]: 1', 'rules.yaml:2 - YAML A key must be text'],
    ['has maps in maps as keys', `rules: ${'{'.repeat(60)}a${': 1}'.repeat(60)}`, 'A key must be text'],
    ['has an alias as a key', 'rules: &r []\n*r : 1', 'A key must be text'],
    ['has too many parts', `rules: [${'a,'.repeat(30_000)}]`, 'rules have more than 60000 tokens of YAML'],
    ['nests brackets', `rules: ${'['.repeat(5000)}`, 'rules are nested too deeply'],
    ['nests lists', `rules: ${'- '.repeat(5000)}`, 'rules are nested too deeply'],
    ['nests keys', `rules: ${'? '.repeat(5000)}`, 'rules are nested too deeply'],
    [
      'nests by indentation',
      `${Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}`,
      'nested too deeply',
    ],
    [
      'blows up aliases',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(30)}]\nrules: [${'*b,'.repeat(90)}]`,
      'YAML Excessive',
    ],
    ['refers to itself', 'rules: &r [*r]', 'rules.yaml:1 - rules[0] must not be *r, in which it is itself'],
    ...Object.entries({
      'changes: &c { a: *c, b: *c }': 'changes.b must not be *c',
      'changes: &c { a: [*c, *c] }': 'changes.a[1] must not be *c',
      'changes: &c { a: &d [*c, *d, *d] }': 'changes.a[2] must not be *d',
    }).map(([changes, problem]) => [
      'changes what refers to itself',
      ruleThat(`{ type: modify, ${changes} }`),
      problem,
    ]),
    ...['&c { all: [*c, *c] }', '{ field: action.provider, in: &c [*c, *c] }'].map((condition) => [
      'has a condition that refers to itself',
      `rules:\n  - { name: a, action: { type: allow }, condition: ${condition} }`,
      'must not be *c, in which it is itself',
    ]),
    [
      'nests deeper than JSON may',
      ruleThat(`{ type: modify, changes: { a: &x ${nested(90)}, b: &y ${nested(90, '*x')} } }`),
      'deeper than 100 levels',
    ],
    ...['.inf', '-.inf', '.nan', '1e400'].map((number) => [
      `has the number ${number}`,
      ruleThat(`{ type: modify, changes: { a: [1, ${number}] } }`),
      'rules[0].action.changes.a[1] must be a number that a double can hold',
    ]),
  ])('is refused when it %s', (_, text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  it('is refused in few words, however long its keys are', () => {
    const problems = problemsOf(`${'k'.repeat(100_000)}: [${'1e400,'.repeat(200)}]`);
    expect(problems).toHaveLength(100);
    expect(Math.max(...problems.map((problem) => problem.length))).toBeLessThan(2000);
  });

  it('may use an anchor again, and say the same twice', () => {
    const [rule] = read(ruleThat('{ type: modify, changes: &c { a: &c [1], b: *c, d: *c } }'));
    expect(rule?.action).toEqual({ type: 'modify', changes: { a: [1], b: [1], d: [1] } });
  });

  it('is quickly refused however many keys it has', () => {
    const text = Array.from({ length: 9_000 }, (_, n) => `key${n}: 1`).join('\n');
    expect(problemsOf(text).length).toBeGreaterThan(0);
    expect(leastUserTime(() => problemsOf(text))).toBeLessThan(3_000_000);
  });

  it('of any content is read or refused, never an exception', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('true', 'schedule(1)', { field: 'action.id', eq: 1 }));
    const names = ['name', 'priority', 'enabled', 'timezone', 'description', 'condition', 'action', 'other'];
    const rule = fc.dictionary(fc.constantFrom(...names), value);
    const file = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(rule, value)).map((rules) => JSON.stringify({ rules })),
    );
    fc.assert(
      fc.property(file, (text) => expect(Array.isArray(problemsOf(text))).toBe(true)),
      { numRuns: 1000 },
    );
  });
});
