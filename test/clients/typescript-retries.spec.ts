import { randomUUID } from 'node:crypto';
import type { ErrandClient, ErrandClientOptions } from '../../clients/typescript/src/index.js';
import { Gateway } from '../gateway/gateway';
import { Scenario } from '../support/scenario';
import { tenantPermissions } from '../support/tenants';
import { FlakyDoor } from './flaky-door';
import { installClient, type InstalledClient, installMs } from './installed-client';

let installed: InstalledClient;
let scenario: Scenario;
let gateway: Gateway;
let door: FlakyDoor;
let errand: ErrandClient;
let client: (options?: Partial<ErrandClientOptions>) => ErrandClient;

beforeAll(async () => {
  installed = await installClient();
  scenario = await Scenario.start(1);
  gateway = await Gateway.open(scenario);
  door = await FlakyDoor.open(scenario.api.url);
  const apiKey = await gateway.actor.tenant.key(...tenantPermissions);
  client = (options) =>
    new installed.module.ErrandClient({ baseUrl: door.url, apiKey, retry: { baseDelayMs: 5 }, ...options });
  errand = client();
}, installMs);
afterAll(async () => {
  await door.close();
  await scenario.close();
  installed.remove();
});
beforeEach(() => {
  door.took();
  scenario.sink.requests.length = 0;
});

const plain = { provider: 'email', actionType: 'plain' };
const later = { ...plain, delaySeconds: 3600 };

