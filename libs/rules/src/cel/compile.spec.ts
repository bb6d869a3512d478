import fc from 'fast-check';
import { leastUserTime } from '../least-user-time';
import { compileRules, evaluate, type Evaluation } from '../rule-set';
import { compileExpression } from './compile';

const limits = { maxDelaySeconds: 604_800 };
const now = new Date('2026-03-02T10:20:30.000Z'); // a Monday

const action = {
  id: 'a-1',
  namespace: 'shop',
  tenant: 'acme',
  provider: 'email',
  actionType: 'send_reminder',
  payload: {
    amount: 12.5,
    count: 5,
    name: 'Ana María',
    tags: ['new', 'vip'],
    items: [{ sku: 'A', price: 10 }, { sku: 'B' }],
    nothing: null,
    sentAt: '2026-03-02T10:00:00Z',
    in: { 'odd key': true },
  } as unknown,
  metadata: { priority: 'low' },
};

const judge = (condition: string, payload: unknown = action.payload): Evaluation => {
  const rule = { name: 'r', priority: 0, enabled: true, timezone: null, description: null, condition, action: null };
  return evaluate(compileRules([rule], limits), { action: { ...action, payload }, now });
};

/** What a boolean expression makes of the action. */
const holds = (expression: string, payload?: unknown): boolean => {
  const { matchedRule, trace } = judge(`(${expression}) ? suppress() : false`, payload);
  if (trace[0]?.error) throw new Error(trace[0].error);
  return matchedRule !== null;
};

const problemsOf = (source: string): string[] => {
  const compiled = compileExpression(source, limits);
  const problems = 'problems' in compiled ? compiled.problems : [];
  return problems.map(({ position = '', message }) => `${position} ${message}`);
};

