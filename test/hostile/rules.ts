import type { Actor } from '../support/scenario';
import type { Attack, Product } from './product';
import { jsonOf } from './wire';

/** Rules that make or walk far more than they say, over a payload of under 4 MB. */
const hungryRules: Record<string, string> = {
  'a text as often as there are items': 'modify({"x": action.payload.l.map(i, action.payload.s)})',
  'the size of a map for each item': 'action.payload.l.all(i, size(action.payload.m) > 0) ? allow() : allow()',
  'the keys of a map for each item': 'action.payload.l.all(i, action.payload.m.all(k, true)) ? allow() : allow()',
  'a list in a list for each item': 'action.payload.l.exists(i, -1 in action.payload.l) ? allow() : allow()',
  'every pair': 'action.payload.l.all(i, action.payload.l.all(j, i + j >= 0)) ? allow() : allow()',
  'maps compared for each item': 'action.payload.l.exists(i, action.payload.m == action.payload.n) ? allow() : allow()',
  'texts compared for each item':
    'action.payload.l.exists(i, action.payload.s == action.payload.t) ? allow() : allow()',
  'a text searched for each item': 'action.payload.l.exists(i, action.payload.s.contains("xy")) ? deny() : allow()',
  'a pattern for each item': 'action.payload.l.exists(i, action.payload.s.matches("(x+x+)+y")) ? deny() : allow()',
  'a text made longer for each item':
    'action.payload.l.exists(i, size(action.payload.s + action.payload.s) < 0) ? deny() : allow()',
  'lists added': 'size(action.payload.l.map(i, action.payload.l + action.payload.l)) < 0 ? deny() : allow()',
};

const map = (end: number) =>
  Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`key-${n}`, n === 4_999 ? end : n]));
const payload = {
  l: Array.from({ length: 10_000 }, (_, n) => n),
  s: 'x'.repeat(1_000_000),
  t: `${'x'.repeat(999_999)}y`,
  m: map(1),
  n: map(2),
};

const evaluated: Attack = {
  what: 'rules that are small and cost much',
  async run(product) {
    const { tenant } = await product.tenant();
    const key = await tenant.key('MANAGE_RULES', 'VIEW_ACTIVITIES');
    const headers = { 'x-api-key': key, 'content-type': 'application/json' };
    const within: string[] = [];
    for (const [name, condition] of Object.entries(hungryRules)) {
      const saved = await tenant.request<{ id: string }>('POST', '/api/rules', { body: { name, condition } });
      expect({ name, status: saved.status }).toEqual({ name, status: 201 });
      const body = JSON.stringify({ action: { payload } });
      const answer = await product.sendAlone(name, { path: '/api/rules/evaluate', headers, body }, [200]);
      const { trace } = jsonOf(answer) as { trace?: { error: string | null }[] };
      if (typeof trace?.[0]?.error !== 'string') within.push(name);
      await tenant.request('DELETE', `/api/rules/${saved.body.id}`);
    }
    // A rule that is over its budget has failed, and says so.
    expect(within).toEqual([]);
  },
};

const judged = (rules: number, activities: number): Attack => ({
  what: `${rules} such rules for a bulk of ${activities}`,
  async run(product) {
    const actor = await product.tenant();
    const small = { l: Array.from({ length: 150 }, (_, n) => n) };
    for (let n = 0; n < rules; n += 1) {
      const body = { name: `rule ${n}`, priority: n, condition: hungryRules['every pair'] };
      await actor.request('POST', '/api/rules', { body });
    }
    const attributes = Object.entries(small).map(([key, value]) => ({ key, value }));
    const list = Array.from({ length: activities }, () =>
      actor.message({ attributes, scheduledAt: '2099-01-01T00:00:00Z' }),
    );
    await bulk(product, actor, list);
  },
});

/** Files of up to 4 MB that grow, or cost, when they are read. */
const yamlBombs: Record<string, string> = {
  'keys that are lists of 60':
    `rules:\n  - ? [${Array.from({ length: 60 }, (_, n) => `[${n}, a, b]`).join()}]\n    : 1\n`.repeat(200),
  'keys that are maps': `? {a: {b: {c: 1}}}\n: 1\n`.repeat(50_000),
  'anchors of anchors': `a0: &a0 [x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]\n`).join('')}rules: *a40\n`,
  'many anchors': `rules:\n${Array.from({ length: 100_000 }, (_, n) => `  - &a${n} {name: a}\n`).join('')}`,
  'deep flow': `rules: ${'['.repeat(1_000_000)}`,
  'deep blocks': Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
  'many rules': `rules:\n${'  - {name: a}\n'.repeat(250_000)}`,
  'many keys': `rules:\n${Array.from({ length: 300_000 }, (_, n) => `  k${n}: 1\n`).join('')}`,
  'one key many times': `rules:\n${'  kk: 1\n'.repeat(400_000)}`,
  'many documents': '---\nrules: []\n'.repeat(280_000),
  'a long text': `rules:\n  - name: |\n${'      xxxxxxxxxxxxxxx\n'.repeat(180_000)}`,
  comments: '#\n'.repeat(2_000_000),
  'quotes that do not end': `rules: "${'\\"'.repeat(1_900_000)}`,
  tags: `rules: ${'!!set '.repeat(600_000)}`,
  merges: `a: &a {b: 1}\nrules:\n${'  - {<<: *a}\n'.repeat(250_000)}`,
};

const imported: Attack = {
  what: 'files of rules that are no rules',
  async run(product) {
    const { tenant } = await product.tenant();
    const headers = { 'x-api-key': await tenant.key('MANAGE_RULES'), 'content-type': 'application/yaml' };
    for (const [name, body] of Object.entries(yamlBombs)) {
      const sent = { path: '/api/rules/import', headers, body: body.slice(0, 4_000_000) };
      await product.sendAlone(name, sent, [400, 413]);
    }
  },
};

/** What the api would refuse of a request, asked for by a rule. */
const badWrites: Record<string, string> = {
  'an empty key': 'modify({"": 1})',
  'a key that is too long': `modify({"${'k'.repeat(201)}": 1})`,
  'more attributes than there may be': `modify({${Array.from({ length: 101 }, (_, n) => `"k${n}": 1`).join()}})`,
  'more bytes than there may be': 'modify({"a": action.payload.s + action.payload.s, "b": action.payload.s})',
};

const modified: Attack = {
  what: 'rules that write what a request may not have',
  async run(product) {
    for (const [name, condition] of Object.entries(badWrites)) {
      const actor = await product.tenant();
      await actor.request('POST', '/api/rules', { body: { name, condition } });
      const attributes = [{ key: 's', value: 'x'.repeat(100_000) }];
      const message = actor.message({ attributes, scheduledAt: '2099-01-01T00:00:00Z' });
      const { status, body } = await actor.request<{ attributes: { key: string }[] }>('POST', '/api/activities', {
        body: message,
      });
      expect({ name, status, keys: body.attributes?.map(({ key }) => key) }).toEqual({
        name,
        status: 201,
        keys: ['s'],
      });
    }
  },
};

async function bulk(product: Product, actor: Actor, activities: object[]) {
  const key = await actor.tenant.key('CREATE_ACTIVITY');
  const headers = { 'x-api-key': key, 'content-type': 'application/json' };
  return product.sendAlone(
    'the bulk',
    { path: '/api/activities/bulk', headers, body: JSON.stringify({ activities }) },
    [200],
  );
}

export const rules = (isShort: boolean): Attack[] => [
  evaluated,
  judged(isShort ? 10 : 40, isShort ? 200 : 1000),
  imported,
  modified,
];
