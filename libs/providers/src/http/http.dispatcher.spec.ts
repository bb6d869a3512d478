import { randomUUID } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import type { Disposition } from '@errand/vocabulary';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { LoopbackProvider, type ReceivedRequest } from '../loopback-provider';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { HttpDispatcher } from './http.dispatcher';

const createOutbound = () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });

describeDispatcher('HTTP', {
  createOutbound,
  create: (http) => new HttpDispatcher(http),
  account: (url) => ({
    baseUrl: `${url}/v1`,
    credentials: {
      ...{ bearer: 'bearer-of-the-suite', basicUser: 'user-of-the-suite', basicPassword: 'password of the suite' },
      ...{ headerValue: 'value-of-the-suite', clientId: 'client-of-the-suite', clientSecret: 'secret-of-the-suite' },
    },
    settings: {
      ...{ method: 'POST', auth: 'bearer', contentType: 'application/json', path: '/send/{{ attributes.reference }}' },
      ...{
        body: '{"to": {{ recipient.value | default: "" }}, "ref": {{ attributes.reference }}}',
        idPointer: '/result/id',
      },
    },
  }),
  success: (providerId) => ({ status: 202, body: JSON.stringify({ result: { id: providerId } }) }),
});

let provider: LoopbackProvider;
let http: OutboundHttp;
let dispatcher: HttpDispatcher;
beforeAll(async () => {
  provider = await LoopbackProvider.start();
  http = createOutbound();
});
beforeEach(() => {
  dispatcher = new HttpDispatcher(http);
});
afterAll(async () => {
  await http.close();
  await provider.stop();
});

interface Given {
  settings?: Record<string, unknown>;
  credentials?: Record<string, unknown>;
  attributes?: Record<string, unknown>;
  path?: string;
  id?: string;
}

/** Saves the account and sends one activity by it. */
async function call({ settings = {}, credentials = {}, attributes = {}, path = '', id = randomUUID() }: Given = {}) {
  const [definition] = dispatcher.channelDefinitions;
  if (definition === undefined) throw new Error('no channel');
  const given = { baseUrl: provider.url + path, credentials, settings };
  const { fields, problems } = readAccount(dispatcher, definition, given);
  expect(problems).toEqual([]);
  const sample = samplePayload(definition.channel, 'MESSAGE', { id });
  const payload = { ...sample, attributes: { ...sample.attributes, ...attributes } };
  const account = { id: 'config-1', timeoutMs: 5_000, ...fields };
  return runDispatcher(dispatcher, { payload, body: JSON.stringify(payload), account }, new AbortController().signal);
}

const problemsOf = (given: { settings?: object; credentials?: object }) => {
  const [definition] = dispatcher.channelDefinitions;
  const account = { baseUrl: 'https://api.example.com', ...given };
  return definition && readAccount(dispatcher, definition, account).problems.map(({ field }) => field);
};

