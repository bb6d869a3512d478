import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { callbackOf, mailPayload, mailSettings, recipient, sendMail, whole } from '../email-trial';
import { LoopbackProvider } from '../loopback-provider';
import { SendgridReceiver } from './sendgrid-receiver';
import { SendgridDispatcher } from './sendgrid.dispatcher';

const apiKey = 'SG.key-5f1d.9b0e';
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const webhookPublicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

describeDispatcher('SENDGRID', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new SendgridDispatcher(http),
  account: (url) => ({ baseUrl: url, credentials: { apiKey, webhookPublicKey }, settings: mailSettings }),
  success: (providerId) => ({ status: 202, headers: { 'x-message-id': providerId }, body: '' }),
  idempotencyHeader: false,
  callbacks() {
    const told = (...events: string[]) => {
      const common = { sg_message_id: 'sg-1.filter0001', timestamp: 1_772_366_400, activity };
      return JSON.stringify(events.map((event) => ({ ...common, event, sg_event_id: `e-${event}` })));
    };
    const delivered = signed(told('delivered'));
    return {
      genuine: [
        { callback: delivered, stages: ['DELIVERED'] },
        { callback: signed(told('processed', 'open', 'bounce')), stages: ['SENT', 'READ', 'FAILED'] },
        { callback: signed(told('warmed_up')), stages: [] },
      ],
      forged: [
        { ...delivered, headers: {} },
        { ...delivered, body: Buffer.from(told('bounce')) },
        signed(told('delivered'), at, otherKey),
      ],
    };
  },
});

const activity = '0197a4a5-0000-7000-8000-000000000001';
const at = new Date('2026-03-01T12:00:00Z');
const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** As SendGrid signs: ECDSA over the time and the body. */
function signed(body: string, signedAt = at, key = keys.privateKey) {
  const timestamp = String(Math.floor(signedAt.getTime() / 1000));
  const headers = {
    'x-twilio-email-event-webhook-timestamp': timestamp,
    'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(timestamp + body), key).toString('base64'),
  };
  return callbackOf(body, headers, at);
}

