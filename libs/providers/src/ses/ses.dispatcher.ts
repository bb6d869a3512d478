import { domainToASCII } from 'node:url';
import type { FieldProblem } from '@errand/errors';
import { OutboundHttp } from '@errand/outbound';
import type { CallbackReading, ReceivedCallback } from '../callback';
import { completeOnSetting } from '../complete-on';
import {
  type AccountFields,
  type ActivityDispatcher,
  type ChannelDefinition,
  Dispatcher,
  type DispatchOutcome,
  type DispatchRequest,
  type PreparedCall,
  type ProviderAccount,
} from '../dispatcher';
import { activityTag } from '../email-events';
import { emailProblems, emailSettings, mailboxText, mailOf, type Mailbox, readMailbox } from '../email-fields';
import { firstAt, parsedJson } from '../json-places';
import { makeCall } from '../make-call';
import type { ProviderResponse } from '../outcome';
import { addDerivedSecret } from '../redact';
import { type CodeClasses, refusal } from '../refusal';
import { responseId } from '../response-id';
import { urlUnder } from '../url-under';
import { eventOf } from './ses-events';
import { type AwsCredentials, signedHeaders } from './sigv4';
import { isTopicArn, SnsMessages, snsOriginOf } from './sns-messages';

/** "SendEmail, Errors" and "Common Errors" of the SES API v2 reference; some have two names, by where AWS refuses. */
const classes: CodeClasses = {
  RETRY: [
    'TooManyRequestsException',
    'ThrottlingException',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'InternalFailure',
    'InternalServerError',
    'InternalServiceErrorException',
  ],
  REJECTED: ['MessageRejected', 'BadRequestException', 'ValidationException', 'ValidationError'],
  MISCONFIGURED: [
    'AccountSuspendedException',
    'SendingPausedException',
    'MailFromDomainNotVerifiedException',
    'NotFoundException',
    'LimitExceededException',
    'AccessDenied',
    'AccessDeniedException',
    'ExpiredToken',
    'ExpiredTokenException',
    'IncompleteSignature',
    'IncompleteSignatureException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'NotAuthorized',
    'OptInRequired',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'UnrecognizedClientException',
  ],
};

/** A day's quota is not there again in a second. */
const quotaWaitMs = 3_600_000;

