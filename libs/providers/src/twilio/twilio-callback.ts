import { createHash, createHmac } from 'node:crypto';
import { isSameSecret, type ProviderEvent, type ReceivedCallback, type Stage, STAGES, timeTold } from '../callback';
import { parsedJson, textOf } from '../json-places';
import { reasonToBlock } from './twilio-codes';

/**
 * Whether the callback has the signature of Twilio: base64 of HMAC-SHA1 over the URL and, of a form, each name with its
 * value in order of the names (https://www.twilio.com/docs/usage/webhooks/webhooks-security). Of another body the signed
 * URL has the SHA-256.
 */
export function isSigned({ url, query, headers, body }: ReceivedCallback, authToken: string): boolean {
  const { bodySHA256 } = query;
  if (bodySHA256 !== undefined && !isSameSecret(bodySHA256, createHash('sha256').update(body).digest('hex'))) {
    return false;
  }
  const fields = bodySHA256 === undefined ? signedFields(new URLSearchParams(body.toString())) : '';
  const signature = headers['x-twilio-signature'] ?? '';
  return spellingsOf(url).some((spelling) =>
    isSameSecret(
      signature,
      createHmac('sha1', authToken)
        .update(spelling + fields)
        .digest('base64'),
    ),
  );
}

/** Values that come several times under one name count once each, in order. */
function signedFields(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  return names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value)).join('');
}

const standardPorts: Record<string, string> = { 'https:': '443', 'http:': '80' };

/** The URL as it is, and with or without the port of its scheme: Twilio signs the one or the other. */
function spellingsOf(url: string): string[] {
  const [, scheme = '', host = '', port, rest = ''] = /^(https?:)\/\/([^/?#]*?)(?::(\d+))?([/?#].*|)$/.exec(url) ?? [];
  const standard = standardPorts[scheme];
  if (standard === undefined || (port !== undefined && port !== standard)) return [url];
  return [`${scheme}//${host}${rest}`, `${scheme}//${host}:${standard}${rest}`];
}

const statuses: Record<Stage, readonly string[]> = {
  QUEUED: ['accepted', 'scheduled', 'queued', 'sending'],
  SENT: ['sent', 'initiated', 'ringing', 'in-progress'],
  // A call that is completed was answered, and is over.
  DELIVERED: ['delivered', 'completed'],
  READ: ['read'],
  FAILED: ['undelivered', 'failed', 'canceled', 'busy', 'no-answer'],
};

/** What a callback tells of a message or call: one event, or none where its status is unknown. */
export function eventsOf({ body, headers, query, receivedAt }: ReceivedCallback): ProviderEvent[] {
  const told = fieldsOf(body.toString(), headers['content-type'] ?? '');
  const sid = told.MessageSid ?? told.SmsSid ?? told.CallSid;
  const status = told.MessageStatus ?? told.SmsStatus ?? told.CallStatus ?? '';
  const stage = STAGES.find((known) => statuses[known].includes(status));
  if (sid === undefined || stage === undefined) return [];
  const code = textOf(told.ErrorCode);
  return [
    {
      id: [sid, status, ...(code === null ? [] : [code])].join(':'),
      activityId: query.activity ?? null,
      providerActivityId: sid,
      stage,
      externalStatus: status,
      providerErrorCode: code,
      message: textOf(told.ErrorMessage) ?? textOf(told.ChannelStatusMessage),
      // Only calls tell when: RFC 2822.
      occurredAt: timeTold(told.Timestamp, receivedAt),
      blocksContact: reasonToBlock(code, query.contact),
      raw: told,
    },
  ];
}

function fieldsOf(body: string, contentType: string): Record<string, string | undefined> {
  if (!contentType.includes('json')) return Object.fromEntries(new URLSearchParams(body));
  const members = Object.entries(Object(parsedJson(body)) as object);
  return Object.fromEntries(members.map(([name, value]) => [name, textOf(value) ?? undefined]));
}
