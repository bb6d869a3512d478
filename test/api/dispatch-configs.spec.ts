import { randomUUID } from 'node:crypto';
import { symbols } from 'pino';
import { LOGGER, type Logger } from '@errand/telemetry';
import { startApi, type TestApi } from '../support/api';
import { Sink } from '../support/sink';
import { execute, executeAsOwner } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';

interface Config {
  id: string;
  version: number;
  [field: string]: unknown;
}

let api: TestApi;
let tenant: TestTenant;
let other: TestTenant;
let sink: Sink;
const log: string[] = [];

beforeAll(async () => {
  api = await startApi();
  readLog(api.app.get<Logger>(LOGGER));
  [tenant, other, sink] = await Promise.all([createTenant(api), createTenant(api), Sink.start()]);
});

afterAll(async () => {
  await api.close();
  await sink.close();
});

/** From here on every line is kept, whatever its level, and none is printed. */
function readLog(logger: Logger): void {
  const { [symbols.streamSym]: stream } = logger as unknown as Record<symbol, { write: (line: string) => void }>;
  if (stream) stream.write = (line) => log.push(line);
  logger.level = 'trace';
}

const secret = 'sk-VERY-secret-4711';
const yom = (fields: object = {}) => ({
  name: `yom-${randomUUID()}`,
  providerCode: 'YOM',
  channel: 'SALESMAN',
  baseUrl: sink.url,
  credentials: { apiKey: secret },
  ...fields,
});
const create = (body: object) => tenant.request<Config>('POST', '/api/dispatch-configs', { body });
const change = (id: string, body: object) => tenant.request<Config>('PATCH', `/api/dispatch-configs/${id}`, { body });

