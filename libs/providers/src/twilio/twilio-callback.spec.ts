import { createHash, createHmac } from 'node:crypto';
import type { ProviderEvent, ReceivedCallback } from '../callback';
import { OutboundHttp } from '@errand/outbound';
import { TwilioDispatcher } from './twilio.dispatcher';

const authToken = '12345';
const receivedAt = new Date('2026-03-04T05:06:07.000Z');
const url = 'https://errand.example.com/callbacks/t-1?activity=a-1';

let http: OutboundHttp;
beforeAll(() => {
  http = new OutboundHttp({ allowCidrs: [] });
});
afterAll(() => http.close());

function read(callback: Partial<ReceivedCallback>) {
  const whole: ReceivedCallback = {
    ...{ method: 'POST' as const, url, headers: {}, body: Buffer.alloc(0), receivedAt },
    query: Object.fromEntries(new URL(callback.url ?? url).searchParams),
    ...callback,
  };
  const account = { id: 'a', baseUrl: null, credentials: { authToken }, settings: {}, timeoutMs: 1 };
  return new TwilioDispatcher(http).readCallback(whole, account);
}

function sign(signed: string): string {
  return createHmac('sha1', authToken).update(signed).digest('base64');
}

/** A callback of a form as Twilio sends it: signed over the URL and the fields in order. */
function told(fields: Record<string, string>, of: { url?: string; signedUrl?: string; signature?: string } = {}) {
  const names = Object.keys(fields).sort();
  const signed = (of.signedUrl ?? of.url ?? url) + names.map((name) => name + fields[name]).join('');
  return read({
    url: of.url ?? url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': of.signature ?? sign(signed),
    },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  });
}

function eventOf(fields: Record<string, string>, of = {}): ProviderEvent | undefined {
  const reading = told(fields, of);
  if (reading.kind !== 'EVENTS') throw new Error(reading.kind);
  expect(reading.events.length).toBeLessThanOrEqual(1);
  return reading.events[0];
}

const message = {
  MessageSid: 'SM1',
  MessageStatus: 'delivered',
  AccountSid: 'AC1',
  To: '+12025550100',
  From: '+12025550101',
};

