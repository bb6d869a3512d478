import { createHmac } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import type { ReceivedCallback } from '../callback';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import type { FailedOutcome, ProviderAccount } from '../dispatcher';
import { LoopbackProvider } from '../loopback-provider';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { WhatsAppCloudDispatcher } from './whatsapp-cloud.dispatcher';

const credentials = { accessToken: 'EAAG-token-5f1d', appSecret: 'app-secret', verifyToken: 'verify-me-81' };
const template = { templateName: 'order_ready', templateLanguage: 'es_CL' };

describeDispatcher('WHATSAPP_CLOUD', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new WhatsAppCloudDispatcher(http),
  account: (url) => ({
    baseUrl: url,
    credentials,
    settings: { phoneNumberId: '106540352242922', apiVersion: 'v23.0', text: 'Order {{ attributes.reference }}' },
  }),
  success: (id) => ({ status: 200, body: accepted(id) }),
  idempotencyHeader: false,
  callbacks() {
    const told = (...names: string[]) => callbackOf(statusesOf(names.map((name) => statusOf(name))));
    const sent = told('sent');
    return {
      genuine: [
        { callback: sent, stages: ['SENT'] },
        { callback: told('delivered', 'read'), stages: ['DELIVERED', 'READ'] },
        { callback: told('failed', 'deleted'), stages: ['FAILED'] },
      ],
      forged: [
        { ...sent, headers: {} },
        { ...sent, body: told('read').body },
        callbackOf(sent.body.toString(), signatureOf(sent.body.toString(), 'another-secret')),
      ],
    };
  },
});

const activityId = '01900000-0000-7000-8000-00000000000f';

