import { createHmac } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import type { Channel, ContactType } from '@errand/vocabulary';
import type { ReceivedCallback, Stage } from '../callback';
import { readAccount } from '../channel-definitions';
import { describeDispatcher } from '../conformance';
import type { DispatchOutcome, FailedOutcome } from '../dispatcher';
import { type LoopbackAnswer, LoopbackProvider } from '../loopback-provider';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { TwilioDispatcher } from './twilio.dispatcher';
import { answerAsTwilio } from './twilio.receiver';

const accountSid = `AC${'0a'.repeat(16)}`;
const token = { accountSid, authToken: 'auth-token-93b1' };
const key = { ...token, apiKeySid: `SK${'1b'.repeat(16)}`, apiKeySecret: 'api-key-secret-77c2' };
const contentSid = `HX${'2c'.repeat(16)}`;
const messagingServiceSid = `MG${'3d'.repeat(16)}`;
const from = '+15005550006';

const settings: Partial<Record<Channel, Record<string, unknown>>> = {
  SMS: { from, body: 'Ref {{attributes.reference}}' },
  WHATSAPP: { from, contentSid, contentVariables: { 1: '{{attributes.reference}}', 2: '{{commerce.name}}' } },
  CALLCENTER: { from, say: 'Ref {{attributes.reference}}', language: 'es-MX' },
};

describeDispatcher('TWILIO', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new TwilioDispatcher(http),
  account: (url, channel) => ({ baseUrl: url, credentials: key, settings: settings[channel] ?? {} }),
  success: (providerId) => ({ status: 201, body: JSON.stringify({ sid: providerId, status: 'queued' }) }),
  idempotencyHeader: false,
  callbacks({ callbackUrl }) {
    const url = `${callbackUrl}?activity=0197a4a5-0000-7000-8000-000000000001`;
    const message = (status: string) => ({ AccountSid: accountSid, MessageSid: 'SM1', MessageStatus: status });
    const call = (status: string) => ({ AccountSid: accountSid, CallSid: 'CA1', CallStatus: status });
    const genuine = (fields: Record<string, string>, ...stages: Stage[]) => ({ callback: told(url, fields), stages });
    const delivered = message('delivered');
    return {
      genuine: [
        genuine(message('sent'), 'SENT'),
        genuine(delivered, 'DELIVERED'),
        genuine(message('read'), 'READ'),
        genuine(call('no-answer'), 'FAILED'),
        genuine(message('receiving')),
      ],
      forged: [
        { ...told(url, delivered), headers: {} },
        { ...told(url, delivered), url: url.replace('activity=0', 'activity=1') },
        { ...told(url, delivered), body: told(url, message('failed')).body },
        told(url, delivered, 'another-token'),
        // The key signs calls to Twilio, not those from there.
        told(url, delivered, key.apiKeySecret),
      ],
    };
  },
});

