import { compileRules, evaluate } from '../rule-set';
import { RuleBudget } from '../rule-budget';
import { Moment } from '../time-fields';
import { compileExpression } from './compile';
import { Frame } from './frame';
import { functions, methods } from './functions';
import { macros } from './macros';
import { Meter } from './meter';
import { operators } from './operators';

const limits = { maxDelaySeconds: 604_800 };
const now = new Date('2026-03-02T10:20:30.000Z');
const unlimited = { steps: Infinity, bytes: Infinity, verdictBytes: Infinity };
const fields = { id: 'a', namespace: 'n', tenant: 't', provider: 'p', action_type: 't', metadata: {} };

/** What is looked at in lists and maps, and what it cost. */
function costOf(expression: string, payload: object): { looks: number; steps: number } {
  let looks = 0;
  const counted = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    return new Proxy(value, {
      get(target, key) {
        if (typeof key === 'string') looks += 1;
        return counted(Reflect.get(target, key) as unknown);
      },
      ownKeys(target) {
        const keys = Reflect.ownKeys(target);
        looks += keys.length;
        return keys;
      },
    });
  };
  const compiled = compileExpression(expression, limits);
  if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems));
  const meter = new Meter(unlimited);
  compiled.expression.evaluate(new Frame({ ...fields, payload: counted(payload) }, new Moment(now), 'UTC', meter));
  return { looks, steps: meter.used };
}

/** A payload of size n: texts, lists and maps, each a second time as another value that differs at the end. */
function payload(n: number) {
  const list = Array.from({ length: n }, (_, index) => index);
  const map = Object.fromEntries(list.map((index) => [`key-${index}`, index]));
  const text = 'x'.repeat(n);
  return {
    ...{
      text: `${text}a`,
      other: `${text}b`,
      same: `${text}${'a'}`,
      spaces: ' '.repeat(n),
      half: `y${'x'.repeat(n / 2)}`,
    },
    ...{ list, others: [...list.slice(1), 0], sameList: [...list], map, sameMap: { ...map } },
    ...{ texts: list.map((index) => `${index}`), deep: [[list]], sameDeep: [[[...list]]] },
  };
}

/** Every operator, macro, function and method with what makes it work most; `null`: its work does not grow. */
const expressions: Record<string, string[] | null> = {
  '==': ['p.text == p.same', 'p.list == p.sameList', 'p.map == p.sameMap', 'p.deep == p.sameDeep', 'p.map == {}'],
  '!=': ['p.text != p.other', 'p.list != p.sameList', 'p.map != p.sameMap'],
  '<': ['p.text < p.other'],
  '<=': ['p.text <= p.other'],
  '>': ['p.text > p.other'],
  '>=': ['p.text >= p.other'],
  in: ['"none" in p.texts', '-1 in p.list', 'p.text in p.map', 'p.list in [p.sameList]'],
  '+': ['p.text + p.other', 'p.list + p.others'],
  ...{ '-': null, '*': null, '/': null, '%': null },
  member: ['p.map[p.text]'],
  all: ['p.list.all(x, true)', 'p.map.all(k, true)'],
  exists: ['p.list.exists(x, false)', 'p.map.exists(k, false)'],
  exists_one: ['p.list.exists_one(x, x == 1)'],
  filter: ['p.list.filter(x, true)', 'p.map.filter(k, true)'],
  map: ['p.list.map(x, x)', 'p.list.map(x, x > 3, [x])', 'p.list.map(x, {"a": x})'],
  size: ['size(p.text)', 'size(p.map)', 'p.map.size()'],
  len: ['len(p.text)', 'len(p.map)'],
  ...{ int: null, to_int: null, double: null, string: null, to_string: null, abs: null, now: null },
  ...{ duration: null, timestamp: null },
  lower: ['lower(p.text)'],
  upper: ['upper(p.text)'],
  min: ['min(p.list)'],
  max: ['max(p.list)'],
  startsWith: ['p.text.startsWith(p.same)'],
  endsWith: ['p.text.endsWith(p.same)'],
  contains: ['p.text.contains("none")', 'p.list.contains(-1)', 'p.texts.contains("none")'],
  lowerAscii: ['p.text.lowerAscii()'],
  upperAscii: ['p.text.upperAscii()'],
  trim: ['p.spaces.trim()'],
  matches: ['p.text.matches("[a-z]+[0-9]")', 'p.text.matches("(a|x|xx)+[0-9][0-9]")'],
  verdict: ['modify({"x": p.text})', 'modify({"x": p.list})', 'modify(p.map)', 'modify({"x": p.texts.map(t, p.text)})'],
};

describe('the price of an evaluation', () => {
  it('is known of every operator, macro, function and method', () => {
    const all = [operators, macros, functions, methods].flatMap((named) => Object.keys(named));
    expect(Object.keys(expressions)).toEqual(expect.arrayContaining(all));
  });

  const cases = Object.values(expressions).flatMap((list) => list ?? []);

  it.each(cases)('grows with the work at least: %s', (expression) => {
    const source = expression.replace(/\bp\./g, 'action.payload.');
    // Texts are counted by their length, elements and keys one by one.
    const [small, large] = [costOf(source, payload(1_000)), costOf(source, payload(8_000))];
    const growth = large.steps - small.steps;
    expect(growth).toBeGreaterThanOrEqual(7_000 / 16);
    expect(growth).toBeGreaterThanOrEqual((large.looks - small.looks) / 4);
  });

  it('is that of all pairs where a long text is searched for', () => {
    const cost = (n: number) => costOf('action.payload.text.contains(action.payload.half)', payload(n)).steps;
    expect(cost(8_000) / cost(1_000)).toBeGreaterThan(30);
  });

  it('is paid for the keys of a map each time, though they are listed once', () => {
    const map = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`key-${index}`, 1]));
    const once = costOf('size(action.payload.map) > 0', { map });
    const often = costOf('[1, 2, 3, 4].all(x, size(action.payload.map) > 0)', { map });
    expect(often.steps).toBeGreaterThan(once.steps + 3_000);
  });
});

