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
import { e164Of } from '../e164';
import { firstAt, parsedJson } from '../json-places';
import { makeCall } from '../make-call';
import type { ProviderResponse } from '../outcome';
import { dispositionOf, refusal } from '../refusal';
import { asId } from '../response-id';
import { sayable } from '../sayable';
import { urlUnder } from '../url-under';
import { readStatuses } from './callback-statuses';
import { blocked, classes, ofAccount, ofRecipient, waits } from './error-codes';

const ownOrigin = 'https://graph.facebook.com';
const longestText = 4_096;
const longestParameter = 1_024;

/** Meta's WhatsApp Cloud API: a template, or a text to somebody who wrote within the last 24 hours. */
@Dispatcher('WHATSAPP_CLOUD')
export class WhatsAppCloudDispatcher implements ActivityDispatcher {
  readonly name = 'WhatsApp Cloud API';
  readonly notes = [
    'The number is sent as it is stored, in E.164: WhatsApp itself knows the forms of Mexican, Argentinian and Brazilian',
    'numbers, and may tell of the message under another one (`wa_id`).',
    '',
    'Callbacks: in the Meta app, WhatsApp, Configuration, enter the config’s `callbackUrl` and `verifyToken`, and subscribe',
    'to `messages`. An app has one such URL. When several of its numbers have a config here, give each number its own',
    'callback URL (`override_callback_uri` of the phone number’s webhook configuration): a config takes only what',
    'concerns its own `phoneNumberId`.',
  ].join('\n');

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'WHATSAPP',
      baseUrl: 'optional',
      addressesPerson: true,
      credentials: [
        {
          key: 'accessToken',
          label: 'Access token',
          type: 'string',
          required: true,
          secret: true,
          description: 'Token of a system user with the permission whatsapp_business_messaging.',
          help: 'Made in Meta Business Suite under System users. The token of the app’s start page ends after a day.',
        },
        {
          key: 'appSecret',
          label: 'App secret',
          type: 'string',
          required: true,
          secret: true,
          description: 'Callbacks are signed with it.',
          help: 'Found in the Meta app under App settings, Basic.',
        },
        {
          key: 'verifyToken',
          label: 'Verify token',
          type: 'string',
          required: true,
          secret: true,
          description:
            'A word of your choice, entered with the callback URL at Meta, which repeats it to verify the URL.',
        },
      ],
      settings: [
        {
          key: 'phoneNumberId',
          label: 'Phone number id',
          type: 'string',
          required: true,
          group: 'Sender',
          description: 'Id of the number that sends, digits only; it is not the number itself.',
          help: 'Found in the Meta app under WhatsApp, API setup.',
        },
        {
          key: 'apiVersion',
          label: 'API version',
          type: 'string',
          required: false,
          default: 'v23.0',
          group: 'Sender',
          description: 'Version of the Graph API.',
        },
        {
          key: 'templateName',
          label: 'Template',
          type: 'string',
          required: false,
          group: 'Message',
          description: 'Name of an approved template; only templates reach people who did not write for 24 hours.',
          help: 'Either a template or a text.',
        },
        {
          key: 'templateLanguage',
          label: 'Template language',
          type: 'string',
          required: false,
          group: 'Message',
          description: 'Language code of the template as it was approved, such as es or es_CL.',
        },
        {
          key: 'templateParameters',
          label: 'Template parameters',
          type: 'string[]',
          required: false,
          template: 'none',
          group: 'Message',
          description: 'What stands for {{1}}, {{2}} and so on in the template’s body, in this order.',
          help: `As many as the template has. Line breaks become blanks; an empty one, or more than ${longestParameter} characters, is not sent.`,
        },
        {
          key: 'text',
          label: 'Text',
          type: 'text',
          required: false,
          template: 'none',
          group: 'Message',
          description: `A text of at most ${longestText} characters, for people who wrote within the last 24 hours.`,
        },
        completeOnSetting,
      ],
    },
  ];

  constructor(private readonly http: OutboundHttp) {}

  prepare({ payload, account, rendered }: DispatchRequest): PreparedCall {
    const { phoneNumberId, apiVersion } = account.settings as Record<string, string>;
    return {
      method: 'POST',
      url: urlUnder(account.baseUrl ?? ownOrigin, `/${apiVersion}/${phoneNumberId}/messages`),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${account.credentials.accessToken as string}`,
      },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: e164Of(payload.recipient).slice(1),
        ...contentOf(account, rendered),
        // Comes back with every status.
        biz_opaque_callback_data: payload.id,
      }),
    };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    return outcomeOf(await makeCall(this.http, this.prepare(request), request.account, signal), request.account);
  }

  readCallback(callback: ReceivedCallback, account: ProviderAccount): CallbackReading {
    return readStatuses(callback, account);
  }

  validate({ credentials, settings }: AccountFields): FieldProblem[] {
    const { phoneNumberId, apiVersion, templateName, templateLanguage, templateParameters, text } = settings;
    const problems: FieldProblem[] = [];
    const check = (isFine: boolean, field: string, message: string) => {
      if (!isFine) problems.push({ field, message });
    };
    const isVisible = /^[\x21-\x7e]+$/.test(credentials.accessToken as string);
    check(isVisible, 'credentials.accessToken', 'must be visible ASCII characters, as it is sent in a header');
    check(/^\d+$/.test(phoneNumberId as string), 'settings.phoneNumberId', 'must be digits');
    check(/^v\d+\.\d+$/.test(apiVersion as string), 'settings.apiVersion', 'must be like v23.0');
    const hasTemplate = isGiven(templateName);
    if (hasTemplate === isGiven(text)) {
      const field = hasTemplate ? 'settings.text' : 'settings.templateName';
      problems.push({ field, message: 'give either a templateName or a text' });
    }
    if (hasTemplate) {
      const isName = /^[a-z0-9_]{1,512}$/.test(templateName as string);
      check(isName, 'settings.templateName', 'must be lower case letters, digits and _');
      const isLanguage = /^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/.test(String(templateLanguage));
      check(isLanguage, 'settings.templateLanguage', 'must be a language code such as es or es_CL');
    } else {
      for (const [key, value] of Object.entries({ templateLanguage, templateParameters })) {
        check(!isGiven(value), `settings.${key}`, 'belongs to a templateName, which is not given');
      }
    }
    return problems;
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function contentOf({ settings }: ProviderAccount, rendered: DispatchRequest['rendered']): object {
  const { templateName: name, templateLanguage: code } = settings;
  if (!isGiven(name)) return { type: 'text', text: { body: sayable(rendered.text, 'text', longestText) } };
  const values = (rendered.templateParameters ?? []) as string[];
  const parameters = values.map((value, index) => ({ type: 'text', text: parameterOf(value, index) }));
  const components = parameters.length === 0 ? {} : { components: [{ type: 'body', parameters }] };
  return { type: 'template', template: { name, language: { code }, ...components } };
}

/** WhatsApp refuses line breaks, tabs and rows of blanks in it, and for good. */
function parameterOf(value: string, index: number): string {
  return sayable(value.replace(/\s+/g, ' ').trim(), `templateParameters[${index}]`, longestParameter);
}

function outcomeOf(response: ProviderResponse, account: ProviderAccount): DispatchOutcome {
  const { status, body, headers } = response;
  const document = parsedJson(body);
  if (status >= 200 && status <= 299) {
    const providerActivityId = asId(firstAt(document, [['messages', '0', 'id']]));
    return { disposition: 'ACCEPTED', providerActivityId, httpStatus: status, responseBody: body === '' ? null : body };
  }
  const { error } = Object(document) as { error?: unknown };
  const code = firstAt(error, [['code']]) ?? null;
  const { is_transient: isTransient } = Object(error) as { is_transient?: unknown };
  const message = firstAt(error, [['message']]);
  const details = firstAt(error, [['error_data', 'details']]);
  const wait = retryAfterMs(headers['retry-after']) ?? waits.get(code);
  return refusal(response, account, classes, {
    providerErrorCode: code,
    ...(message !== undefined && details !== undefined && { message: `${message}: ${details}` }),
    ...(isTransient === true && { disposition: 'RETRY' }),
    ...(wait !== undefined && { retryAfterMs: wait }),
    ...scopeOf(code),
    blocksContact: blocked.get(code) ?? null,
  });
}

function scopeOf(code: string | null): { scope?: 'CONFIG' | 'RECIPIENT' } {
  if (code === null || dispositionOf(code, classes) !== 'RETRY') return {};
  if (ofRecipient.has(code)) return { scope: 'RECIPIENT' };
  return ofAccount.has(code) ? { scope: 'CONFIG' } : {};
}
