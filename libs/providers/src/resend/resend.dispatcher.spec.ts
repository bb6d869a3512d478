import { createHmac, randomUUID } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { callbackOf, mailPayload, mailSettings, recipient, sendMail, whole } from '../email-trial';
import { LoopbackProvider } from '../loopback-provider';
import { ResendReceiver } from './resend-receiver';
import { ResendDispatcher } from './resend.dispatcher';

const apiKey = 're_5f1d_9b0e77';
const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describeDispatcher('RESEND', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new ResendDispatcher(http),
  account: (url) => ({ baseUrl: url, credentials: { apiKey, webhookSecret }, settings: mailSettings }),
  success: (providerId) => ({ status: 200, body: JSON.stringify({ id: providerId }) }),
  callbacks() {
    const genuine = (id: string, type: string) =>
      callbackOf(told(`email.${type}`), signed(told(`email.${type}`), at, id), at);
    const delivered = genuine('msg_2', 'delivered');
    const otherSecret = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    return {
      genuine: [
        { callback: genuine('msg_1', 'sent'), stages: ['SENT'] },
        { callback: delivered, stages: ['DELIVERED'] },
        { callback: genuine('msg_3', 'opened'), stages: ['READ'] },
        { callback: genuine('msg_4', 'bounced'), stages: ['FAILED'] },
        { callback: genuine('msg_5', 'warmed_up'), stages: [] },
      ],
      forged: [
        { ...delivered, headers: {} },
        { ...delivered, headers: { ...delivered.headers, 'svix-id': 'msg_6' } },
        { ...delivered, body: Buffer.from(told('email.bounced')) },
        callbackOf(told('email.delivered'), signed(told('email.delivered'), at, 'msg_2', otherSecret), at),
      ],
    };
  },
});

const activity = '0197a4a5-0000-7000-8000-000000000001';
const at = new Date('2026-03-01T12:00:00Z');

function headersOf(id: string, timestamp: string, ...signatures: string[]) {
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signatures.join(' ') };
}

function told(type: string, data: object = {}): string {
  const about = { email_id: 're-1', tags: { errand_activity: activity }, ...data };
  return JSON.stringify({ type, created_at: '2026-03-01T11:59:00.000Z', data: about });
}

/** The headers as Svix signs for Resend: HMAC-SHA256 over id, time and body. */
function signed(body: string, signedAt = at, id = 'msg_1', secret = webhookSecret) {
  const timestamp = String(signedAt.getTime() / 1000);
  const hmac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'));
  return headersOf(id, timestamp, `v1,${hmac.update(`${id}.${timestamp}.${body}`).digest('base64')}`);
}

