import type { FieldProblem } from '@errand/errors';
import type { AccountFields, DispatchRequest, FieldDefinition } from './dispatcher';
import { failure } from './outcome';
import { OutcomeError } from './outcome-error';

/** What every provider of e-mail has to know, and the one mail that a call sends. */
export const emailSettings: FieldDefinition[] = [
  {
    key: 'from',
    label: 'From',
    type: 'string',
    required: true,
    group: 'Message',
    description: 'The sender that recipients see, with or without a name.',
    help: 'Such as Corner Store <orders@store.example> or orders@store.example. Providers send only for addresses and domains that you have verified there.',
  },
  {
    key: 'subject',
    label: 'Subject',
    type: 'string',
    required: true,
    template: 'line',
    group: 'Message',
    description: 'Subject of the mail, on one line.',
  },
  {
    key: 'text',
    label: 'Text',
    type: 'text',
    required: true,
    template: 'none',
    group: 'Message',
    description: 'The mail as plain text, which every reader can show.',
  },
  {
    key: 'html',
    label: 'HTML',
    type: 'text',
    required: false,
    template: 'html',
    group: 'Message',
    description: 'The mail as HTML, for readers that show it; what is inserted is escaped.',
  },
];

export interface Mailbox {
  name: string | null;
  address: string;
}

/** One mail to one person. */
export interface Mail {
  from: Mailbox;
  to: Mailbox;
  /** One line. */
  subject: string;
  text: string;
  html: string | null;
}

/** Neither quoted local parts nor comments, and nothing by which a second address could come along. */
const address = String.raw`[^\s\p{C}"(),:;<>@[\]\\]+@[^\s\p{C}"(),:;<>@[\]\\]+`;
const bareAddress = new RegExp(`^${address}$`, 'u');
const namedAddress = new RegExp(
  String.raw`^(?:"(?<quoted>[^"\\]*)"|(?<plain>[^"<>\\]*?))\s*<(?<address>${address})>$`,
  'u',
);
/** RFC 5321 §4.5.3.1 has 64 octets before the @ and 255 after it. */
const longestAddress = 320;
const notPrintable = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** `address` or `Name <address>`; null for anything else, as for several of them. */
export function readMailbox(text: string): Mailbox | null {
  const { quoted, plain, address = text.trim() } = namedAddress.exec(text.trim())?.groups ?? {};
  if (!isAddress(address)) return null;
  return { name: nameOf(quoted ?? plain), address };
}

/** As a header has it, its name in quotes. */
export function mailboxText({ name, address }: Mailbox): string {
  return name === null ? address : `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
}

/** What is wrong with the settings of {@link emailSettings}, beyond the field table. */
export function emailProblems({ settings }: Pick<AccountFields, 'settings'>): FieldProblem[] {
  const from = settings.from as string;
  if (!/\p{Cc}/u.test(from) && readMailbox(from) !== null) return [];
  return [{ field: 'settings.from', message: 'must be one address, such as orders@store.example or Name <address>' }];
}

/** @throws OutcomeError where the recipient has no address that can be written to. */
export function mailOf({ payload, account, rendered }: DispatchRequest): Mail {
  const { recipient } = payload;
  const from = readMailbox(account.settings.from as string);
  if (from === null) {
    throw new OutcomeError(
      failure('PROVIDER_REJECTED', 'settings.from is no address', { disposition: 'MISCONFIGURED' }),
    );
  }
  if (recipient === null || !isAddress(recipient.value)) {
    throw new OutcomeError(failure('NO_RECIPIENT', 'The recipient’s e-mail address is not one'));
  }
  const { subject, text, html } = rendered as { subject: string; text: string; html?: string };
  return {
    from,
    to: { name: nameOf(recipient.name), address: recipient.value },
    subject: oneLine(subject),
    text,
    html: html === undefined || html.trim() === '' ? null : html,
  };
}

function isAddress(text: string): boolean {
  return text.length <= longestAddress && bareAddress.test(text);
}

function nameOf(name: string | null | undefined): string | null {
  return oneLine(name ?? '') || null;
}

function oneLine(text: string): string {
  return text.replace(notPrintable, ' ').trim();
}
