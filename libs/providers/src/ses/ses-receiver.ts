import { createHash, createHmac } from 'node:crypto';
import type { LoopbackAnswer, ReceivedRequest } from '../loopback-provider';

interface SendEmail {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[] };
  Content?: { Simple?: { Subject?: { Data?: string }; Body?: { Text?: { Data?: string }; Html?: { Data?: string } } } };
  EmailTags?: { Name: string; Value: string }[];
  ConfigurationSetName?: string;
}

/**
 * `SendEmail` of the SES API v2 as AWS documents it, with AWS's check of a signature: worked out from the request that
 * came, from the headers that it says are signed.
 */
export class SesReceiver {
  readonly mails: SendEmail[] = [];

  constructor(
    private readonly account: { accessKeyId: string; secretAccessKey: string; region: string },
    private readonly verified: readonly string[],
  ) {}

  readonly answer = (request: ReceivedRequest): LoopbackAnswer => {
    const refusal = this.refusalOfSignature(request);
    if (refusal !== null) return refused(403, refusal, 'The security token or signature in the request is invalid.');
    if (request.method !== 'POST' || !/\/v2\/email\/outbound-emails(\?|$)/.test(request.path)) {
      return refused(404, 'UnknownOperationException', '');
    }
    const mail = JSON.parse(request.body) as SendEmail;
    const { Subject, Body } = mail.Content?.Simple ?? {};
    const [to = ''] = mail.Destination?.ToAddresses ?? [];
    const from = mail.FromEmailAddress ?? '';
    if (!/@[^\s@]+$/.test(to)) return refused(400, 'BadRequestException', 'Missing final ‘@domain’');
    // Anything else would be a header that mail programs cannot read.
    if (![...to, ...from].every((character) => character >= ' ' && character <= '~')) {
      return refused(400, 'BadRequestException', 'Local address contains control or whitespace');
    }
    if (!Subject?.Data || !(Body?.Text?.Data || Body?.Html?.Data)) return refused(400, 'BadRequestException', 'Empty');
    if (!mail.EmailTags?.every(({ Name, Value }) => /^[\w-]{1,256}$/.test(Name) && /^[\w.@-]{1,256}$/.test(Value))) {
      return refused(400, 'BadRequestException', 'Invalid tag');
    }
    if (!this.verified.some((address) => from.includes(address))) {
      const text = `Email address is not verified. The following identities failed the check in region ${this.account.region.toUpperCase()}: ${from}`;
      return refused(400, 'MessageRejected', text);
    }
    this.mails.push(mail);
    return { status: 200, body: JSON.stringify({ MessageId: `ses-${this.mails.length}` }) };
  };

  private refusalOfSignature({ method, path, headers, body }: ReceivedRequest): string | null {
    const { accessKeyId, secretAccessKey, region } = this.account;
    const form =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/ses\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
    const [, keyId, day = '', inRegion, names = '', signature] = form.exec(headers.authorization ?? '') ?? [];
    if (signature === undefined) return 'MissingAuthenticationTokenException';
    if (keyId !== accessKeyId) return 'UnrecognizedClientException';
    const time = String(headers['x-amz-date']);
    const instant = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    if (!(Math.abs(Date.now() - instant) < 300_000) || !time.startsWith(day)) return 'InvalidSignatureException';
    const digest = createHash('sha256').update(body).digest('hex');
    const isComplete = ['host', 'x-amz-date'].every((name) => names.split(';').includes(name));
    if (inRegion !== region || !isComplete || headers['x-amz-content-sha256'] !== digest)
      return 'InvalidSignatureException';
    const url = new URL(path, 'http://host');
    const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
    const encoded = (text: string) =>
      encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${Buffer.from(mark).toString('hex').toUpperCase()}`);
    const uri = url.pathname.split('/').map(encoded).join('/');
    const query = [...url.searchParams].map((pair) => pair.map(encoded).join('='));
    const canonical = `${method}\n${uri}\n${query.sort().join('&')}\n${signed.join('')}\n${names}\n${digest}`;
    const hash = createHash('sha256').update(canonical).digest('hex');
    let key: Buffer | string = `AWS4${secretAccessKey}`;
    for (const part of [
      day,
      region,
      'ses',
      'aws4_request',
      `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/ses/aws4_request\n${hash}`,
    ]) {
      key = createHmac('sha256', key).update(part).digest();
    }
    return (key as Buffer).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
  }
}

function refused(status: number, type: string, message: string): LoopbackAnswer {
  const headers = { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/com.amazonaws.sesv2/` };
  return { status, headers, body: JSON.stringify({ message }) };
}