/** A callback as Twilio signs it: HMAC-SHA1 over the URL and the fields in the order of their names. */
function told(url: string, fields: Record<string, string>, authToken = key.authToken): ReceivedCallback {
  const signed = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const signature = createHmac('sha1', authToken)
    .update(url + signed.flat().join(''))
    .digest('base64');
  return {
    ...{ method: 'POST', url, query: Object.fromEntries(new URL(url).searchParams), receivedAt: new Date() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  };
}

interface Sending {
  channel?: Channel;
  settings?: Record<string, unknown>;
  credentials?: Record<string, unknown>;
  recipient?: string;
  contactType?: ContactType;
  attributes?: Record<string, unknown>;
  callbackUrl?: string | null;
  /** In place of what Twilio would answer. */
  answer?: LoopbackAnswer;
}

describe('TWILIO', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  let dispatcher: TwilioDispatcher;

  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
    dispatcher = new TwilioDispatcher(http);
  });

  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  /** One call as Errand makes it, to a server that takes what Twilio takes. */
  async function send(sending: Sending = {}) {
    const { channel = 'SMS', credentials = token, attributes = {}, recipient, answer, callbackUrl = null } = sending;
    const [user, password] =
      'apiKeySid' in credentials ? [key.apiKeySid, key.apiKeySecret] : [accountSid, token.authToken];
    provider.behave((request) => answer ?? answerAsTwilio(request, { accountSid, user, password }));
    const sample = samplePayload(channel, 'MESSAGE');
    const payload = { ...sample, attributes: { ...sample.attributes, reference: 'R-1', ...attributes } };
    if (payload.recipient) {
      payload.recipient = {
        ...payload.recipient,
        value: recipient ?? payload.recipient.value,
        type: sending.contactType ?? payload.recipient.type,
      };
    }
    const account = {
      ...{ id: 'a', baseUrl: provider.url, credentials, timeoutMs: 5_000, callbackUrl },
      settings: sending.settings ?? settings[channel] ?? {},
    };
    const request = { payload, body: JSON.stringify(payload), account };
    const outcome = await runDispatcher(dispatcher, request, new AbortController().signal);
    const [received] = provider.received;
    return { outcome, payload, received, form: [...new URLSearchParams(received?.body)] };
  }

  describe('a message', () => {
    it('is a form with the account’s token', async () => {
      const { outcome, form, received } = await send();
      expect(outcome).toMatchObject({
        disposition: 'ACCEPTED',
        providerActivityId: expect.stringMatching(/^SM/) as string,
      });
      expect(received).toMatchObject({
        method: 'POST',
        path: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(form).toEqual([
        ['To', '+12025550100'],
        ['From', from],
        ['Body', 'Ref R-1'],
      ]);
    });

    it('goes to Twilio unless the config says where else', () => {
      const payload = samplePayload('SMS', 'MESSAGE');
      const account = { id: 'a', baseUrl: null, credentials: token, settings: { from }, timeoutMs: 1 };
      const { url, text } = dispatcher.prepare({ payload, body: '', account, rendered: { body: 'It’s' } });
      expect(text).toBe("It's");
      expect(url).toBe(`https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`);
    });

    it('is authenticated with the API key where there is one', async () => {
      expect((await send({ credentials: key })).outcome).toMatchObject({ disposition: 'ACCEPTED' });
    });

    it('names the service, how long it is good for, and where to tell of it', async () => {
      const callbackUrl = 'https://errand.example.com/callbacks/t-1';
      const { outcome, form, payload } = await send({
        settings: { messagingServiceSid, body: 'Hi', validitySeconds: 600 },
        callbackUrl,
      });
      expect(outcome).toMatchObject({ disposition: 'ACCEPTED' });
      expect(form).toEqual([
        ['To', '+12025550100'],
        ['MessagingServiceSid', messagingServiceSid],
        ['Body', 'Hi'],
        ['ValidityPeriod', '600'],
        ['StatusCallback', `${callbackUrl}?activity=${payload.id}#rc=5&rp=ct,rt,5xx`],
      ]);
    });

    it.each([
      [false, 'Está listo, "Ñandú" & Co: 50% + €'],
      [true, 'Esta listo, "Ñandu" & Co: 50% + €'],
    ])('is sent in plain signs, and with transliterate %s as %s', async (transliterate, sent) => {
      const body = 'Está\u00a0listo, “Ñandú” & Co: 50% + €';
      const { form } = await send({ settings: { from, body, transliterate } });
      expect(form).toContainEqual(['Body', sent]);
    });

    it.each([
      [{ attributes: { reference: ' ' }, settings: { from, body: '{{attributes.reference}}\n' } }, /settings\.body/],
      [{ settings: { from, body: 'x'.repeat(1601) } }, /body comes to 1601 characters/],
      [{ settings: { from, body: '{{attributes.missing}}' } }, /attributes\.missing/],
    ])('is not sent when there is nothing that could be: %#', async (sending, message) => {
      const { outcome, received } = await send(sending);
      expect(received).toBeUndefined();
      expect(outcome).toMatchObject({
        disposition: 'REJECTED',
        code: 'TEMPLATE_FAILED',
        message: expect.stringMatching(message) as string,
      });
    });

    it.each(['SMS', 'WHATSAPP', 'CALLCENTER'] as const)(
      'is not sent to a number that is not E.164: %s',
      async (channel) => {
        for (const recipient of ['9 1234 5678', '56911112222', '+0911112222']) {
          const { outcome, received } = await send({ channel, recipient });
          expect(received).toBeUndefined();
          expect(outcome).toMatchObject({ disposition: 'REJECTED', code: 'NO_RECIPIENT' });
        }
      },
    );
  });

  describe('a WhatsApp message', () => {
    it('is a template with its variables as JSON, each on one line', async () => {
      const { outcome, form } = await send({ channel: 'WHATSAPP', attributes: { reference: 'a "b"\n\t c      d' } });
      expect(outcome).toMatchObject({ disposition: 'ACCEPTED' });
      expect(form).toEqual([
        ['To', 'whatsapp:+12025550100'],
        ['From', `whatsapp:${from}`],
        ['ContentSid', contentSid],
        ['ContentVariables', JSON.stringify({ 1: 'a "b" c d', 2: 'Errand probe store' })],
      ]);
    });

    it('is not sent with a variable that says nothing: Twilio would fill in a sample', async () => {
      const { outcome, received } = await send({ channel: 'WHATSAPP', attributes: { reference: '\n' } });
      expect(received).toBeUndefined();
      expect(outcome).toMatchObject({
        code: 'TEMPLATE_FAILED',
        message: expect.stringContaining('contentVariables.1') as string,
      });
    });

    it('is not sent with a variable that is longer than WhatsApp takes', async () => {
      const { outcome, received } = await send({ channel: 'WHATSAPP', attributes: { reference: 'x'.repeat(1_025) } });
      expect(received).toBeUndefined();
      expect(outcome).toMatchObject({
        code: 'TEMPLATE_FAILED',
        message: expect.stringContaining('contentVariables.1 comes to 1025 characters') as string,
      });
      const attributes = { reference: 'x'.repeat(1_024) };
      expect((await send({ channel: 'WHATSAPP', attributes })).outcome).toMatchObject({ disposition: 'ACCEPTED' });
    });

    it('is plain text, by whichever spelling of the sender', async () => {
      for (const sender of [from, `whatsapp:${from}`]) {
        const { outcome, form } = await send({ channel: 'WHATSAPP', settings: { from: sender, body: 'It’s here' } });
        expect(outcome).toMatchObject({ disposition: 'ACCEPTED' });
        expect(form.slice(1)).toEqual([
          ['From', `whatsapp:${from}`],
          ['Body', 'It’s here'],
        ]);
      }
    });

    it('tells its callback the kind of contact', async () => {
      const { form, payload } = await send({
        channel: 'WHATSAPP',
        contactType: 'PHONE',
        callbackUrl: 'https://e.example.com/c',
      });
      expect(form).toContainEqual([
        'StatusCallback',
        `https://e.example.com/c?activity=${payload.id}&contact=PHONE#rc=5&rp=ct,rt,5xx`,
      ]);
    });
  });

  describe('a call', () => {
    it('says what it has to in XML, and asks to be told of every step', async () => {
      const callbackUrl = 'https://errand.example.com/callbacks/t-1';
      const { outcome, form, payload, received } = await send({
        channel: 'CALLCENTER',
        settings: { from, say: 'Rojas & Co <{{attributes.reference}}>', language: 'es-MX' },
        attributes: { reference: '"</Say>"\u0007' },
        callbackUrl,
      });
      expect(outcome).toMatchObject({
        disposition: 'ACCEPTED',
        providerActivityId: expect.stringMatching(/^CA/) as string,
      });
      expect(received?.path).toBe(`/2010-04-01/Accounts/${accountSid}/Calls.json`);
      expect(form).toEqual([
        ['To', '+12025550100'],
        ['From', from],
        ['Twiml', '<Response><Say language="es-MX">Rojas &amp; Co &lt;&quot;&lt;/Say&gt;&quot;&gt;</Say></Response>'],
        ['StatusCallback', `${callbackUrl}?activity=${payload.id}#rc=5&rp=ct,rt,5xx`],
        ...['initiated', 'ringing', 'answered', 'completed'].map((event) => ['StatusCallbackEvent', event]),
      ]);
    });

    it('is TwiML of its own, with what is inserted escaped', async () => {
      const twiml = '<Response><Dial>{{attributes.reference}}</Dial></Response>';
      const { form } = await send({
        channel: 'CALLCENTER',
        settings: { from, twiml },
        attributes: { reference: '<&' },
      });
      expect(form).toContainEqual(['Twiml', '<Response><Dial>&lt;&amp;</Dial></Response>']);
    });

    it.each([
      ['<Response>{% if true %}<Say>{% endif %}</Response>', /closes <Response> at line 1, column 16/],
      [`<Response><Say>${'x'.repeat(4000)}</Say></Response>`, /comes to \d+ characters/],
    ])('is not made with TwiML that Twilio cannot take: %#', async (twiml, message) => {
      const { outcome, received } = await send({ channel: 'CALLCENTER', settings: { from, twiml } });
      expect(received).toBeUndefined();
      expect(outcome).toMatchObject({ code: 'TEMPLATE_FAILED', message: expect.stringMatching(message) as string });
    });
  });

  describe('what follows from a code', () => {
    // As providers.md and Twilio’s error dictionary have them.
    const sms = {
      RETRY: [20429, 14107, 20500, 20503, 21611],
      REJECTED: [21211, 21214, 21217, 21401, 21421, 21610, 21612, 21614, 21602, 21617, 21620, 21623],
      MISCONFIGURED: [
        10001, 20003, 20005, 20008, 21212, 21408, 21601, 21603, 21606, 21608, 21609, 21703, 21704, 21705, 30002, 20404,
      ],
    };
    const whatsapp = {
      RETRY: [63017, 63018, 63010, 63012, 63019],
      REJECTED: [63003, 63005, 63013, 63014, 63016, 63021, 63024, 63028, 63030, 63031, 63032, 63033, 63034, 21656],
      MISCONFIGURED: [63001, 63002, 63007, 63008, 63015, 63020, 63022, 63027, 63038, 63041, 21654, 21655],
    };
    const calls = {
      RETRY: [20429, 10004],
      REJECTED: [21201, 21211, 21214, 21216, 21217, 13223, 13224, 13225],
      MISCONFIGURED: [21203, 21205, 21210, 21212, 21215, 21218, 21219, 13227],
    };
    const table = Object.entries({ SMS: sms, WHATSAPP: whatsapp, CALLCENTER: calls }).flatMap(([channel, classes]) =>
      Object.entries(classes).flatMap(([disposition, codes]) =>
        codes.map((code) => [channel as Channel, code, disposition] as const),
      ),
    );
    const refusing = (code: number | undefined, status = 400): LoopbackAnswer => ({
      status,
      body: JSON.stringify({ code, message: `no ${code}`, more_info: 'https://www.twilio.com/docs', status }),
    });

    it.each(table)('%s %d: %s', async (channel, code, disposition) => {
      // The code decides, not the status that it comes with.
      for (const status of [400, 401, 404]) {
        const { outcome } = await send({ channel, answer: refusing(code, status) });
        expect(outcome).toMatchObject({
          ...{ disposition, code: 'PROVIDER_REJECTED', providerErrorCode: String(code), httpStatus: status },
          message: `HTTP ${status}: no ${code}`,
        });
      }
    });

    it.each([
      [400, 'REJECTED'],
      [401, 'MISCONFIGURED'],
      [403, 'MISCONFIGURED'],
      [429, 'RETRY'],
      [500, 'RETRY'],
      [503, 'RETRY'],
    ])('goes by the status %d of a code that nobody knows: %s', async (status, disposition) => {
      for (const code of [99999, undefined]) {
        expect((await send({ answer: refusing(code, status) })).outcome).toMatchObject({ disposition });
      }
    });

    it.each([
      [20429, 429, 'CONFIG'],
      [21611, 400, 'CONFIG'],
      [20503, 400, 'CONFIG'],
      [63018, 429, 'RECIPIENT'],
      [63019, 400, 'RECIPIENT'],
      [21211, 400, 'RECIPIENT'],
      [20003, 401, 'CONFIG'],
    ])('%d with HTTP %d is the trouble of %s', async (code, status, scope) => {
      expect((await send({ answer: refusing(code, status) })).outcome).toMatchObject({ scope });
    });

    it('blocks the contact of whoever opted out, and an unknown WhatsApp account', async () => {
      const blocked = async (code: number, contactType: ContactType, channel: Channel = 'WHATSAPP') =>
        ((await send({ channel, contactType, answer: refusing(code) })).outcome as FailedOutcome).blocksContact ?? null;
      expect(await blocked(21610, 'PHONE', 'SMS')).toBe('OPTED_OUT');
      expect(await blocked(63003, 'WHATSAPP')).toBe('UNKNOWN_USER');
      // The number may be good for all else.
      expect(await blocked(63003, 'PHONE')).toBeNull();
      expect(await blocked(21614, 'PHONE', 'SMS')).toBeNull();
    });
  });

  it.each([
    ['+15005550001', 'REJECTED', '21211'],
    ['+15005550002', 'REJECTED', '21612'],
    ['+15005550003', 'MISCONFIGURED', '21408'],
    ['+15005550004', 'REJECTED', '21610'],
    ['+15005550009', 'REJECTED', '21614'],
  ])('understands the magic number %s: %s', async (recipient, disposition, providerErrorCode) => {
    expect((await send({ recipient })).outcome).toMatchObject({ disposition, providerErrorCode });
  });

  it.each([
    ['+15005550001', 'MISCONFIGURED', '21212'],
    ['+15005550007', 'MISCONFIGURED', '21606'],
    ['+15005550008', 'RETRY', '21611'],
  ])('understands the magic sender %s: %s', async (sender, disposition, providerErrorCode) => {
    const { outcome } = await send({ settings: { from: sender, body: 'Hi' } });
    expect(outcome).toMatchObject({ disposition, providerErrorCode, scope: 'CONFIG' });
  });

  it('is MISCONFIGURED with a wrong token, or an account that is not there', async () => {
    const wrong = { accountSid, authToken: 'another-token-1' };
    expect((await send({ credentials: wrong })).outcome).toMatchObject({
      disposition: 'MISCONFIGURED',
      providerErrorCode: '20003',
    });
    const elsewhere = { ...token, accountSid: `AC${'ff'.repeat(16)}` };
    expect((await send({ credentials: elsewhere })).outcome).toMatchObject({
      disposition: 'MISCONFIGURED',
      providerErrorCode: '20404',
    });
  });

  it('shows neither a credential nor the Basic form of any, whatever comes back', async () => {
    for (const credentials of [token, key]) {
      const basic = Buffer.from(`${accountSid}:${token.authToken}`).toString('base64');
      const keyed = Buffer.from(`${key.apiKeySid}:${key.apiKeySecret}`).toString('base64');
      const secrets = [token.authToken, key.apiKeySecret, basic, keyed];
      const shown: DispatchOutcome[] = [];
      for (const status of [201, 400, 401, 500]) {
        const echo = `${JSON.stringify(credentials)} ${basic} ${keyed}`;
        const body = JSON.stringify({ sid: basic, code: basic, message: echo });
        shown.push((await send({ credentials: key, answer: { status, body } })).outcome);
        shown.push((await send({ credentials: key, answer: { status, body: echo } })).outcome);
      }
      for (const secret of secrets) expect(JSON.stringify(shown)).not.toContain(secret);
    }
  });

  describe('an account', () => {
    const problemsOf = (
      channel: Channel,
      of: Record<string, unknown>,
      credentials: Record<string, unknown> = token,
    ) => {
      const definition = dispatcher.channelDefinitions.find((known) => known.channel === channel);
      if (!definition) throw new Error(`no ${channel}`);
      return readAccount(dispatcher, definition, { credentials, settings: of }).problems.map(
        ({ field, message }) => `${field} ${message}`,
      );
    };

    it.each<[Channel, Record<string, unknown>, string[]]>([
      ['SMS', { messagingServiceSid, body: 'x' }, []],
      ['SMS', { from: '12345', body: 'x', validitySeconds: 36_000 }, []],
      ['SMS', { from: 'Corner Shop', body: 'x', messagingServiceSid: '' }, []],
      ['SMS', { body: 'x' }, ['settings.from is required, or messagingServiceSid in its place']],
      [
        'SMS',
        { from, messagingServiceSid, body: 'x' },
        ['settings.messagingServiceSid must not be given together with from'],
      ],
      [
        'SMS',
        { from: 'twelve chars', body: 'x' },
        ['settings.from must be a number such as +12025550100, a short code, or up to 11 letters and digits'],
      ],
      ['SMS', { from, body: 'x', validitySeconds: 0 }, ['settings.validitySeconds must be between 1 and 36000']],
      ['SMS', { from, body: 'x', validitySeconds: 36_001 }, ['settings.validitySeconds must be between 1 and 36000']],
      [
        'SMS',
        { messagingServiceSid: 'MG1', body: 'x' },
        ['settings.messagingServiceSid must be MG and 32 hexadecimal digits'],
      ],
      ['WHATSAPP', { from: `whatsapp:${from}`, body: 'x' }, []],
      ['WHATSAPP', { from, contentSid }, []],
      ['WHATSAPP', { from: '12345', body: 'x' }, ['settings.from must be a number such as +12025550100']],
      ['WHATSAPP', { from }, ['settings.contentSid is required, or body in its place']],
      ['WHATSAPP', { from, contentSid, body: 'x' }, ['settings.body must not be given together with contentSid']],
      [
        'WHATSAPP',
        { from, body: 'x', contentVariables: { 1: 'a' } },
        ['settings.contentVariables is only used with contentSid'],
      ],
      ['WHATSAPP', { from, contentSid: 'HX1' }, ['settings.contentSid must be HX and 32 hexadecimal digits']],
      ['CALLCENTER', { from, twiml: '<Response/>' }, []],
      ['CALLCENTER', { from }, ['settings.say is required, or twiml in its place']],
      ['CALLCENTER', { from, say: 'x' }, ['settings.language is required with say']],
      ['CALLCENTER', { from, say: 'x', language: 'Spanish!' }, ['settings.language must be a language such as es-MX']],
      [
        'CALLCENTER',
        { from, say: 'x', language: 'es', twiml: '<Response/>' },
        ['settings.twiml must not be given together with say'],
      ],
      ['CALLCENTER', { from, twiml: '<Response/>', language: 'es' }, ['settings.language is only used with say']],
      ['CALLCENTER', { from, twiml: '<Response>' }, ['settings.twiml does not close <Response>']],
      [
        'CALLCENTER',
        { from: 'Shop', say: 'x', language: 'es' },
        ['settings.from must be a number such as +12025550100'],
      ],
    ])('for %s with %j: %j', (channel, of, problems) => {
      expect(problemsOf(channel, of)).toEqual(problems);
    });

    it('has both parts of an API key or none, and SIDs of their form', () => {
      const sms = { from, body: 'x' };
      expect(problemsOf('SMS', sms, key)).toEqual([]);
      expect(problemsOf('SMS', sms, { ...token, apiKeySid: key.apiKeySid })).toEqual([
        'credentials.apiKeySecret is required with apiKeySid',
      ]);
      expect(problemsOf('SMS', sms, { ...token, apiKeySecret: 's' })).toEqual([
        'credentials.apiKeySid is required with apiKeySecret',
      ]);
      expect(problemsOf('SMS', sms, { accountSid: `${accountSid}/..`, authToken: 'a b' })).toEqual([
        'credentials.accountSid must be AC and 32 hexadecimal digits',
        'credentials.authToken must be visible ASCII characters',
      ]);
    });
  });
});