function signatureOf(body: string, secret = credentials.appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** As Meta posts it. */
function callbackOf(body: string, signature = signatureOf(body)): ReceivedCallback {
  return {
    ...{ method: 'POST', url: 'https://errand.example/callbacks/t', query: {}, body: Buffer.from(body) },
    ...{ headers: { 'x-hub-signature-256': signature }, receivedAt: new Date('2026-01-05T15:00:00Z') },
  };
}

function statusesOf(statuses: unknown[], phoneNumberId = '106540352242922', more: object = {}): string {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, statuses, ...more };
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

function statusOf(name: string, more: object = {}) {
  return {
    ...{ id: 'wamid.1', status: name, timestamp: '1767625200', recipient_id: '12025550199' },
    ...{ biz_opaque_callback_data: activityId, ...more },
  };
}

function accepted(id: string): string {
  const contacts = [{ input: '12025550100', wa_id: '12025550199' }];
  return JSON.stringify({ messaging_product: 'whatsapp', contacts, messages: [{ id }] });
}

function accountWith(url: string | null, given: object): ProviderAccount {
  const dispatcher = new WhatsAppCloudDispatcher({} as OutboundHttp);
  const definition = dispatcher.channelDefinitions[0];
  if (!definition) throw new Error('no channel');
  const settings = { phoneNumberId: '106540352242922', ...given };
  const { fields, problems } = readAccount(dispatcher, definition, { baseUrl: url, credentials, settings });
  expect(problems).toEqual([]);
  return { id: 'config-1', timeoutMs: 5_000, ...fields };
}

describe('WHATSAPP_CLOUD', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
  });
  beforeEach(() => provider.behave(() => ({ status: 200, body: accepted('wamid.HBgL') })));
  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  function send(settings: object, value = '+12025550100', attributes: Record<string, unknown> = {}) {
    const sample = samplePayload('WHATSAPP', 'MESSAGE', { id: '01900000-0000-7000-8000-00000000000f' });
    const recipient = { firstName: 'Ana', lastName: null, name: 'Ana', type: 'WHATSAPP' as const, value };
    const payload = { ...sample, recipient, attributes };
    const request = { payload, body: JSON.stringify(payload), account: accountWith(provider.url, settings) };
    return runDispatcher(new WhatsAppCloudDispatcher(http), request, new AbortController().signal);
  }

  const sent = () => JSON.parse(provider.received[0]?.body ?? '') as Record<string, unknown>;

  it('sends a text, with the activity’s id to come back with every status', async () => {
    expect(await send({ text: 'Hola {{ recipient.firstName }}' })).toMatchObject({
      disposition: 'ACCEPTED',
      providerActivityId: 'wamid.HBgL',
    });
    expect(provider.received[0]).toMatchObject({
      method: 'POST',
      path: '/v23.0/106540352242922/messages',
      headers: { authorization: 'Bearer EAAG-token-5f1d', 'content-type': 'application/json' },
    });
    expect(sent()).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '12025550100',
      type: 'text',
      text: { body: 'Hola Ana' },
      biz_opaque_callback_data: '01900000-0000-7000-8000-00000000000f',
    });
  });

  it('sends a template with its parameters in order, each on one line', async () => {
    const attributes = { address: ' Av. Siete\n\t 12,    Santiago ', code: 7 };
    const templateParameters = ['{{ recipient.firstName }}', '{{ attributes.address }}', '{{ attributes.code }}'];
    await send({ ...template, templateParameters, apiVersion: 'v24.0' }, undefined, attributes);
    expect(provider.received[0]?.path).toBe('/v24.0/106540352242922/messages');
    const parameters = ['Ana', 'Av. Siete 12, Santiago', '7'].map((text) => ({ type: 'text', text }));
    expect(sent()).toMatchObject({
      type: 'template',
      template: { name: 'order_ready', language: { code: 'es_CL' }, components: [{ type: 'body', parameters }] },
    });
    provider.behave(() => ({ status: 200, body: accepted('wamid.2') }));
    await send(template);
    expect(sent().template).toEqual({ name: 'order_ready', language: { code: 'es_CL' } });
  });

  it.each(['held_for_quality_assessment', 'paused', 'accepted'])('takes what is %s for accepted', async (status) => {
    const messages = [{ id: 'wamid.9', message_status: status }];
    provider.behave(() => ({ status: 200, body: JSON.stringify({ messages }) }));
    expect(await send(template)).toMatchObject({ disposition: 'ACCEPTED', providerActivityId: 'wamid.9' });
  });

  it.each([
    [{ text: '{{ attributes.blank }}' }, 'TEMPLATE_FAILED', 'settings.text says nothing'],
    [{ text: 'a{{ attributes.long }}' }, 'TEMPLATE_FAILED', 'settings.text comes to 4097 characters'],
    [
      { ...template, templateParameters: ['a', '{{ attributes.blank }}'] },
      'TEMPLATE_FAILED',
      'settings.templateParameters[1] comes out empty',
    ],
    [
      { ...template, templateParameters: ['{{ attributes.long }}'] },
      'TEMPLATE_FAILED',
      'settings.templateParameters[0] comes to 4096 characters',
    ],
  ])('makes no call for what WhatsApp would refuse: %j', async (settings, code, message) => {
    const attributes = { blank: ' \n ', long: '😀'.repeat(4_096) };
    expect(await send(settings, undefined, attributes)).toMatchObject({
      ...{ disposition: 'REJECTED', code, message: expect.stringContaining(message) as string },
    });
    expect(provider.received).toEqual([]);
    expect(await send({ text: '{{ attributes.long }}' }, undefined, attributes)).toMatchObject({
      disposition: 'ACCEPTED',
    });
  });

  it.each(['56911112222', '9 1111 2222', '+56 9 1111', '+0123456789', 'ana'])(
    'makes no number of %j by guess',
    async (value) => {
      expect(await send({ text: 'Hola' }, value)).toMatchObject({ disposition: 'REJECTED', code: 'NO_RECIPIENT' });
      expect(provider.received).toEqual([]);
    },
  );

  it('goes to Meta unless the config says otherwise', () => {
    const payload = samplePayload('WHATSAPP', 'MESSAGE');
    const request = { payload, body: '', account: accountWith(null, { text: 'a' }), rendered: { text: 'a' } };
    const { url } = new WhatsAppCloudDispatcher(http).prepare(request);
    expect(url).toBe('https://graph.facebook.com/v23.0/106540352242922/messages');
  });

  const hours = 3_600_000;
  const [account, recipient] = ['CONFIG', 'RECIPIENT'] as const;
  const each = <Rest extends unknown[]>(codes: number[], ...rest: Rest) =>
    codes.map((code) => [code, ...rest] as const);

  // Meta's error reference: what follows from each code, whatever the status that it comes with.
  it.each([
    ...each([1, 2, 131000, 131053], 'RETRY', recipient, null),
    ...each([4, 80007, 130429, 131016, 131057, 133016], 'RETRY', account, null),
    ...each([131048, 131064], 'RETRY', account, 4 * hours),
    ...each([131056], 'RETRY', recipient, 6_000),
    ...each([131008, 131009, 131021, 131026, 131047, 131049, 131050, 131051, 131052], 'REJECTED', recipient, null),
    ...each([131062, 130472, 132000, 132005, 132008, 132012, 132018, 137000], 'REJECTED', recipient, null),
    ...each([0, 3, 10, 33, 100, 190, 200, 210, 299, 368, 130497, 131005, 131030], 'MISCONFIGURED', account, null),
    ...each([131031, 131037, 131042, 131045, 131063, 132001, 132007, 132015], 'MISCONFIGURED', account, null),
    ...each([132016], 'MISCONFIGURED', account, null),
  ])('%d is %s of the %s', async (code, disposition, scope, retryAfterMs) => {
    const error = { message: `(#${code}) No`, type: 'OAuthException', code, error_data: { details: 'Because.' } };
    for (const status of [400, 404]) {
      provider.behave(() => ({ status, body: JSON.stringify({ error }) }));
      const outcome = (await send(template)) as FailedOutcome;
      expect(outcome).toMatchObject({ disposition, scope, retryAfterMs, providerErrorCode: String(code) });
      expect(outcome.message).toBe(`HTTP ${status}: (#${code}) No: Because.`);
      expect(outcome.blocksContact ?? null).toBe(code === 131050 ? 'OPTED_OUT' : null);
    }
  });

  it('does not take the limit of one pair for an outage of the number', async () => {
    provider.behave(() => ({ status: 429, body: '{"error":{"message":"slow down","code":131056}}' }));
    expect(await send(template)).toMatchObject({ disposition: 'RETRY', scope: 'RECIPIENT' });
    provider.behave(() => ({ status: 429, body: '{"error":{"message":"slow down","code":130429}}' }));
    expect(await send(template)).toMatchObject({ disposition: 'RETRY', scope: 'CONFIG' });
  });

  it('believes Meta that a trouble will pass', async () => {
    provider.behave(() => ({ status: 400, body: '{"error":{"message":"again","code":100,"is_transient":true}}' }));
    expect(await send(template)).toMatchObject({ disposition: 'RETRY', providerErrorCode: '100' });
  });

  it.each([
    [400, 999999, 'REJECTED'],
    [401, 999999, 'MISCONFIGURED'],
    [500, 999999, 'RETRY'],
    [502, 999999, 'RETRY'],
    [503, null, 'RETRY'],
    [502, null, 'UNCERTAIN'],
    [504, null, 'UNCERTAIN'],
  ])('goes by the status %d where the code is %s: %s', async (status, code, disposition) => {
    provider.behave(() => ({ status, body: code === null ? '<html>' : JSON.stringify({ error: { code } }) }));
    expect(await send(template)).toMatchObject({ disposition });
  });

  it('refuses settings that cannot work, each by its field', () => {
    const dispatcher = new WhatsAppCloudDispatcher(http);
    const problems = (settings: Record<string, unknown>, accessToken = 'token') =>
      dispatcher
        .validate({
          baseUrl: null,
          credentials: { ...credentials, accessToken },
          settings: { phoneNumberId: '1', apiVersion: 'v23.0', ...settings },
        })
        .map(({ field }) => field);
    expect(problems(template)).toEqual([]);
    expect(problems({ text: 'a' }, 'a\nb')).toEqual(['credentials.accessToken']);
    expect(problems({ text: 'a', phoneNumberId: '1/../2', apiVersion: '23' })).toEqual([
      ...['settings.phoneNumberId', 'settings.apiVersion'],
    ]);
    expect(problems({})).toEqual(['settings.templateName']);
    expect(problems({ ...template, text: 'a' })).toEqual(['settings.text']);
    expect(problems({ templateName: 'Order Ready' })).toEqual(['settings.templateName', 'settings.templateLanguage']);
    expect(problems({ text: 'a', templateLanguage: 'es', templateParameters: ['x'] })).toEqual([
      ...['settings.templateLanguage', 'settings.templateParameters'],
    ]);
  });
});