describe('dispatch configs', () => {
  it('are stored with what was given and defaults for the rest, credentials sealed', async () => {
    const given = yom({ limits: { maxPerSecond: 5 } });
    const { status, body } = await create(given);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String) as string,
      ...{ name: given.name, providerCode: 'YOM', channel: 'SALESMAN', baseUrl: sink.url },
      ...{ credentialFields: ['apiKey'], settings: {}, priority: 0, isActive: true },
      limits: { maxPerSecond: 5, maxConcurrent: null },
      retry: { maxAttempts: null, baseDelayMs: null, maxDelayMs: null },
      ...{ timeoutMs: null, onUncertain: 'retry', version: 1 },
      createdAt: expect.any(String) as string,
      updatedAt: expect.any(String) as string,
      outage: null,
      channelUses: { id: body.id, name: given.name, reason: 'PRIORITY' },
      callbackUrl: null,
      warnings: [],
    });
    const [row] = await execute<{ credentials: string }>(
      api,
      'SELECT credentials FROM dispatch_configs WHERE id = $1',
      [body.id],
    );
    expect(row?.credentials).toMatch(/^v1\.test\./);
  });

  it.each([
    [{ providerCode: 'NOBODY' }, 'providerCode'],
    [{ baseUrl: null }, 'baseUrl'],
    [{ baseUrl: 'ftp://example.com' }, 'baseUrl'],
    [{ baseUrl: 'https://8.8.8.8/v 1' }, 'baseUrl'],
    [{ baseUrl: 'https://8.8.8.8/v\t1' }, 'baseUrl'],
    [{ baseUrl: 'https://8.8.8.8/v\u00a01' }, 'baseUrl'],
    [{ baseUrl: 'https://8.8\u200b.8.8/v1' }, 'baseUrl'],
    [{ baseUrl: '\u00a0' }, 'baseUrl'],
    [{ baseUrl: 'https://8.8.8.8/#/v1' }, 'baseUrl'],
    [{ baseUrl: 'https://8.8.8.8:0/v1' }, 'baseUrl'],
    [{ baseUrl: 'https://nowhere..example/v1' }, 'baseUrl'],
    [{ credentials: {} }, 'credentials.apiKey'],
    [{ credentials: { apiKey: secret, extra: 1 } }, 'credentials.extra'],
    [{ credentials: 'text' }, 'credentials'],
    [{ settings: { responseIdPath: 'no-pointer' } }, 'settings.responseIdPath'],
    [{ priority: 3_000_000_000 }, 'priority'],
    [{ retry: { maxAttempts: 0 } }, 'retry.maxAttempts'],
    [{ timeoutMs: 1 }, 'timeoutMs'],
    [{ timeoutMs: 60_001 }, 'timeoutMs'],
    [{ onUncertain: 'RETRY' }, 'onUncertain'],
    [{ settings: { failFast: 'yes' } }, 'settings.failFast'],
  ])('refuse %j, naming the field', async (fields, field) => {
    const answer = await create(yom(fields));
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect((answer.body.details as { field: string }[]).map((problem) => problem.field)).toContain(field);
  });

  it.each(['http://169.254.169.254/latest', 'http://10.0.0.1', 'http://[::ffff:10.0.0.1]'])(
    'refuse %s as an address that must not be connected to',
    async (baseUrl) => {
      expect(await create(yom({ baseUrl }))).toMatchObject({ status: 400, body: { code: 'BLOCKED_ADDRESS' } });
    },
  );

  it.each([' ', '\t', '\r\n', '\u00a0', '\u200b', '\ufeff', '\u2003\u2060'])(
    'have a URL without %j around it, which is the one that is called',
    async (unseen) => {
      const { status, body } = await create(yom({ baseUrl: `${unseen}${sink.url}/v1${unseen}` }));
      expect({ status, body }).toMatchObject({ status: 201, body: { baseUrl: `${sink.url}/v1` } });
      sink.requests.length = 0;
      await tenant.request('POST', `/api/dispatch-configs/${body.id}/test`);
      expect(sink.requests).toMatchObject([{ path: '/v1/activities' }]);
      expect(await change(body.id, { baseUrl: `${sink.url}/v2${unseen}` })).toMatchObject({
        body: { baseUrl: `${sink.url}/v2` },
      });
    },
  );

  it('have a URL in the form in which it is called', async () => {
    const written = `${sink.url.replace('http://127.0.0.', 'HTTP:\\\\0x7f.')}\\x/../v1`;
    const { status, body } = await create(yom({ baseUrl: written }));
    expect({ status, body }).toMatchObject({ status: 201, body: { baseUrl: `${sink.url}/v1` } });
  });

  it('have a name that is unique in the tenant only', async () => {
    const body = yom();
    expect((await create(body)).status).toBe(201);
    expect(await create(body)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect((await other.request('POST', '/api/dispatch-configs', { body })).status).toBe(201);
  });

  it('change field by field, but credentials and settings whole, and count their versions', async () => {
    const { body } = await create(yom({ settings: { responseIdPath: '/a' }, limits: { maxPerSecond: 5 } }));
    const changed = await change(body.id, { priority: 3, limits: { maxConcurrent: 2 }, settings: {}, timeoutMs: 500 });
    expect(changed).toMatchObject({
      status: 200,
      body: { priority: 3, limits: { maxPerSecond: 5, maxConcurrent: 2 }, settings: {}, timeoutMs: 500, version: 2 },
    });
    expect(await change(body.id, { limits: { max_per_second: null }, timeoutMs: null })).toMatchObject({
      body: { limits: { maxPerSecond: null, maxConcurrent: 2 }, timeoutMs: null, version: 3 },
    });
    expect(await change(body.id, { credentials: {} })).toMatchObject({ status: 400 });
    expect(await change(body.id, { providerCode: 'MOCK' })).toMatchObject({
      status: 400,
      body: { code: 'CREDENTIALS_REQUIRED', details: [{ field: 'credentials' }] },
    });
    expect(await change(body.id, { providerCode: 'MOCK', baseUrl: null, credentials: {} })).toMatchObject({
      status: 200,
      body: { providerCode: 'MOCK', credentialFields: [], baseUrl: null },
    });
  });

  it('can be paused even when no key opens their credentials any more', async () => {
    const { body } = await create(yom());
    await execute(
      api,
      `UPDATE dispatch_configs SET credentials = 'v1.lost.' || split_part(credentials, '.', 3) || '.' || split_part(credentials, '.', 4) WHERE id = $1`,
      [body.id],
    );
    expect(await change(body.id, { isActive: false })).toMatchObject({
      status: 200,
      body: { isActive: false, credentialFields: null },
    });
    expect(await change(body.id, { baseUrl: `${sink.url}/v2` })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'credentials' }] },
    });
    expect(await tenant.request('POST', `/api/dispatch-configs/${body.id}/test`)).toMatchObject({
      status: 200,
      body: { ok: false, errorCode: 'CREDENTIALS_UNREADABLE' },
    });
    expect(await change(body.id, { credentials: { apiKey: 'new' } })).toMatchObject({
      body: { credentialFields: ['apiKey'] },
    });
  });

  it('lose no change when two change them at once', async () => {
    const { body } = await create(yom());
    const answers = await Promise.all([1, 2, 3, 4, 5].map((priority) => change(body.id, { priority })));
    const accepted = answers.filter(({ status }) => status === 200);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const { body: now } = await tenant.request<Config>('GET', `/api/dispatch-configs/${body.id}`);
    expect(now.version).toBe(1 + accepted.length);
  });

  it('are filtered by channel, provider and whether they are active', async () => {
    const { id, request } = await createTenant(api);
    const make = (body: object) => request('POST', '/api/dispatch-configs', { body, tenant: id });
    await make({ name: 'a', providerCode: 'MOCK', channel: 'SMS' });
    await make({ name: 'b', providerCode: 'MOCK', channel: 'EMAIL', isActive: false });
    await make(yom({ name: 'c' }));
    const names = async (query: string) => {
      const { body } = await request<{ data: { name: string }[] }>('GET', `/api/dispatch-configs?${query}`);
      return body.data.map(({ name }) => name).join();
    };
    expect(await names('')).toBe('c,b,a');
    expect(await names('channel=SMS')).toBe('a');
    expect(await names('provider_code=MOCK&is_active=true')).toBe('a');
    expect(await names('isActive=false')).toBe('b');
  });

  it('tell which of them their channel uses, and why, and so does an activity', async () => {
    const { request } = await createTenant(api);
    const mock = async (name: string, fields: object) => {
      const body = { name, providerCode: 'MOCK', channel: 'PUSH', ...fields };
      return (await request<Config>('POST', '/api/dispatch-configs', { body })).body;
    };
    const demo = await mock('demo', { priority: 5, isActive: false });
    expect(demo.channelUses).toBeNull();
    const path = `/api/dispatch-configs/${demo.id}`;
    const resumed = await request<Config>('PATCH', path, { body: { isActive: true } });
    expect(resumed.body.channelUses).toEqual({ id: demo.id, name: 'demo', reason: 'PRIORITY' });
    const late = await mock('late', { priority: 5 });
    expect(late.channelUses).toEqual({ id: demo.id, name: 'demo', reason: 'PRIORITY' });
    const first = await mock('first', {});
    const uses = { id: first.id, name: 'first', reason: 'PRIORITY' };
    expect(first.channelUses).toEqual(uses);
    expect((await request<Config>('GET', path)).body.channelUses).toEqual(uses);

    await request('POST', '/api/commerces', { body: { externalId: 'S', name: 'S' } });
    const activity = { type: 'MESSAGE', channel: 'PUSH', reason: 'r', commerceExternalId: 'S', targetCriteria: [] };
    const created = await request<Config>('POST', '/api/activities', { body: { ...activity, idempotencyKey: 'k' } });
    const detail = await request<Config>('GET', `/api/activities/${created.body.id}`);
    expect(detail.body.dispatchConfig).toEqual(uses);
  });

  it('are gone once deleted', async () => {
    const { body } = await create(yom());
    expect((await tenant.request('DELETE', `/api/dispatch-configs/${body.id}`)).status).toBe(204);
    expect((await tenant.request('DELETE', `/api/dispatch-configs/${body.id}`)).status).toBe(404);
  });

  it('of another tenant are not found, whatever is asked', async () => {
    const { body } = await create(yom());
    const path = `/api/dispatch-configs/${body.id}`;
    expect((await other.request('GET', path)).status).toBe(404);
    expect((await other.request('PATCH', path, { body: { isActive: false } })).status).toBe(404);
    expect((await other.request('POST', `${path}/test`)).status).toBe(404);
    expect((await other.request('DELETE', path)).status).toBe(404);
    expect(JSON.stringify((await other.request('GET', '/api/dispatch-configs?perPage=100')).body)).not.toContain(
      body.id,
    );
    expect((await tenant.request<Config>('GET', path)).body).toEqual(body);
  });
});

