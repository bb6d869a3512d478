import { OutboundHttp } from '@errand/outbound';
import type { ReceivedCallback } from '../callback';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { type LoopbackAnswer, LoopbackProvider } from '../loopback-provider';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { InfobipDispatcher } from './infobip.dispatcher';
import { answerAsInfobip } from './infobip.receiver';

const apiKey = 'infobip-key-41d9';
const settings = { from: 'CornerShop', body: 'Ref {{attributes.reference}}' };

/** What Infobip answers of one message. */
function answering(status: object, more: object = {}): LoopbackAnswer {
  return { status: 200, body: JSON.stringify({ bulkId: 'b', messages: [{ messageId: 'm-1', status, ...more }] }) };
}

describeDispatcher('INFOBIP', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new InfobipDispatcher(http),
  account: (url) => ({ baseUrl: url, credentials: { apiKey }, settings }),
  success: (messageId) => ({
    status: 200,
    body: JSON.stringify({ messages: [{ messageId, status: { groupId: 1, name: 'PENDING_ACCEPTED' } }] }),
  }),
  idempotencyHeader: false,
});

describe('INFOBIP', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  let dispatcher: InfobipDispatcher;
  let taken: Set<string>;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
    dispatcher = new InfobipDispatcher(http);
  });
  beforeEach(() => {
    taken = new Set();
  });

  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  async function send(
    sending: {
      recipient?: string;
      body?: string;
      key?: string;
      id?: string;
      callbackUrl?: string;
      answer?: LoopbackAnswer;
    } = {},
  ) {
    const { recipient = '+12025550100', body = settings.body, key = apiKey, id, callbackUrl = null, answer } = sending;
    provider.behave((request) => answer ?? answerAsInfobip(request, apiKey, taken));
    const sample = samplePayload('SMS', 'MESSAGE', id === undefined ? {} : { id });
    const payload = { ...sample, attributes: { reference: 'R-1' } };
    if (payload.recipient) payload.recipient = { ...payload.recipient, value: recipient };
    const account = {
      id: 'a',
      baseUrl: provider.url,
      credentials: { apiKey: key },
      settings: { ...settings, body },
      timeoutMs: 5_000,
      callbackUrl,
    };
    const outcome = await runDispatcher(dispatcher, { payload, body: '', account }, new AbortController().signal);
    const [received] = provider.received;
    return { outcome, payload, received, sent: received && (JSON.parse(received.body) as unknown) };
  }

  it('sends one message under the activity’s id, to be told of it', async () => {
    const callbackUrl = 'https://errand.example.com/callbacks/t-1';
    const { outcome, payload, sent } = await send({ callbackUrl });
    expect(outcome).toMatchObject({ disposition: 'ACCEPTED', providerActivityId: payload.id });
    expect(sent).toEqual({
      messages: [
        {
          sender: 'CornerShop',
          destinations: [{ to: '12025550100', messageId: payload.id }],
          content: { text: 'Ref R-1' },
          webhooks: {
            delivery: { url: `${callbackUrl}?activity=${payload.id}`, intermediateReport: true },
            contentType: 'application/json',
            callbackData: payload.id,
          },
        },
      ],
    });
  });

  it('sends plain signs, and asks for no reports where there is nowhere to send them', async () => {
    const { outcome, sent } = await send({ body: 'It’s “está”…' });
    expect(outcome).toMatchObject({ disposition: 'ACCEPTED' });
    expect(sent).toMatchObject({ messages: [{ content: { text: 'It\'s "está"...' } }] });
    expect(JSON.stringify(sent)).not.toContain('webhooks');
  });

  it('takes a duplicate id for the acceptance of an attempt before', async () => {
    const { payload } = await send();
    const { outcome } = await send({ id: payload.id });
    expect(outcome).toMatchObject({
      disposition: 'ACCEPTED',
      providerActivityId: payload.id,
      responseBody: expect.stringContaining('DUPLICATE') as string,
    });
  });

  it.each([
    [
      '+15005550001',
      { disposition: 'REJECTED', providerErrorCode: 'REJECTED_INVALID_DESTINATION', scope: 'RECIPIENT' },
    ],
    [
      '+15005550002',
      { disposition: 'MISCONFIGURED', providerErrorCode: 'REJECTED_NOT_ENOUGH_CREDITS', scope: 'CONFIG' },
    ],
  ])('knows a refusal that comes with 200: %s', async (recipient, expected) => {
    expect((await send({ recipient })).outcome).toMatchObject({
      ...expected,
      code: 'PROVIDER_REJECTED',
      httpStatus: 200,
    });
  });

  it('is not sent when there is nothing that could be', async () => {
    for (const sending of [
      { recipient: '912345678' },
      { body: '{{ attributes.missing }}' },
      { body: '\u200b ' },
      { body: 'x'.repeat(4001) },
    ]) {
      const { outcome, received } = await send(sending);
      expect(received).toBeUndefined();
      expect(outcome).toMatchObject({ disposition: 'REJECTED' });
    }
  });

  it.each([
    [1, 'PENDING_ACCEPTED', 'ACCEPTED'],
    [1, 'PENDING_ENROUTE', 'ACCEPTED'],
    [3, 'DELIVERED_TO_HANDSET', 'ACCEPTED'],
    [4, 'EXPIRED_EXPIRED', 'ACCEPTED'],
    [77, 'SOMETHING_NEW', 'ACCEPTED'],
    [2, 'UNDELIVERABLE_REJECTED_OPERATOR', 'REJECTED'],
    [2, 'UNDELIVERABLE_NOT_DELIVERED', 'REJECTED'],
    [5, 'REJECTED_NETWORK', 'REJECTED'],
    [5, 'REJECTED_PREFIX_MISSING', 'REJECTED'],
    [5, 'REJECTED_DND', 'REJECTED'],
    [5, 'REJECTED_DESTINATION', 'REJECTED'],
    [5, 'REJECTED_INVALID_UDH', 'REJECTED'],
    [5, 'REJECTED_MESSAGE_TOO_LONG', 'REJECTED'],
    [5, 'REJECTED_SOMETHING_NEW', 'REJECTED'],
    [5, 'REJECTED_SOURCE', 'MISCONFIGURED'],
    [5, 'REJECTED_SENDER', 'MISCONFIGURED'],
    [5, 'REJECTED_NOT_ENOUGH_CREDITS', 'MISCONFIGURED'],
    [5, 'REJECTED_PREPAID_PACKAGE_EXPIRED', 'MISCONFIGURED'],
    [5, 'REJECTED_DESTINATION_NOT_REGISTERED', 'MISCONFIGURED'],
    [5, 'REJECTED_ROUTE_NOT_AVAILABLE', 'MISCONFIGURED'],
    [5, 'REJECTED_FLOODING_FILTER', 'RETRY'],
    [5, 'REJECTED_SYSTEM_ERROR', 'RETRY'],
    [5, 'REJECTED_DUPLICATE_MESSAGE_ID', 'ACCEPTED'],
  ])('status %d %s: %s', async (groupId, name, disposition) => {
    expect((await send({ answer: answering({ groupId, name, description: 'why' }) })).outcome).toMatchObject({
      disposition,
      ...(disposition !== 'ACCEPTED' && { message: `HTTP 200: ${name}: why`, providerErrorCode: name }),
    });
  });

  it('goes by what the error says of itself, where the status does not', async () => {
    const undeliverable = { groupId: 2, name: 'UNDELIVERABLE_NOT_DELIVERED' };
    for (const [permanent, disposition] of [
      [true, 'REJECTED'],
      [false, 'RETRY'],
    ] as const) {
      const error = { groupId: 1, id: 27, name: 'EC_ABSENT_SUBSCRIBER', description: 'Absent Subscriber', permanent };
      expect((await send({ answer: answering(undeliverable, { error }) })).outcome).toMatchObject({
        ...{
          disposition,
          providerErrorCode: 'EC_ABSENT_SUBSCRIBER',
          message: expect.stringContaining('Absent') as string,
        },
      });
    }
  });

  it.each([
    [400, 'REJECTED', 'RECIPIENT'],
    [401, 'MISCONFIGURED', 'CONFIG'],
    [403, 'MISCONFIGURED', 'CONFIG'],
    [429, 'RETRY', 'CONFIG'],
    [500, 'RETRY', 'CONFIG'],
    [503, 'RETRY', 'CONFIG'],
  ])('HTTP %d: %s of %s, in either form of an error', async (status, disposition, scope) => {
    for (const body of [
      { errorCode: `E${status}`, description: 'because', action: 'x', violations: [], resources: [] },
      { requestError: { serviceException: { messageId: `E${status}`, text: 'because' } } },
    ]) {
      expect((await send({ answer: { status, body: JSON.stringify(body) } })).outcome).toMatchObject({
        ...{ disposition, scope, providerErrorCode: `E${status}`, message: `HTTP ${status}: because` },
      });
    }
  });

  it('is MISCONFIGURED with a wrong key, which is shown nowhere', async () => {
    const { outcome } = await send({ key: 'another-key-9' });
    expect(outcome).toMatchObject({ disposition: 'MISCONFIGURED', providerErrorCode: 'E401' });
    const echoed = await send({
      answer: { status: 403, body: `{"errorCode":"${apiKey}","description":"App ${apiKey}"}` },
    });
    expect(JSON.stringify(echoed.outcome)).not.toContain(apiKey);
  });

  it('refuses a key that no header can carry, and a sender that is none', () => {
    const [definition] = dispatcher.channelDefinitions;
    const given = {
      baseUrl: 'https://x.api.infobip.com',
      credentials: { apiKey: 'a\nb' },
      settings: { from: 'a sender too long', body: 'x' },
    };
    expect(definition && readAccount(dispatcher, definition, given).problems.map(({ field }) => field)).toEqual([
      'credentials.apiKey',
      'settings.from',
    ]);
  });

  describe('its reports', () => {
    const receivedAt = new Date('2026-03-04T05:06:07.000Z');

    function read(body: unknown, query: Record<string, string> = {}) {
      const callback: ReceivedCallback = {
        ...{ method: 'POST', url: 'https://errand.example.com/callbacks/t-1', query, headers: {}, receivedAt },
        body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
      };
      const reading = dispatcher.readCallback(callback);
      if (reading.kind !== 'EVENTS') throw new Error(reading.kind);
      return reading.events;
    }

    function report(groupId: number, name: string, more: object = {}) {
      const status = { groupId, groupName: 'G', id: 1, name, description: 'of the status' };
      const error = { groupId: 0, groupName: 'OK', id: 0, name: 'NO_ERROR', description: 'No Error', permanent: false };
      return { messageId: 'm-1', to: '12025550100', callbackData: 'a-1', status, error, ...more };
    }

    it.each([
      [1, 'PENDING_ACCEPTED', 'QUEUED'],
      [1, 'PENDING_WAITING_DELIVERY', 'SENT'],
      [1, 'PENDING_ENROUTE', 'SENT'],
      [2, 'UNDELIVERABLE_NOT_DELIVERED', 'FAILED'],
      [3, 'DELIVERED_TO_OPERATOR', 'DELIVERED'],
      [3, 'DELIVERED_TO_HANDSET', 'DELIVERED'],
      [4, 'EXPIRED_EXPIRED', 'FAILED'],
      [5, 'REJECTED_NETWORK', 'FAILED'],
    ])('group %d, %s: %s', (groupId, name, stage) => {
      const result = report(groupId, name, { doneAt: '2026-03-04T05:06:06.500+0000' });
      expect(read({ results: [result] })).toEqual([
        {
          id: `m-1:${name}`,
          activityId: 'a-1',
          providerActivityId: 'm-1',
          stage,
          externalStatus: name,
          providerErrorCode: stage === 'FAILED' ? name : null,
          message: stage === 'FAILED' ? 'of the status' : null,
          occurredAt: new Date('2026-03-04T05:06:06.500Z'),
          blocksContact: null,
          raw: result,
        },
      ]);
    });

    it.each([
      ['EC_UNKNOWN_SUBSCRIBER', true, 'UNKNOWN_USER'],
      ['EC_UNKNOWN_SUBSCRIBER', false, null],
      ['EC_ABSENT_SUBSCRIBER', true, null],
    ])('tells by %s, permanent %s, whether the address is none: %s', (name, permanent, blocksContact) => {
      const error = { groupId: 1, id: 1, name, description: 'of the error', permanent };
      expect(read({ results: [report(2, 'UNDELIVERABLE_NOT_DELIVERED', { error })] })).toMatchObject([
        {
          id: `m-1:UNDELIVERABLE_NOT_DELIVERED:${name}`,
          providerErrorCode: name,
          message: 'of the error',
          blocksContact,
        },
      ]);
    });

    it('come by the hundred, each for its own activity', () => {
      const results = Array.from({ length: 100 }, (_, n) =>
        report(3, 'D', { messageId: `m-${n}`, callbackData: `a-${n}` }),
      );
      const events = read({ results }, { activity: 'a-7' });
      expect(events.map(({ activityId }) => activityId)).toEqual(results.map(({ callbackData }) => callbackData));
    });

    it('are read to the last, however much the provider says of each', () => {
      const results = Array.from({ length: 100 }, (_, n) =>
        report(3, 'D', { messageId: `m-${n}`, more: 'x'.repeat(9_000) }),
      );
      expect(read({ results })).toHaveLength(100);
    });

    it('are of the activity in the URL where they name none, unless there are several', () => {
      const unnamed = report(3, 'D', { callbackData: null });
      expect(read({ results: [unnamed] }, { activity: 'a-7' })).toMatchObject([{ activityId: 'a-7' }]);
      expect(read({ results: [unnamed, unnamed] }, { activity: 'a-7' })).toMatchObject([
        { activityId: null },
        { activityId: null },
      ]);
    });

    const unknown = [9, '9', 'constructor', '__proto__', null].map((groupId) => ({
      messageId: 'm',
      status: { groupId },
    }));
    it.each(['', 'no JSON', '{}', '{"results":5}', JSON.stringify({ results: [null, {}, ...unknown] })])(
      'are none in %j',
      (body) => {
        expect(read(body)).toEqual([]);
      },
    );

    it.each([
      ['2026-03-04T02:06:06.500-0300', '2026-03-04T05:06:06.500Z'],
      ['2027-03-04T05:06:06.500+0000', '2026-03-04T05:06:07.000Z'],
      ['soon', '2026-03-04T05:06:07.000Z'],
    ])('came about at %s: %s', (doneAt, occurredAt) => {
      expect(read({ results: [report(3, 'D', { doneAt })] })).toMatchObject([{ occurredAt: new Date(occurredAt) }]);
    });
  });
});
