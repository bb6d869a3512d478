import type { FieldProblem } from '@errand/errors';
import { OutboundHttp } from '@errand/outbound';
import type { Channel } from '@errand/vocabulary';
import type { CallbackReading, ReceivedCallback } from '../callback';
import {
  type AccountFields,
  type ActivityDispatcher,
  Dispatcher,
  type DispatchOutcome,
  type DispatchRequest,
  type PreparedCall,
  type ProviderAccount,
} from '../dispatcher';
import { e164Of } from '../e164';
import { makeCall } from '../make-call';
import { refusal } from '../refusal';
import { responseId } from '../response-id';
import { sayable, unsayable } from '../sayable';
import { smsText } from '../sms-text';
import { urlUnder } from '../url-under';
import { accountProblems, channelDefinitions, type TwilioCredentials, type TwilioSettings } from './twilio-account';
import { eventsOf, isSigned } from './twilio-callback';
import { codeClasses, reasonToBlock, scopeOfCode } from './twilio-codes';
import { sayTwiml, twimlProblem } from './twiml';

const origin = 'https://api.twilio.com';
const longestBody = 1_600;
/** Of a template of WhatsApp's. */
const longestVariable = 1_024;
const longestTwiml = 4_000;

/** A form; a name may come several times. */
type Form = [name: string, value: string][];

/**
 * Messages and calls by Twilio's API of 2010 (https://www.twilio.com/docs/usage/api). It knows no idempotency key: a call
 * whose answer is lost may have been taken, which the callback then tells by the activity's id in its URL.
 */
@Dispatcher('TWILIO')
export class TwilioDispatcher implements ActivityDispatcher {
  readonly name = 'Twilio';
  readonly channelDefinitions = channelDefinitions;
  readonly notes = [
    '- Twilio refuses a callback URL whose host it cannot reach or whose name has an underscore (21609): with a',
    '  `PUBLIC_URL` of this machine alone, such as `http://localhost`, nothing is sent.',
    '- A call that is answered and over is DELIVERED; busy and no answer are results (NOT_EXECUTED), not failures to send.',
    '- With Twilio’s test credentials and the sender +15005550006 nothing is sent, and no callback comes.',
  ].join('\n');

  constructor(private readonly http: OutboundHttp) {}

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { account, payload } = request;
    const response = await makeCall(this.http, this.prepare(request), account, signal);
    const { status: httpStatus, body } = response;
    if (httpStatus >= 200 && httpStatus <= 299) {
      const providerActivityId = responseId(body, '/sid');
      return { disposition: 'ACCEPTED', providerActivityId, httpStatus, responseBody: body || null };
    }
    const outcome = refusal(response, account, codeClasses);
    const { providerErrorCode, scope } = outcome;
    return {
      ...outcome,
      scope: scopeOfCode(providerErrorCode) ?? scope,
      blocksContact: reasonToBlock(providerErrorCode, payload.recipient?.type),
    };
  }

  prepare(request: DispatchRequest): PreparedCall {
    const { payload, account } = request;
    const { accountSid, authToken, apiKeySid, apiKeySecret } = account.credentials as unknown as TwilioCredentials;
    const [user, password] = apiKeySid ? [apiKeySid, apiKeySecret] : [accountSid, authToken];
    const isCall = payload.channel === 'CALLCENTER';
    const form = isCall ? callForm(request) : messageForm(request);
    return {
      method: 'POST',
      url: urlUnder(
        account.baseUrl ?? origin,
        `/2010-04-01/Accounts/${accountSid}/${isCall ? 'Calls' : 'Messages'}.json`,
      ),
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(form).toString(),
      ...textOf(form),
    };
  }

  readCallback(callback: ReceivedCallback, { credentials }: ProviderAccount): CallbackReading {
    const { authToken } = credentials as unknown as TwilioCredentials;
    if (!isSigned(callback, authToken)) return { kind: 'BAD_SIGNATURE' };
    return { kind: 'EVENTS', events: eventsOf(callback) };
  }

  validate(account: AccountFields, channel: Channel): FieldProblem[] {
    return accountProblems(account, channel);
  }
}