describe('RESEND', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  let dispatcher: ResendDispatcher;
  let receiver: ResendReceiver;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
    dispatcher = new ResendDispatcher(http);
  });
  beforeEach(() => {
    receiver = new ResendReceiver(apiKey, 'store.example');
    provider.behave(receiver.answer);
  });
  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  const account = (settings: object = {}, credentials: object = {}) => ({
    baseUrl: provider.url,
    credentials: { apiKey, webhookSecret, ...credentials },
    settings: { ...mailSettings, ...settings },
  });

  it('sends one mail to one person, with the activity’s id', async () => {
    const id = randomUUID();
    const changes = { id, ...recipient({ name: 'Ana "Ñ", Rojas\r\nBcc: c@d.example', value: 'ana@store.example' }) };
    expect(await sendMail(dispatcher, account(), changes)).toMatchObject({
      disposition: 'ACCEPTED',
      providerActivityId: 're-1',
      httpStatus: 200,
    });
    expect(receiver.emails).toEqual([
      {
        from: '"Corner Store" <orders@store.example>',
        to: ['"Ana \\"Ñ\\", Rojas Bcc: c@d.example" <ana@store.example>'],
        subject: 'Order A-1',
        text: 'Hello Errand, your order A-1 is ready.',
        html: '<p>Hello Errand</p>',
        tags: [{ name: 'errand_activity', value: id }],
      },
    ]);
  });

  it('sends the same bytes on every attempt, so that a mail goes out once', async () => {
    const payload = mailPayload();
    for (const attempt of [1, 2]) {
      expect(await sendMail(dispatcher, account(), { ...payload, attempt })).toMatchObject({
        disposition: 'ACCEPTED',
        providerActivityId: 're-1',
      });
    }
    expect(receiver.emails).toHaveLength(1);
    expect(await sendMail(dispatcher, account({ text: 'Another text' }), payload)).toMatchObject({
      disposition: 'REJECTED',
      providerErrorCode: 'invalid_idempotent_request',
    });
  });

  it.each([
    ['an unknown key', {}, { apiKey: 're_other_key' }, 'invalid_api_key'],
    ['a domain that is not verified', { from: 'a@other.example' }, {}, 'validation_error'],
  ])('holds the config for %s', async (_what, settings, credentials, providerErrorCode) => {
    expect(await sendMail(dispatcher, account(settings, credentials))).toMatchObject({
      disposition: 'MISCONFIGURED',
      scope: 'CONFIG',
      providerErrorCode,
    });
  });

  it.each([
    [429, 'rate_limit_exceeded', 'RETRY', null],
    [429, 'daily_quota_exceeded', 'RETRY', 3_600_000],
    [429, 'monthly_quota_exceeded', 'RETRY', 3_600_000],
    [409, 'concurrent_idempotent_requests', 'RETRY', null],
    [500, 'application_error', 'RETRY', null],
    [500, 'internal_server_error', 'RETRY', null],
    [503, 'unheard_of', 'RETRY', null],
    [400, 'validation_error', 'REJECTED', null],
    [422, 'validation_error', 'REJECTED', null],
    [422, 'missing_required_field', 'REJECTED', null],
    [422, 'invalid_attachment', 'REJECTED', null],
    [400, 'invalid_idempotency_key', 'REJECTED', null],
    [409, 'invalid_idempotent_request', 'REJECTED', null],
    [422, 'unheard_of', 'REJECTED', null],
    [401, 'missing_api_key', 'MISCONFIGURED', null],
    [401, 'restricted_api_key', 'MISCONFIGURED', null],
    [401, 'validation_error', 'MISCONFIGURED', null],
    [403, 'validation_error', 'MISCONFIGURED', null],
    [403, 'invalid_api_key', 'MISCONFIGURED', null],
    [403, 'invalid_from_address', 'MISCONFIGURED', null],
    [422, 'invalid_from_address', 'MISCONFIGURED', null],
    [404, 'not_found', 'MISCONFIGURED', null],
    [405, 'method_not_allowed', 'MISCONFIGURED', null],
  ])('takes %d %s for %s', async (statusCode, name, disposition, retryAfterMs) => {
    const message = 'Said in words';
    provider.behave(() => ({ status: statusCode, body: JSON.stringify({ statusCode, name, message }) }));
    expect(await sendMail(dispatcher, account())).toMatchObject({
      disposition,
      retryAfterMs,
      providerErrorCode: name,
      message: `HTTP ${statusCode}: ${message}`,
      ...(statusCode === 429 && { scope: 'CONFIG' }),
    });
  });

  it('holds the config for a key that Resend calls invalid with status 400', async () => {
    const body = JSON.stringify({ statusCode: 400, name: 'validation_error', message: 'API key is invalid' });
    provider.behave(() => ({ status: 400, body }));
    expect(await sendMail(dispatcher, account())).toMatchObject({ disposition: 'MISCONFIGURED', scope: 'CONFIG' });
  });

  it('waits as long as it is asked to', async () => {
    const body = JSON.stringify({ name: 'rate_limit_exceeded' });
    provider.behave(() => ({ status: 429, headers: { 'retry-after': '2' }, body }));
    expect(await sendMail(dispatcher, account())).toMatchObject({ disposition: 'RETRY', retryAfterMs: 2_000 });
  });

  it('refuses a sender, a key and a secret that cannot work', () => {
    const [definition] = dispatcher.channelDefinitions;
    const given = account({ from: 'nobody' }, { apiKey: 're x', webhookSecret: 'whsec_short' });
    expect(definition && readAccount(dispatcher, definition, given).problems.map(({ field }) => field)).toEqual([
      'settings.from',
      'credentials.apiKey',
      'credentials.webhookSecret',
    ]);
  });

  describe('callbacks', () => {
    const bad = { kind: 'BAD_SIGNATURE' };
    const none = { kind: 'EVENTS', events: [] };
    const read = (body: string, headers: Record<string, string> = signed(body), credentials = {}, receivedAt = at) =>
      dispatcher.readCallback(callbackOf(body, headers, receivedAt), whole(account({}, credentials)));

    it('are those of Svix’s own test vector', () => {
      const headers = headersOf(
        'msg_p5jXN8AQM9LWM0D4loKWxJek',
        '1614265330',
        'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      );
      const now = new Date(1_614_265_330_000);
      expect(read('{"test": 2432232314}', headers, {}, now)).toEqual(none);
      expect(read('{"test":2432232314}', headers, {}, now)).toEqual(bad);
    });

    it('are believed with the secret’s signature alone, made within five minutes', () => {
      const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
      expect(read('{}')).toEqual(none);
      for (const passed of [-5, 5]) expect(read('{}', signed('{}', minutes(passed)))).toEqual(none);
      for (const passed of [-6, 6]) expect(read('{}', signed('{}', minutes(passed)))).toEqual(bad);
      const { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature } = signed('{}');
      expect(read('{}', headersOf(id, timestamp, 'v1,b3RoZXI=', signature))).toEqual(none);
      expect(read('{}', headersOf(id, timestamp, 'v1,b3RoZXI='))).toEqual(bad);
      expect(read('{}', headersOf('msg_2', timestamp, signature))).toEqual(bad);
      expect(read('{}', headersOf(id, `${timestamp}.0`, signature))).toEqual(bad);
      expect(read('{}', {})).toEqual(bad);
      expect(read('{}', signed('{}'), { webhookSecret: undefined })).toEqual(bad);
      expect(read('{}', signed('{}'), { webhookSecret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })).toEqual(bad);
    });

    it.each([
      ['scheduled', {}, 'QUEUED', null, null, null],
      ['sent', {}, 'SENT', null, null, null],
      ['delivery_delayed', {}, 'QUEUED', null, null, null],
      ['delivered', {}, 'DELIVERED', null, null, null],
      ['opened', {}, 'READ', null, null, null],
      ['clicked', { click: { link: 'https://store.example' } }, 'READ', null, null, null],
      ['complained', {}, 'DELIVERED', null, null, 'COMPLAINT'],
      ['failed', { failed: { reason: 'reached_daily_quota' } }, 'FAILED', null, 'reached_daily_quota', null],
      ['suppressed', { suppressed: { message: 'It bounced', type: 'x' } }, 'FAILED', null, 'It bounced', 'SUPPRESSED'],
      [
        'bounced',
        { bounce: { type: 'Permanent', subType: 'General', message: 'No such user' } },
        'FAILED',
        'Permanent/General',
        'No such user',
        'UNKNOWN_USER',
      ],
      [
        'bounced',
        { bounce: { type: 'Permanent', subType: 'Suppressed', message: 'On the list' } },
        'FAILED',
        'Permanent/Suppressed',
        'On the list',
        'SUPPRESSED',
      ],
      [
        'bounced',
        { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'Full' } },
        'FAILED',
        'Transient/MailboxFull',
        'Full',
        null,
      ],
    ])('read %s %j as %s', (status, data, stage, providerErrorCode, message, blocksContact) => {
      for (const tags of [{ errand_activity: activity }, [{ name: 'errand_activity', value: activity }]]) {
        const body = told(`email.${status}`, { ...data, tags });
        expect(read(body)).toEqual({
          kind: 'EVENTS',
          events: [
            {
              id: 'msg_1',
              activityId: activity,
              providerActivityId: 're-1',
              stage,
              externalStatus: status,
              providerErrorCode,
              message,
              occurredAt: new Date('2026-03-01T11:59:00.000Z'),
              blocksContact,
              raw: JSON.parse(body) as unknown,
            },
          ],
        });
      }
    });

    it.each([undefined, [], { errand_activity: 'theirs' }])(
      'know mail with the tags %j by Resend’s id, or as of others',
      (tags) => {
        expect(read(told('email.delivered', { tags }))).toMatchObject({
          events: [{ activityId: null, providerActivityId: 're-1', mayBeOfOthers: true }],
        });
      },
    );

    it.each([
      told('email.received'),
      told('contact.created'),
      told('constructor'),
      'null',
      '[]',
      '{"type":',
      '{"type":{}}',
    ])('take %s without an event', (body) => {
      expect(read(body)).toEqual(none);
    });
  });
});
