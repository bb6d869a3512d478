import { type Draft, emptyDraft, fieldOf, isJsonObject, requestOf, valueOf } from './draft';

const draft: Draft = {
  ...emptyDraft(['discount', 'balance', 'name']),
  ...{ channel: 'WHATSAPP', reason: 'reminder', commerce: { id: 'c1', name: 'Corner', note: 'STORE-1' } },
};
const known = (...values: string[]) => ({
  known: ['discount', 'balance', 'name'].map((key, index) => ({ key, value: values[index] ?? '' })),
});

describe('an activity of the form', () => {
  it('asks for no more than was given', () => {
    expect(requestOf(draft)).toEqual({ type: 'MESSAGE', channel: 'WHATSAPP', reason: 'reminder', commerceId: 'c1' });
  });

  it('has route and operator only as a task, and its time only where one is chosen', () => {
    const route = { id: 'r1', name: 'North' };
    const at = { scheduledAt: '2026-11-28T09:30:00.000Z' };
    expect(requestOf({ ...draft, route, ...at })).not.toHaveProperty('assignedRouteId');
    expect(requestOf({ ...draft, route, ...at })).not.toHaveProperty('scheduledAt');
    expect(requestOf({ ...draft, ...{ type: 'TASK', when: 'at' }, route, ...at })).toMatchObject({
      ...{ assignedRouteId: 'r1', ...at },
    });
  });

  it('sends what is JSON as that, and else as text', () => {
    expect(requestOf({ ...draft, ...known('15 %', '15', '"15"'), attributes: '{"more": [1]}' })?.attributes).toEqual([
      { key: 'discount', value: '15 %' },
      { key: 'balance', value: 15 },
      { key: 'name', value: '15' },
      { key: 'more', value: [1] },
    ]);
    expect(valueOf('true')).toBe(true);
    expect(valueOf('{a')).toBe('{a');
  });

  it('is none while an object is not one', () => {
    for (const text of ['{', '[1]', '1', 'null x']) {
      expect(isJsonObject(text)).toBe(false);
      expect(requestOf({ ...draft, metadata: text })).toBeUndefined();
      expect(requestOf({ ...draft, attributes: text })).toBeUndefined();
    }
    expect(isJsonObject(' ')).toBe(true);
  });

  it('finds the field that the api names', () => {
    const of = fieldOf({ ...draft, ...known('', '15', 'Ana') });
    expect(of('attributes[1].value')).toBe('known.2.value');
    expect(of('attributes[2].key')).toBe('attributes');
    expect(of('commerceId')).toBe('commerce');
    expect(of('targetCriteria[0].role')).toBe('targetCriteria');
    expect(of('reason')).toBe('reason');
  });
});
