import type { FieldProblem } from '@errand/errors';
import { OutboundHttp } from '@errand/outbound';
import { type CallbackReading, type ProviderEvent, type ReceivedCallback, type Stage, timeTold } from '../callback';
import { completeOnSetting } from '../complete-on';
import {
  type AccountFields,
  type ActivityDispatcher,
  type ChannelDefinition,
  Dispatcher,
  type DispatchOutcome,
  type DispatchRequest,
  type FailedOutcome,
  type PreparedCall,
} from '../dispatcher';
import { e164Of } from '../e164';
import { firstAt, parsedJson, textOf, valueAt } from '../json-places';
import { makeCall } from '../make-call';
import { type CodeClasses, dispositionOf, refusal } from '../refusal';
import { asId } from '../response-id';
import { sayable } from '../sayable';
import { smsText } from '../sms-text';
import { urlUnder } from '../url-under';

/** Infobip takes no more than 25 parts. */
const longestText = 4_000;

/** The groups of a status (https://www.infobip.com/docs/essentials/api-essentials/response-status-and-error-codes). */
const refusedGroups = new Set(['2', '5']);
const stagesOfGroups = new Map<string | null, Stage>([
  ['1', 'QUEUED'],
  ['2', 'FAILED'],
  ['3', 'DELIVERED'],
  ['4', 'FAILED'],
  ['5', 'FAILED'],
]);
/** Statuses of group 1 with which the message is at the operator. */
const sentStatuses = new Set(['PENDING_ENROUTE', 'PENDING_WAITING_DELIVERY']);

/** What follows from the name of a status that refuses a message; another one is for good. */
const statusClasses: CodeClasses = {
  RETRY: ['REJECTED_FLOODING_FILTER', 'REJECTED_SYSTEM_ERROR'],
  MISCONFIGURED: [
    'REJECTED_SOURCE',
    'REJECTED_SENDER',
    'REJECTED_NOT_ENOUGH_CREDITS',
    'REJECTED_PREPAID_PACKAGE_EXPIRED',
    'REJECTED_DESTINATION_NOT_REGISTERED',
    'REJECTED_ROUTE_NOT_AVAILABLE',
  ],
};

/** Says that a message with this id was taken before. */
const duplicate = 'REJECTED_DUPLICATE_MESSAGE_ID';

/** What an answer or a report says of one message. */
interface Told {
  messageId: string | null;
  group: string | null;
  status: string | null;
  description: string | null;
  error: string | null;
  isPermanent: boolean | undefined;
}

/**
 * SMS by `POST {baseUrl}/sms/3/messages`. The activity's id is the message's, so that Infobip refuses a second one, and
 * comes back with the reports, which have no signature: the token in the callback's URL is their proof.
 */
@Dispatcher('INFOBIP')
export class InfobipDispatcher implements ActivityDispatcher {
  readonly name = 'Infobip';