describe('stored credentials', () => {
  let thief: Sink;

  beforeAll(async () => {
    thief = await Sink.start();
  });

  afterAll(() => thief.close());

  const required = { status: 400, body: { code: 'CREDENTIALS_REQUIRED', details: [{ field: 'credentials' }] } };
  const probe = (id: string) => tenant.request('POST', `/api/dispatch-configs/${id}/test`);

  it.each<[string, () => object]>([
    ['another port', () => ({ baseUrl: thief.url })],
    ['another scheme', () => ({ baseUrl: sink.url.replace('http:', 'https:') })],
    ['another name of the host', () => ({ baseUrl: sink.url.replace('127.0.0.1', '127.0.0.2') })],
    ['everything else given', () => ({ ...yom({ baseUrl: thief.url }), credentials: undefined })],
    ['another provider', () => ({ providerCode: 'WEBHOOK' })],
    ['another provider that needs none', () => ({ providerCode: 'MOCK', baseUrl: null })],
  ])('are asked for again with %s', async (_, fields) => {
    const { body } = await create(yom());
    expect(await change(body.id, fields())).toMatchObject(required);
    expect(await tenant.request('GET', `/api/dispatch-configs/${body.id}`)).toMatchObject({
      body: { version: 1, baseUrl: sink.url, providerCode: 'YOM' },
    });
    await probe(body.id);
    expect(thief.requests).toEqual([]);
  });

  it('are not carried over beside those that are given', async () => {
    const { body } = await create(yom());
    expect(await change(body.id, { baseUrl: thief.url, credentials: {} })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'credentials.apiKey' }] },
    });
    expect((await change(body.id, { baseUrl: thief.url, credentials: { apiKey: 'mine' } })).status).toBe(200);
    await probe(body.id);
    expect(thief.requests).toMatchObject([{ headers: { 'x-api-key': 'mine' } }]);
  });

  it('stay with another path at the same origin', async () => {
    const { body } = await create(yom());
    for (const baseUrl of [`${sink.url}/v2?x=1`, ` ${sink.url.replace('http:', 'HTTP:')}/v3 `]) {
      expect((await change(body.id, { baseUrl })).status).toBe(200);
    }
    sink.requests.length = 0;
    await probe(body.id);
    expect(sink.requests).toMatchObject([{ path: '/v3/activities', headers: { 'x-api-key': secret } }]);
  });

  it('that are none are not asked for', async () => {
    const { body } = await create({ name: `mock-${randomUUID()}`, providerCode: 'MOCK', channel: 'SMS' });
    expect((await change(body.id, { baseUrl: thief.url })).status).toBe(200);
    expect(await change(body.id, { providerCode: 'YOM', settings: {} })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field: 'credentials.apiKey' }] },
    });
  });

  it('go nowhere else when two change a config at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { body } = await create(yom());
      thief.requests.length = 0;
      await Promise.all([
        change(body.id, { baseUrl: thief.url, credentials: { apiKey: 'mine' } }),
        change(body.id, { priority: round }),
        change(body.id, { baseUrl: `${sink.url}/v2` }),
      ]);
      await probe(body.id);
      for (const { headers } of thief.requests) expect(headers['x-api-key']).toBe('mine');
    }
  });

  it('are asked for after what else is wrong', async () => {
    const { body } = await create(yom());
    expect(await change(body.id, { providerCode: 'NOBODY' })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field: 'providerCode' }] },
    });
    expect(await change(body.id, { baseUrl: 'nowhere' })).toMatchObject({ body: { details: [{ field: 'baseUrl' }] } });
  });
});

