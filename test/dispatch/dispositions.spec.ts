import { join } from 'node:path';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { WebhookEndpoint } from '../webhooks/endpoint';

let scenario: Scenario;
let actor: Actor;
let endpoint: WebhookEndpoint | undefined;
beforeAll(async () => {
  scenario = await Scenario.start(1, { providerModules: [join(__dirname, 'told-provider.ts')] });
});
afterAll(() => scenario.close());
beforeEach(async () => {
  actor = await scenario.tenant();
});
afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
});

/** A config whose provider answers what each activity asks for. */
async function told(fields: Record<string, unknown> = {}): Promise<string> {
  const config = { name: 'told', providerCode: 'TOLD', channel: 'WHATSAPP', credentials: { token: 'a-token' } };
  const { body } = await actor.request<{ id: string }>('POST', '/api/dispatch-configs', {
    body: { ...config, retry: { baseDelayMs: 1, maxDelayMs: 1 }, ...fields },
  });
  return body.id;
}

/** An activity that is answered so, attempt by attempt. */
function asking(...answers: object[]): Promise<ActivityBody> {
  return actor.create({ attributes: [{ key: 'answers', value: answers }] });
}

describe('the outcome of a call', () => {
  it('is on record with each attempt, and with the error of the last', async () => {
    await told();
    const { id } = await asking(
      {
        disposition: 'RETRY',
        message: 'too busy',
        code: 'PROVIDER_REJECTED',
        providerErrorCode: 'E-9',
        httpStatus: 418,
      },
      { accepted: false, code: 'CONNECTION_LOST', message: 'gone', httpStatus: null },
      { disposition: 'UNCERTAIN', message: 'no word from the operator', providerErrorCode: 7 },
    );
    const failed = await actor.untilStatus(id, 'FAILED');
    expect(failed.lastError).toEqual({
      code: 'PROVIDER_REJECTED',
      message: 'no word from the operator',
      disposition: 'UNCERTAIN',
      providerErrorCode: '7',
    });
    expect(await actor.attempts(id)).toMatchObject([
      {
        disposition: 'RETRY',
        errorCode: 'PROVIDER_REJECTED',
        providerErrorCode: 'E-9',
        httpStatus: 418,
        counted: true,
      },
      { disposition: 'UNCERTAIN', errorCode: 'CONNECTION_LOST', providerErrorCode: null, httpStatus: null },
      { disposition: 'UNCERTAIN', errorCode: 'PROVIDER_REJECTED', providerErrorCode: '7' },
    ]);
    expect((await actor.events(id)).at(-1)).toMatchObject({
      ...{ toStatus: 'FAILED', disposition: 'UNCERTAIN', providerErrorCode: '7', errorCode: 'PROVIDER_REJECTED' },
    });
  });

  it('is ACCEPTED, without a trace of the error before it', async () => {
    await told();
    const { id } = await asking(
      { disposition: 'RETRY', message: 'too busy', providerErrorCode: 'E-9' },
      { disposition: 'ACCEPTED', providerActivityId: 'told-1' },
    );
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ providerActivityId: 'told-1', lastError: null });
    expect(await actor.attempts(id)).toMatchObject([
      { disposition: 'RETRY', outcome: 'FAILURE' },
      { disposition: 'ACCEPTED', outcome: 'SUCCESS', errorCode: null, providerErrorCode: null },
    ]);
  });

  it('is told to whoever sends it by hand', async () => {
    const config = await told({ isActive: false });
    const { id } = await asking({ disposition: 'RETRY', message: 'too busy', providerErrorCode: 'E-9' });
    await actor.request('PATCH', `/api/activities/${id}`, { body: { scheduledAt: '2099-01-01T00:00:00Z' } });
    await actor.request('PATCH', `/api/dispatch-configs/${config}`, { body: { isActive: true } });
    const { status, body } = await actor.request('POST', `/api/activities/${id}/dispatch`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { disposition: 'RETRY', providerErrorCode: 'E-9', message: 'too busy', counted: true },
    });
  });

  it('carries the provider’s reason on one line, without the credentials that it repeats', async () => {
    await actor.yom({ retry: { maxAttempts: 1 } });
    scenario.sink.answerNext({ status: 401, body: { code: 'E-KEY', error: { message: 'no key\nyom-secret-key' } } });
    const { id } = await actor.create();
    const { lastError } = await actor.untilStatus(id, 'FAILED');
    expect(lastError).toEqual({
      code: 'PROVIDER_REJECTED',
      message: 'HTTP 401: no key [redacted]',
      disposition: 'RETRY',
      providerErrorCode: 'E-KEY',
    });
  });

  it('lets a result prove an attempt that is UNCERTAIN, and none that is not', async () => {
    await told({ retry: { baseDelayMs: 600_000, maxDelayMs: 600_000 } });
    const lost = await asking({ disposition: 'UNCERTAIN', message: 'no word from the operator' });
    const refused = await asking({ disposition: 'RETRY', code: 'TIMEOUT', message: 'queue full for a second' });
    for (const { id } of [lost, refused]) await actor.until(id, ({ lastError }) => lastError !== null);
    expect((await actor.result({ activityId: lost.id })).status).toBe(201);
    expect(await actor.get(lost.id)).toMatchObject({ status: 'COMPLETED', lastError: null });
    expect(await actor.result({ activityId: refused.id })).toMatchObject({
      status: 409,
      body: { code: 'NOT_DISPATCHED' },
    });
  });

  it('is null where it is the resolution that failed', async () => {
    await actor.request('POST', '/api/commerces', { body: { externalId: 'NOBODY-1', name: 'Empty Store' } });
    const targetCriteria = [{ type: 'ROLE_MATCH', config: { role: 'FINANCE' }, priority: 1 }];
    const { lastError } = await actor.create({ commerceId: undefined, commerceExternalId: 'NOBODY-1', targetCriteria });
    expect(lastError).toEqual({
      code: 'TARGET_UNRESOLVED',
      message: expect.any(String) as string,
      disposition: null,
      providerErrorCode: null,
    });
  });

  it('decides below /v1 whether the same is worth asking for again', async () => {
    await told({ retry: { maxAttempts: 1 } });
    const dispatch = async (disposition: string) => {
      const payload = { answers: [{ disposition, message: 'no', httpStatus: 503 }] };
      const action = { namespace: 'n', provider: 'told', action_type: 'act', payload };
      return (await actor.request('POST', '/v1/dispatch', { body: action })).body;
    };
    expect(await dispatch('RETRY')).toMatchObject({ Failed: { retryable: true } });
    expect(await dispatch('REJECTED')).toMatchObject({ Failed: { retryable: false } });
  });
});