describe('an expression', () => {
  it.each([
    'action.action_type == "send_reminder" && action.metadata.priority == "low"',
    'action.provider in ["email", "sms"] && !("fax" in ["email"])',
    'action.payload.amount > 12 && action.payload.amount <= 12.5 && action.payload.count == 5',
    'action.payload.count * 2 - 1 == 9 && 7 / 2 == 3 && 7 % 4 == 3 && 7.0 / 2 == 3.5 && -action.payload.count < 0',
    'action.payload.name.startsWith("Ana") && action.payload.name.endsWith("ía") && action.payload.name.contains(" M")',
    'action.payload.name.matches("^[A-Z]\\\\w+ ") && action.payload.name.matches(r"(?i)maría$")',
    'size(action.payload.name) == 9 && action.payload.tags.size() == 2 && len({"a": 1}) == 1',
    'action.payload.items[0].sku == "A" && action.payload["items"][1].sku == "B" && action.payload["in"]["odd key"]',
    'action.payload.items.exists(i, i.price > 5) && !action.payload.items.all(i, i.price > 5)',
    'action.payload.items.exists_one(i, i.sku == "A") && action.payload.items.map(i, i.sku) == ["A", "B"]',
    'action.payload.items.filter(i, has(i.price)).size() == 1 && [1, 2].map(x, x > 1, x * 2) == [4]',
    '[1, 2].all(a, [3, 4].all(b, a < b)) && {"k": 1}.exists(k, k == "k")',
    'action.payload.tags.contains("vip") && "vip" in action.payload.tags && "count" in action.payload',
    'lower("ÀB") == "àb" && "ab".upperAscii() == "AB" && abs(-3) == 3 && min(3, 1.5) == 1.5 && max([1, 4]) == 4',
    'int("42") == 42 && int(2.9) == 2 && double("1.5") == 1.5 && string(42) == "42" && to_int("7") == 7',
    'now() - timestamp(action.payload.sentAt) == duration("20m30s") && now() > timestamp("2026-01-01T00:00:00Z")',
    'timestamp("2026-01-01T00:00:00Z") + duration("1h30m") < now() && int(now()) == time.timestamp',
    'time.hour == 10 && time.minute == 20 && time.weekday == "Monday" && time.weekday_num == 1 && time.year == 2026',
    '{"a": [1, {"b": null}]} == {"a": [1.0, {"b": null}]} && "5" != 5 && (true ? true : false)',
  ])('holds: %s', (expression) => expect(holds(expression)).toBe(true));

  it.each([
    'action.metadata.nothing.at.all == "low"',
    'action.payload.nothing.deeper > 3 || action.payload.nothing < 3 || action.payload.items[7].price >= 0',
    'action.payload.missing.matches("x") || action.payload.missing.startsWith("") || action.payload.missing.contains("")',
    'action.payload.missing || !(!action.payload.missing) || action.payload.missing in ["x"] || "x" in action.payload.missing',
    'action.payload.missing.all(i, true) || action.payload.missing.exists(i, true)',
    'action.payload.name > 3 || action.payload.amount > "3" || action.payload.amount.matches("1") || true > false',
    'action.payload.missing + 1 == 1 || size(action.payload.missing) == 0 || int("x") == 0 || duration("x") == duration("0s")',
    'has(action.payload.missing) || has(action.payload.nothing) || "a".foo == 1 || action.payload.tags.x == "new"',
    'action.payload.constructor.name == "Object" || action.payload.__proto__ != null || "toString" in action.payload',
  ])('is false where a field is missing or of the wrong type: %s', (expression) => {
    expect(holds(expression)).toBe(false);
    for (const payload of [null, [], 'text', 7, {}]) expect(holds(expression, payload)).toBe(false);
  });

  it('yields a verdict, computed where wanted, or no match', () => {
    expect(judge('action.action_type == "send_reminder" ? schedule(3600) : allow()').verdict).toEqual({
      type: 'schedule',
      delaySeconds: 3600,
    });
    const verdict = (expression: string) => judge(expression).verdict;
    expect(verdict('schedule(int(action.payload.count) * 60)')).toEqual({ type: 'schedule', delaySeconds: 300 });
    expect(verdict('throttle(10, 60)')).toEqual({ type: 'throttle', maxCount: 10, windowSeconds: 60 });
    expect(verdict('deduplicate(300)')).toEqual({ type: 'deduplicate', ttlSeconds: 300 });
    expect(verdict('reroute("sms-" + action.tenant)')).toEqual({ type: 'reroute', targetProvider: 'sms-acme' });
    expect(verdict('modify({"total": action.payload.count * 2, "old": null})')).toEqual({
      type: 'modify',
      changes: { total: 10, old: null },
    });
    expect(verdict('deny()')).toEqual({ type: 'deny' });
    expect(judge('false ? deny() : null')).toMatchObject({ verdict: { type: 'allow' }, matchedRule: null });
  });

  it.each([
    ['schedule(0)', '1:10 schedule(delaySeconds): delaySeconds must be a whole number from 1 to 604800, not 0'],
    [
      'schedule(604801)',
      '1:10 schedule(delaySeconds): delaySeconds must be a whole number from 1 to 604800, not 604801',
    ],
    ['schedule(-1)', '1:10 schedule(delaySeconds): delaySeconds must be a whole number from 1 to 604800, not -1'],
    ['schedule(1.5)', '1:10 schedule(delaySeconds): delaySeconds must be a whole number from 1 to 604800, not 1.5'],
    ['schedule("60")', '1:10 schedule(delaySeconds): delaySeconds must be a whole number from 1 to 604800, not "60"'],
    ['schedule()', '1:1 schedule(delaySeconds) does not take 0 arguments'],
    [
      'reroute("") ',
      '1:9 reroute(targetProvider): targetProvider must be the name of a dispatch config or the code of a provider',
    ],
    ['modify([1])', '1:8 modify(changes): changes must be an object: a JSON merge patch for the payload'],
    ['[schedule(1)] == [] ? allow() : deny()', '1:2 schedule() can only be what the expression yields'],
    [
      'action.\n  typ == "x"',
      '1:1 action has no field typ; it has id, namespace, tenant, provider, action_type, payload, metadata',
    ],
    [
      'time.hours > 3',
      '1:1 time has no field hours; it has hour, minute, second, day, month, year, weekday, weekday_num, timestamp',
    ],
    ['payload.x == 1', '1:1 unknown name payload; there are action, time and the functions'],
    ['true &&\n eval("x")', '2:2 unknown function eval()'],
    ['"a".toString()', '1:1 unknown function .toString()'],
    ['lower("a", "b")', '1:1 lower() does not take 2 arguments'],
    ['"a".matches("(")', '1:13 bad regular expression: missing closing ): `(`'],
    ['"a".matches("(?=b)")', '1:13 bad regular expression: invalid or unsupported Perl syntax: `(?=`'],
    ['"a".matches(action.id)', '1:1 matches() takes one pattern, written out as text'],
    ['[1].all(1, true)', '1:9 all(var, predicate) invalid predicate iteration variable'],
    ['cel.bind(x, 1, x)', '1:1 unknown function .bind()'],
    ['1u == 1', '1:1 unsigned ints, ints of more than 64 bits and bytes are not supported'],
    ['3600', '1:1 yields a number, neither true or false nor a verdict'],
    ['action.payload.n == 9007199254740993', '1:21 the int is beyond ±(2^53-1), where payloads have text'],
    ['action.payload.n in [-9007199254740992]', '1:23 the int is beyond ±(2^53-1), where payloads have text'],
    ['action.id ==', '1:13 Unexpected token: EOF'],
  ])('is refused with the place: %s', (source, problem) => expect(problemsOf(source)).toContain(problem));

  it('is refused with everything that is wrong with it', () => {
    expect(problemsOf('foo() ? schedule(0) : bar == 1')).toHaveLength(3);
  });

  it.each([
    ['schedule(int(action.payload.count) - 5)', 'must be a whole number from 1 to 604800, not 0'],
    ['schedule(action.payload.missing)', 'not null'],
    ['1 / (int(action.payload.count) - 5) == 1 ? allow() : deny()', 'divides by zero'],
    ['int("9223372036854775807") + 1 > 0 ? allow() : deny()', 'makes an int of more than 64 bits'],
    ['true ? action.payload.count : deny()', 'yields a number, neither true or false nor a verdict'],
    ['true ? action.id == "a-1" : deny()', 'yields true, but the rule has no action'],
  ])('fails on the action, without an exception: %s', (condition, error) => {
    const { verdict, trace } = judge(condition);
    expect(verdict).toEqual({ type: 'allow' });
    expect(trace[0]).toMatchObject({ outcome: 'FAILED', error: expect.stringContaining(error) as string });
  });
});

