import { randomUUID } from 'node:crypto';
import { type ActivityBody, type Actor, Scenario } from '../support/scenario';
import { Sink, type SinkAnswer, type SinkRequest } from '../support/sink';

let scenario: Scenario;
let actor: Actor;
let aggregator: Sink;
beforeAll(async () => {
  scenario = await Scenario.start(1);
  aggregator = await Sink.start();
});
afterAll(async () => {
  await aggregator.close();
  await scenario.close();
});
beforeEach(async () => {
  actor = await scenario.tenant();
  aggregator.requests.length = 0;
});

const user = 'shop-7';
const password = 'aggregator password';

/** An aggregator such as there are many: a form, Basic, 200 for whatever it understands, its verdict in the body. */
function aggregatorAnswers({ method, path, headers, body }: SinkRequest): SinkAnswer {
  const refuse = (code: string, text: string): SinkAnswer => ({ body: { status: 1, fault: { code, text } } });
  if (method !== 'POST' || path !== '/api/send?format=json') return { status: 404 };
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return { status: 415 };
  const [, given = ''] = headers.authorization?.split('Basic ') ?? [];
  if (Buffer.from(given, 'base64').toString() !== `${user}:${password}`) return refuse('AUTH', `no user for ${given}`);
  const form = new URLSearchParams(body);
  const [to, text] = [form.get('to'), form.get('text')];
  if (!to || !text) return refuse('FORM', 'to and text are required');
  if (text === 'busy') return refuse('QUEUE_FULL', 'come again');
  if (to === '+10000000') return refuse('NO_ROUTE', 'nobody there');
  return { body: { status: 0, messages: [{ id: `m-${text}` }] } };
}

const account = {
  credentials: { basicUser: user, basicPassword: password },
  settings: {
    ...{ auth: 'basic', path: '/send?format=json', contentType: 'application/x-www-form-urlencoded' },
    ...{ body: 'to={{ attributes.to }}&text={{ attributes.text }}' },
    ...{ successPointer: '/status', successValue: '0', idPointer: '/messages/0/id', errorCodePointer: '/fault/code' },
    ...{ retryCodes: ['QUEUE_FULL'], rejectCodes: ['NO_ROUTE', 'FORM'], misconfiguredCodes: ['AUTH'] },
  },
};

async function config(fields: Record<string, unknown>): Promise<string> {
  const { status, body } = await save(fields);
  expect({ status, body }).toMatchObject({ status: 201 });
  return (body as { id: string }).id;
}

function save(fields: Record<string, unknown>) {
  const whole = { name: `http-${randomUUID()}`, providerCode: 'HTTP', channel: 'WHATSAPP', ...fields };
  return actor.request('POST', '/api/dispatch-configs', {
    body: { baseUrl: `${aggregator.url}/api`, retry: { maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 1 }, ...whole },
  });
}

function message(to: string, text: string): Promise<ActivityBody> {
  return actor.create({
    attributes: [
      { key: 'to', value: to },
      { key: 'text', value: text },
    ],
  });
}

describe('an aggregator that speaks forms', () => {
  beforeEach(() => aggregator.answerWith(aggregatorAnswers));

  it('is sent messages, and what becomes of them comes back by its id', async () => {
    await config(account);
    const { id } = await message('+56911112222', '¿Mañana & hoy?');
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ providerActivityId: 'm-¿Mañana & hoy?' });
    expect(aggregator.requests[0]?.headers['idempotency-key']).toBe(id);
    expect((await actor.result({ providerActivityId: 'm-¿Mañana & hoy?' })).status).toBe(201);
    expect(await actor.get(id)).toMatchObject({ status: 'COMPLETED' });
  });

  it('is told apart by its own codes', async () => {
    await config(account);
    const lost = await message('+10000000', 'hello');
    expect(await actor.untilStatus(lost.id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: { disposition: 'REJECTED', providerErrorCode: 'NO_ROUTE', code: 'PROVIDER_REJECTED' },
    });
    const busy = await message('+56911112222', 'busy');
    expect(await actor.untilStatus(busy.id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 2,
      lastError: { disposition: 'RETRY', providerErrorCode: 'QUEUE_FULL' },
    });
  });

  it('is not called without what its template names', async () => {
    await config(account);
    const { id } = await actor.create({ attributes: [{ key: 'to', value: '+56911112222' }] });
    const { lastError } = await actor.untilStatus(id, 'FAILED');
    expect(lastError).toMatchObject({ code: 'TEMPLATE_FAILED', disposition: 'REJECTED' });
    expect(lastError?.message).toContain('attributes.text');
    expect(aggregator.requests).toEqual([]);
  });

  it('holds the config whose password is wrong until it is right, and shows nothing of it', async () => {
    const wrong = { basicUser: user, basicPassword: 'a wrong password' };
    const id = await config({ ...account, credentials: wrong });
    const waiting = await message('+56911112222', 'patience');
    const held = await actor.until(waiting.id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_MISCONFIGURED');
    expect(held).toMatchObject({ status: 'READY', dispatchAttemptCount: 0, waitingFor: { config: { id } } });
    const attempts = await actor.attempts(waiting.id);
    expect(attempts).toMatchObject([{ disposition: 'MISCONFIGURED', providerErrorCode: 'AUTH', counted: false }]);
    const shown = JSON.stringify([held, attempts, await actor.events(waiting.id)]);
    expect(shown).toContain('[redacted]');
    for (const secret of [wrong.basicPassword, Buffer.from(`${user}:${wrong.basicPassword}`).toString('base64')]) {
      expect(shown).not.toContain(secret);
    }
    const { credentials } = account;
    await actor.request('PATCH', `/api/dispatch-configs/${id}`, { body: { credentials } });
    expect(await actor.untilStatus(waiting.id, 'DISPATCHED')).toMatchObject({ providerActivityId: 'm-patience' });
  });
});