// What the engine does with an outcome.
describe('what follows from a call', () => {
  it('is FAILED at once when it is REJECTED', async () => {
    await told();
    const { id } = await asking({ disposition: 'REJECTED', message: 'no such number', providerErrorCode: 21211 });
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: { disposition: 'REJECTED', providerErrorCode: '21211', message: 'no such number' },
    });
    expect(await actor.transitions(id)).toEqual(['– → READY', 'READY → FAILED']);
  });

  it('is FAILED at once when YOM fails fast, unless the refusal may pass', async () => {
    await actor.yom({ settings: { failFast: true }, retry: { baseDelayMs: 1, maxDelayMs: 1 } });
    scenario.sink.answerNext({ status: 422 });
    const refused = await actor.create();
    expect(await actor.untilStatus(refused.id, 'FAILED')).toMatchObject({ dispatchAttemptCount: 1 });
    scenario.sink.answerNext({ status: 409 }, { status: 201 });
    const taken = await actor.create();
    expect(await actor.untilStatus(taken.id, 'DISPATCHED')).toMatchObject({ dispatchAttemptCount: 2 });
  });

  it('is FAILED after an UNCERTAIN call where the config says so, and only after that', async () => {
    await told({ onUncertain: 'fail' });
    const lost = { disposition: 'UNCERTAIN', message: 'no word from the operator' };
    const { id } = await asking({ disposition: 'RETRY', message: 'too busy' }, lost, { disposition: 'ACCEPTED' });
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 2,
      lastError: { disposition: 'UNCERTAIN' },
    });
  });

  it('holds the config when it is MISCONFIGURED, counts no attempt, and goes on when the account is right', async () => {
    const config = await told({ credentials: { token: 'revoked' }, retry: { maxAttempts: 1 } });
    endpoint = await WebhookEndpoint.make(actor, 'dispatch_config.down', 'dispatch_config.up');
    const first = await asking({ disposition: 'ACCEPTED' });
    const second = await asking({ disposition: 'ACCEPTED' });
    for (const { id } of [first, second]) {
      expect(await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_MISCONFIGURED')).toMatchObject({
        ...{ status: 'READY', dispatchAttemptCount: 0, waitingFor: { until: null } },
      });
    }
    const attempts = [...(await actor.attempts(first.id)), ...(await actor.attempts(second.id))];
    expect(attempts[0]).toMatchObject({ disposition: 'MISCONFIGURED', counted: false, providerErrorCode: '190' });
    expect((await actor.get(first.id)).lastError ?? (await actor.get(second.id)).lastError).toMatchObject({
      disposition: 'MISCONFIGURED',
      message: 'the token has expired',
    });
    const { body } = await actor.request('GET', `/api/dispatch-configs/${config}`);
    expect(body).toMatchObject({
      outage: { kind: 'MISCONFIGURED', probeAt: null, providerErrorCode: '190', message: 'the token has expired' },
    });
    expect(await actor.request('POST', `/api/activities/${first.id}/dispatch`)).toMatchObject({
      status: 409,
      body: { code: 'PROVIDER_MISCONFIGURED' },
    });
    await actor.request('PATCH', `/api/dispatch-configs/${config}`, { body: { credentials: { token: 'a-new-one' } } });
    for (const { id } of [first, second]) await actor.untilStatus(id, 'DISPATCHED');
    expect(await endpoint.received(2)).toMatchObject([
      {
        type: 'dispatch_config.down',
        data: { reason: 'MISCONFIGURED', providerErrorCode: '190', message: 'the token has expired' },
      },
      { type: 'dispatch_config.up', data: { reason: 'MISCONFIGURED' } },
    ]);
  });

  it('lets the next config take over from one whose account is wrong', async () => {
    await told({ credentials: { token: 'revoked' }, priority: 1 });
    const next = await told({ name: 'next', priority: 2 });
    const { id } = await asking({ disposition: 'ACCEPTED' });
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({
      dispatchConfigId: next,
      dispatchAttemptCount: 1,
    });
  });
});
