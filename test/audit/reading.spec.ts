import http from 'node:http';
import { AuditReader } from '@errand/audit';
import { type Response, startApi, type TestApi } from '../support/api';
import { eventually } from '../support/eventually';
import { execute, executeAsOwner } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';
import { type AuditEntryBody, entriesOf } from './entries';

interface Page {
  data: AuditEntryBody[];
  nextCursor: string | null;
}

let api: TestApi;
let tenant: TestTenant;
let reader: string;
beforeAll(async () => (api = await startApi()));
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
  reader = await tenant.key('VIEW_AUDIT');
});

const attributeKey = (key: string) =>
  tenant.request('POST', '/api/activity-config/attribute-keys', { body: { key, label: key } });

/** Entries of long ago, one a second, which no request made. */
const fill = (count: number) =>
  execute(
    api,
    `INSERT INTO audit_log (tenant_id, id, at, actor, actor_kind, action, subject_type, outcome)
     SELECT $1, ('01980000-' || lpad(to_hex(n / 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       '2025-07-13T00:00:00Z'::timestamptz + n * interval '1 second', 'system', 'system', 'thing.changed', 'thing', 'done'
     FROM generate_series(1, $2::int) n`,
    [tenant.id, count],
  );

const exported = async (query = '') => {
  const response = await fetch(`${api.url}/api/audit?${query}`, {
    headers: { 'x-api-key': reader, accept: 'application/x-ndjson' },
  });
  const lines = (await response.text()).split('\n');
  expect(lines.pop()).toBe('');
  return { response, entries: lines.map((line) => JSON.parse(line) as AuditEntryBody) };
};