describe('a test call', () => {
  const test = (id: string) => tenant.request('POST', `/api/dispatch-configs/${id}/test`);

  it('sends a sample activity with the credentials and tells how it went', async () => {
    const { body } = await create(yom());
    const before = sink.requests.length;
    sink.answerNext({ status: 201, body: { id: 'yom-1' } });
    expect(await test(body.id)).toMatchObject({
      status: 200,
      body: {
        ...{ ok: true, httpStatus: 201, providerActivityId: 'yom-1', errorCode: null, message: null },
        ...{ disposition: 'ACCEPTED', providerErrorCode: null },
      },
    });
    const [received] = sink.requests.slice(before);
    expect(received).toMatchObject({ path: '/activities', headers: { 'x-api-key': secret } });
    expect(received?.json).toMatchObject({ type: 'TASK', channel: 'SALESMAN', metadata: { probe: 'true' } });
  });

  it('tells of a refusal and of a lost connection without the credentials', async () => {
    const { body } = await create(yom());
    sink.answerNext({ status: 401, body: { error: `bad key ${secret}`, code: 'E-KEY' } }, 'drop');
    expect(await test(body.id)).toMatchObject({
      body: {
        ...{ ok: false, httpStatus: 401, errorCode: 'PROVIDER_REJECTED', message: 'HTTP 401: bad key [redacted]' },
        ...{ disposition: 'RETRY', providerErrorCode: 'E-KEY' },
      },
    });
    expect(await test(body.id)).toMatchObject({
      body: { ok: false, httpStatus: null, errorCode: 'CONNECTION_LOST', disposition: 'UNCERTAIN' },
    });
  });
});

