import { randomUUID } from 'node:crypto';
import { Clock } from '@errand/database';
import type { Settings } from '@errand/config';
import { Streams } from '../../apps/api/src/console/streams.service';
import { Topics } from '../../apps/api/src/console/topics.service';
import { startApi, type TestApi } from '../support/api';
import { DatabaseProxy } from '../support/database-proxy';
import { EventClient } from '../support/event-client';
import { eventually } from '../support/eventually';
import { killRemainingProcesses, startProcess } from '../support/processes';
import { Actor } from '../support/scenario';
import { Sink } from '../support/sink';
import { execute } from '../support/sql';
import { createTenant } from '../support/tenants';

/** So long that nothing is read again but for a notification. */
const never = 3_600_000;

let api: TestApi;
let sink: Sink;
let actor: Actor;
let key: string;
const clients: EventClient[] = [];

beforeAll(async () => {
  api = await startApi();
  sink = await Sink.start();
  actor = new Actor(await createTenant(api), sink);
  await actor.createMasterData();
  key = await actor.tenant.key('VIEW_ACTIVITIES');
});
beforeEach(() => readEvery(api, never));
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await eventually(streams, (open) => open === 0);
  await killRemainingProcesses();
});
afterAll(async () => {
  await sink.close();
  await api.close();
});

/** What streams that open from now on follow is read so often. */
function readEvery(at: TestApi, ms: number): void {
  Object.assign(at.app.get(Topics).everyMs, { overview: ms, configs: ms, activity: ms });
}

async function follow(topics: string, headers: Record<string, string> = { 'x-api-key': key }, at = api.url) {
  const client = await EventClient.open(`${at}/api/console/stream?topics=${topics}`, headers);
  clients.push(client);
  return client;
}

const refusal = (query: string, headers: Record<string, string> = { 'x-api-key': key }) =>
  api.request<{ code: string; details?: { field: string }[] }>('GET', `/api/console/stream${query}`, {
    key: null,
    headers,
  });

async function metric(line: string): Promise<number> {
  const { body } = await api.request<string>('GET', '/metrics', { key: null });
  const found = body.split('\n').find((text) => text.startsWith(line));
  return found === undefined ? 0 : Number(found.split(' ').at(-1));
}
const streams = () => metric('errand_console_streams');
const reads = (topic: string, outcome: string) =>
  metric(`errand_console_topic_reads_total{topic="${topic}",outcome="${outcome}"`);

