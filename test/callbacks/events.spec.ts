import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { execute, executeAsOwner } from '../support/sql';
import { Postbox, settings, told } from './postbox';

let scenario: Scenario;
let actor: Actor;
let postbox: Postbox;

interface ResultBody {
  status: string;
  externalStatus: string | null;
  comment: string | null;
  rawPayload: unknown;
  taskResult?: { result: string | null; comment: string | null } | null;
  [field: string]: unknown;
}

beforeAll(async () => (scenario = await Scenario.start(1, settings)));
afterAll(() => scenario.close());
beforeEach(async () => {
  actor = await scenario.tenant();
  postbox = await Postbox.open(scenario.api, actor, scenario.sink.url);
  scenario.sink.answerWith(() => ({ body: { id: `letter-${randomUUID()}` } }));
});

async function sent(fields: Record<string, unknown> = {}): Promise<ActivityBody> {
  const { id } = await actor.create(fields);
  return actor.untilStatus(id, 'DISPATCHED');
}

async function results(id: string): Promise<ResultBody[]> {
  const { body } = await actor.request<{ data: ResultBody[] }>('GET', `/api/activity-results?activityId=${id}`);
  return body.data.toReversed();
}

async function statuses(id: string): Promise<string[]> {
  return (await results(id)).map(({ status, externalStatus }) => `${status} ${externalStatus}`);
}

const events = async (id: string) =>
  execute<{ event_id: string; stage: string }>(
    scenario.api,
    'SELECT event_id, stage FROM provider_events WHERE activity_id = $1 ORDER BY received_at',
    [id],
  );

