import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { RawProvider } from '../support/raw-provider';
import { type Actor, type ActivityBody, Scenario } from '../support/scenario';
import type { SinkAnswer } from '../support/sink';
import { execute } from '../support/sql';

interface HookItem {
  activityId: string;
  key: string;
}

interface Policy {
  hook: { url: string; timeoutMs: number; secret: string | null } | null;
}

interface BulkBody {
  results: { activity: ActivityBody }[];
}

const start = (...headers: string[]) => ['HTTP/1.1 200 OK', 'connection: close', ...headers, '', ''].join('\r\n');
const whole = (body: string) => `${start(`content-length: ${Buffer.byteLength(body)}`)}${body}`;

describe('an attribute’s client hook', () => {
  let scenario: Scenario;
  let actor: Actor;

  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    scenario.sink.requests.splice(0);
  });

  const save = async (key: string, fields: object = {}, hook: object = {}) => {
    const { status, body } = await actor.request<Policy>('POST', '/api/activity-config/attribute-policies', {
      body: {
        ...{ key, strategy: 'UPFRONT', resolver: 'CLIENT_HOOK' },
        hook: { url: `${scenario.sink.url}/hook?token=hush`, timeoutMs: 2_000, ...hook },
        ...fields,
      },
    });
    expect(status).toBe(200);
    return body.hook;
  };
  const answerEach = (valueOf: (item: HookItem) => unknown) =>
    scenario.sink.answerWith(({ json }) => {
      const { items } = json as { items: HookItem[] };
      return {
        body: { items: items.map(({ activityId, key }) => ({ activityId, key, value: valueOf({ activityId, key }) })) },
      };
    });
  const bulk = async (activities: object[]) => {
    const { body } = await actor.request<BulkBody>('POST', '/api/activities/bulk', { body: { activities } });
    return body.results.map(({ activity }) => activity);
  };

  /** What the first call of the hook carries if this secret signed it. */
  const signatureOf = (secret: string) => {
    const [request] = scenario.sink.requests;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const { 'webhook-id': id, 'webhook-timestamp': at } = request?.headers ?? {};
    const signed = `${String(id)}.${String(at)}.${request?.body}`;
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  };

  it('is asked once for a whole bulk create, with what is known of each activity', async () => {
    await save('credit');
    await save('tier');
    answerEach(({ key }) => ({ of: key }));
    const keys = ['credit', 'tier'];
    const made = await bulk(Array.from({ length: 200 }, () => actor.message({ attributeKeys: keys })));
    expect(scenario.sink.requests).toHaveLength(1);
    const { items } = scenario.sink.requests[0]?.json as { items: HookItem[] };
    expect(items).toHaveLength(400);
    expect(items[0]).toEqual({
      ...{ activityId: made[0]?.id, key: 'credit', channel: 'WHATSAPP', type: 'MESSAGE', reason: 'send_reminder' },
      commerce: { id: actor.commerceId, externalId: 'STORE-1', name: 'Corner Store' },
    });
    for (const { status, attributes } of made) {
      expect({ status, attributes }).toMatchObject({
        status: 'READY',
        attributes: keys.map((key) => ({ key, value: { of: key }, resolutionStatus: 'RESOLVED' })),
      });
    }
  });

  it('is called with a signature that the secret proves, which is shown once', async () => {
    const first = await save('credit');
    expect(first?.secret).toMatch(/^whsec_/);
    expect((await save('credit'))?.secret).toBeNull();
    const path = '/api/activity-config/attribute-policies';
    expect((await actor.request<Policy>('GET', `${path}/credit`)).body.hook?.secret).toBeNull();
    answerEach(() => 1);
    await actor.create({ attributeKeys: ['credit'] });
    expect(scenario.sink.requests[0]?.headers['webhook-signature']).toBe(signatureOf(first?.secret ?? ''));

    const renewed = (await save('credit', {}, { renewSecret: true }))?.secret;
    expect(renewed).toMatch(/^whsec_/);
    expect(renewed).not.toBe(first?.secret);
    expect((await save('credit', {}, { url: `${scenario.sink.url}/other` }))?.secret).not.toBe(renewed);
    const stored = await execute<{ row: string }>(
      scenario.api,
      'SELECT attribute_policies::text AS row FROM attribute_policies',
    );
    expect(stored.filter(({ row }) => row.includes('whsec_'))).toEqual([]);
  });

  it('shows its secret to one of many who make it at once: the one that signs', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => save('credit')));
    const shown = answers.flatMap((hook) => hook?.secret ?? []);
    expect(shown).toHaveLength(1);
    answerEach(() => 1);
    await actor.create({ attributeKeys: ['credit'] });
    expect(scenario.sink.requests[0]?.headers['webhook-signature']).toBe(signatureOf(shown[0] ?? ''));
  });

  it('that two policies share is signed with the secrets of both, and has the shorter time limit', async () => {
    await save('credit', { fallback: 0 }, { timeoutMs: 20_000 });
    await save('tier', { fallback: 0 }, { timeoutMs: 200 });
    scenario.sink.answerNext('hang');
    const { id, attributes } = await actor.create({ attributeKeys: ['credit', 'tier'] });
    expect(attributes).toMatchObject([{ resolutionStatus: 'FALLBACK' }, { resolutionStatus: 'FALLBACK' }]);
    const { body } = await actor.request<{ data: { errorMessage: string }[] }>(
      'GET',
      `/api/activities/${id}/attributes`,
    );
    const limits = body.data.map(({ errorMessage }) => Number(/ within (\d+) ms$/.exec(errorMessage)?.[1]));
    expect(limits).toHaveLength(2);
    for (const limit of limits) expect(limit).toBeLessThanOrEqual(200);
    expect(scenario.sink.requests[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  });

  it.each<[string, SinkAnswer, string]>([
    ['an error', { status: 503, body: 'secret stack' }, 'the hook answered with status 503'],
    ['garbage', { body: '<html>' }, 'the hook’s answer is not JSON of the form {items: [{activityId, key, value}]}'],
    ['another shape', { body: { items: { a: 1 } } }, 'the hook’s answer is not JSON of the form'],
    ['items of others', { body: { items: [null, 7, { activityId: 'x', key: 'credit', value: 1 }] } }, 'leaves it out'],
    ['a redirect', { status: 302, headers: { location: 'http://169.254.169.254/' } }, 'status 302'],
    ['an endless body', { body: { items: ['x'.repeat(5_000_000)] } }, 'more than 4194304 bytes'],
    ['no answer at all', 'drop', 'the hook gave no answer: '],
  ])('that gives %s makes the attribute FAILED and says why', async (_name, answer, reason) => {
    await save('credit');
    scenario.sink.answerNext(answer);
    const made = await actor.create({ attributeKeys: ['credit'] });
    expect(made).toMatchObject({ status: 'UNRESOLVED', attributes: [{ resolutionStatus: 'FAILED' }] });
    expect(made.lastError?.message).toContain(reason);
    expect(made.lastError?.message).not.toMatch(/hush|secret|whsec/);
  });

  it.each<[string, (json: string) => string | Buffer, unknown]>([
    ['after 100 Continue', (json) => `HTTP/1.1 100 Continue\r\n\r\n${whole(json)}`, 7],
    ['with a byte order mark', (json) => whole(`\ufeff${json}`), 7],
    ['compressed', (json) => Buffer.concat([Buffer.from(start('content-encoding: gzip')), gzipSync(json)]), 7],
    ['without an end', (json) => start('content-length: 9999') + json, 'status 200, but its body did not come whole'],
    ['as no UTF-8', (json) => Buffer.from(start() + json.replace('7', '"ñ"'), 'latin1'), 'is not JSON of the form'],
    [
      'of a refusal without an end',
      () => 'HTTP/1.1 503 Busy\r\ncontent-length: 9\r\n\r\n',
      'the hook answered with status 503',
    ],
    [
      'with no more than its status',
      () => 'HTTP/1.1 200 OK\r\nx-slow: ',
      'status 200, but its body did not come whole',
    ],
    ['with no more than a refusal', () => 'HTTP/1.1 503 Busy\r\n', 'the hook answered with status 503'],
  ])('that answers %s gives its value or says why there is none', async (_name, answer, expected) => {
    const hook = await RawProvider.start((socket, body) => {
      const [item] = (JSON.parse(body) as { items: HookItem[] }).items;
      socket.end(answer(JSON.stringify({ items: [{ ...item, value: 7 }] })));
    });
    try {
      await save('credit', {}, { url: hook.url });
      const { attributes, lastError } = await actor.create({ attributeKeys: ['credit'] });
      if (expected === 7) expect(attributes).toMatchObject([{ value: 7, resolutionStatus: 'RESOLVED' }]);
      else expect(lastError?.message).toContain(expected);
      expect(hook.requests).toBe(1);
    } finally {
      await hook.close();
    }
  });

  it.each([
    ['null', null, 'the hook has no value'],
    ['a NUL character', 'a\0b', 'characters that cannot be kept'],
    ['half a surrogate pair', '\ud800', 'characters that cannot be kept'],
    ['more than fits', 'x'.repeat(40_000), 'over 32768 bytes'],
  ])('that gives %s as a value leaves the fallback, and harms no other activity', async (_name, value, problem) => {
    await save('credit', { fallback: 'none' });
    await save('tier');
    answerEach(({ key }) => (key === 'credit' ? value : 'gold \\u0000'));
    const [poor, rich] = await bulk([
      actor.message({ attributeKeys: ['credit'] }),
      actor.message({ attributeKeys: ['tier'] }),
    ]);
    expect(poor).toMatchObject({ status: 'READY', attributes: [{ value: 'none', resolutionStatus: 'FALLBACK' }] });
    expect(rich).toMatchObject({ status: 'READY', attributes: [{ value: 'gold \\u0000' }] });
    const path = `/api/activities/${poor?.id}/attributes`;
    const { body } = await actor.request<{ data: { errorMessage: string }[] }>('GET', path);
    expect(body.data[0]?.errorMessage).toContain(problem);
  });

  it('holds a create no longer than its time limit, and no transaction at all', async () => {
    await save('credit', { fallback: 0 }, { timeoutMs: 300 });
    scenario.sink.answerNext('hang');
    const startedAt = performance.now();
    const creating = actor.create({ attributeKeys: ['credit'] });
    await scenario.sink.waitForRequests(1);
    const open = await execute(
      scenario.api,
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(open).toEqual([]);
    const made = await creating;
    expect(made).toMatchObject({ status: 'READY', attributes: [{ value: 0, resolutionStatus: 'FALLBACK' }] });
    const attributes = await actor.request('GET', `/api/activities/${made.id}/attributes`);
    // What is left of its 300 ms when the call begins.
    const errorMessage = expect.stringMatching(/gave no complete answer within ([12]?\d?\d|300) ms$/) as string;
    expect(attributes.body).toMatchObject({ data: [{ errorMessage }] });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('is asked once there is room for its call, whose time begins then', async () => {
    await save('slow', { fallback: 0 }, { timeoutMs: 1_500 });
    await save('quick', {}, { timeoutMs: 500 });
    answerEach(() => 'told');
    const creates: Promise<unknown>[] = [];
    // As many as a tenant may have under way at once.
    for (let calls = 1; calls <= 8; calls += 1) {
      scenario.sink.answerNext('hang');
      creates.push(actor.create({ attributeKeys: ['slow'] }));
      await scenario.sink.waitForRequests(calls);
    }
    expect(await actor.create({ attributeKeys: ['quick'] })).toMatchObject({ attributes: [{ value: 'told' }] });
    await Promise.all(creates);
  });

  it('is asked although the hooks of many other tenants hang', async () => {
    // Each takes all that it may: 40 calls that nobody answers.
    const calls = 8;
    const others = 5;
    let release: (answer: SinkAnswer) => void = () => undefined;
    const released = new Promise<SinkAnswer>((resolve) => (release = resolve));
    scenario.sink.answerWith(({ path }) => (path === '/hanging' ? released : { body: { items: [] } }));
    const creates: Promise<unknown>[] = [];
    const mine = actor;
    for (let other = 0; other < others; other += 1) {
      actor = await scenario.tenant();
      await save('slow', { fallback: 0 }, { url: `${scenario.sink.url}/hanging`, timeoutMs: 20_000 });
      for (let call = 0; call < calls + 2; call += 1) creates.push(actor.create({ attributeKeys: ['slow'] }));
    }
    await scenario.sink.waitForRequests(others * calls);
    actor = mine;
    await save('quick');
    await actor.create({ attributeKeys: ['quick'] });
    expect(scenario.sink.requests.filter(({ path }) => path === '/hanging')).toHaveLength(others * calls);
    expect(scenario.sink.requests).toHaveLength(others * calls + 1);
    release({ body: { items: [] } });
    await Promise.all(creates);
  });

  it('is asked again by retry-resolution', async () => {
    await save('credit');
    scenario.sink.answerNext({ status: 500 });
    const { id, status } = await actor.create({ attributeKeys: ['credit'] });
    expect(status).toBe('UNRESOLVED');
    answerEach(() => 12);
    const { body } = await actor.request('PATCH', `/api/activities/${id}/retry-resolution`);
    expect(body).toMatchObject({ status: 'READY', attributes: [{ key: 'credit', value: 12 }] });
  });

  it('is not connected to where Errand must not connect, whatever was saved before', async () => {
    await save('credit');
    await execute(
      scenario.api,
      `UPDATE attribute_policies SET hook = '{"url": "http://169.254.169.254/x", "timeoutMs": 500}' WHERE tenant_id = $1`,
      [actor.tenant.id],
    );
    const { lastError } = await actor.create({ attributeKeys: ['credit'] });
    expect(lastError?.message).toContain('http://169.254.169.254 must not be connected to');
  });
});