describe('an API behind OAuth2', () => {
  const credentials = { clientId: 'client-9', clientSecret: 'client-secret-9' };
  const settings = () => ({
    ...{ auth: 'oauth2', tokenUrl: `${aggregator.url}/oauth/token`, path: '/v1/{{ attributes.to }}' },
    body: '{"text": {{ attributes.text }}}',
  });
  let tokens: number;
  beforeEach(() => {
    tokens = 0;
    aggregator.answerWith(({ path, headers, body, json }) => {
      if (path === '/oauth/token') {
        const isClient =
          headers.authorization === `Basic ${Buffer.from('client-9:client-secret-9').toString('base64')}`;
        if (!isClient) return { status: 401, body: { error: 'invalid_client' } };
        if (body !== 'grant_type=client_credentials') return { status: 400, body: { error: 'unsupported_grant_type' } };
        tokens += 1;
        return { body: { access_token: `fetched-token-${tokens}`, token_type: 'bearer', expires_in: 3600 } };
      }
      if (headers.authorization !== `Bearer fetched-token-${tokens}`) return { status: 401 };
      const { text } = json as { text: string };
      return { status: text === 'echo' ? 422 : 201, body: { id: `a-${text}`, message: headers.authorization } };
    });
  });

  it('is asked for a token once, and the token is never shown', async () => {
    await config({ credentials, settings: settings() });
    const sent = await Promise.all(['one', 'two', 'three'].map((text) => message('+56911112222', text)));
    for (const { id } of sent) await actor.untilStatus(id, 'DISPATCHED');
    const echo = await message('+56911112222', 'echo');
    const failed = await actor.untilStatus(echo.id, 'FAILED');
    expect(failed.lastError).toMatchObject({ disposition: 'REJECTED', message: 'HTTP 422: Bearer [redacted]' });
    const attempts = await Promise.all([...sent, echo].map(({ id }) => actor.attempts(id)));
    expect(JSON.stringify([failed, attempts])).not.toContain('fetched-token');
    expect(tokens).toBe(1);
    expect(aggregator.requests.at(-1)?.path).toBe('/api/v1/%2B56911112222');
  });

  it('is held when the client is refused', async () => {
    await config({ credentials: { ...credentials, clientSecret: 'another' }, settings: settings() });
    const { id } = await message('+56911112222', 'one');
    await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_MISCONFIGURED');
    expect(await actor.attempts(id)).toMatchObject([
      { disposition: 'MISCONFIGURED', providerErrorCode: 'invalid_client', counted: false },
    ]);
  });

  it('gets its token from where Errand may call, and from nowhere else without the credentials', async () => {
    const blocked = { ...settings(), tokenUrl: 'http://10.0.0.1/token' };
    expect(await save({ credentials, settings: blocked })).toMatchObject({
      status: 400,
      body: { code: 'BLOCKED_ADDRESS', details: [{ field: 'settings.tokenUrl' }] },
    });
    const id = await config({ credentials, settings: settings() });
    const moved = { ...settings(), tokenUrl: 'https://elsewhere.example.com/token' };
    expect(await actor.request('PATCH', `/api/dispatch-configs/${id}`, { body: { settings: moved } })).toMatchObject({
      status: 400,
      body: { code: 'CREDENTIALS_REQUIRED' },
    });
  });
});
