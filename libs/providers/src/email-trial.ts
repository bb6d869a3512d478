import { randomUUID } from 'node:crypto';
import type { ReceivedCallback } from './callback';
import type { ActivityDispatcher, DispatchOutcome, ProviderAccount } from './dispatcher';
import type { ActivityPayload } from './payload';
import { runDispatcher } from './run-dispatcher';
import { samplePayload } from './sample-payload';

/** For the specs of providers of e-mail. */

export const mailSettings = {
  from: 'Corner Store <orders@store.example>',
  subject: 'Order {{attributes.reference}}',
  text: 'Hello {{recipient.firstName}}, your order {{attributes.reference}} is ready.',
  html: '<p>Hello {{recipient.firstName}}</p>',
};

export type TrialAccount = Pick<ProviderAccount, 'baseUrl' | 'credentials' | 'settings'>;

/** One mail as Errand sends it. */
export function sendMail(
  dispatcher: ActivityDispatcher,
  account: TrialAccount,
  changes: Partial<ActivityPayload> = {},
): Promise<DispatchOutcome> {
  const payload = mailPayload(changes);
  const request = { payload, body: JSON.stringify(payload), account: whole(account) };
  return runDispatcher(dispatcher, request, new AbortController().signal);
}

export function mailPayload(changes: Partial<ActivityPayload> = {}): ActivityPayload {
  return { ...samplePayload('EMAIL', 'MESSAGE'), attributes: { reference: 'A-1' }, ...changes };
}

/** The sample's person under another address or name. */
export function recipient(changes: Partial<NonNullable<ActivityPayload['recipient']>>): Partial<ActivityPayload> {
  const sample = mailPayload().recipient;
  return { recipient: sample && { ...sample, ...changes } };
}

export function whole(account: TrialAccount): ProviderAccount {
  return { id: randomUUID(), timeoutMs: 5_000, ...account };
}

export function callbackOf(
  body: string | Buffer,
  headers: Record<string, string>,
  receivedAt = new Date(),
): ReceivedCallback {
  const url = 'https://errand.example.com/callbacks/token';
  return { method: 'POST', url, query: {}, headers, body: Buffer.from(body), receivedAt };
}