describe('SENDGRID', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  let dispatcher: SendgridDispatcher;
  let receiver: SendgridReceiver;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
    dispatcher = new SendgridDispatcher(http);
  });
  beforeEach(() => {
    receiver = new SendgridReceiver(apiKey);
    provider.behave(receiver.answer);
  });
  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  const account = (settings: object = {}, credentials: object = {}) => ({
    baseUrl: provider.url,
    credentials: { apiKey, webhookPublicKey, ...credentials },
    settings: { ...mailSettings, ...settings },
  });

  it('sends one mail to one person, plain text before HTML, with the activity’s id', async () => {
    const id = randomUUID();
    expect(await sendMail(dispatcher, account(), { id, ...recipient({ value: 'ana@store.example' }) })).toMatchObject({
      disposition: 'ACCEPTED',
      providerActivityId: 'sg-1',
      httpStatus: 202,
    });
    expect(receiver.mails).toEqual([
      {
        personalizations: [{ to: [{ email: 'ana@store.example', name: 'Errand Probe' }] }],
        from: { email: 'orders@store.example', name: 'Corner Store' },
        subject: 'Order A-1',
        content: [
          { type: 'text/plain', value: 'Hello Errand, your order A-1 is ready.' },
          { type: 'text/html', value: '<p>Hello Errand</p>' },
        ],
        custom_args: { activity: id },
      },
    ]);
  });

  it('sends the same bytes on every attempt', async () => {
    const payload = mailPayload();
    await sendMail(dispatcher, account(), { ...payload, attempt: 1 });
    await sendMail(dispatcher, account(), { ...payload, attempt: 2 });
    const [first, second] = provider.received.map(({ body }) => body);
    expect(first).toBe(second);
  });

  it('lets what a template inserts neither add a header nor markup', async () => {
    const attributes = { reference: 'A-1\r\nBcc: c@d.example <b>' };
    const settings = { html: '<p>{{attributes.reference}}</p>' };
    await sendMail(dispatcher, account(settings), { attributes, ...recipient({ name: 'Ana\r\nBcc: c@d.example' }) });
    expect(receiver.mails[0]).toMatchObject({
      personalizations: [{ to: [{ name: 'Ana Bcc: c@d.example' }] }],
      subject: 'Order A-1 Bcc: c@d.example <b>',
      content: [{}, { value: '<p>A-1\r\nBcc: c@d.example &lt;b&gt;</p>' }],
    });
  });

  it.each([
    ['nobody', { recipient: null }, 'NO_RECIPIENT'],
    ['two addresses', recipient({ value: 'a@b.example, c@d.example' }), 'NO_RECIPIENT'],
    ['no address', recipient({ value: '+12025550100' }), 'NO_RECIPIENT'],
    ['a missing variable', { attributes: {} }, 'TEMPLATE_FAILED'],
    ['an empty subject', { attributes: { reference: '' } }, 'TEMPLATE_FAILED'],
  ])('makes no call for %s', async (_what, changes, code) => {
    const settings = { subject: '{{attributes.reference}}' };
    expect(await sendMail(dispatcher, account(settings), changes)).toMatchObject({ disposition: 'REJECTED', code });
    expect(provider.received).toEqual([]);
  });

  it('leaves out HTML that says nothing', async () => {
    await sendMail(dispatcher, account({ html: '{% if attributes.html %}x{% endif %}' }));
    expect(receiver.mails[0]?.content).toHaveLength(1);
  });

  it('tells a wrong key from a wrong address by the receiver’s own answers', async () => {
    expect(await sendMail(dispatcher, account({}, { apiKey: 'SG.revoked' }))).toMatchObject({
      disposition: 'MISCONFIGURED',
      scope: 'CONFIG',
      message: 'HTTP 401: The provided authorization grant is invalid, expired, or revoked',
    });
  });

  it.each([
    [400, { message: 'Does not contain a valid address.', field: 'personalizations.0.to.0.email' }, 'REJECTED'],
    [400, { message: 'The from email does not contain a valid address.', field: 'from.email' }, 'MISCONFIGURED'],
    [401, { message: 'authorization required', field: null }, 'MISCONFIGURED'],
    [403, { message: 'The from address does not match a verified Sender Identity.', field: 'from' }, 'MISCONFIGURED'],
    [403, { message: 'access forbidden', field: null }, 'MISCONFIGURED'],
    [413, { message: 'The JSON payload you have included is too large.', field: null }, 'REJECTED'],
    [429, { message: 'too many requests', field: null }, 'RETRY'],
    [500, { message: 'internal error', field: null }, 'RETRY'],
    [503, { message: 'unavailable', field: null }, 'RETRY'],
  ])('takes %d %j for %s', async (status, error, disposition) => {
    provider.behave(() => ({ status, body: JSON.stringify({ errors: [{ ...error, help: null }] }) }));
    expect(await sendMail(dispatcher, account())).toMatchObject({
      disposition,
      providerErrorCode: error.field,
      message: `HTTP ${status}: ${error.message}`,
    });
  });

  it('waits until the second at which the rate limit ends', async () => {
    const reset = Math.ceil(Date.now() / 1000) + 30;
    provider.behave(() => ({ status: 429, headers: { 'x-ratelimit-reset': String(reset) }, body: '' }));
    const before = Date.now();
    const outcome = await sendMail(dispatcher, account());
    if (outcome.disposition === 'ACCEPTED') throw new Error('accepted');
    expect(outcome.retryAfterMs).toBeLessThanOrEqual(reset * 1000 - before);
    expect(outcome.retryAfterMs).toBeGreaterThan(reset * 1000 - Date.now() - 1);
  });

  it('refuses a sender, a key and a public key that cannot work', () => {
    const [definition] = dispatcher.channelDefinitions;
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'der', type: 'spki' });
    for (const wrong of ['none', rsa.toString('base64')]) {
      const given = account({ from: 'a@b.example, c@d.example' }, { apiKey: 'SG.\nx', webhookPublicKey: wrong });
      const problems = definition && readAccount(dispatcher, definition, given).problems;
      expect(problems?.map(({ field }) => field)).toEqual([
        'settings.from',
        'credentials.apiKey',
        'credentials.webhookPublicKey',
      ]);
    }
  });

  describe('callbacks', () => {
    const read = (callback: ReturnType<typeof signed>, credentials = {}) =>
      dispatcher.readCallback(callback, whole(account({}, credentials)));
    const eventsOf = (...events: object[]) => {
      const whole = events.map((event, index) => ({
        sg_event_id: `e-${index}`,
        sg_message_id: 'sg-1.filter0001.1.5F',
        timestamp: 1_772_366_400,
        activity,
        ...event,
      }));
      // SendGrid's bodies end in a line break, which is signed too.
      const reading = read(signed(`${JSON.stringify(whole)}\r\n`));
      if (reading.kind !== 'EVENTS') throw new Error(reading.kind);
      return reading.events;
    };

    it('are those of SendGrid’s own test vector, to the byte', () => {
      // helpers of sendgrid-nodejs, packages/eventwebhook/src/eventwebhook.spec.js
      const vector = {
        key: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==',
        signature: 'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
        timestamp: '1600112502',
        body: `${JSON.stringify([
          {
            email: 'hello@world.com',
            event: 'dropped',
            reason: 'Bounced Address',
            sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA',
            sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
            'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>',
            timestamp: 1600112492,
          },
        ])}\r\n`,
      };
      const callback = (body: string, receivedAt = new Date('2020-09-14T19:41:45Z')) =>
        callbackOf(
          body,
          {
            'x-twilio-email-event-webhook-timestamp': vector.timestamp,
            'x-twilio-email-event-webhook-signature': vector.signature,
          },
          receivedAt,
        );
      const credentials = { webhookPublicKey: vector.key };
      expect(read(callback(vector.body), credentials)).toMatchObject({
        events: [{ providerActivityId: 'LRzXl_NHStOGhQ4kofSm_A', stage: 'FAILED', mayBeOfOthers: true }],
      });
      expect(read(callback(vector.body.trimEnd()), credentials)).toEqual({ kind: 'BAD_SIGNATURE' });
      expect(read(callback(vector.body.replace('{', '{ ')), credentials)).toEqual({ kind: 'BAD_SIGNATURE' });
    });

    it('are believed with the key’s signature alone, made not long ago', () => {
      const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);
      const bad = { kind: 'BAD_SIGNATURE' };
      expect(read(signed('[]'))).toEqual({ kind: 'EVENTS', events: [] });
      expect(read(signed('[]', hours(-24)))).toEqual({ kind: 'EVENTS', events: [] });
      expect(read(signed('[]', hours(-26)))).toEqual(bad);
      expect(read(signed('[]', hours(1)))).toEqual(bad);
      expect(read(signed('[]', at, otherKey))).toEqual(bad);
      expect(read(callbackOf('[]', {}, at))).toEqual(bad);
      expect(read(signed('[]'), { webhookPublicKey: undefined })).toEqual(bad);
      expect(read(signed('[]'), { webhookPublicKey: 'none' })).toEqual(bad);
    });

    it.each([
      [{ event: 'processed' }, 'SENT', null],
      [{ event: 'deferred', response: '400 try again later' }, 'QUEUED', null],
      [{ event: 'delivered', response: '250 OK' }, 'DELIVERED', null],
      [{ event: 'open' }, 'READ', null],
      [{ event: 'open', sg_machine_open: true }, 'DELIVERED', null],
      [{ event: 'click', url: 'https://store.example' }, 'READ', null],
      [{ event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 no such user' }, 'FAILED', 'UNKNOWN_USER'],
      [{ event: 'bounce', type: 'bounce', status: '5.0.0', reason: '550 5.1.1 unknown' }, 'FAILED', 'UNKNOWN_USER'],
      [
        { event: 'bounce', type: 'bounce', status: '5.0.0', bounce_classification: 'Invalid Address' },
        'FAILED',
        'UNKNOWN_USER',
      ],
      [{ event: 'bounce', type: 'bounce', status: '5.2.2', reason: '552 mailbox full' }, 'FAILED', null],
      [{ event: 'bounce', type: 'bounce', status: '5.1.8', reason: '501 bad sender' }, 'FAILED', null],
      [{ event: 'bounce', type: 'blocked', status: '5.1.1', reason: '550 blocked' }, 'FAILED', null],
      [{ event: 'dropped', reason: 'Bounced Address' }, 'FAILED', 'Bounced Address'],
      [{ event: 'dropped', reason: 'Unsubscribed Address' }, 'FAILED', 'Unsubscribed Address'],
      [{ event: 'dropped', reason: 'Spam Reporting Address' }, 'FAILED', 'Spam Reporting Address'],
      [{ event: 'dropped', reason: 'Invalid' }, 'FAILED', 'Invalid'],
      [{ event: 'dropped', reason: 'Spam Content' }, 'FAILED', null],
      [{ event: 'spamreport' }, 'DELIVERED', 'SPAM_REPORT'],
      [{ event: 'unsubscribe' }, 'READ', 'UNSUBSCRIBED'],
      [{ event: 'group_unsubscribe' }, 'READ', 'UNSUBSCRIBED'],
    ])('read %j as %s, blocked: %s', (event, stage, blocksContact) => {
      expect(eventsOf(event)).toEqual([
        {
          id: 'e-0',
          activityId: activity,
          providerActivityId: 'sg-1',
          stage,
          externalStatus: event.event,
          providerErrorCode: stage === 'FAILED' && 'status' in event ? event.status : null,
          message: ('reason' in event ? event.reason : 'response' in event ? event.response : null) ?? null,
          occurredAt: at,
          blocksContact,
          raw: expect.objectContaining(event) as unknown,
        },
      ]);
    });

    it('know mail that names no activity of ours by SendGrid’s id, or as of others', () => {
      const [event] = eventsOf({ event: 'delivered', activity: 'their-own', sg_message_id: 'm-1.filter.2' });
      expect(event).toMatchObject({ activityId: null, providerActivityId: 'm-1', mayBeOfOthers: true });
    });

    it('leave out what is of nobody, unknown or without an id, and keep the rest of the batch', () => {
      const events = eventsOf(
        { event: 'delivered', activity: undefined, sg_message_id: undefined },
        { event: 'delivered', activity: 'their-own', sg_message_id: undefined },
        { event: 'group_resubscribe' },
        { event: 'constructor' },
        { event: 'account_status_change', activity: undefined },
        { event: 'delivered', sg_event_id: undefined },
        { event: 'open', timestamp: 'soon' },
      );
      expect(events).toMatchObject([{ id: 'e-6', occurredAt: at }]);
    });

    it.each(['', '{}', 'null', '[null, 7, "x", []]', '{"a":', '[{"event":{}}]'])('take %j without an event', (body) => {
      expect(read(signed(body))).toEqual({ kind: 'EVENTS', events: [] });
    });
  });
});
