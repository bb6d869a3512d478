import type { ConnectionOptions } from 'node:tls';
import { domainToASCII } from 'node:url';
import type { FieldProblem } from '@errand/errors';
import { originOf, OutboundHttp } from '@errand/outbound';
import { createTransport, type NodemailerError, type SendMailOptions, type SMTPTransportOptions } from 'nodemailer';
import {
  type AccountFields,
  type ActivityDispatcher,
  type ChannelDefinition,
  Dispatcher,
  type DispatchOutcome,
  type DispatchRequest,
  type FailedOutcome,
  type PreparedCall,
  type ProviderAccount,
} from '../dispatcher';
import { emailProblems, emailSettings, type Mail, mailboxText, mailOf, readMailbox } from '../email-fields';
import { failure } from '../outcome';
import { outcomeOfFailure } from './smtp-outcome';

/** A server's reply is kept up to this many bytes. */
const longestReply = 65_536;
/** How long the server may take to close its side, once all is said. */
const closingMs = 1_000;

/** Hands one mail for one person in at a mail server (RFC 5321, RFC 6409). */
@Dispatcher('SMTP')
export class SmtpDispatcher implements ActivityDispatcher {
  readonly name = 'SMTP';

  readonly notes = [
    'Mail is handed in at `baseUrl`: `smtp://` (port 587, encrypted by STARTTLS) or `smtps://` (port 465, encrypted from the',
    'start). Ports 25, 465 and 587 are open to it besides those of `OUTBOUND_ALLOW_PORTS`; many networks block 25. The',
    'server’s certificate must name the host and be signed by an authority that Node knows; add your own by',
    '`NODE_EXTRA_CA_CERTS`. Each mail has the same `Message-ID` on every attempt, `<activity id@domain of from>`, which is',
    'also its `providerActivityId`. A server tells of bounces by mail only, so that an activity stays DISPATCHED until a',
    'result is reported. When the connection breaks after the message was sent and before the server confirmed it, the',
    'attempt is UNCERTAIN.',
  ].join('\n');

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'EMAIL',
      baseUrl: 'required',
      baseUrlSchemes: ['smtp', 'smtps'],
      addressesPerson: true,
      credentials: [
        {
          key: 'user',
          label: 'User',
          type: 'string',
          required: false,
          description: 'Name to log in with; left out, no login is made.',
        },
        {
          key: 'password',
          label: 'Password',
          type: 'string',
          required: false,
          secret: true,
          description: 'Password to log in with, by AUTH PLAIN or LOGIN.',
        },
      ],
      settings: [
        ...emailSettings,
        {
          key: 'replyTo',
          label: 'Reply to',
          type: 'string',
          required: false,
          group: 'Message',
          description: 'Where answers go, if not to the sender.',
        },
        {
          key: 'requireTls',
          label: 'Require TLS',
          type: 'boolean',
          required: false,
          default: true,
          decidesDestination: true,
          group: 'Connection',
          description: 'True: nothing but the greeting is said before the connection is encrypted.',
          help: 'False only for a server in your own network: STARTTLS is then used where it is offered, and else mail and password are sent in plain text.',
        },
      ],
    },
  ];

  /** Whom a certificate must be signed by and the like; Node's own rules unless told. */
  protected readonly tls: ConnectionOptions = {};

  constructor(private readonly http: OutboundHttp) {}

  prepare(request: DispatchRequest): PreparedCall {
    const mail = mailOf(request);
    const { text, html } = mail;
    const { settings, baseUrl } = request.account;
    const headers = {
      from: mailboxText(mail.from),
      to: mailboxText(mail.to),
      ...(settings.replyTo !== undefined && { 'reply-to': settings.replyTo as string }),
      subject: mail.subject,
      'message-id': messageId(request.payload.id, mail),
      'x-errand-activity': request.payload.id,
    };
    const body = html === null ? text : `${text}\n\n--- text/html ---\n\n${html}`;
    return { method: 'SMTP', url: baseUrl ?? '', headers, body };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { payload, account } = request;
    const { timeoutMs, settings } = account;
    const url = account.baseUrl ?? '';
    const origin = originOf(url) ?? '';
    const mail = mailOf(request);
    const { socket, leftMs } = await this.http.connect({ url, timeoutMs, signal });
    const end = new AbortController();
    const onEnd = () => end.abort();
    signal.addEventListener('abort', onEnd, { once: true });
    // What came in time but was not read yet, since this process was busy, is read first.
    const timer = setTimeout(() => setImmediate(onEnd), leftMs);
    let mayBeSent = false;
    const transport = createTransport({
      ...this.transportOf(account),
      getSocket: (_options, callback) => callback(null, { connection: socket }),
      transactionLog: true,
      logger: tellingOfData(() => (mayBeSent = true)),
    });
    try {
      const { response } = await transport.sendMail({ ...messageOf(payload.id, mail, settings), signal: end.signal });
      const providerActivityId = messageId(payload.id, mail);
      return { disposition: 'ACCEPTED', providerActivityId, httpStatus: null, responseBody: response };
    } catch (error) {
      socket.destroy();
      if (signal.aborted) throw error;
      if (end.signal.aborted) return timedOut(origin, timeoutMs, mayBeSent);
      const { code, originalCode, command, response } = error as NodemailerError;
      return outcomeOfFailure(origin, { code, systemCode: originalCode, command, response, mayBeSent });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onEnd);
    }
  }

  validate({ credentials, settings }: AccountFields): FieldProblem[] {
    const problems = emailProblems({ settings });
    const replyTo = settings.replyTo as string | undefined;
    if (replyTo !== undefined && (/\p{Cc}/u.test(replyTo) || readMailbox(replyTo) === null)) {
      problems.push({ field: 'settings.replyTo', message: 'must be one address, such as help@store.example' });
    }
    const { user, password } = credentials;
    if (password && !user) problems.push({ field: 'credentials.user', message: 'is required with a password' });
    if (user && !password) problems.push({ field: 'credentials.password', message: 'is required with a user' });
    return problems;
  }

  private transportOf({ baseUrl, credentials, settings, timeoutMs }: ProviderAccount): SMTPTransportOptions {
    const { hostname, protocol } = new URL(baseUrl ?? '');
    const { user, password } = credentials as { user?: string; password?: string };
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      secure: protocol === 'smtps:',
      requireTLS: settings.requireTls !== false,
      tls: this.tls,
      ...(user && password && { auth: { user, pass: password }, forceAuth: true }),
      // Whoever has its digest can try passwords, and nothing would blot it out of an answer.
      customAuth: { 'CRAM-MD5': (login) => login.reject('not spoken') },
      disableFileAccess: true,
      disableUrlAccess: true,
      // The deadline is that of the whole call, which is kept outside; these begin anew with whatever comes.
      connectionTimeout: timeoutMs * 2,
      greetingTimeout: timeoutMs * 2,
      socketTimeout: timeoutMs * 2,
      socketCloseTimeout: closingMs,
      maxResponseSize: longestReply,
    };
  }
}