describe('a deadline above OUTBOUND_MAX_TIMEOUT_MS', () => {
  it('is refused wherever it is given, but one that was stored before keeps nobody from pausing', async () => {
    const { body } = await create(yom({ timeoutMs: 60_000 }));
    expect(body.timeoutMs).toBe(60_000);
    expect(await change(body.id, { timeoutMs: 60_001 })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field: 'timeoutMs' }] },
    });
    await execute(api, 'UPDATE dispatch_configs SET timeout_ms = 600000 WHERE id = $1', [body.id]);
    expect(await change(body.id, { isActive: false })).toMatchObject({
      status: 200,
      body: { isActive: false, timeoutMs: 600_000 },
    });
  });
});

describe('an outage of a config whose account is wrong', () => {
  const outageOf = async (id: string) =>
    (await tenant.request<{ outage: object | null }>('GET', `/api/dispatch-configs/${id}`)).body.outage;
  const held = async (kind: string, fields: object = {}) => {
    const { body } = await create(yom(fields));
    await execute(
      api,
      `INSERT INTO dispatch_config_outages (tenant_id, dispatch_config_id, kind, opened_at, probe_at, error_code,
         provider_error_code, error_message)
       VALUES ($1, $2, $3, '2026-01-01Z', '9999-12-31Z', 'PROVIDER_REJECTED', '190', 'HTTP 401: token revoked')`,
      [tenant.id, body.id, kind],
    );
    return body.id;
  };

  it('is shown with the provider’s code and without a probe', async () => {
    expect(await outageOf(await held('MISCONFIGURED'))).toEqual({
      kind: 'MISCONFIGURED',
      since: '2026-01-01T00:00:00.000Z',
      probeAt: null,
      failedProbes: 0,
      code: 'PROVIDER_REJECTED',
      providerErrorCode: '190',
      message: 'HTTP 401: token revoked',
    });
  });

  it.each(['credentials', 'baseUrl', 'settings'])('ends when its %s change', async (field) => {
    const id = await held('MISCONFIGURED');
    expect((await change(id, { name: `renamed-${randomUUID()}`, priority: 7, isActive: false })).status).toBe(200);
    expect(await outageOf(id)).not.toBeNull();
    const values = { credentials: { apiKey: 'new-key' }, baseUrl: `${sink.url}/v2`, settings: { failFast: true } };
    expect((await change(id, { [field]: values[field as keyof typeof values] })).status).toBe(200);
    expect(await outageOf(id)).toBeNull();
  });

  it.each([
    [201, false],
    [422, false],
    [429, true],
    [503, true],
  ])('after a test that is answered %d goes on: %s', async (status, goesOn) => {
    const id = await held('MISCONFIGURED', { settings: { failFast: true } });
    sink.answerNext({ status });
    await tenant.request('POST', `/api/dispatch-configs/${id}/test`);
    expect((await outageOf(id)) !== null).toBe(goesOn);
  });

  it('is told of as it ends, and one of a provider that is down does not end that way', async () => {
    const [down, wrong] = [await held('DOWN'), await held('MISCONFIGURED')];
    await tenant.request('POST', '/api/webhooks', { body: { url: sink.url, events: ['dispatch_config.up'] } });
    for (const id of [down, wrong]) await change(id, { credentials: { apiKey: 'new-key' } });
    expect(await outageOf(down)).toMatchObject({ kind: 'DOWN', probeAt: '9999-12-31T00:00:00.000Z' });
    const told = await execute<{ subject_id: string; data: object }>(
      api,
      `SELECT subject_id, data FROM webhook_deliveries WHERE tenant_id = $1 AND event_type = 'dispatch_config.up'`,
      [tenant.id],
    );
    expect(told).toMatchObject([
      {
        subject_id: wrong,
        data: { reason: 'MISCONFIGURED', providerErrorCode: '190', lastError: { code: 'PROVIDER_REJECTED' } },
      },
    ]);
  });
});

