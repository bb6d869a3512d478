import { DnsServer } from '../support/dns-server';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';

interface Probe {
  ok: boolean;
  errorCode: string | null;
  message: string | null;
}

describe('names that are called', () => {
  let dns: DnsServer;
  let scenario: Scenario;
  let port: string;

  beforeAll(async () => {
    dns = await DnsServer.start();
    scenario = await Scenario.start(1, { dnsServers: [dns.address] });
    port = new URL(scenario.sink.url).port;
  });
  afterAll(async () => {
    await scenario.close();
    dns.close();
  });
  beforeEach(() => {
    dns.queries.length = 0;
  });

  const configOf = async (actor: Actor, host: string) => {
    const { status, body } = await actor.request<{ id: string }>('POST', '/api/dispatch-configs', {
      body: {
        ...{ name: host, providerCode: 'YOM', channel: 'WHATSAPP', credentials: { apiKey: 'a-provider-key' } },
        baseUrl: `http://${host}:${port}`,
      },
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body.id;
  };

  it('hold nobody else up when their servers do not answer, and cost few queries', async () => {
    dns.answerWith(({ name }) => (name === 'provider.example' ? ['127.0.0.1'] : 'DROP'));
    const [dead, healthy] = [await scenario.tenant(), await scenario.tenant()];
    await configOf(dead, 'dead.example');
    await configOf(healthy, 'provider.example');
    for (let index = 0; index < 30; index += 1) await dead.create();
    await eventually(
      () => Promise.resolve(dns.asked),
      (asked) => asked.includes('dead.example'),
    );
    const { id } = await healthy.create();
    expect(await healthy.untilStatus(id, 'DISPATCHED')).toMatchObject({ dispatchAttemptCount: 1 });
    expect(scenario.sink.requests.at(-1)?.headers.host).toBe(`provider.example:${port}`);
    // 30 calls wait for one look-up, which asks three times at most.
    expect(dns.asked.filter((name) => name === 'dead.example').length).toBeLessThanOrEqual(3);
  });

  it('tell a tenant nothing of the network that the operator has, neither when saved nor when tried', async () => {
    dns.answerWith({
      'inside.example': ['10.0.0.1'],
      'broken.example': 'SERVFAIL',
      'mixed1.example': ['10.0.0.1', '127.0.0.1'],
    });
    const actor = await scenario.tenant();
    const key = await actor.tenant.key('MANAGE_ACTIVITY_CONFIG');
    const answers = new Set<string>();
    for (const name of ['inside.example', 'nobody.example', 'broken.example', 'mixed1.example']) {
      dns.queries.length = 0;
      const id = await configOf(actor, name);
      expect(dns.asked).not.toContain(name);
      const { body } = await actor.request<Probe>('POST', `/api/dispatch-configs/${id}/test`, { key });
      expect(dns.asked).toContain(name);
      answers.add(JSON.stringify([body.errorCode, body.message?.replace(name, 'name')]));
    }
    expect([...answers]).toEqual([
      JSON.stringify([
        'CONNECTION_FAILED',
        `No connection to http://name:${port}: its name leads to no address that may be connected to`,
      ]),
    ]);
  });

  it('are explained to the platform key', async () => {
    dns.answerWith({ 'private.example': ['10.0.0.1'] });
    const actor = await scenario.tenant();
    for (const [name, why] of [
      ['private.example', 'private address'],
      ['nowhere.example', 'its name does not resolve (ENOTFOUND)'],
    ] as const) {
      const id = await configOf(actor, name);
      const { body } = await actor.request<Probe>('POST', `/api/dispatch-configs/${id}/test`);
      expect(body.message).toMatch(new RegExp(`connected to \\(${why.replace(/[()]/g, '\\$&')}\\)$`));
    }
  });

  it('are asked for once by calls that begin together, to a provider and to a webhook', async () => {
    dns.answerWith({ 'all.example': ['127.0.0.1'] });
    const actor = await scenario.tenant();
    await configOf(actor, 'all.example');
    const url = `http://all.example:${port}`;
    const events = ['activity.created', 'activity.dispatched'];
    expect((await actor.request('POST', '/api/webhooks', { body: { url, events } })).status).toBe(201);
    scenario.sink.requests.length = 0;
    await actor.create();
    await scenario.sink.waitForRequests(3);
    expect(dns.asked).toEqual(['all.example']);
  });
});

describe('a URL that must not be called', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());

  it.each([
    ['127.0.0.1:22', 'port 22'],
    ['10.0.0.1', 'private address'],
    ['169.254.169.254:8080', 'cloud metadata address'],
    ['[fd00::1]', 'private address'],
    ['provider.example:6', 'port 6'],
  ])(
    'is refused in the same words wherever it is saved, and says of %s to the platform key alone: %s',
    async (host, rule) => {
      const actor = await scenario.tenant();
      const key = await actor.tenant.key('MANAGE_ACTIVITY_CONFIG');
      const url = `http://${host}`;
      const config = { name: 'c', providerCode: 'YOM', channel: 'SMS', credentials: { apiKey: 'a-provider-key' } };
      const policy = { key: 'credit', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK' };
      for (const [path, field, body] of [
        ['/api/dispatch-configs', 'baseUrl', { ...config, baseUrl: url }],
        ['/api/webhooks', 'url', { url, events: ['activity.created'] }],
        ['/api/activity-config/attribute-policies', 'hook.url', { ...policy, hook: { url, timeoutMs: 500 } }],
      ] as const) {
        const message = `${url} must not be connected to`;
        const refused = { code: 'BLOCKED_ADDRESS', details: [{ field, message }] };
        expect(await actor.request('POST', path, { body, key })).toMatchObject({
          status: 400,
          body: { ...refused, message: `${field}: ${message}` },
        });
        expect(await actor.request('POST', path, { body })).toMatchObject({
          status: 400,
          body: { ...refused, message: `${field}: ${message}: ${rule}` },
        });
      }
    },
  );
});