/** The same on every attempt, so that a mail server may drop a second one; the date is that of the attempt. */
function messageId(activityId: string, { from }: Mail): string {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return `<${activityId}@${domainToASCII(domain) || domain}>`;
}

function messageOf(activityId: string, mail: Mail, settings: ProviderAccount['settings']): SendMailOptions {
  const { from, to, subject, text, html } = mail;
  return {
    // Objects, since a comma in a text would add recipients.
    from: { name: from.name ?? '', address: from.address },
    to: { name: to.name ?? '', address: to.address },
    envelope: { from: from.address, to: [to.address] },
    ...(settings.replyTo !== undefined && { replyTo: settings.replyTo as string }),
    subject,
    text,
    ...(html !== null && { html }),
    messageId: messageId(activityId, mail),
    headers: { 'X-Errand-Activity': activityId },
    xMailer: false,
  };
}

/**
 * Nodemailer's errors are the same before and after the server was ready for the message, but its log has the server's
 * 354, and an entry of its own once the message is written (for servers that say 250 instead).
 */
function tellingOfData(onData: () => void): SMTPTransportOptions['logger'] {
  const look = (entry: { tnx?: string } | undefined, text?: string) => {
    if (entry?.tnx === 'message' || (entry?.tnx === 'server' && text?.startsWith('354'))) onData();
  };
  return { debug: look, info: look };
}

function timedOut(origin: string, timeoutMs: number, mayBeSent: boolean): FailedOutcome {
  return mayBeSent
    ? failure('TIMEOUT', `${origin} took the message and did not confirm it within ${timeoutMs} ms`)
    : failure('CONNECTION_FAILED', `No mail was handed in at ${origin} within ${timeoutMs} ms`);
}
