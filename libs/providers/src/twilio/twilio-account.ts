import type { FieldProblem } from '@errand/errors';
import type { Channel } from '@errand/vocabulary';
import { completeOnSetting } from '../complete-on';
import type { AccountFields, ChannelDefinition, FieldDefinition } from '../dispatcher';
import { twimlTemplateProblem } from './twiml';

export interface TwilioCredentials {
  accountSid: string;
  /** Twilio signs callbacks with it, so that it is needed beside an API key. */
  authToken: string;
  apiKeySid?: string;
  apiKeySecret?: string;
}

/** Of all channels; each has its own. An empty string is as good as none. */
export interface TwilioSettings {
  from?: string;
  messagingServiceSid?: string;
  validitySeconds?: number;
  transliterate?: boolean;
  contentSid?: string;
  say?: string;
  language?: string;
}

const credentials: FieldDefinition[] = [
  {
    key: 'accountSid',
    label: 'Account SID',
    type: 'string',
    required: true,
    description: 'AC and 32 hexadecimal digits, from the first page of the Twilio Console.',
  },
  {
    key: 'authToken',
    label: 'Auth token',
    type: 'string',
    required: true,
    secret: true,
    description: 'Checks the signature of callbacks, and authenticates calls where there is no API key.',
  },
  {
    key: 'apiKeySid',
    label: 'API key SID',
    type: 'string',
    required: false,
    description: 'SK and 32 hexadecimal digits: calls are authenticated with this key in place of the auth token.',
  },
  {
    key: 'apiKeySecret',
    label: 'API key secret',
    type: 'string',
    required: false,
    secret: true,
    description: 'Of the API key; Twilio shows it once, when the key is made.',
  },
];

const messagingService: FieldDefinition = {
  key: 'messagingServiceSid',
  label: 'Messaging service SID',
  type: 'string',
  required: false,
  group: 'Sender',
  description: 'MG and 32 hexadecimal digits: the service chooses the sender; in place of From.',
};

const smsSettings: FieldDefinition[] = [
  {
    key: 'from',
    label: 'From',
    type: 'string',
    required: false,
    group: 'Sender',
    description:
      'A number of the account with its plus, a short code, or an alphanumeric sender of up to 11 characters.',
  },
  messagingService,
  {
    key: 'body',
    label: 'Text',
    type: 'text',
    required: true,
    template: 'none',
    group: 'Message',
    description: 'What the message says.',
    help: 'Up to 1600 characters. Curly quotes, dashes and the like are sent as their plain forms, as one character outside GSM-7 more than halves what fits a part.',
  },
  {
    key: 'transliterate',
    label: 'Transliterate',
    type: 'boolean',
    required: false,
    default: false,
    group: 'Message',
    description: 'True: letters that GSM-7 lacks are sent without their marks, such as a for á.',
  },
  {
    key: 'validitySeconds',
    label: 'Validity',
    type: 'integer',
    required: false,
    group: 'Message',
    description: 'Seconds after which Twilio gives up a message that it could not pass on, 1 to 36000.',
  },
  completeOnSetting,
];

const whatsappSettings: FieldDefinition[] = [
  {
    key: 'from',
    label: 'From',
    type: 'string',
    required: false,
    group: 'Sender',
    description: 'The WhatsApp sender’s number with its plus.',
  },
  messagingService,
  {
    key: 'contentSid',
    label: 'Content SID',
    type: 'string',
    required: false,
    group: 'Message',
    description: 'HX and 32 hexadecimal digits: the approved template, which reaches people at any time.',
  },
  {
    key: 'contentVariables',
    label: 'Content variables',
    type: 'map',
    required: false,
    template: 'none',
    group: 'Message',
    description: 'What stands in the template for each of its placeholders, by their names, such as 1.',
    help: 'Give all of them: Twilio fills the rest with the samples of the template.',
  },
  {
    key: 'body',
    label: 'Text',
    type: 'text',
    required: false,
    template: 'none',
    group: 'Message',
    description: 'Text without a template, which WhatsApp takes only within 24 hours of the person’s last message.',
    help: 'Up to 1600 characters.',
  },
  completeOnSetting,
];

const callSettings: FieldDefinition[] = [
  {
    key: 'from',
    label: 'From',
    type: 'string',
    required: true,
    group: 'Sender',
    description: 'A number of the account, or a verified caller id, with its plus.',
  },
  {
    key: 'say',
    label: 'Say',
    type: 'text',
    required: false,
    template: 'none',
    group: 'Call',
    description: 'What is read out to whoever answers.',
  },
  {
    key: 'language',
    label: 'Language',
    type: 'string',
    required: false,
    group: 'Call',
    description: 'In which it is read out, such as es-MX.',
  },
  {
    key: 'twiml',
    label: 'TwiML',
    type: 'text',
    required: false,
    template: 'xml',
    group: 'Call',
    description: 'A whole TwiML document, <Response> and all, in place of say; up to 4000 characters.',
  },
  completeOnSetting,
];

