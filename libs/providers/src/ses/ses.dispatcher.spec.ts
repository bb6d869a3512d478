import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutboundHttp } from '@errand/outbound';
import startSes from 'aws-ses-v2-local';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import { callbackOf, mailPayload, mailSettings, recipient, sendMail, type TrialAccount, whole } from '../email-trial';
import { LoopbackProvider } from '../loopback-provider';
import { SesReceiver } from './ses-receiver';
import { SesDispatcher } from './ses.dispatcher';
import { signedHeaders } from './sigv4';
import { snsOriginOf } from './sns-messages';
import { SnsServer } from './sns-server';

const credentials = { accessKeyId: 'AKIDEXAMPLE5F1D', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCY' };
const sesSettings = { ...mailSettings, region: 'us-east-1' };

/** One whose SNS is on loopback. */
class LocalSes extends SesDispatcher {
  constructor(
    http: OutboundHttp,
    private readonly originOfSns: () => string,
  ) {
    super(http);
  }

  protected override snsOrigin(): string {
    return this.originOfSns();
  }
}

let snsHost: LoopbackProvider;
const originOfSns = () => snsHost.url;
const sns = new SnsServer(originOfSns);
beforeAll(async () => {
  snsHost = await LoopbackProvider.start();
});
beforeEach(() => {
  sns.confirmed.length = 0;
  snsHost.behave(sns.answer);
});
afterAll(() => snsHost.stop());

const activity = '0197a4a5-0000-7000-8000-000000000001';
const told = (event: object, tags: object | undefined = { errand_activity: [activity] }) =>
  JSON.stringify({ mail: { messageId: 'ses-1', timestamp: '2026-03-01T12:00:00.000Z', tags }, ...event });

describeDispatcher('SES', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new LocalSes(http, originOfSns),
  account: (url) => ({ baseUrl: url, credentials, settings: { ...sesSettings, topicArns: [sns.topic] } }),
  success: (providerId) => ({ status: 200, body: JSON.stringify({ MessageId: providerId }) }),
  idempotencyHeader: false,
  callbacks() {
    const message = (event: object, changes: object = {}, signer = sns.keys.privateKey) =>
      callbackOf(sns.message({ Message: told(event), MessageId: 'sns-1', ...changes }, signer), {});
    const [sent, delivered] = [{ eventType: 'Send' }, { eventType: 'Delivery' }];
    const bounced = { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } };
    const tampered = message(delivered).body.toString().replace('Delivery', 'Complaint');
    const theirs = 'arn:aws:sns:us-east-1:999999999999:theirs';
    return {
      genuine: [
        { callback: message(sent), stages: ['SENT'] },
        { callback: message(delivered), stages: ['DELIVERED'] },
        { callback: message({ eventType: 'Open' }), stages: ['READ'] },
        { callback: message(bounced), stages: ['FAILED'] },
        { callback: message({ eventType: 'WarmedUp' }), stages: [] },
      ],
      forged: [
        callbackOf(told(delivered), {}),
        callbackOf(tampered, {}),
        message(delivered, { TopicArn: theirs }),
        message(delivered, {}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      ],
    };
  },
});

describe('the signature of a request to AWS', () => {
  it('is that of AWS’s own library', () => {
    const signed = signedHeaders(
      'https://email.us-east-1.amazonaws.com/v2/email/outbound-emails',
      '{"a":1}',
      { accessKeyId: 'AKID', secretAccessKey: 'secret' },
      { region: 'us-east-1', service: 'ses', at: new Date('2026-11-26T00:00:00Z') },
    );
    expect(signed.signature).toBe('bd0c588197984383b33b3de170395036292a409ccfc896533710788f1756b2f5');
    expect(signed.headers).toMatchObject({
      host: 'email.us-east-1.amazonaws.com',
      'x-amz-date': '20261126T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKID/20261126/us-east-1/ses/aws4_request, ' +
        `SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature=${signed.signature}`,
    });
  });
});

