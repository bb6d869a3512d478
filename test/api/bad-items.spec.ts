import { Scenario } from '../support/scenario';

/** One that says what PostgreSQL cannot hold, among good ones. */
const unstorable = [
  ['a NUL character', { name: 'a\u0000b', reason: 'a\u0000b', externalStatus: 'a\u0000b' }],
  ['half of a surrogate pair', { metadata: { a: ['\ud83d'] }, rawPayload: { a: ['\ud83d'] } }],
] as const;

describe('an item with text that cannot be stored', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());

  it.each(unstorable)('(%s) refuses no other activity of a bulk create', async (_, { reason, metadata }: Bad) => {
    const actor = await scenario.tenant();
    const activities = [actor.message(), { ...actor.message(), ...given({ reason, metadata }) }, actor.message()];
    const { status, body } = await actor.request<Results>('POST', '/api/activities/bulk', { body: { activities } });
    expect([status, body.results.map((result) => result.status)]).toEqual([200, ['created', 'invalid', 'created']]);
    expect(body.results[1]?.error).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it.each(unstorable)('(%s) refuses no other commerce of a sync', async (_, { name, metadata }: Bad) => {
    const actor = await scenario.tenant();
    const items = ['A', 'B', 'C'].map((externalId) => ({ externalId, name: externalId }));
    Object.assign(items[1] ?? {}, given({ name, metadata }));
    const { status, body } = await actor.request<Report>('POST', '/api/commerces/sync', { body: { items } });
    expect([status, body.created]).toEqual([200, 2]);
    expect(body.errors).toMatchObject([{ index: 1, code: 'VALIDATION_FAILED' }]);
  });

  it.each(unstorable)('(%s) refuses no other result', async (_, { externalStatus, rawPayload }: Bad) => {
    const actor = await scenario.tenant();
    const result = { commerceExternalId: 'STORE-1', occurredAt: new Date().toISOString(), status: 'PENDING' };
    const results = [result, { ...result, ...given({ externalStatus, rawPayload }) }, result];
    const { status, body } = await actor.request<Results>('POST', '/api/activity-results/bulk', { body: { results } });
    expect([status, body.results.map(({ error }) => error?.code ?? null)]).toEqual([
      200,
      [null, 'VALIDATION_FAILED', null],
    ]);
  });

  it('refuses no other of a sync where its values are odd objects', async () => {
    const actor = await scenario.tenant();
    const value = { toString: 1, valueOf: 1, constructor: 1 };
    const users = [{ externalId: value, firstName: value, roles: [value], contacts: [{ type: value, value }] }];
    const items = [
      { externalId: 'A', name: 'A' },
      { externalId: 'B', name: 'B', users },
      { externalId: value, name: value },
    ];
    const { status, body } = await actor.request<Report>('POST', '/api/commerces/sync', { body: { items } });
    expect([status, body.created]).toEqual([200, 1]);
    expect(body.errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'VALIDATION_FAILED'],
      [2, 'VALIDATION_FAILED'],
    ]);
  });

  it('names the field', async () => {
    const actor = await scenario.tenant();
    const { body } = await actor.request('POST', '/api/activities', {
      body: { ...actor.message(), metadata: { a: [{ b: 'x\u0000' }] } },
    });
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED', details: [{ field: 'metadata.a[0].b' }] });
    const query = await actor.request('GET', '/api/activities?search=%00');
    expect(query).toMatchObject({ status: 400, body: { details: [{ field: 'search' }] } });
  });
});

type Bad = Partial<Record<'name' | 'reason' | 'externalStatus' | 'metadata' | 'rawPayload', unknown>>;
interface Results {
  results: { status: string; error: { code: string } | null }[];
}
interface Report {
  created: number;
  errors: { index: number; code: string }[];
}

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