const basicAuth = (request: ReceivedRequest | undefined) =>
  Buffer.from(request?.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();

describe('the call of HTTP', () => {
  beforeEach(() => provider.behave(() => ({ status: 200, body: '{"id": 7}' })));

  it('is a POST of payload v1 unless settings say otherwise', async () => {
    const id = randomUUID();
    expect(await call({ id, path: '/in?k=1' })).toMatchObject({ disposition: 'ACCEPTED', providerActivityId: '7' });
    const [request] = provider.received;
    expect(request).toMatchObject({ method: 'POST', path: '/in?k=1' });
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': id });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ id, channel: 'SALESMAN' });
  });

  it.each([
    ['application/json; charset=utf-8', '{"t":{{ attributes.t }}}', `{"t":"a&b \\"<ñ>\\" /?"}`],
    ['application/x-www-form-urlencoded', 't={{ attributes.t }}', 't=a%26b%20%22%3C%C3%B1%3E%22%20%2F%3F'],
    ['application/soap+xml', '<t>{{ attributes.t }}</t>', '<t>a&amp;b &quot;&lt;ñ&gt;&quot; /?</t>'],
    ['text/plain', '{{ attributes.t }}', 'a&b "<ñ>" /?'],
  ])('escapes what goes into a body of %s', async (contentType, body, sent) => {
    await call({ settings: { contentType, body }, attributes: { t: 'a&b "<ñ>" /?' } });
    expect(provider.received[0]).toMatchObject({ body: sent, headers: { 'content-type': contentType } });
  });

  it('joins path and query to those of the base URL', async () => {
    const settings = { method: 'GET', path: '/to/{{ attributes.t }}?q={{ attributes.t }}' };
    await call({ path: '/v1/?k=1', settings, attributes: { t: '../a b?&#' } });
    const sent = { method: 'GET', path: '/v1/to/..%2Fa%20b%3F%26%23?k=1&q=..%2Fa%20b%3F%26%23', body: '' };
    expect(provider.received).toMatchObject([sent]);
    expect(provider.received[0]?.headers).not.toHaveProperty('content-type');
  });

  it('has the headers that settings name, Idempotency-Key too', async () => {
    const headers = { 'Idempotency-Key': 'mine-{{ attributes.t }}', 'X-Note': '{{ attributes.t }}' };
    await call({ settings: { headers }, attributes: { t: 'one\r\nX-Evil: 1' } });
    expect(provider.received[0]?.headers).toMatchObject({
      'idempotency-key': 'mine-one X-Evil: 1',
      'x-note': 'one X-Evil: 1',
    });
    expect(provider.received[0]?.headers).not.toHaveProperty('x-evil');
  });

  it.each([
    [{ body: '{"t": {{ attributes.t }}' }, 'a "quote"'],
    [{ path: '/{{ attributes.t }}/x' }, '..'],
    [{ path: '{{ attributes.t }}/x{% if true %}#{% endif %}' }, 'a'],
    [{ path: '/{{ attributes.t }}/evil.example.com' }, ''],
    [{ headers: { 'x-note': '{{ attributes.t }}' } }, '日本'],
    [{ path: '/{{ attributes.missing }}' }, 'a'],
  ])('is not made where %j gives none', async (settings, t) => {
    expect(await call({ settings, attributes: { t } })).toMatchObject({
      disposition: 'REJECTED',
      code: 'TEMPLATE_FAILED',
      httpStatus: null,
    });
    expect(provider.received).toEqual([]);
  });

  it('carries what auth asks for', async () => {
    const credentials = { bearer: 'token-1', basicUser: 'ana', basicPassword: 'pässword', headerValue: 'value-1' };
    for (const auth of ['none', 'bearer', 'basic', 'header:X-Key']) await call({ settings: { auth }, credentials });
    const [none, bearer, basic, header] = provider.received;
    expect(none?.headers).not.toHaveProperty('authorization');
    expect(bearer?.headers.authorization).toBe('Bearer token-1');
    expect(basicAuth(basic)).toBe('ana:pässword');
    expect(header?.headers).toMatchObject({ 'x-key': 'value-1' });
    expect(header?.headers).not.toHaveProperty('authorization');
  });
});

describe('the classes of HTTP', () => {
  const settings = {
    ...{ successPointer: '/status', successValue: '0', errorCodePointer: '/error/code' },
    ...{ retryCodes: ['THROTTLED', '404'], rejectCodes: ['1001', '502'], misconfiguredCodes: ['NO_CREDIT', '418'] },
  };
  const code = (value: unknown) => JSON.stringify({ status: 1, error: { code: value } });
  const classes: [status: number, body: string, disposition: Disposition, code: string | null][] = [
    [200, '{"status":0}', 'ACCEPTED', null],
    [201, '{"status":"0"}', 'ACCEPTED', null],
    [200, '{"status":0', 'ACCEPTED', null],
    [204, '', 'ACCEPTED', null],
    [200, 'OK', 'ACCEPTED', null],
    [200, '{"status":1}', 'RETRY', null],
    [200, '{}', 'RETRY', null],
    [200, '{"status":false}', 'RETRY', null],
    [200, code('UNKNOWN'), 'RETRY', 'UNKNOWN'],
    [200, code('THROTTLED'), 'RETRY', 'THROTTLED'],
    [200, code(1001), 'REJECTED', '1001'],
    [200, code('NO_CREDIT'), 'MISCONFIGURED', 'NO_CREDIT'],
    [400, code('THROTTLED'), 'RETRY', 'THROTTLED'],
    [500, code(1001), 'REJECTED', '1001'],
    [400, code('NO_CREDIT'), 'MISCONFIGURED', 'NO_CREDIT'],
    [404, '', 'RETRY', null],
    [502, '<html>', 'REJECTED', null],
    [418, code('UNKNOWN'), 'MISCONFIGURED', 'UNKNOWN'],
    ...[400, 402, 410, 422, 302].map((status): (typeof classes)[number] => [status, '', 'REJECTED', null]),
    ...[401, 403].map((status): (typeof classes)[number] => [status, '', 'MISCONFIGURED', null]),
    ...[408, 409, 425, 429, 500, 503].map((status): (typeof classes)[number] => [status, '', 'RETRY', null]),
  ];

  it.each(classes)('%d %s is %s', async (status, body, disposition, providerErrorCode) => {
    provider.behave(() => ({ status, body, headers: { 'retry-after': '9' } }));
    const outcome = await call({ settings });
    expect(outcome).toMatchObject({ disposition, httpStatus: status });
    if (outcome.disposition === 'ACCEPTED') return;
    expect(outcome).toMatchObject({ code: 'PROVIDER_REJECTED', providerErrorCode, retryAfterMs: 9_000 });
    expect(outcome.scope).toBe(
      disposition === 'MISCONFIGURED' || isOutage(status, disposition) ? 'CONFIG' : 'RECIPIENT',
    );
  });

  const isOutage = (status: number, disposition: Disposition) =>
    disposition === 'RETRY' && (status >= 500 || status === 429);

  it.each([
    ['true', { ok: true }],
    ['null', { ok: null }],
    ['12345678901234567890', '{"ok":12345678901234567890}'],
    ['', { ok: '' }],
  ])('takes the value %j as text', async (successValue, body) => {
    provider.behave(() => ({ status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) }));
    const success = { successPointer: '/ok', successValue };
    expect(await call({ settings: success })).toMatchObject({ disposition: 'ACCEPTED' });
    expect(await call({ settings: { ...success, successValue: 'other' } })).toMatchObject({ disposition: 'RETRY' });
  });
});

