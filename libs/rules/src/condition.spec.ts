import fc from 'fast-check';
import { compileRules, evaluate } from './rule-set';

const limits = { maxDelaySeconds: 604_800 };
const now = new Date('2026-03-02T10:20:30.000Z');

const outcomeOf = (condition: object, payload: unknown): { matched: boolean; error: string | null | undefined } => {
  const rule = { name: 'r', priority: 0, enabled: true, timezone: null, description: null };
  const rules = compileRules([{ ...rule, condition: { ...condition }, action: { type: 'suppress' } }], limits);
  const fields = { id: '1', namespace: 'n', tenant: 't', provider: 'email', actionType: 'x', metadata: {} };
  const { matchedRule, trace } = evaluate(rules, { action: { ...fields, payload }, now });
  return { matched: matchedRule !== null, error: trace[0]?.error };
};

const holds = (condition: object, payload: unknown) => {
  const { matched, error } = outcomeOf(condition, payload);
  if (error) throw new Error(error);
  return matched;
};

/** What the operators mean, said once more and as plainly as possible. */
function means(condition: Record<string, unknown>, payload: unknown): boolean {
  const { all, any, not } = condition as Record<'all' | 'any', object[] | undefined> & { not?: object };
  if (all) return all.every((part) => means(part as never, payload));
  if (any) return any.some((part) => means(part as never, payload));
  if (not) return !means(not as never, payload);
  const { field, ...operators } = condition;
  const value = at(payload, String(field).split('.').slice(2));
  return Object.entries(operators).every(([name, operand]) => compare(name, value, operand));
}

function at(value: unknown, path: string[]): unknown {
  for (const step of path) {
    const holder: unknown = value;
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) return null;
    value = (holder as Record<string, unknown>)[step];
  }
  return value;
}

function compare(operator: string, value: unknown, operand: unknown): boolean {
  const ordered = (typeof value === 'string' || typeof value === 'number') && typeof value === typeof operand;
  const text = typeof value === 'string';
  switch (operator) {
    case 'eq':
      return isEqual(value, operand);
    case 'ne':
      return !isEqual(value, operand);
    case 'gt':
      return ordered && value > (operand as string | number);
    case 'gte':
      return ordered && value >= (operand as string | number);
    case 'lt':
      return ordered && value < (operand as string | number);
    case 'lte':
      return ordered && value <= (operand as string | number);
    case 'contains':
      return Array.isArray(value)
        ? value.some((item) => isEqual(item, operand))
        : text && typeof operand === 'string' && value.includes(operand);
    case 'starts_with':
      return text && value.startsWith(operand as string);
    case 'ends_with':
      return text && value.endsWith(operand as string);
    case 'in':
      return (operand as unknown[]).some((item) => isEqual(item, value));
    default:
      return (value !== null) === operand;
  }
}

const isEqual = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

const scalar = fc.oneof(
  fc.constantFrom('a', 'ab', '', 'é"\\\n', '5'),
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(0.5, 5.5, 1e21, 2 ** 53),
  fc.boolean(),
);
const json = fc.oneof(scalar, fc.constant(null), fc.array(scalar, { maxLength: 3 }));
const payload = fc.oneof(json, fc.dictionary(fc.constantFrom('a', 'b', '0', 'in', 'odd key'), json, { maxKeys: 4 }));
const field = fc.constantFrom('a', 'b', '0', 'a.0', 'b.1', 'in', 'odd key', 'a.b.c', 'missing', 'length', '__proto__');
const operand = {
  eq: json,
  ne: json,
  gt: fc.oneof(fc.integer({ min: -3, max: 6 }), fc.constantFrom('a', 'b')),
  gte: fc.oneof(fc.integer({ min: -3, max: 6 }), fc.constantFrom('a', 0.5)),
  lt: fc.oneof(fc.double({ min: -5, max: 9, noNaN: true }), fc.constantFrom('b')),
  lte: fc.oneof(fc.integer({ min: -3, max: 6 }), fc.constantFrom('ab')),
  contains: scalar,
  starts_with: fc.constantFrom('a', '', 'é"'),
  ends_with: fc.constantFrom('b', '', '\n'),
  in: fc.array(json, { minLength: 1, maxLength: 4 }),
  exists: fc.boolean(),
};
const predicate = fc
  .tuple(field, fc.record(operand, { requiredKeys: [] }))
  .filter(([, operators]) => Object.keys(operators).length > 0)
  .map(([path, operators]) => ({ field: `action.payload.${path}`, ...operators }));
