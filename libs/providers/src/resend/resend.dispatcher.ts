import type { FieldProblem } from '@errand/errors';
import { isWebhookSecret, OutboundHttp, retryAfterMs, signWebhook } from '@errand/outbound';
import { type CallbackReading, isSameSecret, type ReceivedCallback } from '../callback';
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
import { activityTag, isTimely, jsonOf } from '../email-events';
import { emailProblems, emailSettings, mailboxText, mailOf } from '../email-fields';
import { firstAt, parsedJson } from '../json-places';
import { makeCall } from '../make-call';
import { type CodeClasses, refusal } from '../refusal';
import { responseId } from '../response-id';
import { urlUnder } from '../url-under';
import { eventOf } from './resend-events';

/** `name` of an error, by Resend's list. `validation_error` is of everything: its status decides. */
const classes: CodeClasses = {
  RETRY: [
    'rate_limit_exceeded',
    'concurrent_idempotent_requests',
    'daily_quota_exceeded',
    'monthly_quota_exceeded',
    'application_error',
    'internal_server_error',
  ],
  REJECTED: ['missing_required_field', 'invalid_attachment', 'invalid_idempotency_key', 'invalid_idempotent_request'],
  MISCONFIGURED: [
    'missing_api_key',
    'restricted_api_key',
    'invalid_api_key',
    'invalid_from_address',
    'not_found',
    'method_not_allowed',
  ],
};

/** A quota is not there again in a second. */
const quotaWaitMs = 3_600_000;
const quotas = new Set(['daily_quota_exceeded', 'monthly_quota_exceeded']);

/** As Standard Webhooks advises. Each try is signed anew. */
const window = { pastMs: 300_000, aheadMs: 300_000 };

/** Resend: `POST /emails`; webhooks signed by Svix. */
@Dispatcher('RESEND')
export class ResendDispatcher implements ActivityDispatcher {
  readonly name = 'Resend';
  readonly notes =
    'Callbacks: in Resend under _Webhooks_, add the config’s `callbackUrl` with all email events and save its signing ' +
    'secret as `webhookSecret`. Without the secret every callback is refused. A mail that is tried again within a day is ' +
    'not sent twice.';

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
          description: 'Key that may send mail; it begins with re_.',
        },
        {
          key: 'webhookSecret',
          label: 'Webhook signing secret',
          type: 'string',
          required: false,
          secret: true,
          group: 'Callbacks',
          description: 'whsec_ and base64, as Resend shows it; without it every callback is refused.',
        },
      ],
      settings: [...emailSettings, completeOnSetting],
    },
  ];

  constructor(private readonly http: OutboundHttp) {}

  validate(account: AccountFields): FieldProblem[] {
    const { apiKey, webhookSecret } = account.credentials as Record<string, string | undefined>;
    const problems = emailProblems(account);
    if (!/^[\x21-\x7e]+$/.test(apiKey ?? '')) {
      problems.push({
        field: 'credentials.apiKey',
        message: 'must be visible ASCII characters, as it is sent in a header',
      });
    }
    if (webhookSecret !== undefined && !isWebhookSecret(webhookSecret)) {
      problems.push({
        field: 'credentials.webhookSecret',
        message: 'must be whsec_ and 24 to 64 bytes in base64',
      });
    }
    return problems;
  }

  prepare(request: DispatchRequest): PreparedCall {
    const { baseUrl, credentials } = request.account;
    const { from, to, subject, text, html } = mailOf(request);
    return {
      method: 'POST',
      url: urlUnder(baseUrl ?? 'https://api.resend.com', '/emails'),
      headers: {
        authorization: `Bearer ${credentials.apiKey as string}`,
        'content-type': 'application/json',
        'idempotency-key': request.payload.id,
      },
      body: JSON.stringify({
        from: mailboxText(from),
        to: [mailboxText(to)],
        subject,
        text,
        ...(html !== null && { html }),
        tags: [{ name: activityTag, value: request.payload.id }],
      }),
    };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account } = request;
    const response = await makeCall(this.http, this.prepare(request), account, signal);
    const { status, headers, body } = response;
    if (status >= 200 && status <= 299) {
      const providerActivityId = responseId(body, '/id');
      return { disposition: 'ACCEPTED', providerActivityId, httpStatus: status, responseBody: body || null };
    }
    const document = parsedJson(body);
    const providerErrorCode = firstAt(document, [['name']]) ?? null;
    // With status 400 too, where the text does not look like a key.
    const isOfKey =
      providerErrorCode === 'validation_error' && /^API key/i.test(firstAt(document, [['message']]) ?? '');
    const asked = retryAfterMs(headers['retry-after']);
    return refusal(response, account, classes, {
      providerErrorCode,
      ...(isOfKey && { disposition: 'MISCONFIGURED' }),
      retryAfterMs: quotas.has(providerErrorCode ?? '') ? Math.max(asked ?? 0, quotaWaitMs) : asked,
    });
  }

  readCallback({ headers, body, receivedAt }: ReceivedCallback, { credentials }: ProviderAccount): CallbackReading {
    const secret = credentials.webhookSecret;
    const { 'svix-id': id, 'svix-timestamp': timestamp = '', 'svix-signature': signatures = '' } = headers;
    if (typeof secret !== 'string' || !isWebhookSecret(secret)) return { kind: 'BAD_SIGNATURE' };
    if (id === undefined || !/^\d{1,12}$/.test(timestamp)) return { kind: 'BAD_SIGNATURE' };
    const signedAt = new Date(Number(timestamp) * 1000);
    const expected = signWebhook([secret], id, signedAt, body.toString())['webhook-signature'] ?? '';
    // While a secret is replaced, both sign.
    const isSigned = signatures.split(' ').some((signature) => isSameSecret(signature, expected));
    if (!isSigned || !isTimely(signedAt, receivedAt, window)) return { kind: 'BAD_SIGNATURE' };
    const event = eventOf(jsonOf(body), id, receivedAt);
    return { kind: 'EVENTS', events: event === null ? [] : [event] };
  }
}
