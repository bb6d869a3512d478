import { keyAround } from './completion';

describe('the key around a place in a rule file', () => {
  it.each([
    ['rules:\n  - na', 'rules'],
    ['rules:\n  - name: a\n    prio', 'rules'],
    ['rules:\n  - name: a\n    condition:\n      fie', 'condition'],
    ['rules:\n  - name: a\n    condition: { fie', 'condition'],
    ['rules:\n  - name: a\n    condition: { field: x, e', 'condition'],
    ['rules:\n  - name: a\n    condition: { not: { fie', 'not'],
    ['rules:\n  - name: a\n    condition: { not: { field: x, eq: 1 }, ', 'condition'],
    ['rules:\n  - name: a\n    condition:\n      all:\n        - fie', 'all'],
    ['rules:\n  - name: a\n    condition:\n      all:\n        - { fie', 'all'],
    ['rules:\n  - name: a\n    condition:\n      any: [{ field: x, eq: 1 }, { fie', 'any'],
    ['rules:\n  - name: a\n    condition:\n      all:\n        - field: x\n          e', 'all'],
    ['rules:\n  - name: a\n    condition:\n      all:\n        - field: x\n          eq: 1\n    act', 'rules'],
    ['rules:\n  - name: a\n    action: { ty', 'action'],
    ['rules:\n  - name: a\n    action:\n      type: deny\n      ', 'action'],
    ['ru', undefined],
  ])('of %j is %s', (text, key) => {
    expect(keyAround(text)).toBe(key);
  });
});