describe('SES', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  let dispatcher: SesDispatcher;
  let receiver: SesReceiver;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
    dispatcher = new SesDispatcher(http);
  });
  beforeEach(() => {
    receiver = new SesReceiver({ ...credentials, region: 'us-east-1' }, ['orders@store.example']);
    provider.behave(receiver.answer);
  });
  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  const account = (settings: object = {}, given: object = credentials): TrialAccount => ({
    baseUrl: provider.url,
    credentials: given as Record<string, unknown>,
    settings: { ...sesSettings, ...settings },
  });

  it('sends one signed mail to one person, with the activity’s id', async () => {
    const id = randomUUID();
    const outcome = await sendMail(dispatcher, account({ configurationSet: 'errand' }), { id });
    expect(outcome).toMatchObject({ disposition: 'ACCEPTED', providerActivityId: 'ses-1', httpStatus: 200 });
    expect(receiver.mails).toEqual([
      {
        FromEmailAddress: '"Corner Store" <orders@store.example>',
        Destination: { ToAddresses: ['"Errand Probe" <probe@example.com>'] },
        Content: {
          Simple: {
            Subject: { Data: 'Order A-1', Charset: 'UTF-8' },
            Body: {
              Text: { Data: 'Hello Errand, your order A-1 is ready.', Charset: 'UTF-8' },
              Html: { Data: '<p>Hello Errand</p>', Charset: 'UTF-8' },
            },
          },
        },
        EmailTags: [{ Name: 'errand_activity', Value: id }],
        ConfigurationSetName: 'errand',
      },
    ]);
  });

  it('reaches SES in the region, unless another address is given', () => {
    const request = { payload: mailPayload(), body: '', rendered: { subject: 'a', text: 'b' } };
    const call = dispatcher.prepare({
      ...request,
      account: whole({ ...account({ region: 'eu-west-1' }), baseUrl: null }),
    });
    expect(call).toMatchObject({
      method: 'POST',
      url: 'https://email.eu-west-1.amazonaws.com/v2/email/outbound-emails',
      headers: { host: 'email.eu-west-1.amazonaws.com' },
    });
    expect(JSON.stringify(call)).not.toContain(credentials.secretAccessKey);
  });

  it.each(['/', '/ses', '/a%20b/(c)/?x=2&a=b%20c', '/ses/?a'])('signs for a base URL that ends in %s', async (path) => {
    expect(await sendMail(dispatcher, { ...account(), baseUrl: provider.url + path })).toMatchObject({
      disposition: 'ACCEPTED',
    });
  });

  it('sends the same body on every attempt', async () => {
    const payload = mailPayload();
    await sendMail(dispatcher, account(), { ...payload, attempt: 1 });
    await sendMail(dispatcher, account(), { ...payload, attempt: 2 });
    const [first, second] = provider.received.map(({ body }) => body);
    expect(first).toBe(second);
  });

  it('writes names and domains in ASCII, as headers must be', async () => {
    const name = 'Ñandú “Almacén” de la Señora Muñoz, 日本語 y más que no cabe en una palabra';
    const changes = recipient({ name, value: 'ana@ñandú.example' });
    await sendMail(dispatcher, account({ from: 'Almacén <orders@store.example>' }), changes);
    const [to = ''] = receiver.mails[0]?.Destination?.ToAddresses ?? [];
    expect(receiver.mails[0]?.FromEmailAddress).toBe('=?UTF-8?B?QWxtYWPDqW4=?= <orders@store.example>');
    const words = to.split(' ');
    expect(words.pop()).toBe('<ana@xn--and-6ma2c.example>');
    expect(words.every((word) => word.length <= 75)).toBe(true);
    expect(words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()).join('')).toBe(name);
  });

  it.each([
    ['a secret that is not the key’s', { ...credentials, secretAccessKey: 'other-secret' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { ...credentials, accessKeyId: 'AKIDOTHER' }, 'UnrecognizedClientException'],
  ])('holds the config for %s', async (_what, given, providerErrorCode) => {
    expect(await sendMail(dispatcher, account({}, given))).toMatchObject({
      disposition: 'MISCONFIGURED',
      scope: 'CONFIG',
      providerErrorCode,
    });
  });

  it('holds the config whose sender is not verified, and rejects a recipient who is not, in the sandbox', async () => {
    expect(await sendMail(dispatcher, account({ from: 'other@store.example' }))).toMatchObject({
      disposition: 'MISCONFIGURED',
      scope: 'CONFIG',
      providerErrorCode: 'MessageRejected',
      message: expect.stringContaining('other@store.example') as string,
    });
    const message =
      'Email address is not verified. The following identities failed the check in region US-EAST-1: probe@example.com';
    provider.behave(() => ({ status: 400, body: JSON.stringify({ __type: 'MessageRejected', message }) }));
    expect(await sendMail(dispatcher, account())).toMatchObject({ disposition: 'REJECTED', scope: 'RECIPIENT' });
  });

  it.each([
    [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.', 'RETRY', null],
    [429, 'TooManyRequestsException', 'Daily message quota exceeded.', 'RETRY', 3_600_000],
    [400, 'ThrottlingException', 'Rate exceeded', 'RETRY', null],
    [500, 'InternalFailure', 'no', 'RETRY', null],
    [503, 'ServiceUnavailable', 'no', 'RETRY', null],
    [502, null, '', 'UNCERTAIN', null],
    [400, 'MessageRejected', 'Message contains a virus', 'REJECTED', null],
    [400, 'BadRequestException', 'Illegal address', 'REJECTED', null],
    [400, 'SomethingNewException', 'no', 'REJECTED', null],
    [400, 'AccountSuspendedException', 'no', 'MISCONFIGURED', null],
    [400, 'SendingPausedException', 'no', 'MISCONFIGURED', null],
    [400, 'MailFromDomainNotVerifiedException', 'no', 'MISCONFIGURED', null],
    [404, 'NotFoundException', 'Configuration set <x> does not exist.', 'MISCONFIGURED', null],
    [400, 'LimitExceededException', 'no', 'MISCONFIGURED', null],
    [403, 'AccessDeniedException', 'no', 'MISCONFIGURED', null],
    [403, 'SignatureDoesNotMatch', 'no', 'MISCONFIGURED', null],
    [403, 'InvalidClientTokenId', 'no', 'MISCONFIGURED', null],
    [403, 'ExpiredTokenException', 'no', 'MISCONFIGURED', null],
    [400, 'RequestExpired', 'no', 'MISCONFIGURED', null],
    [403, null, '', 'MISCONFIGURED', null],
  ])('takes %d %s (%s) for %s, wherever it is named', async (status, type, message, disposition, retryAfterMs) => {
    const answers = [
      { headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/` }, body: JSON.stringify({ message }) },
      { body: JSON.stringify({ __type: `com.amazonaws.sesv2#${type}`, Message: message }) },
    ];
    for (const answer of type === null ? [{ body: '' }] : answers) {
      provider.behave(() => ({ status, ...answer }));
      expect(await sendMail(dispatcher, account())).toMatchObject({
        disposition,
        retryAfterMs,
        providerErrorCode: type,
        message: message === '' ? `HTTP ${status}` : `HTTP ${status}: ${message}`,
      });
    }
  });

  it('lets neither the secret nor a signature come back', async () => {
    for (const status of [200, 403]) {
      provider.behave(({ headers }) => ({
        status,
        body: JSON.stringify({ message: `${headers.authorization} ${credentials.secretAccessKey}` }),
      }));
      const shown = JSON.stringify(await sendMail(dispatcher, account()));
      const signature = /Signature=(\w{64})/.exec(String(provider.received[0]?.headers.authorization))?.[1] ?? '';
      expect(signature).not.toBe('');
      for (const secret of [signature, credentials.secretAccessKey]) expect(shown).not.toContain(secret);
    }
  });

  it('names what is wrong with an account', () => {
    const [definition] = dispatcher.channelDefinitions;
    const settings = {
      region: 'us-east-1.evil.example/',
      configurationSet: 'a b',
      topicArns: ['arn:aws:sns:us-east-1:123456789012:ok', 'arn:aws:sqs:us-east-1:123456789012:x'],
      from: 'nobody',
    };
    const given = account(settings, { ...credentials, accessKeyId: 'AKID/x' });
    expect(definition && readAccount(dispatcher, definition, given).problems.map(({ field }) => field)).toEqual([
      'settings.from',
      'credentials.accessKeyId',
      'settings.region',
      'settings.configurationSet',
      'settings.topicArns[1]',
    ]);
    for (const region of ['us-east-1', 'ap-southeast-2', 'us-gov-west-1', 'me-central-1']) {
      expect(definition && readAccount(dispatcher, definition, account({ region })).problems).toEqual([]);
    }
  });

  describe('against aws-ses-v2-local', () => {
    let server: Server;
    let baseUrl: string;

    beforeAll(async () => {
      server = await startSes({ host: '127.0.0.1', port: 0 });
      if (!server.listening) await once(server, 'listening');
      baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it('delivers a mail under the id that it answers', async () => {
      const outcome = await sendMail(dispatcher, { ...account(), baseUrl });
      const store = await http.request({ method: 'GET', url: `${baseUrl}/store`, timeoutMs: 5_000 });
      expect(outcome).toMatchObject({ disposition: 'ACCEPTED', httpStatus: 200 });
      expect((JSON.parse(store.body) as { emails: object[] }).emails).toMatchObject([
        {
          messageId: outcome.disposition === 'ACCEPTED' && outcome.providerActivityId,
          from: '"Corner Store" <orders@store.example>',
          destination: { to: ['"Errand Probe" <probe@example.com>'] },
          subject: 'Order A-1',
          body: { text: 'Hello Errand, your order A-1 is ready.', html: '<p>Hello Errand</p>' },
        },
      ]);
    });
  });

  describe('callbacks', () => {
    const bad = { kind: 'BAD_SIGNATURE' };
    const none = { kind: 'EVENTS', events: [] };
    let local: LocalSes;

    beforeEach(() => {
      local = new LocalSes(http, originOfSns);
    });

    const read = (body: string, how: { settings?: object; by?: SesDispatcher; receivedAt?: Date } = {}) => {
      const { settings = { topicArns: [sns.topic] }, by = local, receivedAt = new Date() } = how;
      const callback = callbackOf(body, { 'content-type': 'text/plain; charset=UTF-8' }, receivedAt);
      return by.readCallback(callback, whole(account(settings)), new AbortController().signal);
    };

    it.each(['1', '2'])('are believed with a signature of version %s, with and without a subject', async (version) => {
      const Message = told({ eventType: 'Delivery', delivery: {} });
      for (const subject of [{}, { Subject: 'Amazon SES' }]) {
        expect(await read(sns.message({ Message, SignatureVersion: version, ...subject }))).toMatchObject({
          kind: 'EVENTS',
          events: [{ activityId: activity }],
        });
      }
      // The certificate is fetched once.
      expect(snsHost.received).toHaveLength(1);
    });

    it('are not believed when anything of them is other than signed', async () => {
      const good = JSON.parse(sns.message({ Subject: 'x' })) as Record<string, string>;
      expect(await read(JSON.stringify(good))).toEqual(none);
      for (const member of ['Message', 'MessageId', 'Subject', 'Timestamp', 'Signature', 'SignatureVersion']) {
        const value = member === 'Timestamp' ? new Date(Date.now() - 1).toISOString() : '1';
        expect([member, await read(JSON.stringify({ ...good, [member]: value }))]).toEqual([member, bad]);
        if (member === 'Subject') continue;
        expect([member, await read(JSON.stringify({ ...good, [member]: undefined }))]).toEqual([member, bad]);
      }
      const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
      expect(await read(sns.message({}, other))).toEqual(bad);
      for (const body of ['', 'null', '[]', '{}', '{"Type":"constructor"}']) expect(await read(body)).toEqual(bad);
    });

    it('are those of the listed topics alone', async () => {
      const theirs = 'arn:aws:sns:us-east-1:999999999999:theirs';
      expect(await read(sns.message({ TopicArn: theirs }))).toEqual(bad);
      expect(await read(sns.message({ Type: 'SubscriptionConfirmation', TopicArn: theirs }))).toEqual(bad);
      expect(await read(sns.message(), { settings: { topicArns: [] } })).toEqual(bad);
      expect(await read(sns.message(), { settings: {} })).toEqual(bad);
      expect(snsHost.received).toEqual([]);
    });

    it('call nobody but SNS in the topic’s own region', async () => {
      expect(snsOriginOf('arn:aws:sns:eu-west-1:123456789012:x')).toBe('https://sns.eu-west-1.amazonaws.com');
      expect(snsOriginOf('arn:aws-cn:sns:cn-north-1:123456789012:x')).toBe('https://sns.cn-north-1.amazonaws.com.cn');
      const wrong = [
        'https://sns.us-east-1.amazonaws.com.evil.example/x.pem',
        'https://sns.us-east-2.amazonaws.com/x.pem',
        'http://sns.us-east-1.amazonaws.com/x.pem',
        'https://user@sns.us-east-1.amazonaws.com/x.pem',
        'https://sns.us-east-1.amazonaws.com:8443/x.pem',
        'https://sns.us-east-1.amazonaws.com/x.pem?y',
        'https://sns.us-east-1.amazonaws.com/x.txt',
        `${snsHost.url}/SimpleNotificationService-0.pem`,
        'x.pem',
      ];
      for (const SigningCertURL of wrong)
        expect(await read(sns.message({ SigningCertURL }), { by: dispatcher })).toEqual(bad);
      expect(snsHost.received).toEqual([]);
    });

    it('are not believed when they are old, or their certificate is', async () => {
      const minutes = (count: number) => new Date(Date.now() + count * 60_000);
      expect(await read(sns.message({ Timestamp: minutes(-60).toISOString() }))).toEqual(none);
      expect(await read(sns.message({ Timestamp: minutes(-80).toISOString() }))).toEqual(bad);
      expect(await read(sns.message({ Timestamp: minutes(20).toISOString() }))).toEqual(bad);
      expect(await read(sns.message({ Timestamp: 'then' }))).toEqual(bad);
      for (const receivedAt of [new Date('2050-06-01T00:00:00Z'), new Date('2019-06-01T00:00:00Z')]) {
        expect(await read(sns.message({ Timestamp: receivedAt.toISOString() }), { receivedAt })).toEqual(bad);
      }
    });

    it('fail, to be sent again, while the certificate cannot be had', async () => {
      snsHost.behave(() => ({ status: 503, body: '' }));
      await expect(read(sns.message())).rejects.toMatchObject({ name: 'OutboundError', status: 503 });
      snsHost.behave(() => ({ status: 404, body: '' }));
      expect(await read(sns.message())).toEqual(bad);
      snsHost.behave(() => ({ status: 200, body: 'no certificate' }));
      expect(await read(sns.message())).toEqual(bad);
      snsHost.behave(sns.answer);
      expect(await read(sns.message())).toEqual(none);
    });

    it('confirm the subscription of a listed topic', async () => {
      expect(await read(sns.message({ Type: 'SubscriptionConfirmation' }))).toEqual(none);
      expect(sns.confirmed).toEqual([sns.topic]);
      expect(await read(sns.message({ Type: 'UnsubscribeConfirmation' }))).toEqual(none);
      expect(sns.confirmed).toHaveLength(1);
    });

    it.each([
      'https://elsewhere.example/?Action=ConfirmSubscription',
      '?Action=DeleteTopic&TopicArn=arn:aws:sns:us-east-1:123456789012:errand',
      '?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-east-1:123456789012:other',
    ])('confirm nothing by the URL %s', async (url) => {
      const SubscribeURL = url.startsWith('?') ? `${snsHost.url}/${url}` : url;
      await expect(read(sns.message({ Type: 'SubscriptionConfirmation', SubscribeURL }))).rejects.toThrow(
        'SubscribeURL',
      );
      expect(sns.confirmed).toEqual([]);
    });

    it('fail, to be offered again, when SNS does not confirm', async () => {
      snsHost.behave((request) => (request.path.endsWith('.pem') ? sns.answer(request) : { status: 500, body: '' }));
      await expect(read(sns.message({ Type: 'SubscriptionConfirmation' }))).rejects.toMatchObject({
        name: 'OutboundError',
        status: 500,
      });
    });

    const bounce = (bounceType: string, bounceSubType: string, action?: string) => ({
      eventType: 'Bounce',
      bounce: {
        bounceType,
        bounceSubType,
        timestamp: '2026-03-01T12:05:00.000Z',
        bouncedRecipients: [{ emailAddress: 'a@b.example', action, diagnosticCode: 'smtp; 550 5.1.1 no' }],
      },
    });

    it.each([
      [{ eventType: 'Send', send: {} }, 'SENT', null, null],
      [{ eventType: 'DeliveryDelay', deliveryDelay: { delayType: 'MailboxFull' } }, 'QUEUED', 'MailboxFull', null],
      [{ eventType: 'Delivery', delivery: {} }, 'DELIVERED', null, null],
      [{ notificationType: 'Delivery', delivery: {} }, 'DELIVERED', null, null],
      [{ eventType: 'Open', open: {} }, 'READ', null, null],
      [{ eventType: 'Click', click: {} }, 'READ', null, null],
      [bounce('Permanent', 'General', 'failed'), 'FAILED', 'Permanent/General', 'UNKNOWN_USER'],
      [bounce('Permanent', 'NoEmail', 'failed'), 'FAILED', 'Permanent/NoEmail', 'UNKNOWN_USER'],
      [bounce('Permanent', 'Suppressed'), 'FAILED', 'Permanent/Suppressed', 'SUPPRESSED'],
      [bounce('Permanent', 'OnAccountSuppressionList'), 'FAILED', 'Permanent/OnAccountSuppressionList', 'SUPPRESSED'],
      [bounce('Permanent', 'UnsubscribedRecipient'), 'FAILED', 'Permanent/UnsubscribedRecipient', 'UNSUBSCRIBED'],
      [bounce('Transient', 'MailboxFull', 'failed'), 'FAILED', 'Transient/MailboxFull', null],
      [bounce('Transient', 'General', 'failed'), 'FAILED', 'Transient/General', null],
      [bounce('Transient', 'General'), 'QUEUED', 'Transient/General', null],
      [bounce('Undetermined', 'Undetermined'), 'FAILED', 'Undetermined/Undetermined', null],
      [{ eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } }, 'DELIVERED', 'abuse', 'COMPLAINT'],
      [
        { eventType: 'Complaint', complaint: { complaintSubType: 'OnAccountSuppressionList' } },
        'FAILED',
        'OnAccountSuppressionList',
        'COMPLAINT',
      ],
      [{ eventType: 'Reject', reject: { reason: 'Bad content' } }, 'FAILED', null, null],
      [{ eventType: 'Rendering Failure', failure: { errorMessage: 'x' } }, 'FAILED', null, null],
      [
        { eventType: 'Subscription', subscription: { newTopicPreferences: { unsubscribeAll: true } } },
        'READ',
        null,
        'UNSUBSCRIBED',
      ],
    ])('read %j as %s (%s), blocked: %s', async (event, stage, providerErrorCode, blocksContact) => {
      const body = sns.message({ Message: told(event) });
      const { MessageId, Timestamp } = JSON.parse(body) as { MessageId: string; Timestamp: string };
      expect(await read(body)).toEqual({
        kind: 'EVENTS',
        events: [
          {
            id: MessageId,
            activityId: activity,
            providerActivityId: 'ses-1',
            stage,
            externalStatus: Object.values(event)[0] as string,
            providerErrorCode,
            message:
              'bounce' in event
                ? 'smtp; 550 5.1.1 no'
                : 'reject' in event
                  ? 'Bad content'
                  : 'failure' in event
                    ? 'x'
                    : null,
            occurredAt: new Date('bounce' in event ? '2026-03-01T12:05:00.000Z' : Timestamp),
            blocksContact,
            raw: expect.objectContaining(event) as unknown,
          },
        ],
      });
    });

    it('find the mail of an identity’s own feedback, which has no tags, by SES’s id', async () => {
      const Message = told({ notificationType: 'Delivery', delivery: {}, mail: { messageId: 'ses-9' } });
      expect(await read(sns.message({ Message }))).toMatchObject({
        events: [{ activityId: null, providerActivityId: 'ses-9' }],
      });
    });

    it.each([{}, { errand_activity: ['theirs'] }])(
      'know mail with the tags %j by SES’s id, or as of others',
      async (tags) => {
        const Message = told({ eventType: 'Delivery', delivery: {} }, tags);
        expect(await read(sns.message({ Message }))).toMatchObject({
          events: [{ activityId: null, providerActivityId: 'ses-1', mayBeOfOthers: true }],
        });
      },
    );

    it.each([
      told({ eventType: 'Complaint', complaint: { complaintFeedbackType: 'not-spam' } }),
      told({ eventType: 'Subscription', subscription: { newTopicPreferences: { unsubscribeAll: false } } }),
      told({ eventType: 'SomethingNew' }),
      told({ eventType: 'toString' }),
      told({ eventType: 'Delivery', mail: undefined }),
      'Successfully validated SNS topic for Amazon SES event publishing.',
      'null',
    ])('take %s without an event', async (Message) => {
      expect(await read(sns.message({ Message }))).toEqual(none);
    });
  });
});