describe('what a provider tells', () => {
  it('comes to the URL that the call carried, and completes the activity once it is delivered', async () => {
    const before = scenario.sink.requests.length;
    const { id, providerActivityId } = await sent();
    const call = scenario.sink.requests.slice(before).map(told);
    expect(call).toEqual([{ activity: id, attempt: 1, callbackUrl: postbox.callbackUrl }]);

    expect(await postbox.tell({ activity: id, state: 'left' })).toMatchObject({ status: 204, text: '' });
    expect((await actor.get(id)).status).toBe('DISPATCHED');
    expect((await postbox.tell({ letter: providerActivityId ?? '', state: 'arrived' })).status).toBe(204);
    expect((await actor.get(id)).status).toBe('COMPLETED');
    expect(await statuses(id)).toEqual(['PENDING left', 'COMPLETED arrived']);
    expect((await actor.events(id)).at(-1)).toMatchObject({ actor: 'provider:POSTBOX', toStatus: 'COMPLETED' });
  });

  it('fails the activity with the provider’s code and reason', async () => {
    const { id } = await sent();
    const letter = { id: 'e-1', activity: id, state: 'lost', code: '30003', reason: 'Unreachable\0 handset \ud83d' };
    expect((await postbox.tell(letter)).status).toBe(204);
    expect((await actor.get(id)).status).toBe('FAILED');
    const [result] = await results(id);
    expect(result).toMatchObject({ status: 'NOT_EXECUTED', externalStatus: 'lost', rawPayload: letter });
    expect(JSON.stringify(result)).toContain('"30003"');
    expect(JSON.stringify(result)).toContain('"Unreachable handset \ufffd"');
  });

  it.each([
    ['sent', ['COMPLETED left'], 'COMPLETED'],
    ['delivered', ['PENDING left', 'COMPLETED arrived'], 'COMPLETED'],
    ['read', ['PENDING left', 'PENDING arrived', 'COMPLETED opened'], 'COMPLETED'],
  ])('completes at the stage that the config says: %s', async (completeOn, expected, status) => {
    await actor.request('PATCH', `/api/dispatch-configs/${postbox.config.id}`, { body: { settings: { completeOn } } });
    const { id } = await sent();
    for (const state of ['left', 'arrived', 'opened']) {
      expect((await postbox.tell({ activity: id, state })).status).toBe(204);
    }
    expect(await statuses(id)).toEqual(expected);
    expect((await actor.get(id)).status).toBe(status);
    expect((await events(id)).map(({ stage }) => stage)).toEqual(['SENT', 'DELIVERED', 'READ']);
  });

  it('counts once, however often and by however many calls at once it is told', async () => {
    const { id } = await sent();
    const letters = ['left', 'arrived'].map((state) => ({ id: `${id} ${state}`, activity: id, state }));
    for (const letter of letters) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => postbox.tell(letter)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    }
    expect(await statuses(id)).toEqual(['PENDING left', 'COMPLETED arrived']);
    expect(await events(id)).toHaveLength(2);
  });

  it('never goes back: read before sent, the same stage again, anything after the end', async () => {
    const { id } = await sent();
    for (const state of ['opened', 'left', 'arrived', 'lost', 'opened']) {
      expect((await postbox.tell({ activity: id, state })).status).toBe(204);
    }
    expect(await statuses(id)).toEqual(['COMPLETED opened']);
    expect((await actor.get(id)).status).toBe('COMPLETED');
    expect(await events(id)).toHaveLength(5);

    const { id: other } = await sent();
    for (const state of ['lost', 'opened']) await postbox.tell({ activity: other, state });
    expect(await statuses(other)).toEqual(['NOT_EXECUTED lost']);
  });

  it('of racing stages applies one end', async () => {
    const { id } = await sent();
    const states = ['posted', 'left', 'arrived', 'opened', 'lost'];
    await Promise.all(states.map((state) => postbox.tell({ activity: id, state })));
    const ends = (await results(id)).filter(({ status }) => status !== 'PENDING');
    expect(ends).toHaveLength(1);
    expect((await actor.get(id)).status).toBe(ends[0]?.status === 'COMPLETED' ? 'COMPLETED' : 'FAILED');
  });

  it('is nothing where the provider’s word for it is not known', async () => {
    const { id } = await sent();
    expect((await postbox.tell({ activity: id, state: 'painted blue' })).status).toBe(204);
    expect(await events(id)).toEqual([]);
    expect(await statuses(id)).toEqual([]);
  });

  it('several in one call, is all taken', async () => {
    const [one, two] = [await sent(), await sent()];
    const answer = await postbox.tell(
      { activity: one.id, state: 'left' },
      { activity: one.id, state: 'arrived' },
      { activity: two.id, state: 'lost', id: 'x'.repeat(5_000) },
      { activity: 'no id', state: 'arrived' },
    );
    expect(answer.status).toBe(204);
    expect(await statuses(one.id)).toEqual(['PENDING left', 'COMPLETED arrived']);
    expect((await actor.get(two.id)).status).toBe('FAILED');
  });

  it('is not kept where it may be of others and no activity has its id', async () => {
    const { id, providerActivityId } = await sent();
    await postbox.tell({ letter: 'theirs', state: 'left', others: true });
    await postbox.tell({ letter: providerActivityId ?? '', state: 'arrived', others: true });
    expect((await actor.get(id)).status).toBe('COMPLETED');
    const kept = await execute(scenario.api, 'SELECT stage FROM provider_events WHERE tenant_id = $1', [
      actor.tenant.id,
    ]);
    expect(kept).toEqual([{ stage: 'DELIVERED' }]);
  });

  it('names the activity in the query of the URL', async () => {
    const { id } = await sent();
    const body = JSON.stringify({ letters: [{ id: randomUUID(), state: 'arrived' }] });
    expect((await postbox.call(body, { query: `?activity=${id}` })).status).toBe(204);
    expect((await actor.get(id)).status).toBe('COMPLETED');
  });

  it('of another tenant’s activity, or of another config’s, changes nothing', async () => {
    const { id } = await sent();
    const stranger = await scenario.tenant();
    const theirs = await Postbox.open(scenario.api, stranger, scenario.sink.url);
    const sibling = await Postbox.open(scenario.api, actor, scenario.sink.url, { channel: 'SMS' });
    for (const other of [theirs, sibling]) {
      expect((await other.tell({ activity: id, state: 'arrived' })).status).toBe(204);
    }
    expect((await actor.get(id)).status).toBe('DISPATCHED');
    expect(await events(id)).toEqual([]);
  });

  it('of an activity that was never sent is swallowed, and does not stand in the way of what comes when it is', async () => {
    const { id } = await actor.create({ scheduledAt: '2999-01-01T00:00:00Z' });
    expect((await postbox.tell({ activity: id, state: 'arrived' })).status).toBe(204);
    expect(await statuses(id)).toEqual([]);
    await actor.request('PATCH', `/api/activities/${id}`, { body: { scheduledAt: '2026-01-01T00:00:00Z' } });
    await actor.untilStatus(id, 'DISPATCHED');
    await postbox.tell({ activity: id, state: 'arrived' });
    expect((await actor.get(id)).status).toBe('COMPLETED');
  });

  it('is taken while its tenant is paused', async () => {
    const { id } = await sent();
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { status: 'PAUSED' } });
    expect((await postbox.tell({ activity: id, state: 'arrived' })).status).toBe(204);
    await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body: { status: 'ACTIVE' } });
    expect((await actor.get(id)).status).toBe('COMPLETED');
  });
});