/** Amazon SES, API v2: `POST /v2/email/outbound-emails`, signed per request; events come through Amazon SNS. */
@Dispatcher('SES')
export class SesDispatcher implements ActivityDispatcher {
  readonly name = 'Amazon SES';
  readonly notes =
    'Callbacks: let a _configuration set_ publish its events to an SNS topic, list the topic in `topicArns`, name the set ' +
    'in `configurationSet`, then subscribe the config’s `callbackUrl` to the topic by HTTPS, without raw message ' +
    'delivery. Errand confirms the subscription of a listed topic and refuses all others. SES takes no idempotency key: ' +
    'a call whose answer was lost can send a second mail.';

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'EMAIL',
      baseUrl: 'optional',
      addressesPerson: true,
      credentials: [
        {
          key: 'accessKeyId',
          label: 'Access key id',
          type: 'string',
          required: true,
          description: 'Id of an access key whose IAM policy allows ses:SendEmail.',
        },
        {
          key: 'secretAccessKey',
          label: 'Secret access key',
          type: 'string',
          required: true,
          secret: true,
          description: 'Signs the requests; it is never sent.',
        },
      ],
      settings: [
        {
          key: 'region',
          label: 'Region',
          type: 'string',
          required: true,
          decidesDestination: true,
          description: 'AWS region in which the sender is verified, such as us-east-1.',
        },
        ...emailSettings,
        {
          key: 'configurationSet',
          label: 'Configuration set',
          type: 'string',
          required: false,
          group: 'Callbacks',
          description: 'Configuration set whose event destination is the SNS topic that tells what became of a mail.',
        },
        {
          key: 'topicArns',
          label: 'SNS topics',
          type: 'string[]',
          required: false,
          group: 'Callbacks',
          description: 'ARNs of the topics whose messages are believed; without any, every callback is refused.',
          help: 'Such as arn:aws:sns:us-east-1:123456789012:errand.',
        },
        completeOnSetting,
      ],
    },
  ];

  private readonly sns: SnsMessages;

  constructor(private readonly http: OutboundHttp) {
    this.sns = new SnsMessages(http, (topicArn) => this.snsOrigin(topicArn));
  }

  validate(account: AccountFields): FieldProblem[] {
    const {
      region,
      configurationSet,
      topicArns = [],
    } = account.settings as Record<string, string> & {
      topicArns?: string[];
    };
    const problems = emailProblems(account);
    const refuse = (field: string, message: string) => problems.push({ field, message });
    if (!/^\w+$/.test(account.credentials.accessKeyId as string))
      refuse('credentials.accessKeyId', 'must be letters and digits');
    if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region ?? '')) refuse('settings.region', 'must be a region such as us-east-1');
    if (configurationSet !== undefined && !/^[\w-]{1,64}$/.test(configurationSet))
      refuse('settings.configurationSet', 'must be a name of letters, digits, _ and -');
    topicArns.forEach((arn, index) => {
      if (!isTopicArn(arn))
        refuse(
          `settings.topicArns[${index}]`,
          'must be the ARN of an SNS topic, arn:aws:sns:<region>:<account>:<name>',
        );
    });
    return problems;
  }

  prepare(request: DispatchRequest): PreparedCall {
    return this.signed(request).call;
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account } = request;
    const { call, signature } = this.signed(request);
    const response = await makeCall(this.http, call, account, signal);
    // Only now, so that those of the calls beside it do not push it out before its answer is read.
    addDerivedSecret(account.credentials, signature);
    const { status, body } = response;
    if (status < 200 || status > 299) return refused(response, account);
    const providerActivityId = responseId(body, '/MessageId');
    return { disposition: 'ACCEPTED', providerActivityId, httpStatus: status, responseBody: body || null };
  }

  async readCallback(
    { body, receivedAt }: ReceivedCallback,
    { settings }: ProviderAccount,
    signal: AbortSignal,
  ): Promise<CallbackReading> {
    const topicArns = (settings.topicArns as string[] | undefined) ?? [];
    const message = await this.sns.read(body, topicArns, receivedAt, signal);
    if (message === null) return { kind: 'BAD_SIGNATURE' };
    if (message.Type === 'SubscriptionConfirmation') await this.sns.confirm(message, signal);
    const event = message.Type === 'Notification' ? eventOf(message) : null;
    return { kind: 'EVENTS', events: event === null ? [] : [event] };
  }

  /** Its spec has an SNS of its own. */
  protected snsOrigin(topicArn: string): string {
    return snsOriginOf(topicArn);
  }

  private signed(request: DispatchRequest): { call: PreparedCall; signature: string } {
    const { baseUrl, credentials, settings } = request.account;
    const region = settings.region as string;
    const { from, to, subject, text, html } = mailOf(request);
    const url = urlUnder(baseUrl ?? `https://email.${region}.amazonaws.com`, '/v2/email/outbound-emails');
    const body = JSON.stringify({
      FromEmailAddress: mailbox(from),
      Destination: { ToAddresses: [mailbox(to)] },
      Content: {
        Simple: {
          Subject: utf8(subject),
          Body: { Text: utf8(text), ...(html !== null && { Html: utf8(html) }) },
        },
      },
      EmailTags: [{ Name: activityTag, Value: request.payload.id }],
      ...(settings.configurationSet !== undefined && { ConfigurationSetName: settings.configurationSet }),
    });
    const { headers, signature } = signedHeaders(url, body, credentials as unknown as AwsCredentials, {
      region,
      service: 'ses',
      at: new Date(),
    });
    return { call: { method: 'POST', url, headers, body }, signature };
  }
}

function utf8(data: string): { Data: string; Charset: 'UTF-8' } {
  return { Data: data, Charset: 'UTF-8' };
}

/** As in a header, of ASCII alone: SES wants names encoded and domains in Punycode. */
function mailbox({ name, address }: Mailbox): string {
  const [local = '', domain = ''] = address.split('@');
  const written = `${local}@${domainToASCII(domain) || domain}`;
  if (name === null || /^[\x20-\x7e]*$/.test(name)) return mailboxText({ name, address: written });
  return `${encodedWords(name)} <${written}>`;
}

/** RFC 2047: each word has at most 75 characters, which leaves room for 45 bytes, and no character is cut. */
function encodedWords(name: string): string {
  const words: string[] = [''];
  for (const character of name) {
    const longer = words.at(-1) + character;
    if (Buffer.byteLength(longer) > 45) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

function refused(response: ProviderResponse, account: ProviderAccount): DispatchOutcome {
  const document = parsedJson(response.body);
  const named = response.headers['x-amzn-errortype'] ?? firstAt(document, [['__type'], ['code']]) ?? '';
  // `com.amazonaws.sesv2#MessageRejected`, `MessageRejected:http://internal.amazon.com/…`
  const providerErrorCode = /^(?:[^#:]*#)?([A-Za-z]+)/.exec(named)?.[1] ?? null;
  const message = firstAt(document, [['message'], ['Message']]);
  const isQuota = providerErrorCode === 'TooManyRequestsException' && /quota/i.test(message ?? '');
  return refusal(response, account, classes, {
    providerErrorCode,
    ...(message !== undefined && { message }),
    ...(isQuota && { retryAfterMs: quotaWaitMs }),
    ...(providerErrorCode === 'MessageRejected' && isOfSender(message, account) && { disposition: 'MISCONFIGURED' }),
  });
}

/** The sender is named among the "identities" that "failed the check": not only a recipient, as in SES's sandbox. */
function isOfSender(message: string | undefined, { settings }: ProviderAccount): boolean {
  const { address } = readMailbox(settings.from as string) ?? {};
  return address !== undefined && (message ?? '').toLowerCase().includes(address.toLowerCase());
}
