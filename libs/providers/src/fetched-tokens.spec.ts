import { OutboundHttp } from '@errand/outbound';
import { FetchedTokens, fetchToken } from './fetched-tokens';
import { LoopbackProvider } from './loopback-provider';
import type { OutcomeError } from './outcome-error';
import { redactText } from './redact';

const minute = 60_000;

/** An account as it is read anew, with objects of its own. */
const version = (secret = 'client-secret-1') => ({ id: 'config-1', credentials: { secret }, settings: {} });

describe('bearer tokens of a config', () => {
  let now: number;
  let tokens: FetchedTokens;
  let fetched: number;
  const { signal } = new AbortController();
  const fetch = () => Promise.resolve({ token: `bearer-token-${++fetched}`, validMs: 60 * minute });

  beforeEach(() => {
    now = 0;
    fetched = 0;
    tokens = new FetchedTokens(() => now);
  });

  it('are fetched once for all who want one at once, and for each version of the config', async () => {
    const account = version();
    const same = await Promise.all([account, account, version()].map((each) => tokens.of(each, fetch, signal)));
    expect(same).toEqual(['bearer-token-1', 'bearer-token-1', 'bearer-token-1']);
    expect(await tokens.of(version('client-secret-2'), fetch, signal)).toBe('bearer-token-2');
    expect(await tokens.of({ ...version(), id: 'config-2' }, fetch, signal)).toBe('bearer-token-3');
    const settings = { tokenUrl: 'https://other.example' };
    expect(await tokens.of({ ...version(), settings }, fetch, signal)).toBe('bearer-token-4');
  });

  it.each([
    [60 * minute, 55 * minute],
    [6 * minute, 3 * minute],
  ])('of %d ms are used for %d ms', async (validMs, usedMs) => {
    const account = version();
    const ofTime = () => fetch().then((token) => ({ ...token, validMs }));
    await tokens.of(account, ofTime, signal);
    now = usedMs - 1;
    expect(await tokens.of(account, ofTime, signal)).toBe('bearer-token-1');
    now = usedMs;
    expect(await tokens.of(account, ofTime, signal)).toBe('bearer-token-2');
  });

  it('are dropped when they are refused, once for all whose call was', async () => {
    const account = version();
    const accepted = new Set(['bearer-token-2']);
    const send = (token: string) => Promise.resolve({ status: accepted.has(token) ? 200 : 401, token });
    const answers = await Promise.all([1, 2, 3].map(() => tokens.call(account, fetch, send, signal)));
    expect(answers).toEqual([1, 2, 3].map(() => ({ status: 200, token: 'bearer-token-2' })));
    expect(fetched).toBe(2);
    accepted.clear();
    expect(await tokens.call(account, fetch, send, signal)).toEqual({ status: 401, token: 'bearer-token-3' });
  });

  it('are fetched by the next call when the one that fetches is given up, and fail for all when that fails', async () => {
    const account = version();
    const stop = new AbortController();
    const givenUp = () =>
      new Promise<never>((_resolve, reject) =>
        stop.signal.addEventListener('abort', () => reject(new Error('given up'))),
      );
    const first = tokens.of(account, givenUp, stop.signal);
    const second = tokens.of(account, fetch, signal);
    stop.abort();
    await expect(first).rejects.toThrow('given up');
    expect(await second).toBe('bearer-token-1');

    const other = version('client-secret-2');
    const broken = () => Promise.reject(new Error('no token'));
    const both = [tokens.of(other, broken, signal), tokens.of(other, fetch, signal)];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await tokens.of(other, fetch, signal)).toBe('bearer-token-2');
  });

  it('are blotted out wherever the credentials are, of every copy of the account', async () => {
    for (const { id, credentials, settings } of [version(), version()]) {
      await tokens.of({ id, credentials, settings }, fetch, signal);
      const shown = redactText('Bearer bearer-token-1, client-secret-1', credentials);
      expect(shown).toBe('Bearer [redacted], [redacted]');
    }
  });
});

describe('a token endpoint', () => {
  let endpoint: LoopbackProvider;
  let http: OutboundHttp;
  const { signal } = new AbortController();

  beforeAll(async () => {
    endpoint = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
  });
  afterAll(async () => {
    await http.close();
    await endpoint.stop();
  });

  const ask = (timeoutMs = 5_000) => {
    const account = { credentials: { secret: 'client-secret-1' }, timeoutMs };
    return fetchToken(http, { url: `${endpoint.url}/token`, form: { grant_type: 'g', a: 'b c&' } }, account, signal);
  };
  const refusal = (timeoutMs?: number) =>
    ask(timeoutMs).then(
      () => Promise.reject(new Error('there was a token')),
      (error: OutcomeError) => error.outcome,
    );

  it('is sent a form, and its answer read', async () => {
    endpoint.behave(() => ({ status: 200, body: '{"access_token":"t-1","expires_in":3599,"token_type":"Bearer"}' }));
    expect(await ask()).toEqual({ token: 't-1', validMs: 3_599_000 });
    expect(endpoint.received[0]).toMatchObject({
      method: 'POST',
      path: '/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=g&a=b+c%26',
    });
    endpoint.behave(() => ({ status: 200, body: '{"access_token":"t-2"}' }));
    expect(await ask()).toEqual({ token: 't-2', validMs: 600_000 });
  });

  it.each([
    [
      400,
      '{"error":"invalid_grant","error_description":"client-secret-1 was revoked"}',
      'MISCONFIGURED',
      'invalid_grant',
    ],
    [401, '{"error":"invalid_client"}', 'MISCONFIGURED', 'invalid_client'],
    [404, '<html>', 'MISCONFIGURED', null],
    [307, '', 'MISCONFIGURED', null],
    [400, '{"error":"temporarily_unavailable"}', 'RETRY', 'temporarily_unavailable'],
    [429, '', 'RETRY', null],
    [503, '<html>', 'RETRY', null],
    [200, '<html>', 'RETRY', null],
    [200, '{"access_token":""}', 'RETRY', null],
  ])('that answers %d %s is %s', async (status, body, disposition, providerErrorCode) => {
    endpoint.behave(() => ({ status, body }));
    const outcome = await refusal();
    expect(outcome).toMatchObject({ disposition, providerErrorCode, scope: 'CONFIG', httpStatus: status });
    expect(outcome.message).toMatch(/^No access token: HTTP /);
    expect(JSON.stringify(outcome)).not.toContain('client-secret-1');
  });

  it('that does not answer leaves nothing uncertain: nothing was sent to anybody', async () => {
    endpoint.behave(() => () => undefined);
    expect(await refusal(200)).toMatchObject({ disposition: 'RETRY', scope: 'CONFIG', code: 'TIMEOUT' });
    endpoint.behave(() => (response) => response.destroy());
    expect(await refusal()).toMatchObject({ disposition: 'RETRY', scope: 'CONFIG', code: 'CONNECTION_LOST' });
  });
});
