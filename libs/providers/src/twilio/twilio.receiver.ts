import type { IncomingHttpHeaders } from 'node:http';
import { parsedUrl } from '@errand/config';

/** Whose calls are taken: `user` is the account's SID with its auth token, or an API key's with its secret. */
interface Account {
  accountSid: string;
  user: string;
  password: string;
}

interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * For tests: answers as Twilio's API of 2010 does, by its documents. It takes no parameter that it does not know, so
 * that a misspelt one is found out.
 */
export function answerAsTwilio(received: Received, account: Account): Answer {
  const [, accountSid, resource] =
    /^\/2010-04-01\/Accounts\/([^/]+)\/(Messages|Calls)\.json$/.exec(received.path) ?? [];
  if (accountSid !== account.accountSid)
    return refused(404, 20404, `The requested resource ${received.path} was not found`);
  if (received.method !== 'POST') return refused(405, 20004, 'Method not allowed');
  if (received.headers.authorization !== basic(account)) return refused(401, 20003, 'Authenticate');
  if (received.headers['content-type']?.split(';')[0] !== 'application/x-www-form-urlencoded') {
    return refused(415, 20015, 'Unsupported media type');
  }
  const form = new URLSearchParams(received.body);
  const isCall = resource === 'Calls';
  const problem = nameProblem(form, isCall) ?? (isCall ? callProblem(form) : messageProblem(form));
  if (problem) return refused(problem.status, problem.code, problem.message);
  const sid = `${isCall ? 'CA' : 'SM'}${'0123456789abcdef'.repeat(2)}`;
  const [to, from] = [form.get('To'), form.get('From')];
  const status = form.has('MessagingServiceSid') ? 'accepted' : 'queued';
  return json(201, { sid, account_sid: accountSid, to, from, status, error_code: null, error_message: null });
}

interface Problem {
  status: number;
  code: number;
  message: string;
}

const lists = new Set(['MediaUrl', 'StatusCallbackEvent']);
const messageNames = ['To', 'From', 'MessagingServiceSid', 'Body', 'MediaUrl', 'ContentSid', 'ContentVariables'].concat(
  ['ValidityPeriod', 'StatusCallback', 'SmartEncoded', 'ShortenUrls', 'SendAt', 'ScheduleType'],
);
const callNames = ['To', 'From', 'Twiml', 'Url', 'ApplicationSid', 'StatusCallback', 'StatusCallbackEvent'].concat([
  'Timeout',
  'TimeLimit',
  'MachineDetection',
]);

function nameProblem(form: URLSearchParams, isCall: boolean): Problem | undefined {
  for (const name of form.keys()) {
    if (!(isCall ? callNames : messageNames).includes(name)) return bad(20001, `Unknown parameter: ${name}`);
    if (form.getAll(name).length > 1 && !lists.has(name)) return bad(20001, `Parameter given twice: ${name}`);
  }
  return callbackProblem(form);
}

function callbackProblem(form: URLSearchParams): Problem | undefined {
  const text = form.get('StatusCallback');
  if (text === null) return undefined;
  const url = parsedUrl(text);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname.includes('_')) {
    return bad(21609, 'The StatusCallback URL is not a valid URL');
  }
  const overrides = [...new URLSearchParams(url.hash.slice(1))];
  return overrides.every(([name, value]) => overridable[name]?.test(value))
    ? undefined
    : bad(21609, 'The StatusCallback URL has overrides that are none');
}

const overridable: Record<string, RegExp> = { rc: /^[0-5]$/, rp: /^((4xx|5xx|ct|rt|all)(,|$))+$/, tt: /^\d{3,5}$/ };

/** What the test credentials answer for, by their magic numbers. */
const magicTo: Record<string, [number, string]> = {
  '+15005550001': [21211, "The 'To' number +15005550001 is not a valid phone number."],
  '+15005550002': [21612, "The 'To' phone number is not currently reachable using the 'From' phone number."],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region indicated by the To number.'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
};
const magicFrom: Record<string, [number, string]> = {
  '+15005550001': [21212, "The 'From' number +15005550001 is not a valid phone number."],
  '+15005550007': [21606, "The 'From' phone number provided is not a valid, SMS-capable inbound phone number."],
  '+15005550008': [21611, "This 'From' number has exceeded the maximum number of queued messages"],
};

function messageProblem(form: URLSearchParams): Problem | undefined {
  const [to, from, service] = [form.get('To'), form.get('From'), form.get('MessagingServiceSid')];
  const [body, contentSid] = [form.get('Body'), form.get('ContentSid')];
  if (!to) return bad(21604, "A 'To' phone number is required.");
  if (!from && !service) return bad(21603, "A 'From' phone number is required.");
  if (service && !/^MG[\da-f]{32}$/.test(service)) return bad(21703, 'The Messaging Service does not exist');
  if (!body && !contentSid) return bad(21602, 'Message body is required.');
  if ([...(body ?? '')].length > 1600)
    return bad(21617, 'The concatenated message body exceeds the 1600 character limit');
  if (contentSid && !/^HX[\da-f]{32}$/.test(contentSid)) return bad(21655, 'The ContentSid is invalid');
  const variables = form.get('ContentVariables');
  if (variables !== null && !areVariables(variables)) return bad(21656, 'The ContentVariables parameter is invalid');
  const validity = form.get('ValidityPeriod');
  if (validity !== null && !(Number(validity) >= 1 && Number(validity) <= 36_000)) {
    return bad(20001, 'ValidityPeriod must be between 1 and 36000');
  }
  const isWhatsapp = to.startsWith('whatsapp:');
  if (from && from.startsWith('whatsapp:') !== isWhatsapp)
    return bad(63007, 'could not find a Channel with the From address');
  return numberProblem(isWhatsapp ? to.slice('whatsapp:'.length) : to) ?? magic(magicTo, to) ?? magic(magicFrom, from);
}

function areVariables(text: string): boolean {
  try {
    const variables = JSON.parse(text) as unknown;
    const values = Object.values(variables as object);
    return (
      !Array.isArray(variables) && values.every((value) => typeof value === 'string' && !/^$|[\n\t]| {5}/.test(value))
    );
  } catch {
    return false;
  }
}

const callEvents = ['initiated', 'ringing', 'answered', 'completed'];

function callProblem(form: URLSearchParams): Problem | undefined {
  const [to, from, twiml] = [form.get('To'), form.get('From'), form.get('Twiml')];
  if (!to) return bad(21201, 'No To number is specified');
  if (!from) return bad(21213, "'From' phone number is required");
  if (!twiml && !form.has('Url') && !form.has('ApplicationSid')) return bad(21205, 'Url parameter is required.');
  if (twiml && twiml.length > 4000) return bad(21205, 'Twiml is too long');
  if (!form.getAll('StatusCallbackEvent').every((event) => callEvents.includes(event))) {
    return bad(21626, 'Status callback events are invalid');
  }
  return numberProblem(to) ?? magic(magicTo, to) ?? magic(magicFrom, from);
}

function numberProblem(number: string): Problem | undefined {
  return /^\+[1-9]\d{6,14}$/.test(number)
    ? undefined
    : bad(21211, `The 'To' number ${number} is not a valid phone number.`);
}

function magic(numbers: typeof magicTo, number: string | null): Problem | undefined {
  const known = numbers[number ?? ''];
  return known && bad(...known);
}

function bad(code: number, message: string): Problem {
  return { status: code === 21611 ? 429 : 400, code, message };
}

function refused(status: number, code: number, message: string): Answer {
  return json(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function basic({ user, password }: Account): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
