import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { WebhookEndpoint } from '../webhooks/endpoint';

interface Report {
  matched: number;
  done: number;
  skipped: Record<string, number>;
  remaining: number;
  next: string | null;
  byErrorCode: Record<string, number>;
  sample: string[];
}

const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };
const unknown = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';

describe('changes of many activities', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
  });

  const made = async (count: number, fields: Record<string, unknown> = later): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push((await actor.create(fields)).id);
    return ids;
  };
  const ask = (what: string, body: object, key?: string) =>
    key
      ? scenario.api.request<Report>('POST', `/api/activities/${what}`, { body, key })
      : actor.request<Report>('POST', `/api/activities/${what}`, { body });
  const change = async (what: string, body: object, key?: string): Promise<Report> => {
    const answer = await ask(what, body, key);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  describe('bulk-cancel', () => {
    it('counts in a dry run, and changes nothing', async () => {
      const ids = await made(6);
      expect(await change('bulk-cancel', { filter: {}, dryRun: true })).toEqual({
        ...{ matched: 6, done: 0, skipped: {}, remaining: 6, next: null, byErrorCode: { NONE: 6 } },
        sample: ids.toReversed().slice(0, 5),
      });
      expect(await actor.count('status=READY')).toBe(6);
    });

    it('cancels each as if alone: with its history, and webhooks are told', async () => {
      const endpoint = await WebhookEndpoint.make(actor, 'activity.canceled');
      const [first = '', second = ''] = await made(2);
      const [spared = ''] = await made(1, { ...later, channel: 'EMAIL' });
      const report = await change('bulk-cancel', { filter: { channel: 'WHATSAPP' } });
      expect(report).toMatchObject({ matched: 2, done: 2, skipped: {}, remaining: 0, next: null, sample: [] });
      expect(await actor.transitions(first)).toEqual(['– → READY', 'READY → CANCELED']);
      expect((await actor.events(second)).at(-1)).toMatchObject({ trigger: 'CANCELED', actor: 'platform' });
      expect((await actor.get(spared)).status).toBe('READY');
      const told = (await endpoint.deliveries()).map(({ subjectId }) => subjectId);
      expect(told.sort()).toEqual([first, second].sort());
      await endpoint.close();
    });

    it('takes those of one person, and of another none', async () => {
      await made(2);
      const of = (commerceUserId: string) => change('bulk-cancel', { filter: { commerceUserId } });
      expect(await of(unknown)).toMatchObject({ matched: 0, done: 0 });
      expect(await of(actor.ownerId)).toMatchObject({ matched: 2, done: 2 });
    });

    it('says of ids which it passed over, and why', async () => {
      const [free = '', sending = '', canceled = ''] = await made(3);
      await change('bulk-cancel', { ids: [canceled] });
      await execute(
        scenario.api,
        `UPDATE activities SET lease_token = id, dispatch_attempt_count = 1, next_attempt_at = now() + interval '1 hour'
         WHERE tenant_id = $1 AND id = $2`,
        [actor.tenant.id, sending],
      );
      expect(await change('bulk-cancel', { ids: [free, sending, canceled, unknown] })).toMatchObject({
        ...{ matched: 2, done: 1, remaining: 0 },
        skipped: { IN_FLIGHT: 1, INVALID_TRANSITION: 1, NOT_FOUND: 1 },
      });
      expect((await actor.get(free)).status).toBe('CANCELED');
      expect((await actor.get(sending)).status).toBe('READY');
    });

    it('goes on where the call before ended', async () => {
      const ids = await made(3);
      const first = await change('bulk-cancel', { filter: {}, limit: 2 });
      expect(first).toMatchObject({ matched: 3, done: 2, remaining: 1, next: ids[1] });
      const second = await change('bulk-cancel', { filter: {}, limit: 2, before: first.next });
      expect(second).toMatchObject({ matched: 1, done: 1, remaining: 0, next: null });
      expect(await change('bulk-cancel', { filter: {} })).toMatchObject({ matched: 0, done: 0, remaining: 0 });
    });

    it('by two at once cancels each once', async () => {
      await made(20);
      const reports = await Promise.all([1, 2].map(() => change('bulk-cancel', { filter: {} })));
      expect(reports.reduce((sum, { done }) => sum + done, 0)).toBe(20);
    });

    it('cancels a thousand by one call', async () => {
      const activities = Array.from({ length: 1000 }, () => actor.message(later));
      await actor.request('POST', '/api/activities/bulk', { body: { activities } });
      expect(await change('bulk-cancel', { filter: {} })).toMatchObject({ matched: 1000, done: 1000, remaining: 0 });
    });

    it('reaches what the key reaches', async () => {
      const [mine = ''] = await made(1);
      const [mail = ''] = await made(1, { ...later, channel: 'EMAIL' });
      const other = await scenario.tenant();
      const foreign = await other.request('POST', '/api/activities/bulk-cancel', { body: { ids: [mine] } });
      expect(foreign.body).toMatchObject({ matched: 0, done: 0, skipped: { NOT_FOUND: 1 } });
      const { body } = await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
        body: { name: 'bound', permissions: ['CANCEL_ACTIVITY'], channels: ['EMAIL'] },
      });
      const bound = await change('bulk-cancel', { ids: [mine, mail] }, body.plaintextKey);
      expect(bound).toMatchObject({ matched: 1, done: 1, skipped: { NOT_FOUND: 1 } });
      expect((await actor.get(mine)).status).toBe('READY');
      const key = await actor.tenant.key('VIEW_ACTIVITIES', 'CREATE_ACTIVITY');
      expect((await ask('bulk-cancel', { ids: [mine] }, key)).status).toBe(403);
    });

    it.each([
      ['ids', {}],
      ['ids', { ids: [unknown], filter: {} }],
      ['ids', { ids: [] }],
      ['ids', { ids: ['1'] }],
      ['ids', { ids: [unknown, unknown] }],
      ['limit', { filter: {}, limit: 0 }],
      ['limit', { filter: {}, limit: 1001 }],
      ['before', { filter: {}, before: 'x' }],
      ['dryRun', { filter: {}, dryRun: 'perhaps' }],
      ['filter.status', { filter: { status: ['OPEN'] } }],
      ['filter', { filter: 'all' }],
    ])('refuses a bad %s', async (field, body) => {
      expect(await ask('bulk-cancel', body)).toMatchObject({
        status: 400,
        body: { details: [{ field: expect.stringContaining(field) as string }] },
      });
    });
  });

  it('a filter by another status than the one that is changed finds nothing', async () => {
    await made(1);
    expect(await change('bulk-cancel', { filter: { status: 'FAILED' } })).toMatchObject({ matched: 0, done: 0 });
    expect(await change('bulk-cancel', { filter: { status: 'FAILED,READY' } })).toMatchObject({ matched: 1, done: 1 });
  });

  describe('bulk-retry-resolution', () => {
    const keys = { ...later, attributeKeys: ['last_result'] };

    it('makes READY what now can be resolved, and tells what the others lack', async () => {
      const { body: store } = await actor.request<{ id: string }>('POST', '/api/commerces', {
        body: { externalId: 'STORE-2', name: 'Quiet store' },
      });
      const [ready = ''] = await made(1, keys);
      const [stuck = ''] = await made(1, { ...keys, commerceId: store.id });
      await made(1);
      const dry = await change('bulk-retry-resolution', { filter: {}, dryRun: true });
      expect(dry).toMatchObject({ matched: 2, sample: [stuck, ready] });
      expect(dry.byErrorCode).toEqual({ ATTRIBUTE_UNRESOLVED: 1, TARGET_UNRESOLVED: 1 });
      await actor.result({ commerceExternalId: 'STORE-1' });
      expect(await change('bulk-retry-resolution', { filter: {} })).toMatchObject({
        ...{ matched: 2, done: 1, skipped: { TARGET_UNRESOLVED: 1 }, remaining: 0, next: null },
      });
      expect((await actor.get(ready)).status).toBe('READY');
      expect((await actor.get(stuck)).status).toBe('UNRESOLVED');
      expect((await actor.transitions(ready)).at(-1)).toBe('UNRESOLVED → READY');
    });

    it('comes to an end where nothing can be resolved', async () => {
      const ids = await made(2, keys);
      const first = await change('bulk-retry-resolution', { filter: {}, limit: 1 });
      expect(first).toMatchObject({ done: 0, remaining: 1, next: ids[1] });
      const second = await change('bulk-retry-resolution', { filter: {}, limit: 1, before: first.next });
      expect(second).toMatchObject({ done: 0, skipped: { ATTRIBUTE_UNRESOLVED: 1 }, remaining: 0, next: null });
    });

    it('needs CREATE_ACTIVITY', async () => {
      const key = await actor.tenant.key('VIEW_ACTIVITIES', 'CANCEL_ACTIVITY');
      expect((await ask('bulk-retry-resolution', { filter: {} }, key)).status).toBe(403);
    });
  });
});
