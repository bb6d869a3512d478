import { type Actor, Scenario } from '../support/scenario';
import { WebhookEndpoint } from '../webhooks/endpoint';

interface Item {
  at: string;
  kind: string;
  [field: string]: unknown;
}

const later = { scheduledAt: '2099-01-01T00:00:00.000Z' };
const unknown = '019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a';

describe('what people follow activities by', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
  });

  const boundKey = async (...channels: string[]) =>
    (
      await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
        body: { name: 'bound', permissions: ['VIEW_ACTIVITIES'], channels },
      })
    ).body.plaintextKey;

  describe('GET /api/activities/:id/timeline', () => {
    const timeline = async (id: string) => {
      const answer = await actor.request<{ data: Item[] }>('GET', `/api/activities/${id}/timeline`);
      expect(answer.status).toBe(200);
      return answer.body.data;
    };
    const told = (items: Item[]) =>
      items.map(({ kind, ...item }) => {
        const { transition, attempt, result, webhook, link } = item as Record<string, Record<string, string>>;
        const what = [transition?.toStatus, attempt?.outcome, result?.status, webhook?.eventType, link?.relation];
        return `${kind} ${what.find((text) => text !== undefined)}`;
      });

    it('has all of it in its order, each as its own endpoint answers it', async () => {
      const endpoint = await WebhookEndpoint.make(actor, 'activity.completed');
      await actor.yom({ retry: { maxAttempts: 2, baseDelayMs: 1 } });
      scenario.sink.answerNext({ status: 500, body: 'no' });
      const { id } = await actor.create();
      await actor.untilStatus(id, 'DISPATCHED');
      await actor.result({ activityId: id });
      await endpoint.untilAll('DELIVERED');
      const items = await timeline(id);
      expect(told(items)).toEqual([
        'transition READY',
        'attempt FAILURE',
        'attempt SUCCESS',
        'transition DISPATCHED',
        'result COMPLETED',
        'transition COMPLETED',
        'webhook activity.completed',
      ]);
      expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort());
      const of = (kind: string) => items.flatMap((item) => (item.kind === kind ? [item[kind]] : []));
      expect(of('attempt')).toEqual(await actor.attempts(id));
      expect(of('transition')).toEqual(await actor.events(id));
      expect(of('webhook')).toEqual(await endpoint.deliveries());
      const results = await actor.request<{ data: unknown[] }>('GET', `/api/activity-results?activityId=${id}`);
      expect(of('result')).toEqual(results.body.data);
      await endpoint.close();
    });

    it('tells where an activity came from and what came of it', async () => {
      await actor.yom({ retry: { maxAttempts: 1 } });
      scenario.sink.answerNext({ status: 500 });
      const { id } = await actor.create();
      await actor.untilStatus(id, 'FAILED');
      const redriven = await actor.request<{ activityIds: string[] }>('POST', '/api/activities/redrive', {
        body: { ids: [id] },
      });
      const [copy = ''] = redriven.body.activityIds;
      const [last] = (await timeline(id)).slice(-1);
      expect(last).toMatchObject({ kind: 'link', link: { relation: 'redrivenAs', activityId: copy } });
      const [first, second] = await timeline(copy);
      expect(first).toMatchObject({ kind: 'link', link: { relation: 'retryOf', activityId: id } });
      expect(second).toMatchObject({ kind: 'transition', transition: { fromStatus: null } });
    });

    it('tells of a follow-up on both sides', async () => {
      await actor.request('POST', '/api/activity-config/result-types', {
        body: { code: 'AGAIN', label: 'Again', createsFollowUp: true },
      });
      await actor.yom();
      const { id } = await actor.create();
      await actor.untilStatus(id, 'DISPATCHED');
      const { body } = await actor.result({
        activityId: id,
        resultTypeCode: 'AGAIN',
        futureScheduledAt: later.scheduledAt,
      });
      expect((await timeline(id)).at(-1)?.link).toEqual({ relation: 'followUp', activityId: body.followUpActivityId });
      const [first] = await timeline(String(body.followUpActivityId));
      expect(first?.link).toEqual({ relation: 'followUpOf', activityId: id });
    });

    it('leaves out what a webhook that was deleted had been told', async () => {
      const endpoint = await WebhookEndpoint.make(actor, 'activity.created');
      const { id } = await actor.create(later);
      await endpoint.untilAll('DELIVERED');
      expect(told(await timeline(id))).toEqual(['transition READY', 'webhook activity.created']);
      await actor.request('DELETE', `/api/webhooks/${endpoint.id}`);
      expect(told(await timeline(id))).toEqual(['transition READY']);
      await endpoint.close();
    });

    it('is for those who may see the activity, and webhooks for those of the whole tenant', async () => {
      const endpoint = await WebhookEndpoint.make(actor, 'activity.created');
      const { id } = await actor.create(later);
      await endpoint.untilAll('DELIVERED');
      const path = `/api/activities/${id}/timeline`;
      const other = await scenario.tenant();
      expect(await other.request('GET', path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      const as = (key: string) => scenario.api.request<{ data: Item[] }>('GET', path, { key });
      expect((await as(await actor.tenant.key('CREATE_ACTIVITY'))).status).toBe(403);
      expect((await as(await boundKey('EMAIL'))).status).toBe(404);
      const bound = await as(await boundKey('WHATSAPP'));
      expect(told(bound.body.data)).toEqual(['transition READY']);
      expect((await actor.request('GET', '/api/activities/nothing/timeline')).status).toBe(400);
      expect((await actor.request('GET', `/api/activities/${unknown}/timeline`)).status).toBe(404);
      await endpoint.close();
    });
  });

  describe('GET /api/activities/changes', () => {
    interface Changes {
      data: { id: string; status: string }[];
      newer: number;
    }
    const changes = async (query: string, key?: string) => {
      const path = `/api/activities/changes?${query}`;
      const answer = key
        ? await scenario.api.request<Changes>('GET', path, { key })
        : await actor.request<Changes>('GET', path);
      expect(answer.status).toBe(200);
      return answer.body;
    };

    it('answers the states of those that are shown, as the list does', async () => {
      const [first, second] = [await actor.create(later), await actor.create(later)];
      await actor.request('PATCH', `/api/activities/${first.id}/cancel`);
      const { data, newer } = await changes(`ids=${first.id},${second.id}`);
      const listed = await actor.list('include=waitingFor');
      expect(data).toEqual(
        listed.map(({ id, status, updatedAt, lastError, waitingFor }) => ({
          ...{ id, status, updatedAt, lastError, waitingFor },
        })),
      );
      expect(data).toMatchObject([
        { id: second.id, status: 'READY', waitingFor: { reason: 'SCHEDULE' } },
        { id: first.id, status: 'CANCELED', waitingFor: null },
      ]);
      expect(newer).toBe(0);
    });

    it('counts what is newer than an activity or a time, by the filters of the list', async () => {
      const first = await actor.create(later);
      const since = `newerThan=${first.id}`;
      expect(await changes(since)).toEqual({ data: [], newer: 0 });
      await actor.create(later);
      await actor.create({ ...later, channel: 'EMAIL', reason: 'welcome' });
      expect(await changes(since)).toEqual({ data: [], newer: 2 });
      expect((await changes(`${since}&channel=EMAIL`)).newer).toBe(1);
      expect((await changes(`${since}&waiting=SCHEDULE`)).newer).toBe(2);
      expect((await changes(`${since}&waiting=RETRY`)).newer).toBe(0);
      expect((await changes(`${since}&search=welcome`)).newer).toBe(1);
      expect((await changes(`newerThan=${encodeURIComponent(String(first.createdAt))}`)).newer).toBe(2);
      expect((await changes('newerThan=2000-01-01T00:00:00Z')).newer).toBe(3);
      expect((await changes('newerThan=2999-01-01T00:00:00Z')).newer).toBe(0);
    });

    it('counts up to 100', async () => {
      const { id } = await actor.create(later);
      const activities = Array.from({ length: 101 }, () => actor.message(later));
      await actor.request('POST', '/api/activities/bulk', { body: { activities } });
      expect((await changes(`newerThan=${id}`)).newer).toBe(100);
    });

    it('knows nothing of what the caller may not see', async () => {
      const { id } = await actor.create(later);
      const other = await scenario.tenant();
      const foreign = await other.request('GET', `/api/activities/changes?ids=${id}&newerThan=2000-01-01T00:00:00Z`);
      expect(foreign.body).toEqual({ data: [], newer: 0 });
      const query = `ids=${id},${unknown}&newerThan=2000-01-01T00:00:00Z`;
      expect(await changes(query, await boundKey('EMAIL'))).toEqual({ data: [], newer: 0 });
      expect(await changes(query, await boundKey('WHATSAPP'))).toMatchObject({ data: [{ id }], newer: 1 });
      const key = await actor.tenant.key('CREATE_ACTIVITY');
      expect((await scenario.api.request('GET', '/api/activities/changes', { key })).status).toBe(403);
    });

    it.each([
      ['ids=1', 'ids'],
      [`ids=${Array.from({ length: 101 }, () => unknown).join()}`, 'ids'],
      ['newerThan=yesterday', 'newerThan'],
      ['newerThan=2026-01-01', 'newerThan'],
      ['status=OPEN', 'status'],
      ['page=2', 'page'],
      ['colour=red', 'colour'],
    ])('refuses %.40s', async (query, field) => {
      expect(await actor.request('GET', `/api/activities/changes?${query}`)).toMatchObject({
        status: 400,
        body: { details: [{ field: expect.stringMatching(new RegExp(`^${field}`)) as string }] },
      });
    });
  });

  describe('GET /api/activities/:id/payload', () => {
    it('is what the provider is sent', async () => {
      const { id } = await actor.create({ ...later, metadata: { campaign: 'spring' } });
      const { status, body } = await actor.request('GET', `/api/activities/${id}/payload`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id, attempt: 1, recipient: { firstName: 'Ana', value: '+56911112222' } });
      await actor.yom();
      expect((await actor.request('POST', `/api/activities/${id}/dispatch`)).status).toBe(200);
      expect(scenario.sink.requests.map(({ json }) => json)).toContainEqual(body);
    });

    it('is masked for who may not see contacts', async () => {
      const { id } = await actor.create(later);
      const key = await actor.tenant.key('VIEW_ACTIVITIES');
      const { status, body } = await scenario.api.request('GET', `/api/activities/${id}/payload`, { key });
      expect(status).toBe(200);
      expect(body).toMatchObject({ recipient: { firstName: 'Ana', value: '+56 ••• 2222' } });
      expect(JSON.stringify(body)).not.toContain('911112222');
      expect(JSON.stringify(body)).not.toContain('ana@store.example');
    });

    it('is for those who may see the activity', async () => {
      const { id } = await actor.create(later);
      const path = `/api/activities/${id}/payload`;
      expect((await (await scenario.tenant()).request('GET', path)).status).toBe(404);
      expect((await scenario.api.request('GET', path, { key: await boundKey('EMAIL') })).status).toBe(404);
      const key = await actor.tenant.key('CREATE_ACTIVITY');
      expect((await scenario.api.request('GET', path, { key })).status).toBe(403);
      expect((await actor.request('GET', `/api/activities/${unknown}/payload`)).status).toBe(404);
    });
  });
});
