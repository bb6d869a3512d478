import type { RuleDefinition } from './rule';
import { compileRules, evaluate } from './rule-set';
import { isTimezone } from './time-fields';

const limits = { maxDelaySeconds: 604_800 };
const now = new Date('2026-03-02T10:20:30.000Z');
const action = {
  ...{ id: 'a-1', namespace: 'shop', tenant: 'acme', provider: 'email', actionType: 'send_reminder' },
  ...{ payload: {}, metadata: { priority: 'low' } },
};
const rule = (fields: Partial<RuleDefinition>): RuleDefinition => ({
  ...{ name: 'r', priority: 0, enabled: true, timezone: null, description: null },
  ...{ condition: 'true', action: { type: 'suppress' as const } },
  ...fields,
});

describe('a set of rules', () => {
  it('is asked by priority, then by name, and the first match decides', () => {
    const rules = compileRules(
      [
        rule({ name: 'c', priority: 5 }),
        rule({ name: 'b', action: { type: 'deny' } }),
        rule({ name: 'a', condition: 'false' }),
        rule({ name: 'z', priority: -1, condition: '1 / 0 == 1' }),
      ],
      limits,
    );
    const { verdict, matchedRule, trace } = evaluate(rules, { action, now });
    expect(verdict).toEqual({ type: 'deny' });
    expect(matchedRule).toEqual({ id: null, name: 'b', priority: 0 });
    expect(trace.map((entry) => [entry.rule, entry.outcome])).toEqual([
      ['z', 'FAILED'],
      ['a', 'NOT_MATCHED'],
      ['b', 'MATCHED'],
    ]);
  });

  it('allows what no rule matches', () => {
    expect(evaluate(compileRules([], limits), { action, now })).toEqual({
      verdict: { type: 'allow' },
      matchedRule: null,
      trace: [],
    });
  });

  it('skips disabled rules unless asked for them', () => {
    const rules = compileRules([rule({ enabled: false })], limits);
    expect(evaluate(rules, { action, now })).toMatchObject({ matchedRule: null, trace: [{ outcome: 'DISABLED' }] });
    expect(evaluate(rules, { action, now, includeDisabled: true }).matchedRule?.name).toBe('r');
  });

  it('keeps a stored rule that is no longer right in its place, failing', () => {
    const late = rule({ name: 'late', condition: 'schedule(700000)', action: null });
    const { matchedRule, trace } = evaluate(compileRules([late, rule({})], limits), { action, now });
    expect(trace[0]).toMatchObject({ rule: 'late', outcome: 'FAILED' });
    expect(trace[0]?.error).toContain('from 1 to 604800, not 700000');
    expect(matchedRule?.name).toBe('r');
    expect(evaluate(compileRules([late], { maxDelaySeconds: 800_000 }), { action, now }).verdict.type).toBe('schedule');
  });
});

describe('time in a rule', () => {
  const hour = (at: string, timezone: string | null, tenantZone?: string) => {
    const condition = '{"h": time.hour, "m": time.minute, "d": time.day, "w": time.weekday_num, "n": time.weekday}';
    const rules = compileRules(
      [rule({ timezone, condition: `true ? modify(${condition}) : false`, action: null })],
      limits,
    );
    const { verdict } = evaluate(rules, {
      action,
      now: new Date(at),
      ...(tenantZone === undefined ? {} : { timezone: tenantZone }),
    });
    const { h, m, d, w, n } = verdict.type === 'modify' ? verdict.changes : {};
    return `${String(n)} ${String(w)} day ${String(d)} ${String(h)}:${String(m)}`;
  };

  it('is in the rule’s zone, else the tenant’s, else UTC', () => {
    const at = '2026-03-02T02:30:00.000Z';
    expect(hour(at, 'America/Santiago', 'Asia/Tokyo')).toBe('Sunday 7 day 1 23:30');
    expect(hour(at, null, 'Asia/Tokyo')).toBe('Monday 1 day 2 11:30');
    expect(hour(at, null)).toBe('Monday 1 day 2 2:30');
    expect(hour(at, 'Asia/Kathmandu')).toBe('Monday 1 day 2 8:15');
  });

  it('follows the clocks when they are changed', () => {
    expect(hour('2026-03-29T00:59:59.000Z', 'Europe/Berlin')).toBe('Sunday 7 day 29 1:59');
    expect(hour('2026-03-29T01:00:00.000Z', 'Europe/Berlin')).toBe('Sunday 7 day 29 3:0');
    expect(hour('2026-10-25T00:30:00.000Z', 'Europe/Berlin')).toBe('Sunday 7 day 25 2:30');
    expect(hour('2026-10-25T01:30:00.000Z', 'Europe/Berlin')).toBe('Sunday 7 day 25 2:30');
    expect(hour('2026-12-31T23:30:00.000Z', 'UTC')).toBe('Thursday 4 day 31 23:30');
    expect(hour('2026-06-01T22:00:00.000Z', 'Europe/Berlin')).toBe('Tuesday 2 day 2 0:0');
  });

  it('knows the names of zones and nothing else', () => {
    expect(['UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', 'europe/berlin'].map(isTimezone)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['', 'Mars/Olympus', '+02:00', 'Europe/Berlin ', 'x'.repeat(100)].map(isTimezone)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
