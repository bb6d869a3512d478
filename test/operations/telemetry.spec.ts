import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startProcess, killRemainingProcesses, type TestProcess } from '../support/processes';
import { eventually } from '../support/eventually';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { requester } from '../support/api';
import { Actor, type ActivityBody } from '../support/scenario';
import { ADMIN_KEY } from '../support/settings';
import { Sink } from '../support/sink';
import { createTenant } from '../support/tenants';

const apiKey = `provider-credential-${randomUUID()}`;

describe('what the processes tell about themselves', () => {
  let database: TestDatabase;
  let sink: Sink;
  let api: TestProcess;
  let dispatcher: TestProcess;
  let actor: Actor;
  let tenantKey: string;
  let webhookSecret: string;
  let sent: ActivityBody;

  beforeAll(async () => {
    database = await createTestDatabase();
    sink = await Sink.start();
    api = await startProcess('api', database.url, { LOG_LEVEL: 'trace' });
    dispatcher = await startProcess('dispatcher', database.url, { LOG_LEVEL: 'trace' });
    const tenant = await createTenant({ request: requester(api.url) });
    actor = new Actor(tenant, sink);
    await actor.createMasterData();
    tenantKey = await tenant.key('VIEW_ACTIVITIES');
    await actor.yom({ credentials: { apiKey } });
    const webhook = { url: `${sink.url}/events`, events: ['activity.dispatched'] };
    const { body: issued } = await actor.request<{ secret: string }>('POST', '/api/webhooks', { body: webhook });
    webhookSecret = issued.secret.slice('whsec_'.length);
    // A provider that echoes what it was sent must not bring the credential into the history.
    sink.answerNext({ status: 400, body: `bad key ${apiKey}` });
    await actor.create({ scheduledAt: '2099-01-01T00:00:00.000Z' });
    sent = await actor.untilStatus((await actor.create()).id, 'DISPATCHED');
    await sink.waitForRequests(3);
  }, 60_000);
  afterAll(async () => {
    await killRemainingProcesses();
    await sink.close();
    await database.drop();
  });

  const get = async (process: TestProcess, path: string) => {
    const response = await fetch(process.url + path);
    return { status: response.status, text: await response.text() };
  };

  it('says that both are alive and ready', async () => {
    for (const process of [api, dispatcher]) {
      expect((await get(process, '/health/live')).status).toBe(200);
      const health = await get(process, '/health');
      expect([health.status, JSON.parse(health.text)]).toMatchObject([200, { status: 'ok' }]);
      const ready = await get(process, '/health/ready');
      expect(ready.status).toBe(200);
      expect(JSON.parse(ready.text)).toMatchObject({ checks: { database: 'up' } });
    }
  });

  it('counts attempts by provider and outcome, and measures calls and lag', async () => {
    const { text } = await get(dispatcher, '/metrics');
    expect(text).toMatch(
      /errand_attempts_total\{provider="YOM",outcome="accepted",disposition="ACCEPTED",process="dispatcher"\} 1/,
    );
    expect(text).toMatch(
      /errand_attempts_total\{provider="YOM",outcome="PROVIDER_REJECTED",disposition="RETRY",process="dispatcher"\} 1/,
    );
    expect(text).toMatch(/errand_call_duration_seconds_count\{process="dispatcher",provider="YOM"\} 2/);
    expect(text).toMatch(/errand_dispatch_lag_seconds_count\{process="dispatcher"\} 1/);
  });

  it('counts what is open by status, in both processes', async () => {
    for (const process of [api, dispatcher]) {
      const { text } = await get(process, '/metrics');
      expect(text).toMatch(/errand_activities_open\{status="READY",process="\w+"\} 1/);
      expect(text).toMatch(/errand_activities_open\{status="UNRESOLVED",process="\w+"\} 0/);
      expect(text).toMatch(/errand_oldest_due_age_seconds\{process="\w+"\} 0/);
    }
  });

  it('tells no metric that the README does not name, and all that it names', async () => {
    const told = new Set<string>();
    for (const process of [api, dispatcher]) {
      for (const [, name] of (await get(process, '/metrics')).text.matchAll(/^# TYPE (errand_\w+)/gm))
        told.add(name ?? '');
    }
    const readme = readFileSync('README.md', 'utf8');
    const named = [...readme.matchAll(/^\| `(errand_\w+)`/gm)].map(([, name]) => name);
    expect([...told].sort()).toEqual(named.sort());
  });

  it('tells READY ones that are due from those that will be, and those that are held', async () => {
    const { text } = await get(api, '/metrics');
    expect(text).toMatch(/errand_activities_ready\{due="now",process="api"\} 0/);
    expect(text).toMatch(/errand_activities_ready\{due="later",process="api"\} 1/);
    expect(text).toMatch(/errand_activities_held\{reason="TENANT_PAUSED",process="api"\} 0/);
  });

  it('counts and logs what webhooks were told', async () => {
    const { text } = await eventually(
      () => get(dispatcher, '/metrics'),
      (metrics) => metrics.text.includes('errand_webhook_deliveries_total{'),
    );
    expect(text).toMatch(/errand_webhook_deliveries_total\{event="activity.dispatched",outcome="delivered",\S+\} 1/);
    expect(text).toMatch(/errand_webhook_oldest_undelivered_seconds\{process="dispatcher"\} \d/);
    expect(dispatcher.output()).toMatch(
      /"event":"activity.dispatched","subjectId":"\S+"attempt":1,.*"webhook delivery"/,
    );
  });

  it('logs one line an attempt with all there is to know of it', () => {
    const lines = dispatcher
      .output()
      .split('\n')
      .filter((line) => line.includes('"msg":"attempt"'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { activityId: sent.id, attempt: 1, provider: 'YOM', outcome: 'PROVIDER_REJECTED', httpStatus: 400 },
      {
        activityId: sent.id,
        attempt: 2,
        provider: 'YOM',
        outcome: 'accepted',
        durationMs: expect.any(Number) as number,
      },
    ]);
  });

  it('has no secret in any log, metric, response or history', async () => {
    const paths = ['', '/attempts', '/status-events'].map((path) => `/api/activities/${sent.id}${path}`);
    const answers = await Promise.all(
      [...paths, '/api/dispatch-configs', '/api/webhooks', '/api/api-keys', '/api/tenants/me'].map((path) =>
        actor.request('GET', path),
      ),
    );
    const told = [
      api.output(),
      dispatcher.output(),
      (await get(api, '/metrics')).text,
      (await get(dispatcher, '/metrics')).text,
      JSON.stringify(answers.map(({ body }) => body)),
    ].join('\n');
    const password = new URL(database.url).password;
    for (const secret of [
      apiKey,
      tenantKey,
      webhookSecret,
      ADMIN_KEY,
      Buffer.alloc(32, 7).toString('base64'),
      password,
    ]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(told.includes(secret)).toBe(false);
    }
    expect(told).toContain('[redacted]');
  });
});