describe('oauth2 of HTTP', () => {
  const credentials = { clientId: 'client:1', clientSecret: 's3cret/of the+client' };
  const settings = () => ({ auth: 'oauth2', tokenUrl: `${provider.url}/token`, scope: 'send all' });
  let issued: number;
  let refusedTokens: Set<string>;

  /** A token endpoint and an API, as RFC 6749 has them. */
  function serve(): void {
    issued = 0;
    refusedTokens = new Set();
    provider.behave(({ path, headers, body }) => {
      if (path !== '/token') {
        const token = headers.authorization?.replace('Bearer ', '') ?? '';
        return token === `access-token-${issued}` && !refusedTokens.has(token)
          ? { status: 200, body: `{"id":"for-${issued}"}` }
          : { status: 401, body: JSON.stringify({ message: `no ${token}` }) };
      }
      const [id, secret] = basicAuth({ headers } as ReceivedRequest).split(':');
      const decoded = (text = '') => decodeURIComponent(text.replaceAll('+', ' '));
      const isClient = decoded(id) === credentials.clientId && decoded(secret) === credentials.clientSecret;
      const form = new URLSearchParams(body);
      if (!isClient) return { status: 401, body: '{"error":"invalid_client","error_description":"who are you"}' };
      if (form.get('grant_type') !== 'client_credentials' || form.get('scope') !== 'send all') {
        return { status: 400, body: '{"error":"invalid_request"}' };
      }
      issued += 1;
      const token = { access_token: `access-token-${issued}`, token_type: 'Bearer', expires_in: 3600 };
      return { status: 200, body: JSON.stringify(token) };
    });
  }

  it('fetches a token once for the calls that run at once', async () => {
    serve();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => call({ settings: settings(), credentials })));
    expect(new Set(outcomes.map(({ disposition }) => disposition))).toEqual(new Set(['ACCEPTED']));
    expect(issued).toBe(1);
  });

  it('tries once more with a new one when the provider refuses it', async () => {
    serve();
    await call({ settings: settings(), credentials });
    refusedTokens.add('access-token-1');
    const id = randomUUID();
    expect(await call({ id, settings: settings(), credentials })).toMatchObject({ providerActivityId: 'for-2' });
    const keys = provider.received
      .filter(({ path }) => path !== '/token')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys.slice(1)).toEqual([id, id]);
  });

  it('is MISCONFIGURED when a new token is refused too, and shows none of them', async () => {
    serve();
    ['access-token-1', 'access-token-2'].forEach((token) => refusedTokens.add(token));
    const outcome = await call({ settings: settings(), credentials });
    expect(outcome).toMatchObject({
      disposition: 'MISCONFIGURED',
      httpStatus: 401,
      message: 'HTTP 401: no [redacted]',
    });
    expect(JSON.stringify(outcome)).not.toContain('access-token');
  });

  it('is MISCONFIGURED when the client is not known', async () => {
    serve();
    const outcome = await call({ settings: settings(), credentials: { ...credentials, clientSecret: 'another one' } });
    expect(outcome).toMatchObject({
      ...{ disposition: 'MISCONFIGURED', scope: 'CONFIG', providerErrorCode: 'invalid_client' },
      message: 'No access token: HTTP 401: who are you',
    });
  });

  it.each<[number, string, Disposition]>([
    [400, '{"error":"invalid_client"}', 'MISCONFIGURED'],
    [400, '{"error":"invalid_scope"}', 'MISCONFIGURED'],
    [404, '', 'MISCONFIGURED'],
    [302, '', 'MISCONFIGURED'],
    [200, '{"token_type":"bearer"}', 'RETRY'],
    [200, '{"access_tok', 'RETRY'],
    [429, '', 'RETRY'],
    [500, '', 'RETRY'],
    [503, '', 'RETRY'],
  ])('makes no call without a token: %d %s is %s', async (status, body, disposition) => {
    provider.behave(() => ({ status, body, headers: { 'retry-after': '3' } }));
    expect(await call({ settings: settings(), credentials })).toMatchObject({ disposition, scope: 'CONFIG' });
    expect(provider.received.map(({ path }) => path)).toEqual(['/token']);
  });

  it('shows nothing of a token that is where none is looked for', async () => {
    provider.behave(() => ({
      status: 200,
      body: '{"data":{"access_token":"token-in-data","refresh_token":"and-another"}}',
    }));
    const outcome = await call({ settings: settings(), credentials });
    expect(outcome).toMatchObject({ disposition: 'RETRY', httpStatus: 200, responseBody: null });
  });

  it('is tried again when the token URL cannot be reached or does not answer', async () => {
    provider.behave(() => (response) => response.destroy());
    expect(await call({ settings: settings(), credentials })).toMatchObject({
      ...{ disposition: 'RETRY', scope: 'CONFIG', code: 'CONNECTION_LOST' },
    });
  });
});