const { condition } = fc.letrec<{ condition: Record<string, unknown> }>((tie) => {
  const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
  const groups = [
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ];
  return { condition: fc.oneof({ maxDepth: 4 }, predicate, ...groups) };
});

describe('a condition in object notation', () => {
  it('means what its operators mean, on every payload', () => {
    fc.assert(
      fc.property(condition, payload, (given, value) => {
        expect(holds(given, value)).toBe(means(given, value));
      }),
      { numRuns: 3000 },
    );
  });

  it('never fails, whatever the payload', () => {
    const match = { field: 'action.payload.a', matches: '^a+$', regex: 'a', in_list: ['a', 'aa'] };
    fc.assert(
      fc.property(condition, fc.jsonValue(), (given, value) => {
        expect(outcomeOf({ any: [given, match] }, value).error).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('takes aliases, paths into lists, and time', () => {
    const order = { items: [{ sku: 'A-1' }], 'x.y': 1 };
    expect(holds({ field: 'action.payload.items.0.sku', regex: '^A-\\d$', in_list: ['A-1'] }, order)).toBe(true);
    expect(holds({ field: 'action.payload.items.1.sku', exists: true }, order)).toBe(false);
    expect(holds({ field: 'time.weekday', eq: 'Monday' }, order)).toBe(true);
    expect(holds({ field: 'time.hour', gte: 10, lt: 11 }, order)).toBe(true);
  });

  const refusals = (given: unknown) => outcomeOf(given as object, {}).error;

  it.each([
    [{ field: 'action.payload.a' }, 'condition has no operator, such as eq'],
    [{ field: 'action.payload.a', equals: 1 }, 'condition.equals is no operator; there are eq, ne,'],
    [{ field: 'payload.a', eq: 1 }, 'condition.field must be one of action.id,'],
    [{ field: 'action.payload..a', eq: 1 }, 'condition.field must be one of'],
    [{ field: 'action.provider.x', eq: 1 }, 'condition.field must be one of'],
    [{ all: [] }, 'condition.all must be a list of conditions'],
    [{ all: [{ field: 'action.id', eq: 'x' }], any: [] }, 'condition must have nothing beside all'],
    [{ any: [{ not: 'x' }] }, 'condition.any[0].not must be an object such as'],
    [{ field: 'action.payload.a', gt: null }, 'condition.gt must be a number or text'],
    [{ field: 'action.payload.a', matches: '(' }, 'condition.matches bad regular expression: missing closing )'],
    [{ field: 'action.payload.a', in: 'a' }, 'condition.in must be a list of values'],
    [{ field: 'action.payload.a', exists: 'yes' }, 'condition.exists must be true or false'],
    [{ field: 'action.payload.a', starts_with: 1 }, 'condition.starts_with must be text'],
  ])('is refused with the place: %j', (given, message) => expect(refusals(given)).toContain(message));

  it('is refused with everything that is wrong, and beyond 16 levels', () => {
    const two = refusals({
      all: [
        { field: 'x', eq: 1 },
        { field: 'action.id', is: 1 },
      ],
    });
    expect(two).toMatch(/condition\.all\[0\]\.field .*; condition\.all\[1\]\.is /);
    const nested = (levels: number): object =>
      levels === 1 ? { field: 'action.id', eq: '1' } : { not: nested(levels - 1) };
    expect(outcomeOf(nested(16), {})).toEqual({ matched: false, error: null });
    expect(refusals(nested(17))).toContain('is nested deeper than 16 levels');
  });
});