describe('a rule', () => {
  const rule = { priority: 0, enabled: true, timezone: null, description: null, action: null };
  const asked = (condition: string, payload: unknown, budget?: RuleBudget) => {
    const action = { id: 'a', namespace: 'n', tenant: 't', provider: 'email', actionType: 'x', payload, metadata: {} };
    const rules = compileRules([{ ...rule, name: 'r', condition }], limits);
    return evaluate(rules, { action, now, ...(budget && { budget }) });
  };
  const failureOf = (condition: string, payload: unknown) => asked(condition, payload).trace[0];

  it.each([
    ['modify({"x": action.payload.l.map(i, action.payload.s)})', 'yields a verdict of more than 1048576 bytes'],
    ['action.payload.l.map(i, action.payload.s + "a") == [] ? deny() : allow()', 'makes more than 4194304 bytes'],
    ['action.payload.l.all(i, size(action.payload.m) > 0) ? deny() : allow()', 'takes more than the 200000 steps'],
    ['action.payload.l.all(i, action.payload.m.filter(k, k == "") == []) ? deny() : allow()', 'takes more than the'],
  ])('fails when it would make or do too much, and says of what: %s', (condition, error) => {
    const l = Array.from({ length: 10_000 }, () => 0);
    const m = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 1]));
    expect(failureOf(condition, { l, m, s: 'x'.repeat(1_000_000) })).toMatchObject({
      outcome: 'FAILED',
      error: expect.stringContaining(`costs too much: on this action it ${error}`) as string,
    });
  });

  it.each([
    ['"a\\u0000"', 'NUL'],
    ['{"a\\ud800": 1}', 'is nothing'],
  ])('is refused or fails where a verdict would hold what cannot be stored: %s', (value) => {
    const compiled = compileExpression(`modify({"x": ${value}})`, limits);
    expect('problems' in compiled).toBe(true);
  });

  it.each([
    ['modify({"x": action.payload.nul})', 'yields text with a NUL'],
    ['modify({"x": action.payload.half})', 'yields text with a NUL character or a lone surrogate'],
    ['modify({"x": action.payload.proto})', 'yields the key __proto__'],
    ['modify({"x": 1.0 / action.payload.zero})', 'yields a number that JSON cannot hold'],
    ['modify({"x": [[action.payload.deep]]})', 'deeper than 100 levels'],
    ['reroute(action.payload.nul)', 'yields text with a NUL'],
    ['schedule(action.payload.long)', 'must be a whole number from 1 to 604800'],
  ])('fails where a verdict would hold what no request may: %s', (condition, error) => {
    const payload: unknown = {
      ...(JSON.parse('{"proto":{"__proto__":1}}') as object),
      nul: 'a\0',
      half: '\ud800',
      zero: 0,
    };
    const { outcome, error: told = '' } =
      failureOf(condition, {
        ...(payload as object),
        long: 'x'.repeat(100_000),
        deep: JSON.parse('['.repeat(99) + ']'.repeat(99)) as unknown,
      }) ?? {};
    expect([outcome, told]).toEqual(['FAILED', expect.stringContaining(error)]);
    expect(told?.length).toBeLessThan(1_000);
  });

  it('keeps its sure steps whatever the actions before it have cost', () => {
    const budget = new RuleBudget(1_000);
    const hog = 'action.payload.exists(i, action.payload.exists(j, j < 0)) ? deny() : allow()';
    const numbers = Array.from({ length: 1_000 }, (_, index) => index);
    const errors = new Set(numbers.map(() => asked(hog, numbers, budget).trace[0]?.error));
    // A thousandth of what a request has, and the sure steps.
    expect([...errors]).toEqual(['costs too much: on this action it takes more than the 20500 steps it has']);
    expect(asked('action.provider == "email" ? deny() : allow()', numbers, budget).verdict.type).toBe('deny');
  });

  it('takes what the rule costs that decides from the actions after it', () => {
    const budget = new RuleBudget();
    const costly = 'action.payload.contains("y") ? allow() : deny()';
    const text = 'x'.repeat(3_000_000);
    const outcomes = Array.from({ length: 120 }, () => asked(costly, text, budget).trace[0]?.outcome);
    expect(outcomes[0]).toBe('MATCHED');
    expect(outcomes.at(-1)).toBe('FAILED');
  });

  it('leaves what it does not need to the actions after it', () => {
    const budget = new RuleBudget(1_000);
    for (let n = 0; n < 999; n += 1) asked('false ? deny() : allow()', null, budget);
    expect(budget.ofAction().ofRule().steps).toBe(200_000);
  });
});

describe('a budget', () => {
  it('lets others have their turn after some work, to each of those that wait for it', async () => {
    const budget = new RuleBudget(10);
    let turns = 0;
    let isOn = true;
    const count = () => {
      turns += 1;
      if (isOn) setImmediate(count);
    };
    setImmediate(count);
    const spend = () => budget.ofAction().spent({ used: 300_000, verdictBytes: 0 });
    await Promise.all(Array.from({ length: 5 }, () => budget.inTurn(spend)));
    isOn = false;
    expect(turns).toBeGreaterThanOrEqual(4);
  });

  it('tells a failing rule once', () => {
    const budget = new RuleBudget(2);
    expect(['a', 'a', 'b'].map((name) => budget.isFirstFailure(name))).toEqual([true, false, true]);
  });
});
