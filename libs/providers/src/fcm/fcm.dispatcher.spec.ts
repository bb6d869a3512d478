import { generateKeyPairSync, verify } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import type { FailedOutcome, ProviderAccount } from '../dispatcher';
import { LoopbackProvider, type ReceivedRequest } from '../loopback-provider';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { FcmDispatcher } from './fcm.dispatcher';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const keyFile = {
  type: 'service_account',
  project_id: 'errand-tests',
  private_key_id: 'key-7',
  private_key: pem,
  client_email: 'sender@errand-tests.iam.gserviceaccount.com',
};
const settings = { title: 'Hello', body: 'Order {{ attributes.reference }}' };

describeDispatcher('FCM', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new FcmDispatcher(http),
  account: (url) => ({ baseUrl: url, credentials: { serviceAccount: JSON.stringify(keyFile) }, settings }),
  success: (id) => ({ status: 200, body: JSON.stringify({ name: `projects/errand-tests/messages/${id}` }) }),
  idempotencyHeader: false,
});

const accepted = { status: 200, body: '{"name":"projects/errand-tests/messages/0:15%31bd"}' };

describe('FCM', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  let dispatcher: FcmDispatcher;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
  });
  beforeEach(() => {
    dispatcher = new FcmDispatcher(http);
    provider.behave(() => accepted);
  });
  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  const payload = {
    ...samplePayload('PUSH', 'MESSAGE', { id: '01900000-0000-7000-8000-00000000000f' }),
    scheduledAt: '2026-01-05T14:00:00.000Z',
    attributes: { reference: 'A-1', screen: 'orders', nothing: '', long: 'ü'.repeat(2_048) },
  };

  /** The account's version: as long as it is the same object, so is its token. */
  function accountWith(given: Record<string, unknown> = {}, file: object = {}): ProviderAccount {
    const serviceAccount = JSON.stringify({ ...keyFile, token_uri: `${provider.url}/token`, ...file });
    const whole = { title: 'Hello', body: 'Order {{ attributes.reference }}', ...given };
    const definition = dispatcher.channelDefinitions[0];
    if (!definition) throw new Error('no channel');
    const read = readAccount(dispatcher, definition, {
      baseUrl: provider.url,
      credentials: { serviceAccount },
      settings: whole,
    });
    expect(read.problems).toEqual([]);
    return { id: 'config-1', timeoutMs: 5_000, ...read.fields };
  }

  function send(account: ProviderAccount) {
    const request = { payload, body: JSON.stringify(payload), account };
    return runDispatcher(dispatcher, request, new AbortController().signal);
  }

  const sent = (path: string) => provider.received.filter((request) => request.path === path);
  const bearer = ({ headers }: ReceivedRequest) => headers.authorization?.replace(/^Bearer /, '') ?? '';
  const messages = '/v1/projects/errand-tests/messages:send';

  /** The claims of a JWT that Google would take: well formed, and signed with the account's key. */
  function claimsOf(jwt: string): Record<string, unknown> {
    const [header = '', claims = '', signature = ''] = jwt.split('.');
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-7' });
    const { iat, exp, ...rest } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const now = Date.now() / 1_000;
    expect(Number(iat)).toBeLessThanOrEqual(now - 30);
    expect(Number(exp)).toBeGreaterThan(now + 3_000);
    expect(Number(exp) - Number(iat)).toBeLessThanOrEqual(3_600);
    return rest;
  }

  it('sends one message to the token, with the activity’s id for the app', async () => {
    expect(await send(accountWith())).toMatchObject({ disposition: 'ACCEPTED', providerActivityId: '0:15%31bd' });
    const [request] = provider.received;
    expect(request).toMatchObject({ method: 'POST', path: messages, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      message: {
        token: 'errand-probe-token',
        notification: { title: 'Hello', body: 'Order A-1' },
        data: { errand_activity_id: payload.id },
      },
    });
  });

  it('says to each platform how long it lives, the same at every attempt', async () => {
    const data = { screen: '{{ attributes.screen }}', note: 'é' };
    await send(accountWith({ ttlSeconds: 3_600, data }));
    await send(accountWith({ ttlSeconds: 0 }));
    const [first, second] = provider.received.map(({ body }) => (JSON.parse(body) as { message: object }).message);
    expect(first).toMatchObject({
      data: { screen: 'orders', note: 'é', errand_activity_id: payload.id },
      android: { ttl: '3600s' },
      apns: { headers: { 'apns-expiration': String(Date.parse('2026-01-05T15:00:00Z') / 1_000) } },
      webpush: { headers: { TTL: '3600' } },
    });
    expect(second).toMatchObject({
      notification: { body: 'Order A-1' },
      android: { ttl: '0s' },
      apns: { headers: { 'apns-expiration': '0' } },
      webpush: { headers: { TTL: '0' } },
    });
  });

  it('is shown without a call and without a token', () => {
    const account = accountWith();
    const rendered = { title: 'Hello', body: 'Order A-1' };
    const call = dispatcher.prepare({ payload, body: '', account, rendered });
    expect(call).toMatchObject({ method: 'POST', url: provider.url + messages });
    expect(call.headers.authorization).toBe('Bearer •••');
    expect(provider.received).toEqual([]);
  });

  it('goes to Google unless the config says otherwise', () => {
    const account = { ...accountWith(), baseUrl: null };
    const { url } = dispatcher.prepare({ payload, body: '', account, rendered: { title: 'a', body: 'b' } });
    expect(url).toBe(`https://fcm.googleapis.com${messages}`);
  });

  it.each([
    [{ body: '{{ attributes.nothing }}' }, 'TEMPLATE_FAILED', 'settings.body comes out empty'],
    [{ body: '{{ attributes.long }}' }, 'TEMPLATE_FAILED', '4155 bytes'],
    [{ data: { a: '{{ attributes.long }}' } }, 'TEMPLATE_FAILED', 'FCM takes 4096'],
    [{ body: '{{ attributes.missing }}' }, 'TEMPLATE_FAILED', 'attributes.missing'],
  ])('makes no call for what FCM would refuse: %j', async (given, code, message) => {
    expect(await send(accountWith(given))).toMatchObject({
      ...{ disposition: 'REJECTED', code, message: expect.stringContaining(message) as string },
    });
    expect(provider.received).toEqual([]);
  });

  it('signs its own bearer, once for all calls of a config’s version', async () => {
    const account = accountWith();
    await Promise.all([1, 2, 3].map(() => send(account)));
    const bearers = new Set(provider.received.map(bearer));
    expect(bearers.size).toBe(1);
    expect(claimsOf([...bearers].join())).toEqual({
      iss: keyFile.client_email,
      sub: keyFile.client_email,
      scope: 'https://www.googleapis.com/auth/firebase.messaging',
    });
  });

  it.each([pem.replaceAll('\n', '\\n'), pem.replaceAll('\n', '\r\n')])(
    'takes a key whose line breaks were written otherwise',
    async (privateKeyText) => {
      expect(await send(accountWith({}, { private_key: privateKeyText }))).toMatchObject({ disposition: 'ACCEPTED' });
      claimsOf(bearer(provider.received[0] as ReceivedRequest));
    },
  );

  describe('with a token exchange', () => {
    const exchanging = () => accountWith({ tokenExchange: true });
    let given: number;
    let accepts: (token: string) => boolean;

    beforeEach(() => {
      given = 0;
      accepts = () => true;
      provider.behave((request) => {
        if (request.path === '/token') {
          const body = { access_token: `ya29.token-${++given}`, expires_in: 3_599, token_type: 'Bearer' };
          return { status: 200, body: JSON.stringify(body) };
        }
        return accepts(bearer(request)) ? accepted : { status: 401, body: unauthenticated };
      });
    });
    const unauthenticated = '{"error":{"code":401,"message":"Invalid credentials","status":"UNAUTHENTICATED"}}';

    it('buys an access token with an assertion, once for all calls', async () => {
      const account = exchanging();
      await Promise.all([1, 2, 3].map(() => send(account)));
      expect(sent(messages).map(bearer)).toEqual(['ya29.token-1', 'ya29.token-1', 'ya29.token-1']);
      const [request] = sent('/token');
      expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
      const form = Object.fromEntries(new URLSearchParams(request?.body));
      expect(form.grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
      expect(claimsOf(form.assertion ?? '')).toEqual({
        iss: keyFile.client_email,
        aud: `${provider.url}/token`,
        scope: 'https://www.googleapis.com/auth/firebase.messaging',
      });
    });

    it('drops a token that is refused and tries once more', async () => {
      const account = exchanging();
      await send(account);
      accepts = (token) => token !== 'ya29.token-1';
      expect(await send(account)).toMatchObject({ disposition: 'ACCEPTED' });
      expect(sent(messages).map(bearer)).toEqual(['ya29.token-1', 'ya29.token-1', 'ya29.token-2']);
    });

    it('is MISCONFIGURED when a new token is refused as well', async () => {
      accepts = () => false;
      expect(await send(exchanging())).toMatchObject({
        ...{ disposition: 'MISCONFIGURED', providerErrorCode: 'UNAUTHENTICATED', httpStatus: 401 },
        message: 'HTTP 401: Invalid credentials',
      });
      expect(sent(messages)).toHaveLength(2);
    });

    it.each([
      [400, '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}', 'MISCONFIGURED', 'invalid_grant'],
      [503, '', 'RETRY', null],
    ])('sends nothing when the token endpoint answers %d', async (status, body, disposition, providerErrorCode) => {
      provider.behave(() => ({ status, body }));
      expect(await send(exchanging())).toMatchObject({ disposition, providerErrorCode, scope: 'CONFIG' });
      expect(sent(messages)).toEqual([]);
    });

    it('does not ask an address that Errand must not connect to', async () => {
      const account = accountWith({ tokenExchange: true }, { token_uri: 'http://169.254.169.254/token' });
      expect(await send(account)).toMatchObject({ disposition: 'RETRY', code: 'BLOCKED_ADDRESS' });
      expect(provider.received).toEqual([]);
    });
  });

  it('shows nothing of the key or of what was made with it, whoever repeats it', async () => {
    const line = pem.split('\n').slice(1, -2).join('');
    for (const tokenExchange of [false, true]) {
      const account = accountWith({ tokenExchange });
      let secrets: string[] = [];
      const echo = (request: ReceivedRequest) => {
        const form = new URLSearchParams(request.body);
        secrets = [pem.trim(), line, bearer(request), form.get('assertion') ?? ''].filter((text) => text !== '');
        const texts = [...secrets, Buffer.from(line).toString('base64'), account.credentials.serviceAccount];
        // The padding puts each at the place where reasons and messages are cut.
        const words = texts.map((text) => `${'-'.repeat(150)}${String(text)}`).join(' ');
        return JSON.stringify({ error: { message: words, status: words }, texts, request });
      };
      for (const status of [200, 400, 503]) {
        const isToken = ({ path }: ReceivedRequest) => path === '/token';
        for (const refused of [isToken, (request: ReceivedRequest) => !isToken(request)]) {
          provider.behave((request) =>
            isToken(request) && !refused(request)
              ? { status: 200, body: '{"access_token":"ya29.a-bought-token","expires_in":60}' }
              : { status, body: echo(request) },
          );
          const shown = JSON.stringify(await send(account));
          const parts = [...secrets, 'ya29.a-bought-token'].flatMap((secret) => [
            secret,
            JSON.stringify(secret).slice(1, -1),
            // What a cut leaves of it.
            secret.slice(0, 40).replaceAll('\n', '\\n'),
          ]);
          for (const part of new Set(parts)) {
            // Every PEM of a PKCS #8 key begins alike, with its label.
            if (!part.startsWith('-----')) expect(shown).not.toContain(part);
          }
          expect(shown).not.toContain(Buffer.from(line).toString('base64').slice(4, 60));
        }
      }
    }
  });

  const fcmError = (errorCode: string) => ({
    '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError',
    errorCode,
  });

  // What each code means: docs of the FCM v1 ErrorCode, and of google.rpc.Code where there is no FcmError.
  it.each([
    ['UNREGISTERED', 404, 'NOT_FOUND', 'REJECTED', 'RECIPIENT', 'UNREGISTERED'],
    ['INVALID_ARGUMENT', 400, 'INVALID_ARGUMENT', 'REJECTED', 'RECIPIENT', null],
    ['SENDER_ID_MISMATCH', 403, 'PERMISSION_DENIED', 'MISCONFIGURED', 'CONFIG', null],
    ['THIRD_PARTY_AUTH_ERROR', 401, 'UNAUTHENTICATED', 'MISCONFIGURED', 'CONFIG', null],
    ['QUOTA_EXCEEDED', 429, 'RESOURCE_EXHAUSTED', 'RETRY', 'CONFIG', null],
    ['UNAVAILABLE', 503, 'UNAVAILABLE', 'RETRY', 'CONFIG', null],
    ['INTERNAL', 500, 'INTERNAL', 'RETRY', 'CONFIG', null],
    ['UNSPECIFIED_ERROR', 400, 'FAILED_PRECONDITION', 'REJECTED', 'RECIPIENT', null],
    [null, 403, 'PERMISSION_DENIED', 'MISCONFIGURED', 'CONFIG', null],
    [null, 401, 'UNAUTHENTICATED', 'MISCONFIGURED', 'CONFIG', null],
    [null, 400, 'INVALID_ARGUMENT', 'REJECTED', 'RECIPIENT', null],
    [null, 404, 'NOT_FOUND', 'REJECTED', 'RECIPIENT', null],
    [null, 429, 'RESOURCE_EXHAUSTED', 'RETRY', 'CONFIG', null],
    [null, 502, 'UNKNOWN', 'RETRY', 'CONFIG', null],
  ])('%s with HTTP %d %s is %s of the %s', async (code, status, rpc, disposition, scope, blocksContact) => {
    const details = code === null ? [] : [{ '@type': 'type.googleapis.com/google.rpc.Help' }, fcmError(code)];
    const body = JSON.stringify({ error: { code: status, message: 'Because.', status: rpc, details } });
    provider.behave(() => ({ status, body }));
    const outcome = (await send(accountWith())) as FailedOutcome;
    expect(outcome).toMatchObject({ disposition, scope, providerErrorCode: code ?? rpc, httpStatus: status });
    expect(outcome.blocksContact ?? null).toBe(blocksContact);
    expect(outcome.retryAfterMs).toBe(status === 429 ? 60_000 : null);
    expect(outcome.message).toBe(`HTTP ${status}: Because.`);
  });

  it('says what of the message was refused, and which device gets too many', async () => {
    const fieldViolations = [{ field: 'message.token', description: 'Invalid registration token' }];
    const bad = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations };
    const error = { message: 'Invalid.', status: 'INVALID_ARGUMENT', details: [fcmError('INVALID_ARGUMENT'), bad] };
    provider.behave(() => ({ status: 400, body: JSON.stringify({ error }) }));
    expect(await send(accountWith())).toMatchObject({
      ...{ disposition: 'REJECTED', message: 'HTTP 400: Invalid.; message.token: Invalid registration token' },
    });
    const violations = [{ subject: 'device:errand-probe-token', description: 'Device message rate exceeded' }];
    const quota = { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations };
    const tooMany = {
      message: 'Too many.',
      status: 'RESOURCE_EXHAUSTED',
      details: [fcmError('QUOTA_EXCEEDED'), quota],
    };
    provider.behave(() => ({ status: 429, headers: { 'retry-after': '9' }, body: JSON.stringify({ error: tooMany }) }));
    expect(await send(accountWith())).toMatchObject({ disposition: 'RETRY', scope: 'RECIPIENT', retryAfterMs: 9_000 });
  });

  it.each(['{"error":{"details":"none"}}', '{"error":{"details":[null,7]}}', '[]', '{"error":[]}'])(
    'goes by the status when the answer is %s',
    async (body) => {
      provider.behave(() => ({ status: 503, body }));
      expect(await send(accountWith())).toMatchObject({ disposition: 'RETRY', scope: 'CONFIG' });
    },
  );

  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  it.each([
    ['{', 'must be the JSON text of a service account’s key file'],
    ['"text"', 'must be the JSON text of a service account’s key file'],
    [{ ...keyFile, type: 'authorized_user' }, 'must have type service_account'],
    [{ ...keyFile, project_id: '../other' }, 'must have a project_id'],
    [{ ...keyFile, client_email: undefined }, 'must have a client_email'],
    [{ ...keyFile, private_key: 7 }, 'must have a private_key'],
    [{ ...keyFile, private_key: pem.slice(0, 900) }, 'must have a private_key that is an RSA key in PEM'],
    [{ ...keyFile, private_key: String(ec) }, 'must have a private_key that is an RSA key in PEM'],
    [{ ...keyFile, token_uri: 'file:///etc/passwd' }, 'has a token_uri that must be an http or https URL'],
  ])('refuses a key file that is wrong (%#)', (file, message) => {
    const serviceAccount = typeof file === 'string' ? file : JSON.stringify(file);
    expect(dispatcher.validate({ baseUrl: null, credentials: { serviceAccount }, settings })).toEqual([
      { field: 'credentials.serviceAccount', message },
    ]);
  });

  it('refuses data that FCM keeps to itself, and a time to live beyond four weeks', () => {
    const data = Object.fromEntries(
      ['from', 'gcm.a', 'google.b', 'errand_activity_id', 'fromage'].map((key) => [key, '']),
    );
    const credentials = { serviceAccount: JSON.stringify(keyFile) };
    const given = { ...settings, data, ttlSeconds: 2_419_201 };
    expect(dispatcher.validate({ baseUrl: null, credentials, settings: given }).map(({ field }) => field)).toEqual([
      ...['settings.data.from', 'settings.data.gcm.a', 'settings.data.google.b', 'settings.data.errand_activity_id'],
      'settings.ttlSeconds',
    ]);
  });
});