/** The cookie of a session of this key. */
async function cookieOf(text: string): Promise<string> {
  const { headers } = await api.request('POST', '/api/console/session', { key: null, body: { key: text } });
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const signOut = (cookie: string) =>
  api.request('DELETE', '/api/console/session', {
    key: null,
    headers: { cookie, origin: api.url, 'x-errand-console': '1' },
  });

describe('a stream', () => {
  it('begins with what the endpoints of its topics answer, and is kept by nobody between', async () => {
    await actor.yom();
    const { id } = await actor.create();
    const client = await follow(`overview,configs,activity:${id}`, { 'x-api-key': key, 'x-request-id': 'mine' });
    expect(client.response.statusCode).toBe(200);
    expect(client.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-request-id': 'mine',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    const now = Date.now();
    const range = `from=${new Date(now - 86_400_000).toISOString()}&to=${new Date(now).toISOString()}`;
    const get = async (path: string) => (await actor.request<object>('GET', path, { key })).body;
    const [overview, configs, activity] = [await client.next(), await client.next(), await client.next()];
    expect(overview).toMatchObject({ event: 'overview', data: await get(`/api/stats/overview?${range}`) });
    expect(configs).toMatchObject({ event: 'configs', data: await get('/api/dispatch-configs/health') });
    expect(activity.event).toBe(`activity:${id}`);
    const { timelineVersion, ...detail } = activity.data;
    expect(detail).toEqual(await get(`/api/activities/${id}`));
    expect(timelineVersion).toEqual(expect.stringMatching(/^[\w-]{16}$/));
    expect(new Set([overview.id, configs.id, activity.id]).size).toBe(3);
  });

  it('begins alike for who has seen it before', async () => {
    const first = await (await follow('configs')).next();
    const again = await follow('configs', { 'x-api-key': key, 'last-event-id': first.id });
    expect(await again.next()).toEqual(first);
  });

  it('tells a change, and nothing where there was none', async () => {
    readEvery(api, 1);
    const { id } = await actor.create();
    const client = await follow(`activity:${id}`);
    const first = await client.next();
    const before = await reads('activity', 'same');
    await eventually(
      () => reads('activity', 'same'),
      (same) => same >= before + 5,
    );
    expect(client.events).toHaveLength(1);
    expect((await actor.request('PATCH', `/api/activities/${id}/cancel`)).status).toBe(200);
    let second = await client.next();
    // What was being read then may have seen a part of it.
    if (second.data.status === 'READY') second = await client.next();
    expect(second).toMatchObject({ event: `activity:${id}`, data: { id, status: 'CANCELED' } });
    expect(second.id).not.toBe(first.id);
    expect(second.data.timelineVersion).not.toBe(first.data.timelineVersion);
  });

  it('tells of a timeline that has grown while its activity is the same', async () => {
    readEvery(api, 1);
    const { id } = await actor.create();
    const copies = [await actor.create(), await actor.create()];
    const repeat = async (copy: { id: string } | undefined) =>
      execute(api, `UPDATE activities SET retry_of = $1 WHERE tenant_id = $2 AND id = $3`, [
        ...[id, actor.tenant.id, copy?.id],
      ]);
    await repeat(copies[1]);
    const client = await follow(`activity:${id}`);
    const { timelineVersion: before, ...detail } = (await client.next()).data;
    await repeat(copies[0]); // which is not the last
    const { timelineVersion: after, ...later } = (await client.next()).data;
    expect(after).not.toBe(before);
    expect(later).toEqual(detail);
  });

  it('is told of a change that is notified without waiting for the time of the next reading', async () => {
    const client = await follow('configs');
    await client.next();
    const id = await actor.yom();
    const { data } = await client.next('configs');
    expect((data.data as { id: string }[]).map((config) => config.id)).toContain(id);
  });

  it('is written to while nothing happens', async () => {
    const streamsOfApi = api.app.get(Streams);
    Object.assign(streamsOfApi, { beatMs: 1 });
    const client = await follow('configs');
    Object.assign(streamsOfApi, { beatMs: 15_000 });
    while (client.comments < 3) await client.more();
    expect(client.events).toHaveLength(1);
  });

  it('HEAD tells the head of', async () => {
    const { status, headers } = await api.request('HEAD', '/api/console/stream?topics=configs', { key });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await eventually(streams, (open) => open === 0);
  });
});

describe('a topic', () => {
  it('is read once for all who see the same of it, and by nobody after the last of them', async () => {
    const start = await reads('overview', 'changed');
    const mine = [await follow('overview'), await follow('overview')];
    for (const client of mine) expect((await client.next()).event).toBe('overview');
    expect(await reads('overview', 'changed')).toBe(start + 1);
    expect(await metric('errand_console_topics')).toBe(1);
    expect(await streams()).toBe(2);

    const other = await createTenant(api);
    await (await follow('overview', { 'x-api-key': await other.key('VIEW_ACTIVITIES') })).next();
    expect(await metric('errand_console_topics')).toBe(2);
    for (const client of clients) client.close();
    await eventually(
      () => metric('errand_console_topics'),
      (topics) => topics === 0,
    );
  });

  it('is shown to each as it may see it', async () => {
    await actor.yom();
    const { id } = await actor.create();
    const whole = await actor.tenant.key('VIEW_ACTIVITIES', 'VIEW_CONTACTS');
    const told = async (as: string) => (await (await follow(`activity:${id}`, { 'x-api-key': as })).next()).data;
    expect(await told(whole)).toMatchObject({ recipient: { value: '+56911112222' } });
    expect(await told(key)).toMatchObject({ recipient: { value: expect.stringContaining('•••') as string } });
  });

  it('that cannot be read is told to be stale, and told anew when it can', async () => {
    const proxy = await DatabaseProxy.start(api.settings.databaseUrl ?? '');
    const cut = await startApi({ databaseUrl: proxy.url });
    try {
      readEvery(cut, 1);
      const client = await follow('configs', { 'x-api-key': key }, cut.url);
      const first = await client.next();
      await proxy.cut();
      expect(await client.next()).toEqual({
        event: 'stale',
        id: '',
        data: { topic: 'configs', code: 'NOT_READY' },
      });
      // Who comes now is told so.
      const late = await follow('configs', { 'x-api-key': key }, cut.url);
      expect(late.status).toBe(503);
      await proxy.restore();
      expect(await client.next()).toEqual(first);
    } finally {
      for (const client of clients) client.close();
      await cut.app.close();
      await proxy.cut();
    }
  });
});

describe('access', () => {
  it.each([
    ['none', ''],
    ['an empty one', '?topics='],
    ['an unknown one', '?topics=overview,weather'],
    ['an activity without an id', '?topics=activity:'],
    ['an activity with something else', '?topics=activity:7'],
    ['too many', `?topics=${Array.from({ length: 21 }, () => `activity:${randomUUID()}`).join(',')}`],
  ])('topics: %s is refused by name', async (_, query) => {
    const { status, body } = await refusal(query);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
    expect(body.details?.[0]?.field).toMatch(/^topics/);
  });

  it('another tenant’s activity is not there', async () => {
    const { id } = await actor.create();
    const other = await (await createTenant(api)).key('VIEW_ACTIVITIES');
    for (const [as, of] of [
      [other, id],
      [key, randomUUID()],
    ]) {
      const refused = await refusal(`?topics=configs,activity:${of}`, { 'x-api-key': as ?? '' });
      expect(refused).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
    expect(await streams()).toBe(0);
  });

  it('a key that is bound sees its part', async () => {
    const [seen, unseen] = [await actor.yom(), await actor.yom({ channel: 'EMAIL' })];
    const body = { name: 'bound', permissions: ['VIEW_ACTIVITIES'], channels: ['WHATSAPP'] };
    const made = await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', { body });
    const bound = { 'x-api-key': made.body.plaintextKey };
    const ids = async (client: EventClient) =>
      ((await client.next()).data.data as { id: string }[]).map((config) => config.id);
    // Whoever sees all of it is told all of it, whoever comes first.
    expect(await ids(await follow('configs'))).toEqual(expect.arrayContaining([seen, unseen]));
    const shown = await ids(await follow('configs', bound));
    expect(shown).toContain(seen);
    expect(shown).not.toContain(unseen);

    const inside = await actor.create();
    const outside = await actor.create({ channel: 'EMAIL' });
    expect((await (await follow(`activity:${inside.id}`, bound)).next()).data.id).toBe(inside.id);
    expect(await refusal(`?topics=activity:${outside.id}`, bound)).toMatchObject({ status: 404 });
    expect(await refusal('?topics=overview', bound)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });

  it('needs a permission, and of a session the console’s own page', async () => {
    const other = { 'x-api-key': await actor.tenant.key('MANAGE_RULES') };
    expect(await refusal('?topics=configs', other)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    const headers = { cookie: await cookieOf(key), 'sec-fetch-site': 'cross-site' };
    expect(await refusal('?topics=configs', headers)).toMatchObject({ status: 403, body: { code: 'CSRF' } });
    expect(await refusal('?topics=configs', {})).toMatchObject({ status: 401 });
  });

  it('a session of the platform key names its tenant in the query', async () => {
    const cookie = await cookieOf(api.adminKey);
    const { body } = await api.request<{ code: string }>('GET', `/api/tenants/${actor.tenant.id}`);
    const id = await actor.yom();
    const { data } = await (await follow(`configs&tenant=${body.code}`, { cookie })).next();
    expect((data.data as { id: string }[]).map((config) => config.id)).toContain(id);
    expect(await refusal('?topics=configs', { cookie })).toMatchObject({ status: 400 });
    expect(await refusal('?topics=configs&tenant=nobody', { cookie })).toMatchObject({ status: 404 });
    expect(await refusal(`?topics=configs&tenant=a&tenant=b`, { cookie })).toMatchObject({ status: 400 });
    const tenants = await createTenant(api);
    expect(await refusal(`?topics=configs&tenant=${tenants.id}`)).toMatchObject({ status: 403 });
    // Elsewhere the query names nobody.
    const elsewhere = await api.request('GET', `/api/stats/failures?tenant=${body.code}`, { key: api.adminKey });
    expect(elsewhere.status).toBe(400);
  });
});

describe('the end of a stream', () => {
  it('comes with that of its session, whichever process ends it', async () => {
    const { databaseUrl } = api.settings;
    const other = await startApi({ databaseUrl });
    const cookie = await cookieOf(key);
    const [ended, kept] = [
      await follow('configs', { cookie }, other.url),
      await follow(
        'configs',
        {
          cookie: await cookieOf(key),
        },
        other.url,
      ),
    ];
    expect((await signOut(cookie)).status).toBe(204);
    await ended.ended();
    expect(kept.isEnded).toBe(false);
    await other.app.close();
    await kept.ended();
  });

  it('comes with that of its key', async () => {
    const body = { name: 'own', permissions: ['VIEW_ACTIVITIES'] };
    const made = await actor.request<{ id: string; plaintextKey: string }>('POST', '/api/api-keys', { body });
    const client = await follow('configs', { 'x-api-key': made.body.plaintextKey });
    expect((await actor.request('POST', `/api/api-keys/${made.body.id}/revoke`)).status).toBe(200);
    await client.ended();
  });

  it('comes by itself when nobody says that the session is over', async () => {
    const streamsOfApi = api.app.get(Streams);
    const clock = api.app.get(Clock);
    const { now } = clock;
    Object.assign(streamsOfApi, { beatMs: 1 });
    const client = await follow('configs', { cookie: await cookieOf(key) });
    Object.assign(streamsOfApi, { beatMs: 15_000 });
    // It has been asked about several times, and is not over.
    while (client.comments < 20) await client.more();
    try {
      clock.now = () => new Date(Date.now() + 8 * 3_600_000 + 1000);
      await client.ended();
    } finally {
      clock.now = now;
    }
  });

  it('comes when the process is told to stop, which waits for none', async () => {
    const { databaseUrl } = api.settings as Settings & { databaseUrl: string };
    const process = await startProcess('api', databaseUrl);
    const client = await follow('configs', { 'x-api-key': key }, process.url);
    await client.next();
    expect(await process.kill('SIGTERM')).toMatchObject({ code: 0 });
    await client.ended();
  }, 90_000); // a connection in which nothing moves is cut after 120 s
});

describe('so many streams', () => {
  it('has a session or key at most, and others theirs', async () => {
    const open = Array.from({ length: 20 }, () => follow('configs'));
    for (const client of await Promise.all(open)) expect(client.status).toBe(200);
    const refused = await refusal('?topics=configs');
    expect(refused).toMatchObject({ status: 503, body: { code: 'TOO_MANY_STREAMS' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await follow('configs', { cookie: await cookieOf(key) })).status).toBe(200);
    clients[0]?.close();
    await eventually(
      () => follow('configs'),
      ({ status }) => status === 200,
    );
  });
});