describe('the TypeScript client', () => {
  it.each([
    ['an Errand that is not ready', { status: 503 }],
    ['a proxy that cannot reach it', { status: 502, body: '<h1>Bad Gateway</h1>' }],
    ['a broken connection', 'drop'],
    ['a limit', { status: 429 }],
    ['a fault', { status: 500, body: { code: 'INTERNAL', retryable: true } }],
    ['a call that is under way', { status: 409, body: { code: 'IN_FLIGHT', retryable: true } }],
  ] as const)('asks again after %s', async (_, answer) => {
    door.answerNext(answer, answer);
    expect(await errand.dispatch(plain)).toMatchObject({ type: 'executed' });
    const bodies = door.took().map(({ body }) => body);
    expect(bodies).toHaveLength(3);
    expect(new Set(bodies).size).toBe(1);
    expect(scenario.sink.requests).toHaveLength(1);
  });

  it('does not ask again after an answer that says it is no use', async () => {
    door.answerNext({ status: 409, body: { code: 'INVALID_STATE', retryable: false } });
    await expect(errand.dispatch(plain)).rejects.toMatchObject({ code: 'INVALID_STATE', retryable: false });
    door.answerNext({ status: 500, body: { code: 'INTERNAL', retryable: false } });
    await expect(errand.dispatch(plain)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(door.took()).toHaveLength(2);
  });

  it('sends an action once, though the first answer was lost', async () => {
    door.loseNext();
    expect(await errand.dispatch(plain)).toMatchObject({ type: 'executed' });
    expect(door.took()).toHaveLength(2);
    door.loseNext();
    expect(await errand.dispatchBatch([plain, plain])).toMatchObject([{ type: 'executed' }, { type: 'executed' }]);
    expect(door.took()).toHaveLength(2);
    expect(scenario.sink.requests).toHaveLength(3);
  });

  it('cancels and puts off an action, though the first answer was lost', async () => {
    const outcome = await errand.dispatch(later);
    const { actionId } = outcome.type === 'scheduled' ? outcome : { actionId: '' };
    const scheduledFor = new Date(Date.now() + 60_000);
    door.loseNext();
    expect(await errand.scheduled.reschedule(actionId, scheduledFor)).toMatchObject({ scheduledFor });
    door.loseNext();
    expect(await errand.scheduled.cancel(actionId)).toMatchObject({ status: 'canceled' });
  });

  it('repeats nothing that might then be done twice', async () => {
    const body = { activityId: randomUUID(), status: 'COMPLETED' as const, occurredAt: '2026-01-02T00:00:00.000Z' };
    door.answerNext('drop', { status: 503, body: { code: 'NOT_READY', message: 'later', requestId: 'r' } }, 'drop');
    await expect(errand.rest.POST('/api/activity-results', { body })).rejects.toMatchObject({ code: 'CONNECTION' });
    const { error } = await errand.rest.POST('/api/activity-results', { body });
    expect(error).toMatchObject({ code: 'NOT_READY' });
    await expect(errand.scheduled.fire(randomUUID())).rejects.toMatchObject({ code: 'CONNECTION', status: null });
    expect(door.took()).toHaveLength(3);
  });

  it('repeats over REST what has an idempotency key', async () => {
    const { message } = gateway.actor;
    const activity = () => ({ ...message.call(gateway.actor), idempotencyKey: randomUUID() }) as never;
    door.loseNext();
    expect((await errand.rest.POST('/api/activities', { body: activity() })).response.status).toBe(200);
    door.loseNext();
    const bulk = { activities: [activity(), activity()] as never[] };
    expect((await errand.rest.POST('/api/activities/bulk', { body: bulk })).response.ok).toBe(true);
    door.answerNext('drop');
    expect((await errand.rest.GET('/api/tenants/me')).data?.id).toBe(gateway.actor.tenant.id);
    expect(door.took()).toHaveLength(6);
  });

  it('waits as long as Retry-After says, and no longer than it may', async () => {
    const asks = (seconds: string) => ({ status: 503, headers: { 'retry-after': seconds } });
    door.answerNext(asks('1'));
    const askedAt = performance.now();
    expect(await errand.dispatch(later)).toMatchObject({ type: 'scheduled' });
    expect(performance.now() - askedAt).toBeGreaterThan(990);
    door.answerNext(asks('60'), asks(new Date(Date.now() + 3_600_000).toUTCString()));
    await expect(errand.dispatch(later)).rejects.toMatchObject({ status: 503, retryAfterSeconds: 60 });
    await expect(errand.dispatch(later)).rejects.toMatchObject({ retryable: true, code: 'HTTP_503' });
    expect(door.took()).toHaveLength(4);
  });

  it('gives up after so many attempts', async () => {
    door.answerNext('drop', 'drop', 'drop', { status: 502, body: 'Bad Gateway' });
    await expect(errand.dispatch(later)).rejects.toMatchObject({
      status: 502,
      code: 'HTTP_502',
      message: 'Bad Gateway',
      retryable: true,
    });
    expect(door.took()).toHaveLength(4);
    door.answerNext('drop');
    await expect(client({ retry: { attempts: 1 } }).dispatch(later)).rejects.toBeInstanceOf(Error);
    expect(door.took()).toHaveLength(1);
  });

  it('ends an attempt that takes too long, and the whole when its caller says so', async () => {
    // Long enough for an attempt to reach the door, and for the api to answer, on a slow machine.
    const impatient = client({ timeoutMs: 2_000, retry: { attempts: 2, baseDelayMs: 1 } });
    door.answerNext('hang');
    expect(await impatient.dispatch(later)).toMatchObject({ type: 'scheduled' });
    expect(door.took()).toHaveLength(2);
    door.answerNext('hang', 'hang');
    await expect(impatient.dispatch(later)).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
    expect(door.took()).toHaveLength(2); // so no hang is left for the next
    const reason = new Error('enough');
    const cases = ['hang' as const, { status: 503, headers: { 'retry-after': '9' } }];
    for (const answer of cases) {
      const caller = new AbortController();
      door.answerNext(answer);
      const call = errand.dispatch(later, { signal: caller.signal });
      await door.next();
      caller.abort(reason);
      await expect(call).rejects.toBe(reason);
    }
    await expect(errand.dispatch(later, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(door.took()).toHaveLength(2);
  });
});