describe('an address that must not be written to again', () => {
  it('is blocked, late news too, and webhooks are told', async () => {
    const hook = await actor.request<{ id: string }>('POST', '/api/webhooks', {
      body: { url: `${scenario.sink.url}/hook`, events: ['contact.blocked'] },
    });
    expect(hook.status).toBe(201);
    const { id } = await sent();
    await postbox.tell({ activity: id, state: 'arrived' });
    await postbox.tell({ activity: id, state: 'lost', code: '21610', blocks: 'UNSUBSCRIBED' });
    expect((await actor.get(id)).status).toBe('COMPLETED');
    const contacts = await execute<{ type: string; reason: string | null; blocked: boolean }>(
      scenario.api,
      `SELECT type, blocked_reason AS reason, blocked_at IS NOT NULL AS blocked
        FROM commerce_user_contacts WHERE tenant_id = $1 ORDER BY type`,
      [actor.tenant.id],
    );
    expect(contacts).toEqual([
      { type: 'EMAIL', reason: null, blocked: false },
      { type: 'WHATSAPP', reason: 'UNSUBSCRIBED', blocked: true },
    ]);
    const requests = await eventually(
      async () => scenario.sink.requests.filter(({ path }) => path === '/hook'),
      (found) => found.length > 0,
    );
    expect(requests.map(({ json }) => json)).toEqual([
      expect.objectContaining({
        type: 'contact.blocked',
        data: {
          ...{ commerceUserId: actor.ownerId, commerceId: actor.commerceId, type: 'WHATSAPP', activityId: id },
          ...{ reason: 'UNSUBSCRIBED', providerErrorCode: '21610', blockedAt: expect.any(String) as string },
        },
      }),
    ]);
  });

  it('is one address, however often that is told before it is stored whom the activity was sent to', async () => {
    const path = `/api/commerces/${actor.commerceId}/users/${actor.ownerId}/contacts`;
    await actor.request('POST', path, { body: { type: 'WHATSAPP', value: '+56 9 3333 4444' } });
    const { id } = await sent();
    for (const state of ['left', 'lost']) await postbox.tell({ activity: id, state, blocks: 'UNSUBSCRIBED' });
    const blocked = await execute(
      scenario.api,
      'SELECT value FROM commerce_user_contacts WHERE tenant_id = $1 AND blocked_at IS NOT NULL',
      [actor.tenant.id],
    );
    expect(blocked).toHaveLength(1);
  });
});

