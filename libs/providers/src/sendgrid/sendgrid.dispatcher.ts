import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { FieldProblem } from '@errand/errors';
import { OutboundHttp, retryAfterMs } from '@errand/outbound';
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
import { isTimely, jsonOf } from '../email-events';
import { emailProblems, emailSettings, mailOf, type Mailbox } from '../email-fields';
import { firstAt, parsedJson } from '../json-places';
import { makeCall } from '../make-call';
import type { ProviderResponse } from '../outcome';
import { type CodeClasses, refusal } from '../refusal';
import { urlUnder } from '../url-under';
import { eventOf } from './sendgrid-events';

/**
 * SendGrid has no error codes: what it names is the field that it objects to. One that comes from the settings is wrong
 * for every activity.
 */
const classes: CodeClasses = { MISCONFIGURED: ['from', 'from.email', 'from.name'] };

/**
 * SendGrid repeats for a day what it could not deliver, and does not say whether it signs anew. A callback that is
 * played again within that time tells nothing new, as each event counts once.
 */
const window = { pastMs: 25 * 3_600_000, aheadMs: 600_000 };

/** SendGrid's v3 API: `POST /v3/mail/send`; Signed Event Webhook. */
@Dispatcher('SENDGRID')
export class SendgridDispatcher implements ActivityDispatcher {
  readonly name = 'SendGrid';
  readonly notes =
    'Callbacks: in SendGrid under _Settings, Mail Settings, Event Webhook_, add the config’s `callbackUrl` with all events, ' +
    'switch the _Signed Event Webhook_ on and save its verification key as `webhookPublicKey`. Without the key every ' +
    'callback is refused. SendGrid takes no idempotency key: a call whose answer was lost can send a second mail.';

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'EMAIL',
      baseUrl: 'optional',
      addressesPerson: true,
      credentials: [
        {
          key: 'apiKey',
          label: 'API key',
          type: 'string',
          required: true,
          secret: true,
          description: 'Key that may send mail; it begins with SG.',
        },
        {
          key: 'webhookPublicKey',
          label: 'Webhook verification key',
          type: 'string',
          required: false,
          group: 'Callbacks',
          description: 'Public key of the Signed Event Webhook; without it every callback is refused.',
          help: 'Base64 on one line, as SendGrid shows it.',
        },
      ],
      settings: [...emailSettings, completeOnSetting],
    },
  ];

  constructor(private readonly http: OutboundHttp) {}

  validate(account: AccountFields): FieldProblem[] {
    const { apiKey, webhookPublicKey } = account.credentials as Record<string, string | undefined>;
    const problems = emailProblems(account);
    if (!/^[\x21-\x7e]+$/.test(apiKey ?? '')) {
      problems.push({
        field: 'credentials.apiKey',
        message: 'must be visible ASCII characters, as it is sent in a header',
      });
    }
    if (webhookPublicKey !== undefined && publicKeyOf(webhookPublicKey) === null) {
      problems.push({
        field: 'credentials.webhookPublicKey',
        message: 'must be a public key of the curve P-256 in base64, as SendGrid shows it',
      });
    }
    return problems;
  }

  prepare(request: DispatchRequest): PreparedCall {
    const { baseUrl, credentials } = request.account;
    const { from, to, subject, text, html } = mailOf(request);
    return {
      method: 'POST',
      url: urlUnder(baseUrl ?? 'https://api.sendgrid.com', '/v3/mail/send'),
      headers: {
        // Without it the answer is 406.
        accept: 'application/json',
        authorization: `Bearer ${credentials.apiKey as string}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        personalizations: [{ to: [mailbox(to)] }],
        from: mailbox(from),
        subject,
        // Plain text has to come first.
        content: [{ type: 'text/plain', value: text }, ...(html === null ? [] : [{ type: 'text/html', value: html }])],
        custom_args: { activity: request.payload.id },
      }),
    };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account } = request;
    const response = await makeCall(this.http, this.prepare(request), account, signal);
    const { status, headers, body } = response;
    if (status >= 200 && status <= 299) {
      const providerActivityId = headers['x-message-id'] ?? null;
      return { disposition: 'ACCEPTED', providerActivityId, httpStatus: status, responseBody: body || null };
    }
    const field = firstAt(parsedJson(body), [['errors', '0', 'field']]) ?? null;
    return refusal(response, account, classes, { providerErrorCode: field, retryAfterMs: waitMs(response) });
  }

  readCallback(callback: ReceivedCallback, { credentials }: ProviderAccount): CallbackReading {
    const { headers, body, receivedAt } = callback;
    const key = publicKeyOf(credentials.webhookPublicKey);
    const timestamp = headers['x-twilio-email-event-webhook-timestamp'] ?? '';
    const signature = Buffer.from(headers['x-twilio-email-event-webhook-signature'] ?? '', 'base64');
    const isSigned =
      key !== null &&
      /^\d{1,12}$/.test(timestamp) &&
      isTimely(new Date(Number(timestamp) * 1000), receivedAt, window) &&
      verify('sha256', Buffer.concat([Buffer.from(timestamp), body]), key, signature);
    if (!isSigned) return { kind: 'BAD_SIGNATURE' };
    const told = jsonOf(body);
    const events = Array.isArray(told) ? told.flatMap((event) => eventOf(event, receivedAt) ?? []) : [];
    return { kind: 'EVENTS', events };
  }
}

function mailbox({ name, address }: Mailbox): { email: string; name?: string } {
  return name === null ? { email: address } : { email: address, name };
}

/** Seconds since 1970 at which calls are let through again. */
function waitMs({ headers }: ProviderResponse): number | null {
  const reset = Number(headers['x-ratelimit-reset']);
  const asked = retryAfterMs(headers['retry-after']);
  return asked === null && reset > 0 ? Math.max(0, reset * 1000 - Date.now()) : asked;
}

/** Of a key as SendGrid shows it: DER in base64. Null where it is none that signs these callbacks. */
function publicKeyOf(text: unknown): KeyObject | null {
  if (typeof text !== 'string') return null;
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}
