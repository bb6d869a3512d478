import type { FieldProblem } from '@errand/errors';
import { OutboundHttp, retryAfterMs } from '@errand/outbound';
import { timeLeft } from '../call-deadline';
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
import { type FetchedToken, FetchedTokens, fetchToken } from '../fetched-tokens';
import { firstAt, parsedJson } from '../json-places';
import { makeCall } from '../make-call';
import { failure, type ProviderResponse } from '../outcome';
import { OutcomeError } from '../outcome-error';
import { addDerivedSecret } from '../redact';
import { asId } from '../response-id';
import { type CodeClasses, refusal } from '../refusal';
import { unsayable } from '../sayable';
import { urlUnder } from '../url-under';
import { readServiceAccount, type ServiceAccount, signedJwt } from './service-account';

const ownOrigin = 'https://fcm.googleapis.com';

/** `errorCode` of FcmError, else the `status` of the error. */
const classes: CodeClasses = {
  RETRY: ['UNAVAILABLE', 'INTERNAL', 'QUOTA_EXCEEDED', 'RESOURCE_EXHAUSTED'],
  REJECTED: ['UNREGISTERED', 'INVALID_ARGUMENT'],
  MISCONFIGURED: ['SENDER_ID_MISMATCH', 'PERMISSION_DENIED', 'THIRD_PARTY_AUTH_ERROR', 'UNAUTHENTICATED'],
};

/** Of title, body and data, in UTF-8. */
const longestPayload = 4_096;
const longestTtlSeconds = 2_419_200;
/** FCM names no wait with every refusal for too many messages; its limits are per minute. */
const quotaWaitMs = 60_000;
/** In the data, so that the app can say which activity it shows. */
const activityKey = 'errand_activity_id';

/** FCM HTTP v1: one message to one registration token. It tells nothing of what becomes of it. */
@Dispatcher('FCM')
export class FcmDispatcher implements ActivityDispatcher {
  readonly name = 'Firebase Cloud Messaging';
  readonly notes = [
    'The recipient is a `PUSH_TOKEN`: the registration token that the app gets from Firebase. One that FCM calls',
    '`UNREGISTERED` is blocked, as its app is gone.',
    '',
    'FCM tells nothing of what becomes of a message, so its activities stay `DISPATCHED` until somebody reports a result.',
    `The app can: it finds the activity’s id as \`${activityKey}\` in the data.`,
  ].join('\n');

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'PUSH',
      baseUrl: 'optional',
      addressesPerson: true,
      credentials: [
        {
          key: 'serviceAccount',
          label: 'Service account key',
          type: 'text',
          required: true,
          secret: true,
          description: 'The whole JSON text of the key file of a service account that may send messages.',
          help: 'Firebase console, Project settings, Service accounts, Generate new private key. It names the project.',
        },
      ],
      settings: [
        {
          key: 'title',
          label: 'Title',
          type: 'string',
          required: true,
          template: 'line',
          group: 'Message',
          description: 'The notification’s title.',
        },
        {
          key: 'body',
          label: 'Body',
          type: 'text',
          required: true,
          template: 'none',
          group: 'Message',
          description: 'The notification’s text.',
          help: `Title, body and data may have ${longestPayload} bytes together; a longer message is not sent.`,
        },
        {
          key: 'data',
          label: 'Data',
          type: 'map',
          required: false,
          template: 'none',
          group: 'Message',
          description: 'Values that the app gets with the notification, such as the screen to open.',
          help: `Keys must not be from or message_type, nor begin with google or gcm. ${activityKey} is always there.`,
        },
        {
          key: 'ttlSeconds',
          label: 'Time to live',
          type: 'integer',
          required: false,
          group: 'Message',
          description: 'For how many seconds FCM keeps a message for a device that is not reached; unset: four weeks.',
          help: `0 to ${longestTtlSeconds}; 0: now or never. For Apple devices it counts from when the activity was due.`,
        },
        {
          key: 'tokenExchange',
          label: 'Token exchange',
          type: 'boolean',
          required: false,
          default: false,
          decidesDestination: true,
          group: 'Access',
          description:
            'True: an access token is fetched at the key file’s token_uri, instead of a self-signed one used.',
        },
      ],
    },
  ];

  private readonly tokens = new FetchedTokens();
  private readonly serviceAccounts = new WeakMap<object, ServiceAccount>();

  constructor(private readonly http: OutboundHttp) {}

  prepare({ payload, account, rendered }: DispatchRequest): PreparedCall {
    const { title, body, data } = rendered as { title: string; body: string; data?: Record<string, string> };
    if (payload.recipient === null) throw new OutcomeError(failure('NO_RECIPIENT', 'Nobody has a push token'));
    const values = { ...data, [activityKey]: payload.id };
    const bytes = Buffer.byteLength([title, body, ...Object.entries(values).flat()].join(''));
    if (bytes > longestPayload) {
      throw unsayable('body', `comes to ${bytes} bytes with title and data; FCM takes ${longestPayload}`);
    }
    const message = {
      token: payload.recipient.value,
      notification: { title, body },
      data: values,
      ...lifetime(account.settings.ttlSeconds as number | undefined, payload.scheduledAt),
    };
    const { projectId } = this.serviceAccountOf(account);
    return {
      method: 'POST',
      url: urlUnder(account.baseUrl ?? ownOrigin, `/v1/projects/${encodeURIComponent(projectId)}/messages:send`),
      // The token is made or fetched for the call.
      headers: { 'content-type': 'application/json', authorization: 'Bearer •••' },
      body: JSON.stringify({ message }),
    };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account } = request;
    const left = timeLeft(account.timeoutMs, signal);
    const call = this.prepare(request);
    const send = (token: string) => {
      const headers = { ...call.headers, authorization: `Bearer ${token}` };
      return makeCall(this.http, { ...call, headers }, { ...account, timeoutMs: left() }, signal);
    };
    const response = await this.tokens.call(account, () => this.newToken(account, signal), send, signal);
    return outcomeOf(response, account);
  }

  validate({ credentials, settings }: AccountFields): FieldProblem[] {
    const problems: FieldProblem[] = [];
    const serviceAccount = readServiceAccount(credentials.serviceAccount as string);
    if (typeof serviceAccount === 'string') {
      problems.push({ field: 'credentials.serviceAccount', message: serviceAccount });
    }
    for (const key of Object.keys((settings.data as object | undefined) ?? {})) {
      const field = `settings.data.${key}`;
      if (key === activityKey) problems.push({ field, message: 'is set by Errand' });
      else if (/^(from$|message_type$|google|gcm)/i.test(key) || key === '') {
        problems.push({ field, message: 'is a key that FCM keeps to itself' });
      }
    }
    const ttl = settings.ttlSeconds as number | undefined;
    if (ttl !== undefined && (ttl < 0 || ttl > longestTtlSeconds)) {
      problems.push({ field: 'settings.ttlSeconds', message: `must be from 0 to ${longestTtlSeconds}` });
    }
    return problems;
  }

  private async newToken(account: ProviderAccount, signal: AbortSignal): Promise<FetchedToken> {
    const serviceAccount = this.serviceAccountOf(account);
    if (account.settings.tokenExchange !== true) return signedJwt(serviceAccount, Date.now());
    const { tokenUrl } = serviceAccount;
    const { token: assertion } = signedJwt(serviceAccount, Date.now(), tokenUrl);
    addDerivedSecret(account.credentials, assertion);
    const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    return fetchToken(this.http, { url: tokenUrl, form }, account, signal);
  }

  /** To import the key takes longer than all else of a call. */
  private serviceAccountOf({ credentials }: ProviderAccount): ServiceAccount {
    let known = this.serviceAccounts.get(credentials);
    if (known === undefined) {
      const read = readServiceAccount(String(credentials.serviceAccount));
      if (typeof read === 'string') {
        throw new OutcomeError(
          failure('PROVIDER_REJECTED', `The service account ${read}`, { disposition: 'MISCONFIGURED' }),
        );
      }
      known = read;
      this.serviceAccounts.set(credentials, known);
    }
    for (const secret of known.secrets) addDerivedSecret(credentials, secret);
    return known;
  }
}