describe('what is told of another send of the activity, whose answer was lost,', () => {
  const sentTwice = async () => {
    scenario.sink.answerNext('drop', { body: { id: 'second' } });
    const { id } = await actor.create();
    const activity = await actor.untilStatus(id, 'DISPATCHED');
    expect(activity).toMatchObject({ providerActivityId: 'second', dispatchAttemptCount: 2 });
    return id;
  };
  beforeEach(() =>
    actor.request('PATCH', `/api/dispatch-configs/${postbox.config.id}`, {
      body: { retry: { baseDelayMs: 1, maxDelayMs: 1 } },
    }),
  );

  it('is no end of it where it failed: the other goes on', async () => {
    const id = await sentTwice();
    expect((await postbox.tell({ activity: id, letter: 'first', state: 'lost' })).status).toBe(204);
    expect((await actor.get(id)).status).toBe('DISPATCHED');
    await postbox.tell({ activity: id, letter: 'second', state: 'arrived' });
    expect((await actor.get(id)).status).toBe('COMPLETED');
  });

  it('completes it where it arrived', async () => {
    const id = await sentTwice();
    await postbox.tell({ activity: id, letter: 'first', state: 'arrived' });
    expect((await actor.get(id)).status).toBe('COMPLETED');
  });

  it('waits to be told apart while a call is under way', async () => {
    scenario.sink.answerNext('drop');
    scenario.sink.answerWith(async (request) => {
      const { activity } = told(request);
      for (const letter of ['first', 'second']) await postbox.tell({ activity, letter, state: 'lost', code: letter });
      return { body: { id: 'second' } };
    });
    const { id } = await actor.create();
    await actor.untilStatus(id, 'FAILED');
    expect(
      (await results(id)).map(({ taskResult, providerActivityId }) => [taskResult?.result, providerActivityId]),
    ).toEqual([['second', 'second']]);
  });

  it('blocks the address that it failed for', async () => {
    const id = await sentTwice();
    await postbox.tell({ activity: id, letter: 'first', state: 'lost', blocks: 'UNSUBSCRIBED' });
    const blocked = await execute(
      scenario.api,
      'SELECT type FROM commerce_user_contacts WHERE tenant_id = $1 AND blocked_at IS NOT NULL',
      [actor.tenant.id],
    );
    expect(blocked).toEqual([{ type: 'WHATSAPP' }]);
  });
});

