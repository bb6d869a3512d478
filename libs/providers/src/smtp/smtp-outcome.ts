import type { FailedOutcome } from '../dispatcher';
import { failure } from '../outcome';

/** What nodemailer fails with, and when. */
export interface SmtpFailure {
  /** Nodemailer's word for it, such as `EAUTH` or `ETIMEDOUT`. */
  code: string | undefined;
  /** The code of the system's error behind it, such as `ECONNRESET`. */
  systemCode: string | undefined;
  /** What was going on: `CONN` (the greeting too), `EHLO`, `STARTTLS`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`, `API`. */
  command: string | undefined;
  /** The server's reply, where that is what failed. */
  response: string | undefined;
  /** Whether the server may have the whole message: it had answered DATA with 354. */
  mayBeSent: boolean;
}

interface Reply {
  code: number;
  /** RFC 3463, such as `5.1.1`; null where the server sends none. */
  enhanced: string | null;
  text: string;
}

/** RFC 4954 §6: log in first (503 too), in another way, or with another password. */
const loginReplies = new Set([432, 503, 530, 534, 535, 538]);
/** The registry of RFC 5248: logging in, the account, and the sender's address. */
const accountCodes = new Set(['5.1.7', '5.1.8', '5.7.8', '5.7.9', '5.7.11', '5.7.13', '5.7.14']);
/** The message is larger than the server takes: RFC 1870 §6.1, RFC 3463 §3.3 and §3.4. */
const isTooLarge = ({ code, enhanced }: Reply) => code === 552 || enhanced === '5.2.3' || enhanced === '5.3.4';
/** No such mailbox, it has moved without a new address, and a domain that takes no mail (RFC 3463 §3.2, RFC 7505). */
const unknownUser = new Set(['5.1.1', '5.1.6', '5.1.10']);
/** Without an enhanced code: the service closes, has an error of its own, or no storage left (RFC 5321 §4.2.3). */
const serverTroubles = new Set([421, 451, 452]);

/**
 * What follows from a failed delivery: by the server's reply where there is one (RFC 5321 §4.2.1 and §4.3.2, the classes of
 * RFC 3463), else by whether the server may have the message.
 */
export function outcomeOfFailure(origin: string, failed: SmtpFailure): FailedOutcome {
  const reply = replyIn(failed.response);
  if (reply !== null) return outcomeOfReply(failed.command ?? 'CONN', reply, failed.response ?? '');
  const why = failed.systemCode ?? failed.code ?? 'no reason known';
  if (failed.mayBeSent) return failure('CONNECTION_LOST', `${origin} took the message and did not confirm it (${why})`);
  const said = failed.response === undefined ? '' : `: ${oneLine(failed.response)}`;
  if (failed.code === 'EAUTH') {
    const message =
      said === '' ? `${origin} takes neither AUTH PLAIN nor AUTH LOGIN` : `${failed.command ?? 'AUTH'}${said}`;
    return failure('PROVIDER_REJECTED', message, { disposition: 'MISCONFIGURED' });
  }
  return failure('CONNECTION_FAILED', `No mail was handed in at ${origin} (${why})${said}`);
}

function outcomeOfReply(command: string, reply: Reply, response: string): FailedOutcome {
  const disposition = dispositionOf(command, reply);
  const isUnknown = disposition === 'REJECTED' && reply.enhanced !== null && unknownUser.has(reply.enhanced);
  return failure('PROVIDER_REJECTED', `${command}: ${reply.text}`, {
    disposition,
    providerErrorCode: reply.enhanced ?? String(reply.code),
    responseBody: response,
    ...(disposition === 'RETRY' && { scope: scopeOf(command, reply) }),
    ...(isUnknown && { blocksContact: 'UNKNOWN_USER' }),
  });
}

function dispositionOf(command: string, reply: Reply): FailedOutcome['disposition'] {
  const { code, enhanced } = reply;
  if (loginReplies.has(code)) return 'MISCONFIGURED';
  if (code < 500) return 'RETRY';
  if (enhanced !== null && accountCodes.has(enhanced)) return 'MISCONFIGURED';
  const isOfMessage = command === 'RCPT TO' || command === 'DATA' || (command === 'MAIL FROM' && isTooLarge(reply));
  // Whatever is refused before a recipient was named would be with the next one too.
  return isOfMessage ? 'REJECTED' : 'MISCONFIGURED';
}

/** Whom a passing refusal concerns: before a recipient is named everybody, after that the server where it says so. */
function scopeOf(command: string, { code, enhanced }: Reply): FailedOutcome['scope'] {
  if (code === 421 || (command !== 'RCPT TO' && command !== 'DATA')) return 'CONFIG';
  const isServers = enhanced === null ? serverTroubles.has(code) : enhanced.startsWith('4.3.');
  return isServers ? 'CONFIG' : 'RECIPIENT';
}

/** A refusal (4yz, 5yz) by its last line; null for anything else. */
function replyIn(response: string | undefined): Reply | null {
  const [, code, enhanced = null] =
    /(?:^|\n)([45]\d\d)(?: +([45]\.\d{1,3}\.\d{1,3})\b)?[^\n]*$/.exec(response ?? '') ?? [];
  return code === undefined ? null : { code: Number(code), enhanced, text: oneLine(response ?? '') };
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