export const channelDefinitions: readonly ChannelDefinition[] = (
  [
    ['SMS', smsSettings],
    ['WHATSAPP', whatsappSettings],
    ['CALLCENTER', callSettings],
  ] satisfies [Channel, FieldDefinition[]][]
).map(([channel, settings]) => ({ channel, baseUrl: 'optional', credentials, settings, addressesPerson: true }));

/** Which form a field has. */
const forms: Record<string, [RegExp, string]> = {
  'credentials.accountSid': [/^AC[\da-f]{32}$/i, 'must be AC and 32 hexadecimal digits'],
  'credentials.authToken': [/^[\x21-\x7e]+$/, 'must be visible ASCII characters'],
  'credentials.apiKeySid': [/^SK[\da-f]{32}$/i, 'must be SK and 32 hexadecimal digits'],
  'credentials.apiKeySecret': [/^[\x21-\x7e]+$/, 'must be visible ASCII characters'],
  'settings.messagingServiceSid': [/^MG[\da-f]{32}$/i, 'must be MG and 32 hexadecimal digits'],
  'settings.contentSid': [/^HX[\da-f]{32}$/i, 'must be HX and 32 hexadecimal digits'],
  'settings.language': [/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i, 'must be a language such as es-MX'],
};

const number = String.raw`\+[1-9]\d{6,14}`;
const senders: Partial<Record<Channel, [RegExp, string]>> = {
  SMS: [
    new RegExp(String.raw`^(${number}|\d{3,8}|(?=.*[a-z])[a-z\d](?:[a-z\d &+_-]{0,9}[a-z\d&+_-])?)$`, 'i'),
    'must be a number such as +12025550100, a short code, or up to 11 letters and digits',
  ],
  WHATSAPP: [new RegExp(`^(whatsapp:)?${number}$`), 'must be a number such as +12025550100'],
  CALLCENTER: [new RegExp(`^${number}$`), 'must be a number such as +12025550100'],
};

/** What is wrong with an account whose fields fit the table of its channel. */
export function accountProblems({ credentials, settings }: AccountFields, channel: Channel): FieldProblem[] {
  const given = Object.entries({ credentials, settings }).flatMap(([path, fields]) =>
    Object.entries(fields).map(([key, value]) => [`${path}.${key}`, value] as const),
  );
  const malformed = given.flatMap(([field, value]) => {
    const [form, message] = (field === 'settings.from' ? senders[channel] : forms[field]) ?? [];
    return form && message && value !== '' && !form.test(value as string) ? [{ field, message }] : [];
  });
  return [...malformed, ...keyProblems(credentials), ...settingProblems(settings, channel)];
}

function keyProblems({ apiKeySid, apiKeySecret }: Record<string, unknown>): FieldProblem[] {
  if (Boolean(apiKeySid) === Boolean(apiKeySecret)) return [];
  const [missing, other] = apiKeySid ? ['apiKeySecret', 'apiKeySid'] : ['apiKeySid', 'apiKeySecret'];
  return [{ field: `credentials.${missing}`, message: `is required with ${other}` }];
}

function settingProblems(settings: Record<string, unknown>, channel: Channel): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (key: string, message: string) => problems.push({ field: `settings.${key}`, message });
  const oneOf = (key: string, other: string) => {
    if (!settings[key] && !settings[other]) say(key, `is required, or ${other} in its place`);
    if (settings[key] && settings[other]) say(other, `must not be given together with ${key}`);
  };
  const onlyWith = (key: string, other: string) => {
    if (isGiven(settings[key]) && !settings[other]) say(key, `is only used with ${other}`);
  };
  if (channel !== 'CALLCENTER') oneOf('from', 'messagingServiceSid');
  if (channel === 'SMS' && isGiven(settings.validitySeconds) && !isValidity(settings.validitySeconds as number)) {
    say('validitySeconds', 'must be between 1 and 36000');
  }
  if (channel === 'WHATSAPP') {
    oneOf('contentSid', 'body');
    onlyWith('contentVariables', 'contentSid');
  }
  if (channel === 'CALLCENTER') {
    oneOf('say', 'twiml');
    if (settings.say && !settings.language) say('language', 'is required with say');
    onlyWith('language', 'say');
    const problem = settings.twiml ? twimlTemplateProblem(settings.twiml as string) : null;
    if (problem !== null) say('twiml', problem);
  }
  return problems;
}

function isValidity(seconds: number): boolean {
  return seconds >= 1 && seconds <= 36_000;
}

/** An empty map or string is none. */
function isGiven(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== undefined && value !== '';
}
