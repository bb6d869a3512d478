import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { Database } from '@errand/database';
import { eventually } from '../support/eventually';
import type { ActivityBody, Actor } from '../support/scenario';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface Problem {
  code: string;
  details?: { field: string }[] & { existingId?: string };
}

interface BulkResult {
  index: number;
  status: string;
  activity: ActivityBody | null;
  error: { code: string } | null;
}

describe('activities', () => {
  let scenario: Scenario;
  let actor: Actor;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
    actor = await scenario.tenant();
  });
  afterAll(() => scenario.close());

  const post = (body: unknown, headers?: Record<string, string>, path = '/api/activities') =>
    actor.request<ActivityBody & Problem>('POST', path, { body, headers });

  describe('creating', () => {
    it('answers the whole activity, null where there is nothing', async () => {
      const { status, body } = await post(actor.message({ idempotencyKey: 'whole' }));
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
        type: 'MESSAGE',
        channel: 'WHATSAPP',
        reason: 'send_reminder',
        status: 'READY',
        origin: 'API',
        idempotencyKey: 'whole',
        commerceAssignment: {
          commerceId: actor.commerceId,
          assignmentReason: null,
          commerce: { id: actor.commerceId, externalId: 'STORE-1', name: 'Corner Store' },
        },
        taskDetails: null,
        scheduledAt: '2026-01-01T00:00:00.000Z',
        suggestedExecutionTime: null,
        score: 0,
        userStatus: null,
        targetCriteria: null,
        targetUsers: [
          {
            id: expect.any(String) as string,
            commerceUserId: actor.ownerId,
            firstName: 'Ana',
            lastName: 'Rojas',
            resolutionStatus: 'RESOLVED',
            lockReason: 'FALLBACK_OWNER',
            errorMessage: null,
          },
        ],
        recipient: {
          ...{ firstName: 'Ana', lastName: 'Rojas', name: 'Ana Rojas' },
          ...{ type: 'WHATSAPP', value: '+56911112222' },
        },
        attributes: [],
        metadata: {},
        dispatchConfigId: null,
        provider: null,
        providerActivityId: null,
        dispatchAttemptCount: 0,
        nextAttemptAt: null,
        lastError: null,
        retryOf: null,
        redrivenAs: null,
        followUpOf: null,
        createdAt: expect.any(String) as string,
        updatedAt: expect.any(String) as string,
        dispatchedAt: null,
        finishedAt: null,
      });
    });

    it('takes tasks at their own endpoint and in snake_case, and shows route and operator', async () => {
      const { status, body } = await post(
        {
          reason: 'visit',
          channel: 'SALESMAN',
          commerce_external_id: 'STORE-1',
          idempotency_key: randomUUID(),
          scheduled_at: '2099-01-01T00:00:00.000Z',
          assigned_route_id: actor.routeId,
          assigned_operator_id: actor.operatorId,
          metadata: { snake_key: 1 },
        },
        {},
        '/api/activities/tasks',
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({
        type: 'TASK',
        metadata: { snake_key: 1 },
        nextAttemptAt: '2099-01-01T00:00:00.000Z',
        taskDetails: {
          routeId: actor.routeId,
          operatorId: actor.operatorId,
          route: { externalId: 'R-1' },
          operator: { externalId: 'OP-1', type: 'SALESMAN' },
        },
      });
    });

    it('answers what can be read back', async () => {
      const { commerceId, routeId, operatorId } = actor;
      const task = { type: 'TASK', channel: 'SALESMAN', assignedRouteId: routeId, assignedOperatorId: operatorId };
      const said = { score: -2.5, suggestedExecutionTime: '10:30', userStatus: 'new', assignmentReason: 'near' };
      const metadata = { long_key: [1e21, 0.1, null], a: { 10: 'x', 9: 'é' } };
      const attributes = [
        { key: 'b', value: { n: 1 } },
        { key: 'B', value: null, fallback: 'f' },
      ];
      const activities = [
        actor.message({ scheduledAt: '2099-01-01T00:00:00.123Z', metadata, attributes, ...said }),
        actor.message({ ...task, commerceId: undefined, commerceExternalId: 'STORE-1' }),
        actor.message({ commerceId: commerceId.toUpperCase(), attributes: [{ key: 'missing' }] }),
        actor.message({ targetCriteria: [{ type: 'ROLE_MATCH', config: { role: 'FINANCE' } }] }),
      ];
      const { body } = await actor.request<{ results: BulkResult[] }>('POST', '/api/activities/bulk', {
        body: { activities },
      });
      expect(body.results.map(({ activity }) => activity?.status)).toEqual(['READY', 'READY', 'UNRESOLVED', 'READY']);
      for (const { activity } of body.results) {
        const { body: read } = await actor.request<object>('GET', `/api/activities/${activity?.id}`);
        expect(activity).toEqual({ ...read, waitingFor: undefined, dispatchConfig: undefined });
      }
    });

    it.each([
      ['a TASK without its details', { type: 'TASK' }, 'assignedRouteId'],
      [
        'a MESSAGE with an operator by external id',
        { assignedOperatorExternalId: 'OP-1' },
        'assignedOperatorExternalId',
      ],
      [
        'a TASK with two routes',
        { type: 'TASK', assignedRouteId: randomUUID(), assignedRouteExternalId: 'R-1' },
        'assignedRouteExternalId',
      ],
      ['a time that is none', { suggestedExecutionTime: '2026-99-99T99:99:99Z' }, 'suggestedExecutionTime'],
      ['a time after the year 9999', { scheduledAt: '9999-12-31T23:59:59-01:00' }, 'scheduledAt'],
      ['a MESSAGE with an operator', { assignedOperatorId: randomUUID() }, 'assignedOperatorId'],
      ['no commerce', { commerceId: undefined }, 'commerceId'],
      ['two commerces', { commerceExternalId: 'STORE-1' }, 'commerceExternalId'],
      ['an unknown channel', { channel: 'FAX' }, 'channel'],
      ['a score that is no number', { score: '5' }, 'score'],
      ['a local time', { scheduledAt: '2026-01-01T00:00:00' }, 'scheduledAt'],
      ['an unknown field', { colour: 'red' }, 'colour'],
      ['an attribute twice', { attributes: [{ key: 'a' }, { key: 'a' }] }, 'attributes'],
      ['an attribute without a key', { attributes: [{ value: 1 }] }, 'attributes[0].key'],
    ])('refuses %s and names the field', async (_, fields, field) => {
      const { status, body } = await post(actor.message(fields));
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
      expect(body.details?.map((detail) => detail.field)).toContain(field);
    });

    it('says of a missing field that it is required', async () => {
      const { body } = await post({});
      expect(body.details).toEqual([
        { field: 'type', message: 'is required' },
        { field: 'reason', message: 'is required' },
        { field: 'channel', message: 'is required' },
        { field: 'commerceId', message: 'is required, or commerceExternalId' },
        { field: 'idempotencyKey', message: 'is required' },
      ]);
    });

    it('takes any time from the year 0001 to 9999, and what is written so can be asked for', async () => {
      for (const scheduledAt of ['0001-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z']) {
        const { id } = await actor.create({ scheduledAt, suggestedExecutionTime: scheduledAt });
        expect(await actor.get(id)).toMatchObject({ scheduledAt, suggestedExecutionTime: scheduledAt });
        const query = `scheduledFrom=${scheduledAt}&scheduledTo=${scheduledAt}&createdFrom=0001-01-01T00:00:00Z`;
        expect(await actor.count(query)).toBe(1);
      }
    });

    it("is a 404 for a commerce, route or operator that is unknown or another tenant's", async () => {
      const stranger = await scenario.tenant();
      const task = { type: 'TASK', channel: 'SALESMAN' };
      for (const fields of [
        { commerceId: stranger.commerceId },
        { commerceId: undefined, commerceExternalId: 'NOPE' },
        { ...task, assignedRouteId: stranger.routeId, assignedOperatorId: actor.operatorId },
        { ...task, assignedRouteId: actor.routeId, assignedOperatorId: stranger.operatorId },
        { ...task, assignedRouteId: actor.operatorId, assignedOperatorId: actor.routeId },
        { ...task, assignedRouteExternalId: 'R-1', assignedOperatorExternalId: 'R-1' },
      ]) {
        expect((await post(actor.message(fields))).status).toBe(404);
      }
    });
  });

  describe('idempotency', () => {
    it('answers the original for the same key and content, however it is spelled', async () => {
      const idempotencyKey = randomUUID();
      const attributes = [{ key: 'a', value: { x: 1, y: 2 } }];
      const first = await post(actor.message({ idempotencyKey, attributes }));
      const again = await post(
        {
          attributes: [{ value: { y: 2, x: 1 }, key: 'a' }],
          scheduled_at: '2026-01-01T01:00:00.000+01:00',
          commerceExternalId: 'STORE-1',
          reason: 'send_reminder',
          channel: 'WHATSAPP',
          type: 'MESSAGE',
        },
        { 'idempotency-key': idempotencyKey },
      );
      expect(again.status).toBe(200);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(again.body.id).toBe(first.body.id);
    });

    it('refuses the same key with other content and names the existing activity', async () => {
      const idempotencyKey = randomUUID();
      const first = await post(actor.message({ idempotencyKey }));
      const other = await post(actor.message({ idempotencyKey, reason: 'something_else' }));
      expect(other).toMatchObject({
        status: 422,
        body: { code: 'IDEMPOTENCY_KEY_REUSED', details: { existingId: first.body.id } },
      });
    });

    it('makes one activity of twenty concurrent creates with one key', async () => {
      const message = actor.message();
      const answers = await Promise.all(Array.from({ length: 20 }, () => post(message)));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    });

    it('finds what somebody else was storing at that moment, and creates the rest', async () => {
      const message = actor.message();
      const other = { ...actor.message(), idempotencyKey: message.idempotencyKey, reason: 'something_else' };
      const client = await scenario.api.app.get(Database).pool.connect();
      await client.query('BEGIN');
      // As another process does it: the copy below is of what a first create has stored under another key.
      const { id } = await actor.create({ ...message, idempotencyKey: randomUUID() });
      const columns =
        'tenant_id, type, channel, reason, status, content_hash, commerce_id, scheduled_at, created_at, updated_at';
      await client.query(
        `INSERT INTO activities (id, idempotency_key, ${columns}) SELECT $1, $2, ${columns} FROM activities WHERE id = $3`,
        [randomUUID(), message.idempotencyKey, id],
      );
      const waiting = Promise.all([
        post(message),
        post({ activities: [other, message, actor.message()] }, undefined, '/api/activities/bulk'),
      ]);
      const isBlocked = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      await eventually(
        () => execute(scenario.api, isBlocked),
        (blocked) => blocked.length === 2,
      );
      await client.query('COMMIT');
      client.release();
      const [one, { body }] = (await waiting) as unknown as [
        Awaited<ReturnType<typeof post>>,
        { body: { results: BulkResult[] } },
      ];
      expect(one.status).toBe(200);
      expect(one.headers.get('idempotent-replayed')).toBe('true');
      expect(body.results.map(({ status, error }) => [status, error?.code ?? null])).toEqual([
        ['invalid', 'IDEMPOTENCY_KEY_REUSED'],
        ['duplicate', null],
        ['created', null],
      ]);
    });

    it('needs a key, in the body or as a header, and not two', async () => {
      expect((await post(actor.message({ idempotencyKey: undefined }))).status).toBe(400);
      expect((await post(actor.message(), { 'idempotency-key': 'other' })).status).toBe(400);
    });

    it('takes a quoted header for the same key, and refuses one that is two or no ASCII', async () => {
      const idempotencyKey = randomUUID();
      const { body } = await post(actor.message({ idempotencyKey }));
      const again = await post(actor.message({ idempotencyKey }), { 'idempotency-key': `"${idempotencyKey}"` });
      expect(again).toMatchObject({ status: 200, body: { id: body.id } });
      const { port } = new URL(scenario.api.url);
      for (const key of [['a', 'b'], [idempotencyKey, idempotencyKey], 'pedido-ñ', '"a']) {
        const headers = { 'x-api-key': scenario.api.adminKey, 'x-tenant-id': actor.tenant.id, 'idempotency-key': key };
        const call = request({ port, method: 'POST', path: '/api/activities', headers });
        call.setHeader('content-type', 'application/json');
        call.end(JSON.stringify(actor.message({ idempotencyKey: undefined })));
        const [answer] = (await once(call, 'response')) as [IncomingMessage];
        expect([answer.statusCode, await json(answer)]).toMatchObject([
          400,
          { code: 'VALIDATION_FAILED', details: [{ field: 'Idempotency-Key' }] },
        ]);
      }
    });

    it('counts what is left out as left out: the same body says the same later', async () => {
      const message = actor.message({ scheduledAt: undefined });
      const first = await post(message);
      const again = await post(message);
      expect(again).toMatchObject({ status: 200, body: { id: first.body.id, scheduledAt: first.body.scheduledAt } });
      expect((await post({ ...message, scheduledAt: null })).status).toBe(200);
      expect((await post({ ...message, scheduledAt: first.body.scheduledAt })).status).toBe(422);
    });

    it('is the same for a TASK by ids and by external ids', async () => {
      const ids = { assignedRouteId: actor.routeId, assignedOperatorId: actor.operatorId };
      const externalIds = { assignedRouteExternalId: 'R-1', assigned_operator_external_id: 'OP-1' };
      const task = actor.message({ type: 'TASK', channel: 'SALESMAN' });
      const first = await post({ ...task, ...ids });
      expect(await post({ ...task, ...externalIds })).toMatchObject({ status: 200, body: { id: first.body.id } });
    });

    it('is per tenant', async () => {
      const idempotencyKey = randomUUID();
      const stranger = await scenario.tenant();
      const mine = await actor.create({ idempotencyKey });
      expect((await stranger.create({ idempotencyKey })).id).not.toBe(mine.id);
    });
  });

  describe('bulk', () => {
    it('ends each item apart, in order', async () => {
      const known = actor.message();
      await post(known);
      const good = actor.message();
      const { status, body } = await actor.request<{ results: BulkResult[] }>('POST', '/api/activities/bulk', {
        body: {
          activities: [
            good,
            { nonsense: true },
            known,
            good,
            { ...known, reason: 'other' },
            'text',
            actor.message({ commerceId: randomUUID() }),
          ],
        },
      });
      expect(status).toBe(200);
      expect(body.results.map(({ index, status, error }) => [index, status, error?.code ?? null])).toEqual([
        [0, 'created', null],
        [1, 'invalid', 'VALIDATION_FAILED'],
        [2, 'duplicate', null],
        [3, 'duplicate', null],
        [4, 'invalid', 'IDEMPOTENCY_KEY_REUSED'],
        [5, 'invalid', 'VALIDATION_FAILED'],
        [6, 'invalid', 'NOT_FOUND'],
      ]);
      expect(body.results[3]?.activity?.id).toBe(body.results[0]?.activity?.id);
    });

    it('takes 1,000 and refuses 1,001', async () => {
      const activities = Array.from({ length: 1000 }, () => actor.message());
      const full = await actor.request<{ results: BulkResult[] }>('POST', '/api/activities/bulk', {
        body: { activities },
      });
      expect(full.body.results.every(({ status }) => status === 'created')).toBe(true);
      const over = { activities: [...activities, actor.message()] };
      expect((await actor.request('POST', '/api/activities/bulk', { body: over })).status).toBe(400);
    });
  });

  describe('changing', () => {
    it('reschedules and rescores while it waits', async () => {
      const { id } = await actor.create({ scheduledAt: '2099-01-01T00:00:00.000Z' });
      const later = '2099-02-02T00:00:00.000Z';
      const { body } = await actor.request<ActivityBody>('PATCH', `/api/activities/${id}`, {
        body: { scheduledAt: later, score: 7 },
      });
      expect(body).toMatchObject({ scheduledAt: later, score: 7, nextAttemptAt: later });
      for (const body of [{}, { suggestedExecutionTime: 'soon' }, { suggestedExecutionTime: '25:00' }]) {
        expect((await actor.request('PATCH', `/api/activities/${id}`, { body })).status).toBe(400);
      }
    });

    it('cancels once, and refuses what a canceled activity does not allow', async () => {
      const { id } = await actor.create();
      const canceled = await actor.request<ActivityBody>('PATCH', `/api/activities/${id}/cancel`);
      expect(canceled).toMatchObject({ status: 200, body: { status: 'CANCELED', waitingFor: null } });
      for (const [method, path, body] of [
        ['PATCH', 'cancel', undefined],
        ['PATCH', 'retry-resolution', undefined],
        ['POST', 'dispatch', undefined],
        ['PATCH', '', { score: 1 }],
      ] as const) {
        const refused = await actor.request<Problem>(method, `/api/activities/${id}/${path}`.replace(/\/$/, ''), {
          body,
        });
        expect({ path, status: refused.status, code: refused.body.code }).toEqual({
          path,
          status: 409,
          code: 'INVALID_TRANSITION',
        });
      }
      expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → CANCELED']);
    });
  });

  describe('resolution', () => {
    it('makes an activity that nobody can receive UNRESOLVED, and READY once somebody can', async () => {
      const { body: commerce } = await actor.request<{ id: string }>('POST', '/api/commerces', {
        body: { externalId: randomUUID(), name: 'Empty' },
      });
      const { id, status, lastError } = await actor.create({ commerceId: commerce.id, channel: 'EMAIL' });
      expect({ status, code: lastError?.code }).toEqual({ status: 'UNRESOLVED', code: 'TARGET_UNRESOLVED' });
      const stays = await actor.request<ActivityBody>('PATCH', `/api/activities/${id}/retry-resolution`);
      expect(stays).toMatchObject({ status: 200, body: { status: 'UNRESOLVED' } });
      await actor.request('POST', `/api/commerces/${commerce.id}/users`, {
        body: { firstName: 'Rita', roles: ['COMMERCE_REP'], contacts: [{ type: 'EMAIL', value: 'rita@x.example' }] },
      });
      const retried = await actor.request<ActivityBody>('PATCH', `/api/activities/${id}/retry-resolution`);
      expect(retried.body).toMatchObject({
        status: 'READY',
        lastError: null,
        targetUsers: [{ firstName: 'Rita', lockReason: 'FALLBACK_COMMERCE_REP' }],
      });
      expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → UNRESOLVED', 'UNRESOLVED → READY']);
    });

    it('prefers the criteria of the activity, then falls back', async () => {
      const finance = { firstName: 'Fia', roles: ['FINANCE'], contacts: [{ type: 'PHONE', value: '+56933334444' }] };
      await actor.request('POST', `/api/commerces/${actor.commerceId}/users`, { body: finance });
      const targetCriteria = [{ type: 'ROLE_MATCH', config: { role: 'FINANCE' }, priority: 1 }];
      expect((await actor.create({ targetCriteria })).targetUsers).toMatchObject([
        { firstName: 'Fia', lockReason: 'CRITERIA_MATCH' },
      ]);
      // Fia has no e-mail address, so for EMAIL she does not count.
      expect((await actor.create({ targetCriteria, channel: 'EMAIL' })).targetUsers).toMatchObject([
        { firstName: 'Ana', lockReason: 'FALLBACK_OWNER' },
      ]);
    });

    it('resolves attributes by value, internal service and fallback, and names what is missing', async () => {
      const made = await actor.create({
        attributes: [
          { key: 'given', value: 0 },
          { key: 'fallen', fallback: 'plan B' },
        ],
        attributeKeys: ['commerce_info'],
      });
      expect(made.attributes).toMatchObject([
        { key: 'commerce_info', value: { externalId: 'STORE-1' }, resolutionStatus: 'RESOLVED' },
        { key: 'fallen', value: 'plan B', resolutionStatus: 'FALLBACK' },
        { key: 'given', value: 0, resolutionStatus: 'RESOLVED' },
      ]);
      const missing = await actor.create({ attributeKeys: ['weather'] });
      expect(missing).toMatchObject({ status: 'UNRESOLVED', lastError: { code: 'ATTRIBUTE_UNRESOLVED' } });
      expect(missing.lastError?.message).toContain('weather');
    });

    it('takes a target assigned by hand', async () => {
      const { body: commerce } = await actor.request<{ id: string; users: { id: string }[] }>(
        'POST',
        '/api/commerces',
        {
          body: {
            ...{ externalId: randomUUID(), name: 'Manual' },
            users: [{ firstName: 'Otto', roles: ['OTHER'], contacts: [{ type: 'PHONE', value: '+56922223333' }] }],
          },
        },
      );
      const made = await actor.create({ commerceId: commerce.id });
      const [target] = made.targetUsers as { id: string }[];
      const path = `/api/activities/${made.id}/target-users/${target?.id ?? ''}/resolve`;
      const stranger = await actor.request('PATCH', path, { body: { commerceUserId: actor.ownerId } });
      expect(stranger.status).toBe(404);
      const assigned = await actor.request('PATCH', path, { body: { commerceUserId: commerce.users[0]?.id } });
      expect(assigned.body).toMatchObject({
        data: [{ firstName: 'Otto', resolutionStatus: 'LOCKED', lockReason: 'MANUAL_ASSIGNMENT' }],
      });
      const retried = await actor.request<ActivityBody>('PATCH', `/api/activities/${made.id}/retry-resolution`);
      expect(retried.body.status).toBe('READY');
    });
  });

  describe('listing', () => {
    interface Page {
      data: ActivityBody[];
      meta: { page: number | null; total: number | null; totalPages: number | null };
      nextCursor: string | null;
    }

    it('filters, pages and follows cursors without a gap or a repeat', async () => {
      const lister = await scenario.tenant();
      const made = [];
      for (let score = 0; score < 5; score += 1) made.push(await lister.create({ score, reason: `wave_${score}` }));
      await lister.request('PATCH', `/api/activities/${made[0]?.id ?? ''}/cancel`);
      const get = async (query: string) => (await lister.request<Page>('GET', `/api/activities?${query}`)).body;

      expect((await get('status=READY&per_page=2&page=2')).meta).toMatchObject({ page: 2, total: 4, totalPages: 2 });
      expect((await get('status=READY,CANCELED&channel=WHATSAPP&type=MESSAGE&origin=API')).data).toHaveLength(5);
      for (const other of ['channel=EMAIL', 'type=TASK', 'origin=ACTION', 'status=FAILED']) {
        expect([other, (await get(other)).data]).toEqual([other, []]);
      }
      expect((await get('search=WAVE_3')).data.map(({ reason }) => reason)).toEqual(['wave_3']);
      expect((await get('search=corner')).data).toHaveLength(5);
      expect((await get('search=%25')).data).toHaveLength(0);
      expect((await get('commerce_external_id=STORE-1')).data).toHaveLength(5);
      expect((await get('commerceExternalId=STORE-2')).data).toHaveLength(0);
      expect((await get('scheduledFrom=2026-01-02T00:00:00Z')).data).toHaveLength(0);

      const seen: string[] = [];
      for (let page = await get('perPage=2'); ; page = await get(`perPage=2&cursor=${page.nextCursor ?? ''}`)) {
        seen.push(...page.data.map(({ id }) => id));
        if (page.nextCursor === null) break;
      }
      expect(seen).toEqual(made.map(({ id }) => id).reverse());
    });

    it('counts the pages of a list that is never paged as of any other', async () => {
      const { id } = await actor.create({ scheduledAt: '2999-01-01T00:00:00Z' });
      const metaOf = async (list: string) =>
        (await actor.request<Page>('GET', `/api/activities/${id}/${list}`)).body.meta;
      expect(await metaOf('attempts')).toEqual({ page: 1, limit: 0, total: 0, totalPages: 0 });
      expect(await metaOf('status-events')).toEqual({ page: 1, limit: 1, total: 1, totalPages: 1 });
    });

    it("shows nothing of another tenant's, on any route", async () => {
      const stranger = await scenario.tenant();
      const { id } = await actor.create();
      for (const path of ['', '/status-events', '/attempts', '/attributes', '/target-users']) {
        expect((await stranger.request('GET', `/api/activities/${id}${path}`)).status).toBe(404);
      }
      for (const path of ['', '/cancel', '/retry-resolution']) {
        const body = path === '' ? { score: 1 } : undefined;
        expect((await stranger.request('PATCH', `/api/activities/${id}${path}`, { body })).status).toBe(404);
      }
      expect((await stranger.request('POST', `/api/activities/${id}/dispatch`)).status).toBe(404);
      expect((await stranger.request<Page>('GET', '/api/activities')).body.data).toEqual([]);
      expect(await actor.get(id)).toMatchObject({ status: 'READY' });
    });
  });
});
