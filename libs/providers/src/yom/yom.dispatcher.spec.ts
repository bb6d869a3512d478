import { OutboundHttp } from '@errand/outbound';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { LoopbackProvider } from '../loopback-provider';
import { samplePayload } from '../sample-payload';
import { YomDispatcher } from './yom.dispatcher';

describeDispatcher('YOM', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new YomDispatcher(http),
  account: (url) => ({ baseUrl: url, credentials: { apiKey: 'yom-key-5f1d' }, settings: {} }),
  success: (providerId) => ({ status: 201, body: JSON.stringify({ id: providerId }) }),
});

describe('YOM', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
  });

  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  async function send(base: string, body: string, settings = {}, status = 200) {
    provider.behave(() => ({ status, body }));
    const payload = samplePayload('SALESMAN', 'TASK');
    const account = {
      id: 'a',
      baseUrl: provider.url + base,
      credentials: { apiKey: 'k-1234' },
      settings,
      timeoutMs: 5_000,
    };
    const request = { payload, body: JSON.stringify(payload), account, rendered: {} };
    const outcome = await new YomDispatcher(http).dispatch(request, new AbortController().signal);
    return { outcome, payload, received: provider.received[0] };
  }

  it('posts payload v1 with its key', async () => {
    const { received, payload } = await send('', '{}');
    expect(received).toMatchObject({
      method: 'POST',
      path: '/activities',
      headers: { 'x-api-key': 'k-1234', 'content-type': 'application/json', 'idempotency-key': payload.id },
    });
    expect(JSON.parse(received?.body ?? '')).toEqual(payload);
  });

  it.each([
    ['/', '/activities'],
    ['/api/v2', '/api/v2/activities'],
    ['/api/v2//', '/api/v2/activities'],
    ['/api/?site=7', '/api/activities?site=7'],
  ])('joins the base %s to %s', async (base, path) => {
    const { received } = await send(base, '{}');
    expect(received?.path).toBe(path);
  });

  it('takes the id from the place that the settings name, and only from there', async () => {
    const settings = { responseIdPath: '/result/ids/0' };
    expect((await send('', '{"id":1,"result":{"ids":["x-9"]}}', settings)).outcome).toMatchObject({
      providerActivityId: 'x-9',
    });
    expect((await send('', '{"id":1}', settings)).outcome).toMatchObject({
      disposition: 'ACCEPTED',
      providerActivityId: null,
    });
  });

  it('says why the provider refused, without the key, and fails fast where it is told to', async () => {
    const body = '{"code":"E7","message":"k-1234 may not visit"}';
    expect((await send('', body, {}, 403)).outcome).toMatchObject({
      disposition: 'RETRY',
      providerErrorCode: 'E7',
      message: 'HTTP 403: [redacted] may not visit',
    });
    expect((await send('', body, { failFast: true }, 403)).outcome).toMatchObject({ disposition: 'REJECTED' });
  });

  it('refuses a path that is no JSON Pointer and a key that no header can carry', () => {
    const dispatcher = new YomDispatcher(http);
    const [definition] = dispatcher.channelDefinitions;
    const given = {
      baseUrl: 'https://yom.example.com',
      credentials: { apiKey: 'a\nb' },
      settings: { responseIdPath: 'data.id' },
    };
    expect(definition && readAccount(dispatcher, definition, given).problems).toEqual([
      { field: 'credentials.apiKey', message: 'must be visible ASCII characters, as it is sent in a header' },
      { field: 'settings.responseIdPath', message: 'must be a JSON Pointer such as /data/id' },
    ]);
  });
});
