import { generateWebhookSecret, OutboundHttp } from '@errand/outbound';
import { Webhook } from 'standardwebhooks';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { LoopbackProvider } from '../loopback-provider';
import { samplePayload } from '../sample-payload';
import { WebhookDispatcher } from './webhook.dispatcher';

const secrets = [generateWebhookSecret(), generateWebhookSecret()];
const createOutbound = () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });

describeDispatcher('WEBHOOK', {
  createOutbound,
  create: (http) => new WebhookDispatcher(http),
  account: (url) => ({ baseUrl: url, credentials: { secrets }, settings: {} }),
  success: (providerId) => ({ status: 202, body: JSON.stringify({ data: { id: providerId } }) }),
});

describe('WEBHOOK', () => {
  it('signs so that a receiver with either live secret can verify it', async () => {
    const provider = await LoopbackProvider.start();
    const http = createOutbound();
    provider.behave(() => ({ status: 204, body: '' }));
    const payload = samplePayload('PUSH', 'MESSAGE');
    const account = {
      id: 'a',
      baseUrl: `${provider.url}/hook?a=1`,
      credentials: { secrets },
      settings: {},
      timeoutMs: 5_000,
    };
    const request = { payload, body: JSON.stringify(payload), account, rendered: {} };
    const outcome = await new WebhookDispatcher(http).dispatch(request, new AbortController().signal);
    await http.close();
    await provider.stop();

    expect(outcome).toEqual({ disposition: 'ACCEPTED', providerActivityId: null, httpStatus: 204, responseBody: null });
    const [received] = provider.received;
    expect(received).toMatchObject({ method: 'POST', path: '/hook?a=1', headers: { 'webhook-id': payload.id } });
    for (const secret of secrets) {
      const headers = received?.headers as Record<string, string>;
      expect(new Webhook(secret).verify(received?.body ?? '', headers)).toEqual(payload);
    }
  });

  it('names the secret that is malformed, without repeating it', () => {
    const dispatcher = new WebhookDispatcher(createOutbound());
    const [definition] = dispatcher.channelDefinitions;
    const given = { baseUrl: 'https://hook.example.com', credentials: { secrets: [secrets[0], 'whsec_short'] } };
    expect(definition && readAccount(dispatcher, definition, given).problems).toEqual([
      { field: 'credentials.secrets[1]', message: 'must be whsec_ and 24 to 64 bytes in base64' },
    ]);
  });
});
