import type { LoopbackAnswer, ReceivedRequest } from '../loopback-provider';

interface MailSend {
  personalizations?: { to?: { email?: unknown; name?: unknown }[]; subject?: unknown }[];
  from?: { email?: unknown; name?: unknown };
  subject?: unknown;
  content?: { type?: unknown; value?: unknown }[];
  custom_args?: Record<string, unknown>;
}

/** `POST /v3/mail/send` as SendGrid documents it: what it demands of a request, and how it answers. */
export class SendgridReceiver {
  readonly mails: MailSend[] = [];

  constructor(private readonly apiKey: string) {}

  readonly answer = ({ method, path, headers, body }: ReceivedRequest): LoopbackAnswer => {
    if (path !== '/v3/mail/send') return refused(404, 'Not Found');
    if (method !== 'POST') return refused(405, 'method not allowed');
    if (headers.authorization !== `Bearer ${this.apiKey}`) {
      return refused(401, 'The provided authorization grant is invalid, expired, or revoked');
    }
    if (!/^(application\/json|\*\/\*)$/.test(headers.accept ?? '')) return refused(406, 'Accept is not satisfiable');
    if (headers['content-type'] !== 'application/json') return refused(415, 'Content-Type should be application/json.');
    const mail = JSON.parse(body) as MailSend;
    const problem = problemOf(mail);
    if (problem !== null) return refused(400, ...problem);
    this.mails.push(mail);
    return { status: 202, headers: { 'x-message-id': `sg-${this.mails.length}` }, body: '' };
  };
}

function problemOf({
  personalizations = [],
  from,
  subject,
  content = [],
  custom_args: args = {},
}: MailSend): [message: string, field: string] | null {
  const isAddress = (email: unknown) => typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email);
  if (personalizations.length < 1 || personalizations.length > 1000) {
    return ['The personalizations field is required and must have at least one personalization.', 'personalizations'];
  }
  for (const [index, { to = [] }] of personalizations.entries()) {
    if (to.length < 1) return ['The to array is required', `personalizations.${index}.to`];
    const wrong = to.findIndex(({ email }) => !isAddress(email));
    if (wrong >= 0) {
      return ['Does not contain a valid address.', `personalizations.${index}.to.${wrong}.email`];
    }
  }
  if (!isAddress(from?.email)) return ['The from email does not contain a valid address.', 'from.email'];
  if (typeof subject !== 'string' || subject === '') return ['The subject is required.', 'subject'];
  if (content.length < 1) return ['At least one content is required', 'content'];
  const empty = content.findIndex(({ value }) => typeof value !== 'string' || value === '');
  if (empty >= 0)
    return ['The content value must be a string at least one character in length.', `content.${empty}.value`];
  const types = content.map(({ type }) => type);
  if (types.indexOf('text/plain') > 0) {
    return ['If present, text/plain and text/html may only be provided in that order.', 'content'];
  }
  if (Object.values(args).some((value) => typeof value !== 'string') || JSON.stringify(args).length >= 10_000) {
    return ['custom_args must be strings of fewer than 10000 bytes', 'custom_args'];
  }
  return null;
}

function refused(status: number, message: string, field: string | null = null): LoopbackAnswer {
  return { status, body: JSON.stringify({ errors: [{ message, field, help: null }] }) };
}