describe('the signature of Twilio', () => {
  it('is the one of Twilio’s documents', () => {
    const reading = read({
      url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
      headers: { 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
      body: Buffer.from(
        'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212',
      ),
    });
    expect(reading.kind).toBe('EVENTS');
  });

  it.each([
    ['https://errand.example.com/c?activity=a', 'https://errand.example.com:443/c?activity=a'],
    ['https://errand.example.com:443/c?activity=a', 'https://errand.example.com/c?activity=a'],
    ['http://errand.example.com/c?activity=a', 'http://errand.example.com:80/c?activity=a'],
    ['https://[2001:db8::1]/c', 'https://[2001:db8::1]:443/c'],
    ['https://errand.example.com:8443/c', 'https://errand.example.com:8443/c'],
  ])('is with or without the standard port: %s, %s', (called, signedUrl) => {
    expect(told(message, { url: called, signedUrl }).kind).toBe('EVENTS');
  });

  it('is not with or without another port, nor over another URL', () => {
    for (const signedUrl of [
      'https://errand.example.com:8443/callbacks/t-1?activity=a-1',
      'https://errand.example.com/callbacks/t-1?activity=a-2',
      'http://errand.example.com/callbacks/t-1?activity=a-1',
    ]) {
      expect(told(message, { signedUrl }).kind).toBe('BAD_SIGNATURE');
    }
    expect(told(message, { url: 'https://e.example.com:8443/c', signedUrl: 'https://e.example.com/c' }).kind).toBe(
      'BAD_SIGNATURE',
    );
  });

  it('counts a value that comes twice under one name once, in order', () => {
    const signature = sign(`${url}MediaAMediaBMessageSidSM1MessageStatussent`);
    const body = Buffer.from('Media=B&MessageStatus=sent&Media=A&MessageSid=SM1&Media=B');
    expect(read({ body, headers: { 'x-twilio-signature': signature } })).toMatchObject({ events: [{ stage: 'SENT' }] });
  });

  it('is over the bytes: a changed, added or missing field is not signed', () => {
    const signature = sign(
      url +
        Object.keys(message)
          .sort()
          .map((name) => name + message[name as keyof typeof message])
          .join(''),
    );
    expect(told(message, { signature }).kind).toBe('EVENTS');
    const { To: _, ...less } = message;
    for (const fields of [{ ...message, MessageStatus: 'failed' }, { ...message, Extra: '' + 'x' }, less]) {
      expect(told(fields, { signature }).kind).toBe('BAD_SIGNATURE');
    }
    for (const wrong of ['', 'x', signature.toLowerCase(), `${signature}=`]) {
      expect(told(message, { signature: wrong }).kind).toBe('BAD_SIGNATURE');
    }
    expect(read({ body: Buffer.from('MessageSid=SM1&MessageStatus=sent') }).kind).toBe('BAD_SIGNATURE');
  });

  it('is over the URL alone where that has the SHA-256 of the body', () => {
    const body = Buffer.from('{"MessageSid":"SM1","MessageStatus":"sent","ErrorCode":30005,"Nothing":null}');
    const signed = `${url}&bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': sign(signed) };
    expect(read({ url: signed, headers, body })).toMatchObject({
      kind: 'EVENTS',
      events: [{ providerActivityId: 'SM1', stage: 'SENT', providerErrorCode: '30005' }],
    });
    expect(read({ url: signed, headers, body: Buffer.from(`${body.toString()} `) }).kind).toBe('BAD_SIGNATURE');
  });
});

describe('what Twilio tells', () => {
  it.each([
    ['accepted', 'QUEUED'],
    ['scheduled', 'QUEUED'],
    ['queued', 'QUEUED'],
    ['sending', 'QUEUED'],
    ['sent', 'SENT'],
    ['delivered', 'DELIVERED'],
    ['read', 'READ'],
    ['undelivered', 'FAILED'],
    ['failed', 'FAILED'],
    ['canceled', 'FAILED'],
  ])('of a message that is %s: %s', (MessageStatus, stage) => {
    const fields = { ...message, MessageStatus };
    expect(eventOf(fields)).toEqual({
      id: `SM1:${MessageStatus}`,
      activityId: 'a-1',
      providerActivityId: 'SM1',
      stage,
      externalStatus: MessageStatus,
      providerErrorCode: null,
      message: null,
      occurredAt: receivedAt,
      blocksContact: null,
      raw: fields,
    });
  });

  it.each([
    ['queued', 'QUEUED'],
    ['initiated', 'SENT'],
    ['ringing', 'SENT'],
    ['in-progress', 'SENT'],
    ['completed', 'DELIVERED'],
    ['busy', 'FAILED'],
    ['no-answer', 'FAILED'],
    ['failed', 'FAILED'],
    ['canceled', 'FAILED'],
  ])('of a call that is %s: %s', (CallStatus, stage) => {
    expect(eventOf({ CallSid: 'CA1', CallStatus, CallDuration: '12' })).toMatchObject({
      ...{ id: `CA1:${CallStatus}`, stage, externalStatus: CallStatus, providerActivityId: 'CA1' },
    });
  });

  it('takes a time that it has named, unless that is to come', () => {
    const at = (Timestamp: string) => eventOf({ CallSid: 'CA1', CallStatus: 'busy', Timestamp })?.occurredAt;
    expect(at('Wed, 04 Mar 2026 05:05:00 +0000')).toEqual(new Date('2026-03-04T05:05:00.000Z'));
    for (const other of ['Wed, 04 Mar 2027 05:05:00 +0000', 'yesterday']) expect(at(other)).toEqual(receivedAt);
  });

  it.each([
    ...[30001, 30003, 30004, 30006, 30007, 30008, 30010, 30011, 30017, 30018, 30019, 30022, 30023, 30024, 30027],
    ...[30032, 30410, 63016, 63018],
  ])('fails for good, the address staying good: %d', (code) => {
    const event = eventOf({ ...message, MessageStatus: 'undelivered', ErrorCode: String(code), ErrorMessage: 'why' });
    expect(event).toMatchObject({
      ...{
        id: `SM1:undelivered:${code}`,
        stage: 'FAILED',
        providerErrorCode: String(code),
        message: 'why',
        blocksContact: null,
      },
    });
  });

  it.each([
    ['21610', undefined, 'OPTED_OUT'],
    ['30005', undefined, 'UNKNOWN_USER'],
    ['63003', 'WHATSAPP', 'UNKNOWN_USER'],
    ['63003', 'PHONE', null],
    ['63003', undefined, null],
  ])('blocks the address by %s of a contact %s: %s', (ErrorCode, contact, reason) => {
    const of = contact === undefined ? {} : { url: `${url}&contact=${contact}` };
    expect(eventOf({ ...message, MessageStatus: 'failed', ErrorCode }, of)).toMatchObject({ blocksContact: reason });
  });

  it('is nothing where the status is new, or it is not of what we sent', () => {
    expect(eventOf({ ...message, MessageStatus: 'partially_delivered' })).toBeUndefined();
    expect(eventOf({ MessageSid: 'SM2', SmsStatus: 'received', Body: 'STOP' })).toBeUndefined();
    expect(eventOf({})).toBeUndefined();
  });

  it('is of no activity where the URL does not name one', () => {
    expect(eventOf(message, { url: 'https://errand.example.com/callbacks/t-1' })).toMatchObject({ activityId: null });
  });
});