describe('an account of HTTP', () => {
  it.each<[string, { settings?: object; credentials?: object }, string[]]>([
    ['a URL for a path', { settings: { path: 'https://evil.example.com/' } }, ['settings.path']],
    ['a host for a path', { settings: { path: '//evil.example.com/' } }, ['settings.path']],
    ['a header that is no token', { settings: { headers: { 'a b': '1' } } }, ['settings.headers']],
    [
      'a header of the connection',
      { settings: { headers: { Host: 'a', 'proxy-x': 'b' } } },
      ['settings.headers', 'settings.headers'],
    ],
    [
      'a header that auth sets',
      { settings: { auth: 'bearer', headers: { Authorization: 'x' } }, credentials: { bearer: 'token' } },
      ['settings.headers'],
    ],
    ['a header twice', { settings: { headers: { 'x-a': '1', 'X-A': '2' } } }, ['settings.headers']],
    [
      'a content type that is none',
      { settings: { contentType: 'json\r\nx: y' } },
      ['settings.contentType', 'settings.body'],
    ],
    ['payload v1 as a form', { settings: { contentType: 'application/x-www-form-urlencoded' } }, ['settings.body']],
    ['a GET with a body', { settings: { method: 'GET', body: 'x' } }, ['settings.body']],
    ['a strange method', { settings: { method: 'TRACE' } }, ['settings.method']],
    ['an auth that is none', { settings: { auth: 'digest' } }, ['settings.auth']],
    ['a header for auth that is no token', { settings: { auth: 'header:a b' } }, ['settings.auth']],
    ['bearer without one', { settings: { auth: 'bearer' } }, ['credentials.bearer']],
    [
      'a bearer with a line break',
      { settings: { auth: 'bearer' }, credentials: { bearer: 'a\nb' } },
      ['credentials.bearer'],
    ],
    [
      'basic without a password',
      { settings: { auth: 'basic' }, credentials: { basicUser: 'a' } },
      ['credentials.basicPassword'],
    ],
    [
      'a user with a colon',
      { settings: { auth: 'basic' }, credentials: { basicUser: 'a:b', basicPassword: 'c' } },
      ['credentials.basicUser'],
    ],
    ['header without its value', { settings: { auth: 'header:x-key' } }, ['credentials.headerValue']],
    ['header:host', { settings: { auth: 'header:Host' }, credentials: { headerValue: 'a' } }, ['settings.auth']],
    [
      'oauth2 without anything',
      { settings: { auth: 'oauth2' } },
      ['credentials.clientId', 'credentials.clientSecret', 'settings.tokenUrl'],
    ],
    ['a token URL that is none', { settings: { tokenUrl: 'ftp://example.com' } }, ['settings.tokenUrl']],
    ['a pointer that is none', { settings: { idPointer: 'id' } }, ['settings.idPointer']],
    ['a success pointer alone', { settings: { successPointer: '/ok' } }, ['settings.successValue']],
    ['a code in two lists', { settings: { retryCodes: ['1'], rejectCodes: ['1'] } }, ['settings.rejectCodes']],
  ])('is refused with %s', (_, given, fields) => {
    expect(problemsOf(given)).toEqual(fields);
  });
});