describe('a hostile expression', () => {
  const numbers = `[${Array.from({ length: 900 }, (_, index) => index).join(',')}]`;
  const chain = '["aaaaaaaaaaaaaaaaaaaa"]' + '.map(x, x + x)'.repeat(40);

  it.each([
    ['nested loops', `${numbers}.all(a, ${numbers}.all(b, ${numbers}.all(c, a + b + c >= 0))) ? deny() : allow()`],
    ['text that doubles', `${chain} == [] ? deny() : allow()`],
    ['lists that double', `[[1]]${'.map(x, x + x)'.repeat(40)} == [] ? deny() : allow()`],
    [
      'shared lists compared',
      `[[1]]${'.map(x, [x, x])'.repeat(40)} == [[1]]${'.map(x, [x, x])'.repeat(40)} ? deny() : allow()`,
    ],
    ['a costly pattern', 'action.payload.text.matches("([a-z]{1,300}[0-9]x){1,3}") ? deny() : allow()'],
  ])('fails for its cost: %s', (_, condition) => {
    const payload = { text: 'x'.repeat(50_000) };
    expect(judge(condition, payload).trace[0]?.error).toContain('costs too much');
    expect(leastUserTime(() => judge(condition, payload))).toBeLessThan(1_000_000); // 0.2 to 90 ms
  });

  it('takes time in proportion to the text for a pattern that ruins a backtracking engine', () => {
    const text = 'a'.repeat(20_000);
    // Automata are kept, by their pattern.
    const condition = (end: string | number) =>
      `action.payload.matches("(a+)+$|${end}") && !action.payload.matches("^(a|aa)+$b${end}")`;
    expect(holds(condition('b'), text)).toBe(true);
    expect(leastUserTime((run) => holds(condition(run), text))).toBeLessThan(1_000_000);
  });

  it('is refused for its size or depth', () => {
    expect(problemsOf('!'.repeat(30_000) + 'true')).toEqual([' the expression is nested too deeply']);
    expect(problemsOf('('.repeat(150) + 'true' + ')'.repeat(150)).join()).toContain('maxDepth');
    expect(problemsOf(`true${' && true'.repeat(3000)}`).join()).toContain('maxAstNodes');
    expect(problemsOf('"' + 'x'.repeat(40_000) + '"')).toEqual([' the expression is longer than 32768 characters']);
    expect(problemsOf(`"".matches("${'a'.repeat(1001)}")`).join()).toContain('longer than 1000');
  });

  it('leaves the rules after it something to spend', () => {
    const hog = `${numbers}.all(a, ${numbers}.all(b, a + b >= 0)) ? deny() : allow()`;
    const rule = { priority: 0, enabled: true, timezone: null, description: null, action: null };
    const rules = Array.from({ length: 50 }, (_, index) => ({ ...rule, name: `hog ${index}`, condition: hog }));
    const last = { ...rule, priority: 1, name: 'last', condition: 'action.provider == "email" ? suppress() : false' };
    const ofAll = () => evaluate(compileRules([...rules, last], limits), { action, now });
    const { verdict, matchedRule } = ofAll();
    expect(leastUserTime(ofAll)).toBeLessThan(3_000_000);
    expect([verdict.type, matchedRule?.name]).toEqual(['suppress', 'last']);
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    ...[
      'action',
      '.payload',
      '.x',
      '[0]',
      'time.hour',
      '"a"',
      '1',
      '2.5',
      'null',
      'true',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
    ],
    ...['==', '>', '&&', '||', '!', '-', '+', '/', '%', '?', ':', ',', 'in', 'has(', 'size(', 'schedule(', 'allow()'],
    ...[
      '.map(x, ',
      '.all(x, ',
      '.exists(x, ',
      'x',
      '.matches("a+")',
      '.contains(',
      'now()',
      'duration("1h")',
      '1u',
      'b"x"',
    ],
  );
  const expression = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 20 }).map((parts) => parts.join(' ')),
  );

  it('is either refused or evaluated, never an exception', () => {
    fc.assert(
      fc.property(expression, fc.json(), (condition, json) => {
        const { trace } = judge(condition, JSON.parse(json));
        expect(['MATCHED', 'NOT_MATCHED', 'FAILED']).toContain(trace[0]?.outcome);
      }),
      { numRuns: 2000 },
    );
  });
});
