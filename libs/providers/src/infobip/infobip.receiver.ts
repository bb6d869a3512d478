import type { IncomingHttpHeaders } from 'node:http';
import { parsedUrl } from '@errand/config';

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

interface Destination {
  to?: unknown;
  messageId?: unknown;
}

/**
 * For tests: answers as Infobip's SMS API does (https://www.infobip.com/docs/api/channels/sms), by its documents. `taken`
 * are the message ids that it had before; a second one of these is refused.
 */
export function answerAsInfobip({ method, path, headers, body }: Received, apiKey: string, taken: Set<string>): Answer {
  if (path !== '/sms/3/messages') return refused(404, 'E404', 'Resource not found.');
  if (method !== 'POST') return refused(405, 'E405', 'Method not allowed.');
  if (headers.authorization !== `App ${apiKey}`)
    return refused(401, 'E401', 'The request lacks valid authentication credentials.');
  if (headers['content-type']?.split(';')[0] !== 'application/json')
    return refused(415, 'E415', 'Unsupported media type.');
  const { messages } = JSON.parse(body) as { messages?: Record<string, unknown>[] };
  const violations = messages?.length === 1 ? violationsOf(messages[0] ?? {}) : ['messages'];
  if (violations.length > 0) return refused(400, 'E400', `Request cannot be processed: ${violations.join(', ')}`);
  const [destination] = messages?.[0]?.destinations as { to: string; messageId: string }[];
  const { to = '', messageId = '' } = destination ?? {};
  const status = statusOf(to, taken.has(messageId));
  if (status.groupId === 1) taken.add(messageId);
  return json(200, {
    bulkId: 'bulk-1',
    messages: [{ messageId, destination: to, status, details: { messageCount: 1 } }],
  });
}

const names = ['sender', 'destinations', 'content', 'options', 'webhooks'];

function violationsOf(message: Record<string, unknown>): string[] {
  const violations = Object.keys(message).filter((name) => !names.includes(name));
  const { sender, destinations, content, webhooks } = message;
  if (typeof sender !== 'string' || sender === '') violations.push('messages[0].sender');
  const [destination = {}] = (destinations ?? []) as Destination[];
  if (typeof destination.to !== 'string' || !/^\d{4,15}$/.test(destination.to)) violations.push('destinations[0].to');
  if (typeof destination.messageId !== 'string' || destination.messageId.length > 200)
    violations.push('destinations[0].messageId');
  const { text } = Object(content) as { text?: unknown };
  if (typeof text !== 'string' || text === '') violations.push('content.text');
  if (webhooks !== undefined) violations.push(...webhookViolations(webhooks as Record<string, unknown>));
  return violations;
}

function webhookViolations({ delivery, contentType, callbackData, ...rest }: Record<string, unknown>): string[] {
  const { url, intermediateReport, ...others } = Object(delivery) as Record<string, unknown>;
  const violations = [...Object.keys(rest), ...Object.keys(others)].filter((name) => name !== 'notify');
  if (typeof url !== 'string' || !parsedUrl(url)) violations.push('webhooks.delivery.url');
  if (intermediateReport !== undefined && typeof intermediateReport !== 'boolean')
    violations.push('intermediateReport');
  if (contentType !== 'application/json' && contentType !== 'application/xml') violations.push('webhooks.contentType');
  if (typeof callbackData !== 'string' || callbackData.length > 4000) violations.push('webhooks.callbackData');
  return violations;
}

function statusOf(to: string, isTaken: boolean) {
  if (isTaken) return status(5, 'REJECTED', 23, 'REJECTED_DUPLICATE_MESSAGE_ID', 'Duplicate messageId');
  if (to === '15005550001')
    return status(5, 'REJECTED', 52, 'REJECTED_INVALID_DESTINATION', 'Invalid destination address');
  if (to === '15005550002') return status(5, 'REJECTED', 12, 'REJECTED_NOT_ENOUGH_CREDITS', 'Not enough credits');
  return status(1, 'PENDING', 26, 'PENDING_ACCEPTED', 'Message accepted, pending for delivery.');
}

function status(groupId: number, groupName: string, id: number, name: string, description: string) {
  return { groupId, groupName, id, name, description };
}

function refused(httpStatus: number, errorCode: string, description: string): Answer {
  return json(httpStatus, { errorCode, description, action: 'Check the request.', violations: [], resources: [] });
}

function json(httpStatus: number, body: object): Answer {
  return { status: httpStatus, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