describe('a callback of Meta', () => {
  const account = accountWith(null, template);

  function read(callback: ReceivedCallback) {
    return new WhatsAppCloudDispatcher({} as OutboundHttp).readCallback(callback, account);
  }

  function post(body: string, signature?: string) {
    return read(callbackOf(body, signature));
  }

  /** Without a signature, as Meta asks whether the URL is ours. */
  function asked(query: ReceivedCallback['query']) {
    return read({ ...callbackOf(''), method: 'GET', query, headers: {} });
  }

  it('is known by its signature over the bytes, and by nothing else', () => {
    const vector = 'sha256=bd9549eb87a414d3df28b5a60ea86d4a11e2f1c6258edbd18f56d3c23c0f908d';
    expect(post('{}', vector)).toEqual({ kind: 'EVENTS', events: [] });
    for (const signature of ['', vector.slice(0, -1), vector.replace('sha256', 'sha1'), signatureOf('{}', 'other')]) {
      expect(post('{}', signature)).toEqual({ kind: 'BAD_SIGNATURE' });
    }
    expect(post('{ }', vector)).toEqual({ kind: 'BAD_SIGNATURE' });
    expect(read({ ...callbackOf('{}'), headers: {} })).toEqual({ kind: 'BAD_SIGNATURE' });
    // As Meta escapes it; parsed and written again it would be other bytes.
    expect(post('{"a":"\\u00e1","a":1.0}')).toEqual({ kind: 'EVENTS', events: [] });
  });

  it('is answered with the challenge, where the token is right', () => {
    const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me-81', 'hub.challenge': '1158201444' };
    expect(asked(query)).toEqual({ kind: 'CHALLENGE', text: '1158201444' });
    for (const wrong of [
      { 'hub.verify_token': 'verify-me-82' },
      { 'hub.verify_token': undefined },
      { 'hub.mode': 'x' },
    ]) {
      expect(asked({ ...query, ...wrong })).toEqual({ kind: 'BAD_SIGNATURE' });
    }
    expect(asked({})).toEqual({ kind: 'BAD_SIGNATURE' });
  });

  it.each([
    ['sent', 'SENT'],
    ['delivered', 'DELIVERED'],
    ['read', 'READ'],
    ['played', 'READ'],
    ['failed', 'FAILED'],
  ])('tells that a message is %s', (name, stage) => {
    const given = statusOf(name);
    expect(post(statusesOf([given]))).toEqual({
      kind: 'EVENTS',
      events: [
        {
          ...{ id: `wamid.1:${name}`, activityId, providerActivityId: 'wamid.1', stage, externalStatus: name },
          ...{ providerErrorCode: null, message: null, blocksContact: null, raw: given },
          occurredAt: new Date('2026-01-05T15:00:00Z'),
        },
      ],
    });
  });

  function eventsOf(...statuses: unknown[]) {
    const reading = post(statusesOf(statuses));
    return reading.kind === 'EVENTS' ? reading.events : [];
  }

  it('says why a message failed, and who wants none', () => {
    const details = 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.';
    const errors = [{ code: 131049, title: 'Not delivered', message: 'No', error_data: { details } }];
    expect(eventsOf(statusOf('failed', { errors }))).toMatchObject([
      { stage: 'FAILED', providerErrorCode: '131049', message: details, blocksContact: null },
    ]);
    const failed = (code: number) => eventsOf(statusOf('failed', { errors: [{ code, title: 'Stopped' }] }));
    expect(failed(131050)).toMatchObject([{ message: 'Stopped', blocksContact: 'OPTED_OUT' }]);
    // Undeliverable is not the same as not on WhatsApp.
    expect(failed(131026)).toMatchObject([{ blocksContact: null }]);
  });

  it('has the time of the provider, in seconds or milliseconds, or else that of its arrival', () => {
    const times = ['1767625200', 1767625200, '1767625200000', 'soon', undefined, '1767625201', '999999999999999'].map(
      (timestamp) => statusOf('sent', { timestamp }),
    );
    expect(eventsOf(...times).map(({ occurredAt }) => occurredAt.toISOString())).toEqual(
      times.map(() => '2026-01-05T15:00:00.000Z'),
    );
  });

  it('is of our number only, and says nothing where it is something else', () => {
    expect(post(statusesOf([statusOf('read')], '999'))).toEqual({ kind: 'EVENTS', events: [] });
    const messages = [{ from: '12025550199', id: 'wamid.in', type: 'text', text: { body: 'Hi' } }];
    expect(post(statusesOf([], undefined, { messages }))).toEqual({ kind: 'EVENTS', events: [] });
    expect(
      eventsOf(statusOf('deleted'), statusOf('warning'), statusOf('constructor'), statusOf('sent', { id: 7.5e300 })),
    ).toEqual([]);
    expect(eventsOf(null, 7, 'sent', [], {})).toEqual([]);
    for (const body of [
      '',
      'no JSON',
      '[]',
      'null',
      '{"entry":{}}',
      '{"entry":[null,{"changes":[{}]}]}',
      '['.repeat(1e5),
    ]) {
      expect(post(body)).toEqual({ kind: 'EVENTS', events: [] });
    }
  });

  it('takes no other tool’s mark for an activity', () => {
    const marks = ['campaign-7', '', undefined, { id: activityId }, `${activityId}0`];
    const ids = eventsOf(...marks.map((mark) => statusOf('sent', { biz_opaque_callback_data: mark })));
    expect(ids.map((event) => event.activityId)).toEqual(marks.map(() => null));
  });
});
