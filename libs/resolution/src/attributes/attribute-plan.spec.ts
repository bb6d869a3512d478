import { answerOf, without } from '../question';
import type { KnownPolicy } from '../sql/settings.sql';
import { type AttributeInput, fulfil, planAttribute } from './attribute-plan';

const policy = (fields: Partial<KnownPolicy>): KnownPolicy => ({
  ...{ key: 'k', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK', hook: null, hookSecret: null, fallback: null },
  ...fields,
});
const plan = (input: Partial<AttributeInput>, known?: KnownPolicy, { isServiceKey = false, isLate = false } = {}) =>
  planAttribute({ key: 'k', ...input }, known, isServiceKey, isLate);

describe('the plan of an attribute', () => {
  it('asks nobody for what the caller gave, whatever the policy says', () => {
    expect(plan({ value: 0 }, policy({}))).toMatchObject({ ask: 'NOBODY', policy: { strategy: 'CALLER_PROVIDED' } });
    expect(plan({ value: null }, policy({})).ask).toBe('CLIENT_HOOK');
  });

  it('asks whom the policy names, when it is sent or now', () => {
    const late = policy({ strategy: 'ON_DISPATCH' });
    expect(plan({}, policy({})).ask).toBe('CLIENT_HOOK');
    expect(plan({}, late).ask).toBe('LATER');
    expect(plan({}, late, { isLate: true }).ask).toBe('CLIENT_HOOK');
    expect(plan({}, policy({ resolver: 'CALLER_PROVIDED' })).ask).toBe('NOBODY');
  });

  it('asks, without a policy, an internal service of that name, else nobody', () => {
    expect(plan({}, undefined, { isServiceKey: true }).ask).toBe('INTERNAL_SERVICE');
    expect(plan({}).ask).toBe('NOBODY');
  });
});

describe('what comes of a plan', () => {
  const statusOf = ({ value, resolution_status }: ReturnType<typeof fulfil>) => [resolution_status, value];

  it('is the answer, or the fallback of the caller before that of the policy, or a failure that says why', () => {
    expect(statusOf(fulfil(plan({}, policy({})), answerOf(false, 'it')))).toEqual(['RESOLVED', false]);
    const hasFallback = policy({ fallback: 'policy' });
    const none = without('it has no value');
    expect(statusOf(fulfil(plan({ fallback: 'caller' }, hasFallback), none))).toEqual(['FALLBACK', 'caller']);
    expect(statusOf(fulfil(plan({}, hasFallback), none))).toEqual(['FALLBACK', 'policy']);
    expect(fulfil(plan({}, policy({})), none)).toMatchObject({
      ...{ resolution_status: 'FAILED', value: null, error_message: 'it has no value' },
    });
  });

  it('is PENDING, with the fallback kept, while it is found later', () => {
    const later = plan({}, policy({ strategy: 'ON_DISPATCH', fallback: 1 }));
    expect(fulfil(later, undefined)).toMatchObject({ resolution_status: 'PENDING', value: null, fallback: 1 });
  });
});

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

describe('a value that somebody gave', () => {
  it.each([
    [null, 'it has no value'],
    [undefined, 'it has no value'],
    [Infinity, 'it gave a value that is not JSON'],
    [() => 1, 'it gave a value that is not JSON'],
    ['x'.repeat(32_768), 'it gave a value of over 32768 bytes'],
    ['nul \u0000', 'it gave a value with characters that cannot be kept'],
    [nested(101), 'it gave a value nested deeper than 100 levels'],
    [nested(100_000), 'it gave a value nested deeper than 100 levels'],
    [{ half: '\ud83d' }, 'it gave a value with characters that cannot be kept'],
  ])('%p is none', (value, problem) => {
    expect(answerOf(value, 'it')).toEqual({ value: null, problem });
  });

  it.each([0, '', '\\u0000', '😀', { deep: [null] }, nested(100)])('%p is one', (value) => {
    expect(answerOf(value, 'it')).toEqual({ value, problem: null });
  });
});