/** Each platform has its own way to say it. */
function lifetime(ttlSeconds: number | undefined, scheduledAt: string): object {
  if (ttlSeconds === undefined) return {};
  // A point in time, which is the same at every attempt.
  const until = ttlSeconds === 0 ? 0 : Math.floor(Date.parse(scheduledAt) / 1_000) + ttlSeconds;
  return {
    android: { ttl: `${ttlSeconds}s` },
    apns: { headers: { 'apns-expiration': String(until) } },
    webpush: { headers: { TTL: String(ttlSeconds) } },
  };
}

function outcomeOf(response: ProviderResponse, account: ProviderAccount): DispatchOutcome {
  const { status, body, headers } = response;
  const document = parsedJson(body);
  if (status >= 200 && status <= 299) {
    // projects/P/messages/ID
    const id = firstAt(document, [['name']])
      ?.split('/')
      .at(-1);
    return {
      disposition: 'ACCEPTED',
      providerActivityId: asId(id),
      httpStatus: status,
      responseBody: body === '' ? null : body,
    };
  }
  const { code, message, isOfDevice } = readError(document);
  return refusal(response, account, classes, {
    providerErrorCode: code,
    ...(message !== null && { message }),
    ...(code === 'UNREGISTERED' && { blocksContact: code }),
    ...(status === 429 && { retryAfterMs: retryAfterMs(headers['retry-after']) ?? quotaWaitMs }),
    ...(isOfDevice && { scope: 'RECIPIENT' }),
  });
}

interface FcmError {
  code: string | null;
  message: string | null;
  /** It is one device that gets too many messages. */
  isOfDevice: boolean;
}

/** `google.rpc.Status` in JSON, with what its details add. */
function readError(document: unknown): FcmError {
  const { error } = Object(document) as { error?: unknown };
  const { details: given } = Object(error) as { details?: unknown };
  const details = (Array.isArray(given) ? given : []).map((detail) => Object(detail) as Record<string, unknown>);
  const listOf = (type: string, key: string) =>
    details
      .filter((detail) => String(detail['@type']).endsWith(type))
      .flatMap((detail) => (Array.isArray(detail[key]) ? (detail[key] as unknown[]) : []));
  const ofFcm = details.find((detail) => String(detail['@type']).endsWith('google.firebase.fcm.v1.FcmError'));
  const reason = firstAt(error, [['message']]) ?? null;
  const violations = listOf('google.rpc.BadRequest', 'fieldViolations').flatMap((violation) => {
    const description = firstAt(violation, [['description']]);
    return description === undefined ? [] : `${firstAt(violation, [['field']]) ?? 'request'}: ${description}`;
  });
  return {
    code: firstAt(ofFcm, [['errorCode']]) ?? firstAt(error, [['status']]) ?? null,
    message: violations.length === 0 ? null : [reason ?? 'invalid', ...violations].join('; '),
    isOfDevice: /\bdevice\b/i.test(JSON.stringify(listOf('google.rpc.QuotaFailure', 'violations'))),
  };
}