describe('GET /api/audit', () => {
  it('needs VIEW_AUDIT, which a tenant gives like any other', async () => {
    const other = await tenant.key('MANAGE_API_KEYS', 'VIEW_ACTIVITIES');
    expect((await api.request('GET', '/api/audit', { key: other })).status).toBe(403);
    expect((await api.request('GET', '/api/audit', { key: null })).status).toBe(401);
    const answer = await api.request<{ data: AuditEntryBody[] }>('GET', '/api/audit', { key: reader });
    expect(answer).toMatchObject({ status: 200, body: { meta: { page: 1, limit: 25 }, nextCursor: null } });
    expect(Object.keys(answer.body.data[0] ?? {})).toEqual([
      ...['id', 'at', 'actor', 'actorKind', 'address', 'requestId', 'action', 'subjectType', 'subjectId'],
      ...['before', 'after', 'outcome'],
    ]);
  });

  it('shows a tenant its own, and the installation’s to the platform key alone', async () => {
    const other = await createTenant(api);
    await other.request('POST', '/api/activity-config/attribute-keys', { body: { key: 'theirs', label: 'x' } });
    const query = 'subjectId=theirs';
    expect(await entriesOf(api, { tenant: other.id, query })).toHaveLength(1);
    expect(await entriesOf(api, { key: reader, query })).toEqual([]);
    expect(await entriesOf(api, { query })).toEqual([]);
    expect(await entriesOf(api, { query: `subjectId=${other.id}` })).toMatchObject([{ action: 'tenant.created' }]);
  });

  it('is filtered by each field, and by several', async () => {
    await attributeKey('a');
    await attributeKey('b');
    await tenant.request('DELETE', '/api/activity-config/attribute-keys/a');
    const all = await entriesOf(api, { key: reader });
    const [last] = all;
    expect(all.map(({ action, subjectId }) => `${action} ${subjectId}`)).toEqual([
      'attribute_key.deleted a',
      'attribute_key.created b',
      'attribute_key.created a',
      expect.stringMatching(/^api_key.created /),
      `tenant.created ${tenant.id}`,
    ]);
    const found = async (query: string) => (await entriesOf(api, { key: reader, query })).map(({ id }) => id);
    const those = (is: (entry: AuditEntryBody) => boolean) => all.filter(is).map(({ id }) => id);
    const expected: Record<string, string[]> = {
      'action=attribute_key.created': those(({ action }) => action === 'attribute_key.created'),
      'action=attribute_key': those(({ subjectType }) => subjectType === 'attribute_key'),
      'subjectType=attribute_key&subjectId=a': those(({ subjectId }) => subjectId === 'a'),
      'action=attribute_key&subjectType=tenant': [],
      'actor=platform': those(() => true),
      'actor=system': [],
      'actorKind=platform': those(() => true),
      'actorKind=key': [],
      'address=127.0.0.1': those(() => true),
      'address=203.0.113.9': [],
      'outcome=done': those(() => true),
      'outcome=refused': [],
      [`requestId=${last?.requestId}`]: those(({ id }) => id === last?.id),
      [`from=${last?.at}`]: those(({ at }) => at >= (last?.at ?? '')),
      [`to=${last?.at}`]: those(() => true),
      [`from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z`]: [],
    };
    for (const [query, ids] of Object.entries(expected))
      expect({ query, ids: await found(query) }).toEqual({ query, ids });
  });

  it.each(['action=Dispatch', 'action=a.b.c', 'outcome=maybe', 'from=yesterday', 'perPage=101', 'secret=1'])(
    'refuses ?%s',
    async (query) => {
      expect((await api.request('GET', `/api/audit?${query}`, { key: reader })).status).toBe(400);
    },
  );

  it('is read page by page to its end, each entry once', async () => {
    await fill(30);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/audit?perPage=7${cursor && `&cursor=${cursor}`}`;
      const { body }: Response<Page> = await api.request<Page>('GET', path, { key: reader });
      seen.push(...body.data.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(32);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect((await api.request('GET', '/api/audit?cursor=x', { key: reader })).body).toMatchObject({
      code: 'INVALID_CURSOR',
    });
  });
});

describe('the export', () => {
  it('has all that the filters find, an entry a line, in the list’s order', async () => {
    await fill(1_234);
    const { response, entries } = await exported('perPage=3');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(entries).toHaveLength(1_236);
    expect(entries.slice(0, 100)).toEqual(await entriesOf(api, { key: reader }));
    expect((await exported('action=thing')).entries).toHaveLength(1_234);
    expect((await exported('action=nothing')).entries).toEqual([]);
  });

  it('is refused like the list', async () => {
    const headers = { accept: 'application/x-ndjson' };
    const asked = [
      await api.request('GET', '/api/audit', { key: null, headers }),
      await api.request('GET', '/api/audit', { key: await tenant.key('VIEW_ACTIVITIES'), headers }),
      await api.request('GET', '/api/audit?outcome=maybe', { key: reader, headers }),
    ];
    expect(asked.map(({ status, body }) => [status, typeof body])).toEqual([
      ...[401, 403, 400].map((status) => [status, 'object']),
    ]);
  });

  /** An export whose client reads no more than it is told to. */
  const stalled = () =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const headers = { 'x-api-key': reader, accept: 'application/x-ndjson' };
      const request = http.get(`${api.url}/api/audit`, { headers, agent: false }, (response) =>
        resolve(response.pause()),
      );
      request.on('error', reject);
    });

  it('reads no further than its client takes it, and stops with it', async () => {
    await fill(200_000);
    const log = api.app.get(AuditReader);
    const all = log.all.bind(log);
    let taken = 0;
    const stopped = new Promise<void>((resolve) => {
      jest.spyOn(log, 'all').mockImplementationOnce(async (...asked) => watched(await all(...asked), resolve));
    });
    async function* watched(entries: Awaited<ReturnType<typeof all>>, stop: () => void): typeof entries {
      try {
        for await (const entry of entries) {
          taken += 1;
          yield entry;
        }
      } finally {
        stop();
      }
    }
    const response = await stalled();
    let before = -1;
    // What the sockets between them hold is soon full.
    await eventually(
      async () => {
        const isStill = taken === before;
        before = taken;
        return isStill;
      },
      (isStill) => isStill,
    );
    response.destroy();
    await stopped;
    expect(taken).toBeLessThan(100_000);
  }, 60_000);

  it('ends short, and not as if it were whole, when the database fails in the middle', async () => {
    await fill(200_000);
    const response = await stalled();
    await executeAsOwner(api, 'ALTER TABLE audit_log RENAME TO audit_log_away');
    try {
      const ended = new Promise<Error | undefined>((resolve) => {
        response.once('error', resolve).once('end', () => resolve(undefined));
      });
      response.resume();
      expect(await ended).toMatchObject({ code: 'ECONNRESET' });
    } finally {
      await executeAsOwner(api, 'ALTER TABLE audit_log_away RENAME TO audit_log');
    }
  }, 60_000);
});
