import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import { parsedUrl } from '@errand/config';
import { isOutageStatus, OutboundError, type OutboundHttp } from '@errand/outbound';
import { isTimely, jsonOf } from '../email-events';

/** A message of Amazon SNS to an HTTP endpoint whose signature was found right. */
export interface SnsMessage {
  Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  /** The same on every delivery of the message. */
  MessageId: string;
  TopicArn: string;
  Message: string;
  Timestamp: string;
  Subject?: string;
  SubscribeURL?: string;
  Token?: string;
}

/** What the signature is over, in its order; a notification may go without a subject. */
const signedMembers = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const satisfies Record<SnsMessage['Type'], readonly (keyof SnsMessage)[]>;

const digests: Readonly<Record<string, string>> = { '1': 'sha1', '2': 'sha256' };

/** SNS tries for an hour at most. The clocks may differ a little. */
const window = { pastMs: 70 * 60_000, aheadMs: 600_000 };
const timeoutMs = 10_000;
const rememberedCertificates = 100;

const topicArn =
  /^arn:(?<partition>aws(?:-[a-z]+)*):sns:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):\d{12}:[\w-]{1,256}(?:\.fifo)?$/;

export function isTopicArn(text: string): boolean {
  return topicArn.test(text);
}

/** Where SNS itself is, for a topic. */
export function snsOriginOf(arn: string): string {
  const { partition, region } = topicArn.exec(arn)?.groups ?? {};
  return `https://sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}

/**
 * Reads what SNS sends, and believes it only with SNS's signature: RSA over the members, with the certificate that the
 * message names. Both that and the URL that confirms a subscription must be on the SNS server of the topic's own region.
 */
export class SnsMessages {
  private readonly certificates = new Map<string, X509Certificate>();

  /** @param originOf of the SNS server of a topic */
  constructor(
    private readonly http: OutboundHttp,
    private readonly originOf: (topicArn: string) => string,
  ) {}

  /**
   * @param topicArns whose messages are wanted
   * @returns null for a message that is of none of the topics, not SNS's, or too old
   * @throws OutboundError when the certificate cannot be had now
   */
  async read(
    body: Buffer,
    topicArns: readonly string[],
    receivedAt: Date,
    signal: AbortSignal,
  ): Promise<SnsMessage | null> {
    const given = Object(jsonOf(body)) as Record<string, unknown>;
    const message = messageIn(given);
    if (message === null || !topicArns.includes(message.TopicArn)) return null;
    if (!isTimely(new Date(message.Timestamp), receivedAt, window)) return null;
    const digest = digests[String(given.SignatureVersion)];
    const url = this.urlOfSns(given.SigningCertURL, message.TopicArn);
    if (digest === undefined || url === null || !url.pathname.endsWith('.pem') || url.search !== '') return null;
    const key = await this.keyAt(url.href, receivedAt, signal);
    const signature = Buffer.from(String(given.Signature), 'base64');
    return key !== null && verify(digest, Buffer.from(signedText(message)), key, signature) ? message : null;
  }

  /**
   * Takes the topic's offer to send its messages here.
   * @throws OutboundError when it does not work now: SNS offers it again; Error when the URL is no confirmation
   */
  async confirm({ TopicArn, SubscribeURL }: SnsMessage, signal: AbortSignal): Promise<void> {
    const url = this.urlOfSns(SubscribeURL, TopicArn);
    const isConfirmation =
      url?.searchParams.get('Action') === 'ConfirmSubscription' && url.searchParams.get('TopicArn') === TopicArn;
    if (!isConfirmation) throw new Error('The subscription’s SubscribeURL does not confirm it at SNS');
    const { status } = await this.http.request({
      method: 'GET',
      url: url.href,
      timeoutMs,
      statusSuffices: true,
      signal,
    });
    if (status < 200 || status > 299) throw noAnswer('SNS did not confirm the subscription', status);
  }

  private urlOfSns(text: unknown, topic: string): URL | null {
    const url = typeof text === 'string' ? parsedUrl(text) : undefined;
    if (url === undefined) return null;
    const isOfSns = url.origin === this.originOf(topic) && url.username === '' && url.password === '';
    return isOfSns ? url : null;
  }

  private async keyAt(url: string, now: Date, signal: AbortSignal): Promise<KeyObject | null> {
    const certificate = this.certificates.get(url) ?? (await this.fetched(url, signal));
    if (certificate === null) return null;
    const isValid = new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
    return isValid && certificate.publicKey.asymmetricKeyType === 'rsa' ? certificate.publicKey : null;
  }

  private async fetched(url: string, signal: AbortSignal): Promise<X509Certificate | null> {
    const { status, body } = await this.http.request({
      method: 'GET',
      url,
      timeoutMs,
      maxResponseBytes: 65_536,
      signal,
    });
    if (isOutageStatus(status)) throw noAnswer('SNS did not give its certificate', status);
    const certificate = status === 200 ? certificateIn(body) : null;
    if (certificate === null) return null;
    if (this.certificates.size >= rememberedCertificates) this.certificates.clear();
    this.certificates.set(url, certificate);
    return certificate;
  }
}

/** As if none had come: whoever called back does so again. */
function noAnswer(what: string, status: number): OutboundError {
  return new OutboundError('CONNECTION_LOST', `${what}: HTTP ${status}`, { status });
}

/** Null where a member that the signature is over is missing. */
function messageIn(given: Record<string, unknown>): SnsMessage | null {
  const type = given.Type as SnsMessage['Type'];
  const members = Object.hasOwn(signedMembers, String(type)) ? signedMembers[type] : undefined;
  const isWhole = members?.every(
    (member) => typeof given[member] === 'string' || (member === 'Subject' && given.Subject === undefined),
  );
  return isWhole ? (given as unknown as SnsMessage) : null;
}

function signedText(message: SnsMessage): string {
  return signedMembers[message.Type]
    .filter((member) => message[member] !== undefined)
    .map((member) => `${member}\n${message[member]}\n`)
    .join('');
}

function certificateIn(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}
