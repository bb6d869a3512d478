import { answerAsTwilio } from '../../libs/providers/src/twilio/twilio.receiver';
import { type Actor, Scenario } from '../support/scenario';

const accountSid = `AC${'0a'.repeat(16)}`;
const authToken = 'auth-token-of-twilio-5d1c';
const from = '+15005550006';

let scenario: Scenario;
let actor: Actor;
beforeAll(async () => {
  scenario = await Scenario.start();
});
afterAll(() => scenario.close());
beforeEach(async () => {
  await scenario.freshSink();
  const account = { accountSid, user: accountSid, password: authToken };
  scenario.sink.answerWith((request) => answerAsTwilio(request, account));
  actor = await scenario.tenant();
});

const settings = {
  SMS: { from, body: 'Hello {{recipient.firstName}}, {{attributes.text}}' },
  WHATSAPP: {
    messagingServiceSid: `MG${'3d'.repeat(16)}`,
    contentSid: `HX${'2c'.repeat(16)}`,
    contentVariables: { 1: '{{recipient.name}}' },
  },
  CALLCENTER: { from, say: 'Hello {{recipient.firstName}}', language: 'en-GB' },
};

async function config(channel: keyof typeof settings, fields: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await actor.request<{ id: string }>('POST', '/api/dispatch-configs', {
    body: {
      ...{ name: channel, providerCode: 'TWILIO', channel, baseUrl: scenario.sink.url, settings: settings[channel] },
      ...{ credentials: { accountSid, authToken }, retry: { baseDelayMs: 1, maxDelayMs: 1 }, ...fields },
    },
  });
  expect(status).toBe(201);
  return body.id;
}

const sent = () => scenario.sink.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
const text = (value: string) => [{ key: 'text', value }];

describe('a provider of messages and calls', () => {
  it('is sent the message of an activity, and has it under its own id', async () => {
    await config('SMS');
    const { id } = await actor.create({ channel: 'SMS', attributes: text('it’s “ready”') });
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({
      ...{ providerActivityId: expect.stringMatching(/^SM[\da-f]{32}$/) as string, lastError: null },
    });
    expect(sent()).toEqual([{ To: '+56911112222', From: from, Body: 'Hello Ana, it\'s "ready"' }]);
  });

  it('is sent a template on WhatsApp, and makes calls', async () => {
    await config('WHATSAPP');
    await config('CALLCENTER');
    for (const channel of ['WHATSAPP', 'CALLCENTER']) {
      const { id } = await actor.create({ channel });
      await actor.untilStatus(id, 'DISPATCHED');
    }
    expect(sent()).toEqual([
      expect.objectContaining({ To: 'whatsapp:+56911112222', ContentVariables: '{"1":"Ana Rojas"}' }),
      expect.objectContaining({
        To: '+56911112222',
        Twiml: '<Response><Say language="en-GB">Hello Ana</Say></Response>',
      }),
    ]);
  });

  it('refuses a recipient for good: FAILED at once', async () => {
    await config('SMS');
    await actor.request('POST', '/api/commerces', {
      body: {
        ...{ externalId: 'STORE-2', name: 'Another' },
        users: [
          {
            ...{ externalId: 'U-2', firstName: 'Eva', lastName: 'Lo', roles: ['OWNER'] },
            contacts: [{ type: 'PHONE', value: '+15005550002', isPrimary: true }],
          },
        ],
      },
    });
    const { id } = await actor.create({
      channel: 'SMS',
      commerceId: undefined,
      commerceExternalId: 'STORE-2',
      attributes: text('x'),
    });
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: { code: 'PROVIDER_REJECTED', disposition: 'REJECTED', providerErrorCode: '21612' },
    });
  });

  it('is not called where a variable is missing', async () => {
    await config('SMS');
    const { id } = await actor.create({ channel: 'SMS' });
    expect(await actor.untilStatus(id, 'FAILED')).toMatchObject({ lastError: { code: 'TEMPLATE_FAILED' } });
    expect(sent()).toEqual([]);
  });

  it('holds the config with a wrong token until it has the right one', async () => {
    const wrong = 'a-wrong-token-of-twilio';
    const held = await config('SMS', { credentials: { accountSid, authToken: wrong } });
    const { id } = await actor.create({ channel: 'SMS', attributes: text('x') });
    await actor.until(id, ({ waitingFor }) => waitingFor?.reason === 'PROVIDER_MISCONFIGURED');
    expect(await actor.attempts(id)).toMatchObject([
      { disposition: 'MISCONFIGURED', counted: false, providerErrorCode: '20003' },
    ]);
    const { body } = await actor.request('GET', `/api/dispatch-configs/${held}`);
    expect(body).toMatchObject({
      outage: { kind: 'MISCONFIGURED', providerErrorCode: '20003', message: 'HTTP 401: Authenticate' },
    });
    expect(JSON.stringify([body, await actor.get(id), await actor.attempts(id)])).not.toContain(wrong);
    await actor.request('PATCH', `/api/dispatch-configs/${held}`, { body: { credentials: { accountSid, authToken } } });
    await actor.untilStatus(id, 'DISPATCHED');
  });

  it('has its settings checked when they are saved', async () => {
    const { status, body } = await actor.request('POST', '/api/dispatch-configs', {
      body: {
        ...{ name: 'twilio', providerCode: 'TWILIO', channel: 'CALLCENTER', credentials: { accountSid, authToken } },
        settings: { from: 'Shop', twiml: '<Response><Say>{{recipient.name}}</Response>' },
      },
    });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: {
        details: [
          { field: 'settings.from', message: 'must be a number such as +12025550100' },
          { field: 'settings.twiml', message: expect.stringContaining('closes <Response>') as string },
        ],
      },
    });
  });
});
