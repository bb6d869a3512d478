import { createHmac } from 'node:crypto';
import {
  type CallbackReading,
  isSameSecret,
  type ProviderEvent,
  type ReceivedCallback,
  type Stage,
  timeTold,
} from '../callback';
import type { ProviderAccount } from '../dispatcher';
import { firstAt, parsedJson } from '../json-places';
import { asId } from '../response-id';
import { blocked } from './error-codes';

/** Meta leaves `delivered` out where a message is read at once. Voice messages are played. */
const stages: Readonly<Record<string, Stage>> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'READ',
  played: 'READ',
  failed: 'FAILED',
};

type Account = Pick<ProviderAccount, 'credentials' | 'settings'>;

/**
 * GET is Meta's question whether the URL is ours; POST says what became of messages, those of the app's other numbers
 * and messages that came in among it, of which we take nothing.
 */
export function readStatuses(callback: ReceivedCallback, account: Account): CallbackReading {
  if (callback.method === 'GET') return challenge(callback, account);
  const secret = account.credentials.appSecret as string;
  const signature = `sha256=${createHmac('sha256', secret).update(callback.body).digest('hex')}`;
  if (!isSameSecret(callback.headers['x-hub-signature-256'] ?? '', signature)) return { kind: 'BAD_SIGNATURE' };
  const statuses = statusesIn(parsedJson(callback.body.toString(), Infinity), account.settings.phoneNumberId as string);
  return { kind: 'EVENTS', events: statuses.flatMap((status) => eventOf(status, callback.receivedAt)) };
}

function challenge({ query }: ReceivedCallback, { credentials }: Account): CallbackReading {
  const text = query['hub.challenge'];
  const isRight =
    query['hub.mode'] === 'subscribe' &&
    isSameSecret(query['hub.verify_token'] ?? '', credentials.verifyToken as string);
  return isRight && text !== undefined ? { kind: 'CHALLENGE', text } : { kind: 'BAD_SIGNATURE' };
}

function statusesIn(document: unknown, phoneNumberId: string): unknown[] {
  return listAt(document, 'entry')
    .flatMap((entry) => listAt(entry, 'changes'))
    .map((change) => (Object(change) as { value?: unknown }).value)
    .filter((value) => firstAt(value, [['metadata', 'phone_number_id']]) === phoneNumberId)
    .flatMap((value) => listAt(value, 'statuses'));
}

function listAt(parent: unknown, key: string): unknown[] {
  const list = (Object(parent) as Record<string, unknown>)[key];
  return Array.isArray(list) ? list : [];
}

function eventOf(status: unknown, receivedAt: Date): ProviderEvent[] {
  const id = asId(firstAt(status, [['id']]));
  const externalStatus = firstAt(status, [['status']]) ?? '';
  const stage = Object.hasOwn(stages, externalStatus) ? stages[externalStatus] : undefined;
  if (id === null || stage === undefined) return [];
  const code = firstAt(status, [['errors', '0', 'code']]) ?? null;
  const places = [['error_data', 'details'], ['message'], ['title']].map((place) => ['errors', '0', ...place]);
  return [
    {
      id: `${id}:${externalStatus}`,
      activityId: activityIdIn(status),
      providerActivityId: id,
      stage,
      externalStatus,
      providerErrorCode: code,
      message: firstAt(status, places) ?? null,
      occurredAt: timeTold(millisecondsIn(firstAt(status, [['timestamp']])), receivedAt),
      blocksContact: stage === 'FAILED' ? (blocked.get(code) ?? null) : null,
      raw: status,
    },
  ];
}

/** Whatever else sends through the number may put something of its own there. */
function activityIdIn(status: unknown): string | null {
  const text = firstAt(status, [['biz_opaque_callback_data']]) ?? '';
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text : null;
}

/** Seconds by the documentation; milliseconds have been seen. */
function millisecondsIn(text = ''): number | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const time = Number(text);
  return time > 1e11 ? time : time * 1_000;
}