describe('credentials', () => {
  it('are in no answer and in no line of the log', async () => {
    const { body } = await create(yom());
    const answers = [
      body,
      await create(yom({ credentials: { apiKey: secret, [secret]: secret } })),
      await create(yom({ credentials: [secret] })),
      await create(yom({ name: body.name })),
      await change(body.id, { credentials: { apiKey: `${secret}-2` } }),
      await tenant.request('GET', `/api/dispatch-configs/${body.id}`),
      await tenant.request('GET', '/api/dispatch-configs?perPage=100'),
      await tenant.request('POST', '/api/dispatch-configs', { body: JSON.stringify(yom()).slice(0, -2) }),
      await tenant.request('POST', `/api/dispatch-configs/${body.id}/test`),
    ].map((answer) => JSON.stringify(answer));
    expect(answers.filter((answer) => answer.includes(secret) && !answer.includes(`credentials.${secret}`))).toEqual(
      [],
    );
    expect(log.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('are not logged with a fault either, and neither is what else was sent', async () => {
    await executeAsOwner(api, 'ALTER TABLE dispatch_configs RENAME COLUMN priority TO missing');
    try {
      const given = yom();
      const { status, body } = await create(given);
      expect(status).toBe(500);
      expect(body).toEqual({
        statusCode: 500,
        error: 'Internal Server Error',
        message: 'Internal error; the log has it under this requestId',
        code: 'INTERNAL',
        requestId: expect.any(String) as string,
      });
      const lines = log.filter((line) => line.includes(body.requestId as string));
      expect(lines.join()).toContain('priority');
      expect(lines.filter((line) => line.includes(secret) || line.includes(given.name))).toEqual([]);
    } finally {
      await executeAsOwner(api, 'ALTER TABLE dispatch_configs RENAME COLUMN missing TO priority');
    }
  });
});

describe('dispatch providers', () => {
  it('are listed with their channels', async () => {
    const { body } = await tenant.request<{ data: unknown[] }>('GET', '/api/dispatch-providers');
    expect(body.data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'MOCK', name: 'Mock', channels: expect.arrayContaining(['SMS']) as string[] }),
      ]),
    );
  });

  it('tell what a config takes on each channel', async () => {
    const { body } = await tenant.request<{ data: { channel: string }[] }>(
      'GET',
      '/api/dispatch-providers/YOM/channel-definitions',
    );
    expect(body.data.find(({ channel }) => channel === 'SALESMAN')).toMatchObject({
      baseUrl: 'required',
      credentials: [{ key: 'apiKey', type: 'string', required: true, secret: true, default: null }],
      settings: [
        { key: 'responseIdPath', secret: false },
        { key: 'failFast', type: 'boolean', required: false },
      ],
    });
    expect((await tenant.request('GET', '/api/dispatch-providers/NOBODY/channel-definitions')).status).toBe(404);
  });

  it('stop the start when a stored config names one that is not loaded', async () => {
    const { body } = await create({ name: `lost-${randomUUID()}`, providerCode: 'MOCK', channel: 'SMS' });
    await execute(api, `UPDATE dispatch_configs SET provider_code = 'ACME' WHERE id = $1`, [body.id]);
    await expect(startApi({ databaseUrl: api.settings.databaseUrl })).rejects.toThrow(
      /providers that are not loaded: ACME .*PROVIDER_MODULES/,
    );
  });
});