  readonly notes = 'Callbacks need no setting up: each message carries its callback URL.';

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'SMS',
      baseUrl: 'required',
      addressesPerson: true,
      credentials: [
        {
          key: 'apiKey',
          label: 'API key',
          type: 'string',
          required: true,
          secret: true,
          description: 'A key with the scope sms:message:send; the base URL is the one that Infobip shows beside it.',
        },
      ],
      settings: [
        {
          key: 'from',
          label: 'From',
          type: 'string',
          required: true,
          group: 'Sender',
          description: 'A sender registered for the account: a number, or up to 11 letters and digits.',
        },
        {
          key: 'body',
          label: 'Text',
          type: 'text',
          required: true,
          template: 'none',
          group: 'Message',
          description: 'What the message says.',
          help: 'Curly quotes, dashes and the like are sent as their plain forms, as one character outside GSM-7 more than halves what fits a part.',
        },
        completeOnSetting,
      ],
    },
  ];

  constructor(private readonly http: OutboundHttp) {}

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account, payload } = request;
    const response = await makeCall(this.http, this.prepare(request), account, signal);
    const { status: httpStatus, body } = response;
    const answer = parsedJson(body);
    if (httpStatus < 200 || httpStatus > 299) return refusal(response, account, {}, errorOf(answer));
    const told = toldOf(valueAt(answer, ['messages', '0']));
    const isRefused = refusedGroups.has(told.group ?? '') && told.status !== duplicate;
    if (isRefused) return refusal(response, account, {}, refusalOf(told));
    const providerActivityId = told.status === duplicate ? payload.id : asId(told.messageId);
    return { disposition: 'ACCEPTED', providerActivityId, httpStatus, responseBody: body || null };
  }

  prepare({ payload, account, rendered }: DispatchRequest): PreparedCall {
    const { id } = payload;
    const text = sayable(smsText(rendered.body as string, { transliterate: false }), 'body', longestText);
    const message = {
      sender: account.settings.from,
      destinations: [{ to: e164Of(payload.recipient).slice(1), messageId: id }],
      content: { text },
      ...(account.callbackUrl && {
        webhooks: {
          delivery: { url: `${account.callbackUrl}?activity=${id}`, intermediateReport: true },
          contentType: 'application/json',
          callbackData: id,
        },
      }),
    };
    return {
      method: 'POST',
      url: urlUnder(account.baseUrl ?? '', '/sms/3/messages'),
      headers: {
        authorization: `App ${account.credentials.apiKey as string}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify({ messages: [message] }),
      text,
    };
  }

  readCallback({ body, query, receivedAt }: ReceivedCallback): CallbackReading {
    const results = valueAt(parsedJson(body.toString(), Infinity), ['results']);
    const reports: unknown[] = Array.isArray(results) ? results : [];
    const ofUrl = reports.length === 1 ? (query.activity ?? null) : null;
    return { kind: 'EVENTS', events: reports.flatMap((report) => eventOf(report, ofUrl, receivedAt)) };
  }

  validate({ credentials, settings }: AccountFields): FieldProblem[] {
    const problems: FieldProblem[] = [];
    if (!/^[\x21-\x7e]+$/.test(credentials.apiKey as string)) {
      problems.push({
        field: 'credentials.apiKey',
        message: 'must be visible ASCII characters, as it is sent in a header',
      });
    }
    if (!/^(\+?\d{3,15}|[\x20-\x7e]{1,11})$/.test(settings.from as string)) {
      problems.push({ field: 'settings.from', message: 'must be a number, or up to 11 letters and digits' });
    }
    return problems;
  }
}

/** The code and reason of an answer that is no 2xx, in either of the forms that Infobip has. */
function errorOf(answer: unknown): Partial<Pick<FailedOutcome, 'providerErrorCode' | 'message'>> {
  const exception = ['requestError', 'serviceException'];
  const providerErrorCode = firstAt(answer, [['errorCode'], [...exception, 'messageId']]);
  const message = firstAt(answer, [['description'], [...exception, 'text']]);
  return { ...(providerErrorCode && { providerErrorCode }), ...(message && { message }) };
}

/** Of a message that a 200 refuses. */
function refusalOf({ status, description, error, isPermanent }: Told): Partial<FailedOutcome> {
  const byError = isPermanent === undefined ? undefined : isPermanent ? 'REJECTED' : 'RETRY';
  return {
    disposition: dispositionOf(status, statusClasses) ?? byError ?? 'REJECTED',
    ...(status === 'REJECTED_SYSTEM_ERROR' && { scope: 'CONFIG' as const }),
    providerErrorCode: error ?? status,
    message: [status, description].filter((text) => text !== null).join(': '),
  };
}

function eventOf(report: unknown, ofUrl: string | null, receivedAt: Date): ProviderEvent[] {
  const { messageId, group, status, description, error, isPermanent } = toldOf(report);
  const known = stagesOfGroups.get(group);
  if (known === undefined || messageId === null) return [];
  const stage = status !== null && sentStatuses.has(status) ? 'SENT' : known;
  const externalStatus = status ?? textOf(valueAt(report, ['status', 'groupName'])) ?? stage;
  const providerErrorCode = stage === 'FAILED' ? (error ?? status) : null;
  const at = [textOf(valueAt(report, ['doneAt'])), textOf(valueAt(report, ['sentAt']))].find((time) => time !== null);
  return [
    {
      id: [messageId, externalStatus, ...(error === null ? [] : [error])].join(':'),
      activityId: textOf(valueAt(report, ['callbackData'])) ?? ofUrl,
      providerActivityId: messageId,
      stage,
      externalStatus,
      providerErrorCode,
      message: stage === 'FAILED' ? description : null,
      // `2026-01-02T03:04:05.678+0000`: without the colon that RFC 3339 has.
      occurredAt: timeTold(at?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'), receivedAt),
      // Absent and the like are of the day; an unknown one may be too, unless the error says that it is for good.
      blocksContact: stage === 'FAILED' && error === 'EC_UNKNOWN_SUBSCRIBER' && isPermanent ? 'UNKNOWN_USER' : null,
      raw: report,
    },
  ];
}

function toldOf(message: unknown): Told {
  const error = textOf(valueAt(message, ['error', 'name']));
  const permanent = valueAt(message, ['error', 'permanent']);
  const isError = error !== null && error !== 'NO_ERROR';
  return {
    messageId: textOf(valueAt(message, ['messageId'])),
    group: textOf(valueAt(message, ['status', 'groupId'])),
    status: textOf(valueAt(message, ['status', 'name'])),
    description: textOf(valueAt(message, [isError ? 'error' : 'status', 'description'])),
    error: isError ? error : null,
    isPermanent: isError && typeof permanent === 'boolean' ? permanent : undefined,
  };
}