describe('a callback that comes before the answer of its call', () => {
  it.each(['activity', 'letter'])('is applied once the answer is stored, by the id of the %s', async (by) => {
    const letter = `letter-${randomUUID()}`;
    scenario.sink.answerWith(async (request) => {
      const names = by === 'activity' ? { activity: told(request).activity } : { letter };
      for (const state of ['left', 'arrived']) {
        const answer = await postbox.tell({ id: `${letter} ${state}`, ...names, state });
        if (answer.status !== 204) throw new Error(`${answer.status} ${answer.text}`);
      }
      return { body: { id: letter } };
    });
    const { id } = await actor.create();
    await actor.untilStatus(id, 'COMPLETED');
    expect(await statuses(id)).toEqual(['PENDING left', 'COMPLETED arrived']);
    expect(await postbox.tell({ id: `${letter} arrived`, letter, state: 'arrived' })).toMatchObject({ status: 204 });
    expect(await statuses(id)).toHaveLength(2);
  });

  it('is applied by the next sweep where the process died before it did', async () => {
    const letter = `letter-${randomUUID()}`;
    scenario.sink.answerWith(() => ({ body: { id: letter } }));
    const { id } = await sent();
    await postbox.tell({ id: 'left behind', letter: 'not yet', state: 'arrived' });
    await execute(
      scenario.api,
      `UPDATE provider_events SET provider_activity_id = $2,
         waiting = (replace(waiting::text, 'not yet', $2))::json WHERE tenant_id = $1`,
      [actor.tenant.id, letter],
    );
    const { close } = await scenario.addDispatcher(settings);
    await actor.untilStatus(id, 'COMPLETED');
    await close();
  });

  it('is of none where several activities have got its id, and keeps no other waiting', async () => {
    const letter = `letter-${randomUUID()}`;
    scenario.sink.answerWith(() => ({ body: { id: letter } }));
    await Promise.all([sent(), sent()]);
    await postbox.tell({ id: 'of which', letter: 'not yet', state: 'arrived' });
    await execute(
      scenario.api,
      `UPDATE provider_events SET provider_activity_id = $2,
         waiting = (replace(waiting::text, 'not yet', $2))::json WHERE tenant_id = $1`,
      [actor.tenant.id, letter],
    );
    const { close } = await scenario.addDispatcher(settings);
    await eventually(
      () =>
        execute<{ waiting: unknown }>(scenario.api, 'SELECT waiting FROM provider_events WHERE tenant_id = $1', [
          actor.tenant.id,
        ]),
      ([event]) => event?.waiting === null,
    );
    await close();
  });

  it('proves that a call arrived whose answer was lost, and is not followed by another', async () => {
    scenario.sink.answerWith(async (request) => {
      if (told(request).attempt > 1) return 'hang';
      return 'drop';
    });
    await actor.request('PATCH', `/api/dispatch-configs/${postbox.config.id}`, {
      body: { retry: { baseDelayMs: 3_600_000, maxDelayMs: 3_600_000 } },
    });
    const { id } = await actor.create();
    await actor.until(id, ({ lastError }) => lastError?.disposition === 'UNCERTAIN');
    expect((await postbox.tell({ activity: id, letter: 'letter-9', state: 'arrived' })).status).toBe(204);
    const { status, providerActivityId } = await actor.get(id);
    expect({ status, providerActivityId }).toEqual({ status: 'COMPLETED', providerActivityId: 'letter-9' });
    expect(await actor.attempts(id)).toHaveLength(1);
  });
});

describe('an event and its effect', () => {
  it('are stored together or not at all', async () => {
    const { id } = await sent();
    const letter = { id: 'once more', activity: id, state: 'arrived' };
    // The effect fails after the event was stored.
    await executeAsOwner(
      scenario.api,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
       CREATE TRIGGER refused BEFORE UPDATE ON activities FOR EACH ROW EXECUTE FUNCTION refuse()`,
    );
    try {
      expect((await postbox.tell(letter)).status).toBe(500);
    } finally {
      await executeAsOwner(scenario.api, 'DROP TRIGGER refused ON activities; DROP FUNCTION refuse()');
    }
    expect(await events(id)).toEqual([]);
    expect(await statuses(id)).toEqual([]);
    expect((await postbox.tell(letter)).status).toBe(204);
    expect((await actor.get(id)).status).toBe('COMPLETED');
  });

  it('go with the activity; what is of none goes after a day', async () => {
    const { id } = await sent();
    await postbox.tell({ activity: id, state: 'arrived' }, { id: 'old', letter: 'nobody’s', state: 'arrived' });
    await postbox.tell({ id: 'new', letter: 'nobody’s', state: 'left' });
    await execute(
      scenario.api,
      `UPDATE provider_events SET received_at = now() - interval '25 hours' WHERE tenant_id = $1 AND event_id = 'old'`,
      [actor.tenant.id],
    );
    await execute(scenario.api, `UPDATE activities SET finished_at = now() - interval '3 days' WHERE id = $1`, [id]);
    const { close } = await scenario.addDispatcher({ ...settings, retentionDays: 2 });
    const left = await eventually(
      () =>
        execute<{ event_id: string }>(scenario.api, 'SELECT event_id FROM provider_events WHERE tenant_id = $1', [
          actor.tenant.id,
        ]),
      (rows) => rows.length === 1,
    );
    expect(left).toEqual([{ event_id: 'new' }]);
    await close();
  });
});
