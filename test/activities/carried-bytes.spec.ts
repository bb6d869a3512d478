import { execute } from '../support/sql';
import { type Actor, type ActivityBody, Scenario } from '../support/scenario';
import { Gateway } from '../gateway/gateway';
import { Recurring } from '../gateway/recurring';

const most = 2_000;
const message = `must be at most ${most} bytes as JSON, together with metadata`;

/** Attributes that with `metadata: {}` are so many bytes. */
const attributesOf = (bytes: number, key = 'text') => {
  const empty = [{ key, value: 'ñ', fallback: '' }];
  const missing = bytes - 2 - Buffer.byteLength(JSON.stringify(empty));
  return [{ key, value: 'ñ', fallback: 'x'.repeat(missing) }];
};

describe('what an activity carries', () => {
  let scenario: Scenario;
  let actor: Actor;

  beforeAll(async () => {
    scenario = await Scenario.start(1, { maxActivityBytes: most });
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    scenario.sink.requests.splice(0);
    scenario.sink.answerWith(() => ({ body: { id: 'p-1' } }));
  });

  const metadata = {};
  const refused = { status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field: 'attributes', message }] } };
  const post = (path: string, body: unknown) => actor.request('POST', path, { body });

  it.each(['/api/activities', '/api/activities/tasks'])('is bounded to the byte by POST %s', async (path) => {
    const task = { type: 'TASK', assignedRouteId: actor.routeId, assignedOperatorId: actor.operatorId };
    const other = path.endsWith('tasks') ? task : {};
    const body = (bytes: number) => actor.message({ ...other, attributes: attributesOf(bytes), metadata });
    expect(await post(path, body(most))).toMatchObject({ status: 201 });
    expect(await post(path, body(most + 1))).toMatchObject(refused);
  });

  it('is told beside what else is wrong', async () => {
    const body = actor.message({ attributes: attributesOf(most + 1), metadata, channel: 'FAX', idempotencyKey: null });
    const { body: problem } = await actor.request<{ details: { field: string }[] }>('POST', '/api/activities', {
      body,
    });
    const fields = problem.details.map(({ field }) => field).sort();
    expect(fields).toEqual(['attributes', 'channel', 'idempotencyKey']);
  });

  it('refuses the one item of a bulk', async () => {
    const activities = [most, most + 1].map((bytes) => actor.message({ attributes: attributesOf(bytes), metadata }));
    const { body } = await actor.request<{ results: object[] }>('POST', '/api/activities/bulk', {
      body: { activities },
    });
    expect(body.results).toMatchObject([
      { status: 'created' },
      {
        status: 'invalid',
        error: { code: 'VALIDATION_FAILED', details: [{ field: 'attributes', message }] },
      },
    ]);
  });

  it('is of an action its payload, and of a recurring one refused when it is saved', async () => {
    const gateway = await Gateway.open(scenario);
    const recurring = new Recurring(scenario, gateway.actor);
    const payload = { text: 'x'.repeat(most - Buffer.byteLength('{"text":""}{}')) };
    const tooLarge = { status: 400, body: { code: 'VALIDATION_FAILED', details: [{ field: 'payload', message }] } };
    expect(await gateway.post({ payload, metadata: {} })).toMatchObject({ status: 200 });
    expect(await gateway.post({ payload, metadata: { a: 'b' } })).toMatchObject(tooLarge);
    const { id } = await recurring.create({ payload, cron_expression: '0 0 1 1 *' });
    const change = (fields: object) => gateway.actor.request('PATCH', `/v1/recurring/${id}`, { body: fields });
    expect(await change({ metadata: { a: 'b' } })).toMatchObject(tooLarge);
    await execute(scenario.api, `UPDATE recurring_actions SET metadata = '{"a": "b"}' WHERE id = '${id}'`);
    expect(await change({ description: 'saved before there was a limit' })).toMatchObject({ status: 200 });
    expect(await change({ payload })).toMatchObject(tooLarge);
  });

  describe('grows by what is found for it', () => {
    const hook = async (key: string, fields: object) => {
      const body = {
        key,
        resolver: 'CLIENT_HOOK',
        hook: { url: `${scenario.sink.url}/hook`, timeoutMs: 2_000 },
        ...fields,
      };
      expect((await post('/api/activity-config/attribute-policies', body)).status).toBe(200);
    };
    const answerHooksWith = (value: unknown) =>
      scenario.sink.answerWith(({ path, json }) => {
        if (path !== '/hook') return { body: { id: 'p-1' } };
        const { items } = json as { items: object[] };
        return { body: { items: items.map((item) => ({ ...item, value })) } };
      });
    const failure = {
      status: 'UNRESOLVED',
      lastError: {
        code: 'ATTRIBUTE_UNRESOLVED',
        message: `b: its value would make the activity carry more than ${most} bytes`,
      },
    };
    const valuesOf = async (id: string) => {
      const { body } = await actor.request<{ data: { key: string; value: unknown; resolutionStatus: string }[] }>(
        'GET',
        `/api/activities/${id}/attributes`,
      );
      return body.data.map(({ key, value, resolutionStatus }) => [
        key,
        resolutionStatus,
        typeof value === 'string' ? value.length : value,
      ]);
    };

    it.each(['UPFRONT', 'ON_DISPATCH'])('as far as there is room, %s', async (strategy) => {
      await actor.yom();
      for (const key of ['a', 'b']) await hook(key, { strategy });
      answerHooksWith('x'.repeat(1_200));
      const made = await actor.create({ attributeKeys: ['a', 'b'] });
      const ended = await actor.untilStatus(made.id, 'UNRESOLVED');
      expect(ended).toMatchObject(failure);
      expect(await valuesOf(made.id)).toEqual([
        ['a', 'RESOLVED', 1_200],
        ['b', 'FAILED', null],
      ]);
      expect(scenario.sink.requests.filter(({ path }) => path === '/activities')).toEqual([]);
      const retry = () => actor.request<ActivityBody>('PATCH', `/api/activities/${made.id}/retry-resolution`);
      expect((await retry()).body.status).toBe('UNRESOLVED');
      answerHooksWith('small');
      await retry();
      await actor.untilStatus(made.id, 'DISPATCHED');
    });

    it('by a fallback instead, if the caller gave one', async () => {
      await hook('b', { strategy: 'UPFRONT', fallback: 'the policy’s' });
      answerHooksWith('x'.repeat(most));
      const { id, status } = await actor.create({ attributes: [{ key: 'b', fallback: 'mine' }] });
      expect(status).toBe('READY');
      expect(await valuesOf(id)).toEqual([['b', 'FALLBACK', 4]]);
    });

    it('without bound where it was larger before there was a limit', async () => {
      await actor.yom();
      await hook('b', { strategy: 'ON_DISPATCH' });
      answerHooksWith('x'.repeat(1_200));
      const made = await actor.create({ attributeKeys: ['b'], scheduledAt: '2999-01-01T00:00:00Z' });
      const large = JSON.stringify({ text: 'x'.repeat(most) });
      await execute(scenario.api, `UPDATE activities SET metadata = '${large}' WHERE id = '${made.id}'`);
      expect((await post(`/api/activities/${made.id}/dispatch`, undefined)).status).toBe(200);
      expect(await valuesOf(made.id)).toEqual([['b', 'RESOLVED', 1_200]]);
    });
  });
});
