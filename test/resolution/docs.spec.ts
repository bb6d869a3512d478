import fs from 'node:fs';
import path from 'node:path';
import { type Actor, Scenario } from '../support/scenario';

const document = fs.readFileSync(path.join(__dirname, '../../docs/resolution.md'), 'utf8');

type Kind = 'http' | 'json answer' | 'json payload' | 'json hook-asked' | 'json hook-answers';

interface Block {
  kind: Kind;
  text: string;
}

/** The sections that have examples, each with its blocks in order. */
const sections = document
  .split(/^## /m)
  .map((text) => ({
    title: text.split('\n', 1)[0] ?? '',
    blocks: [...text.matchAll(/^```(http|json [a-z-]+)\n([^]*?)^```$/gm)].map(([, kind, block = '']): Block => ({
      kind: kind as Kind,
      text: block,
    })),
  }))
  .filter(({ blocks }) => blocks.length > 0);

/** `"…"` matches anything. */
function expected(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => (value === '…' ? (expect.anything() as unknown) : value));
}

describe('docs/resolution.md', () => {
  let scenario: Scenario;
  let actor: Actor;
  let hookAnswer: unknown;

  beforeAll(async () => {
    scenario = await Scenario.start(0);
    scenario.sink.answerWith(({ path, json }) => {
      if (path !== '/attributes') return { body: { id: 'p-1' } };
      if (typeof hookAnswer === 'string') return { body: hookAnswer };
      const { items } = json as { items: { activityId: string }[] };
      const answered = (hookAnswer as { items: object[] }).items;
      return { body: { items: answered.map((item, index) => ({ ...item, activityId: items[index]?.activityId })) } };
    });
  });
  afterAll(() => scenario.close());

  beforeEach(async () => {
    actor = await scenario.tenant();
    scenario.sink.requests.splice(0);
    for (const channel of ['WHATSAPP', 'EMAIL', 'SALESMAN']) await actor.yom({ channel });
    await actor.request('POST', `/api/commerces/${actor.commerceId}/users`, {
      body: { firstName: 'Bruno', roles: ['ORDERS'], contacts: [{ type: 'WHATSAPP', value: '+56911113333' }] },
    });
  });

  const send = async (text: string, id: string) => {
    const [, method = '', place = '', body = ''] = /^(\S+) (\S+)\n([^]*)$/.exec(text) ?? [];
    const told = body
      .replaceAll('{routeId}', actor.routeId)
      .replaceAll('{operatorId}', actor.operatorId)
      .replaceAll('https://crm.example.com', scenario.sink.url);
    const options = told.trim() === '' ? {} : { body: JSON.parse(told) as unknown };
    return actor.request<{ id?: string }>(method, place.replace('{id}', id), options);
  };

  it.each(sections)('does as the section “$title” says', async ({ blocks }) => {
    expect.hasAssertions();
    let id = '';
    let last: Awaited<ReturnType<typeof send>> | undefined;
    for (const { kind, text } of blocks) {
      if (kind === 'http') {
        last = await send(text, id);
        if (text.startsWith('POST /api/activities\n')) id = last.body.id ?? '';
      }
      const requests = scenario.sink.requests.map(({ path, json }) => ({ path, json }));
      if (kind === 'json hook-answers') hookAnswer = JSON.parse(text);
      if (kind === 'json answer') expect(last?.body).toMatchObject(expected(text) as object);
      if (kind === 'json payload') expect(requests.at(-1)).toMatchObject({ path: '/activities', json: expected(text) });
      if (kind === 'json hook-asked') expect(requests.at(-1)).toEqual({ path: '/attributes', json: expected(text) });
    }
  });

  it('has examples in every section', () => {
    expect(sections.map(({ title }) => title)).toEqual(
      document
        .split('\n')
        .filter((line) => line.startsWith('## '))
        .map((line) => line.slice(3)),
    );
  });
});
