import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { LoopbackAnswer, ReceivedRequest } from '../loopback-provider';

/** Amazon SNS as its developer guide describes it: it signs messages, shows its certificate and confirms subscriptions. */
export class SnsServer {
  readonly confirmed: string[] = [];
  readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly topic = 'arn:aws:sns:us-east-1:123456789012:errand';
  private readonly pem = certificateOf(this.keys.privateKey);

  constructor(private readonly origin: () => string) {}

  readonly answer = ({ method, path }: ReceivedRequest): LoopbackAnswer => {
    const url = new URL(path, this.origin());
    if (method !== 'GET') return { status: 405, body: '' };
    if (url.pathname === '/SimpleNotificationService-0.pem') return { status: 200, body: this.pem };
    if (url.searchParams.get('Action') !== 'ConfirmSubscription') return { status: 404, body: '' };
    this.confirmed.push(url.searchParams.get('TopicArn') ?? '');
    return { status: 200, body: '<ConfirmSubscriptionResponse/>' };
  };

  /** A message as it is posted to an endpoint, as text. */
  message(changes: Record<string, unknown> = {}, signer: KeyObject = this.keys.privateKey): string {
    const isNotification = (changes.Type ?? 'Notification') === 'Notification';
    const message: Record<string, unknown> = {
      Type: 'Notification',
      MessageId: randomUUID(),
      ...(!isNotification && { Token: 'token-1' }),
      TopicArn: this.topic,
      Message: '{}',
      Timestamp: new Date().toISOString(),
      SignatureVersion: '2',
      SigningCertURL: `${this.origin()}/SimpleNotificationService-0.pem`,
      ...(!isNotification && {
        SubscribeURL: `${this.origin()}/?Action=ConfirmSubscription&TopicArn=${this.topic}&Token=token-1`,
      }),
      ...changes,
    };
    const members = isNotification
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
    const text = members.filter((name) => name in message).map((name) => `${name}\n${String(message[name])}\n`);
    const digest = message.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256';
    return JSON.stringify({
      ...message,
      Signature: sign(digest, Buffer.from(text.join('')), signer).toString('base64'),
    });
  }
}

/** A certificate of the key by itself, from 2020 to 2049, in DER (RFC 5280 §4.1) as PEM. */
function certificateOf(privateKey: KeyObject): string {
  const der = (tag: number, ...parts: Buffer[]) => {
    const content = Buffer.concat(parts);
    const length = content.length.toString(16).padStart(content.length < 128 ? 2 : 4, '0');
    const head = content.length < 128 ? [tag] : [tag, 0x82];
    return Buffer.concat([Buffer.from(head), Buffer.from(length, 'hex'), content]);
  };
  const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
  const algorithm = der(0x30, oid('2a864886f70d01010b'), der(0x05));
  const name = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from('sns.amazonaws.com')))));
  const time = (text: string) => der(0x17, Buffer.from(text));
  const toSign = der(
    0x30,
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(0x30, time('200101000000Z'), time('491231235959Z')),
    name,
    createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toSign, privateKey));
  const base64 = der(0x30, toSign, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}