/** Of a message, what it says. */
function textOf(form: Form): { text?: string } {
  const text = form.find(([name]) => name === 'Body')?.[1];
  return text === undefined ? {} : { text };
}

function messageForm(request: DispatchRequest): Form {
  const { payload, account, rendered } = request;
  const { from, messagingServiceSid, validitySeconds, transliterate = false } = account.settings as TwilioSettings;
  const to = e164Of(payload.recipient);
  const isWhatsapp = payload.channel === 'WHATSAPP';
  const sender: Form = messagingServiceSid
    ? [['MessagingServiceSid', messagingServiceSid]]
    : [['From', isWhatsapp ? whatsapp(from ?? '') : (from ?? '')]];
  const content: Form = isWhatsapp
    ? whatsappContent(request)
    : [['Body', sayable(smsText((rendered.body as string | undefined) ?? '', { transliterate }), 'body', longestBody)]];
  return [
    ['To', isWhatsapp ? whatsapp(to) : to],
    ...sender,
    ...content,
    ...(validitySeconds ? [['ValidityPeriod', String(validitySeconds)] satisfies Form[number]] : []),
    ...statusCallback(request),
  ];
}

function whatsapp(number: string): string {
  return number.startsWith('whatsapp:') ? number : `whatsapp:${number}`;
}

function whatsappContent({ account, rendered }: DispatchRequest): Form {
  const { contentSid } = account.settings as TwilioSettings;
  if (!contentSid) return [['Body', sayable(rendered.body, 'body', longestBody)]];
  // WhatsApp refuses a line break, a tab or five blanks in a variable, and Twilio fills an empty one with a sample.
  const variables = Object.entries((rendered.contentVariables ?? {}) as Record<string, string>).map(
    ([name, value]) =>
      [name, sayable(value.replace(/\s+/g, ' ').trim(), `contentVariables.${name}`, longestVariable)] as const,
  );
  if (variables.length === 0) return [['ContentSid', contentSid]];
  return [
    ['ContentSid', contentSid],
    ['ContentVariables', JSON.stringify(Object.fromEntries(variables))],
  ];
}

function callForm(request: DispatchRequest): Form {
  const { payload, account } = request;
  const { from = '' } = account.settings as TwilioSettings;
  const callback = statusCallback(request);
  // Without them only the end of the call is told.
  const told = callback.length === 0 ? [] : ['initiated', 'ringing', 'answered', 'completed'];
  return [
    ['To', e164Of(payload.recipient)],
    ['From', from],
    ['Twiml', twimlOf(request)],
    ...callback,
    ...told.map((event): Form[number] => ['StatusCallbackEvent', event]),
  ];
}

function twimlOf({ account, rendered }: DispatchRequest): string {
  const { say, language = '' } = account.settings as TwilioSettings;
  if (say) return sayable(sayTwiml(sayable(rendered.say, 'say', longestTwiml), language), 'say', longestTwiml);
  const twiml = sayable(rendered.twiml, 'twiml', longestTwiml);
  const problem = twimlProblem(twiml);
  if (problem !== null) throw unsayable('twiml', problem);
  return twiml;
}

/**
 * Where Twilio tells what became of it. The fragment, which is neither sent nor signed, has it try five times instead of
 * once, also when it is answered 5xx or too late. The kind of contact tells what an unknown WhatsApp account says of the address.
 */
function statusCallback({ payload, account: { callbackUrl } }: DispatchRequest): Form {
  if (!callbackUrl) return [];
  const contact = payload.channel === 'WHATSAPP' ? `&contact=${payload.recipient?.type}` : '';
  return [['StatusCallback', `${callbackUrl}?activity=${payload.id}${contact}#rc=5&rp=ct,rt,5xx`]];
}
