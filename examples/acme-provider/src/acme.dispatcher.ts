import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, SetMetadata } from '@nestjs/common';
import type { AxiosInstance } from 'axios';
import type {
  Account,
  CallbackReading,
  ChannelDefinition,
  DispatcherAnswer,
  DispatchRequest,
  PreparedCall,
  ReceivedCallback,
} from './errand';

/** What follows from ACME's own codes; the HTTP status says it for all others. */
const dispositions = new Map([
  ['TEAM_BUSY', 'RETRY'],
  ['STORE_CLOSED', 'REJECTED'],
  ['NO_SUCH_TEAM', 'MISCONFIGURED'],
] as const);

/** How far ACME's visits are; other states say nothing new. */
const stages = new Map([
  ['planned', 'QUEUED'],
  ['on_the_way', 'SENT'],
  ['done', 'DELIVERED'],
  ['cancelled', 'FAILED'],
] as const);

/** A callback that was signed longer ago may be an old one, sent again by somebody else. */
const longestAgoMs = 5 * 60_000;

/**
 * Books a visit at ACME: `POST {baseUrl}/visits`, bearer token; 201 and `{ticket}` come back. ACME then posts
 * `{event, ticket, ref, state, code?, at}` to the callback URL, with the header `acme-signature: t=<seconds>,v1=<hex>`:
 * HMAC-SHA256 of `<seconds>.<body>` with the signing key.
 */
@Injectable()
@SetMetadata('errand:dispatcher', 'ACME')
export class AcmeDispatcher {
  readonly name = 'ACME Field Force';

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: 'SALESMAN',
      baseUrl: 'required',
      credentials: [
        { key: 'token', label: 'Token', type: 'string', required: true, secret: true },
        { key: 'signingKey', label: 'Signing key', type: 'string', required: false, secret: true },
      ],
      settings: [
        { key: 'team', label: 'Team', type: 'string', required: false, default: 'north' },
        { key: 'note', label: 'Note for the visitor', type: 'text', required: false, template: 'none' },
      ],
    },
  ];

  constructor(@Inject('errand:http') private readonly http: AxiosInstance) {}

  prepare({ payload, account, rendered }: DispatchRequest): PreparedCall {
    const { baseUrl, settings, credentials, callbackUrl } = account;
    const visit = { team: settings.team, store: payload.commerce?.externalId, why: payload.reason, ref: payload.id };
    return {
      method: 'POST',
      url: `${baseUrl}/visits`,
      headers: {
        authorization: `Bearer ${String(credentials.token)}`,
        'content-type': 'application/json',
        'idempotency-key': payload.id,
      },
      body: JSON.stringify({ ...visit, note: rendered.note, ...(callbackUrl && { callback: callbackUrl }) }),
    };
  }

  /** Errors of the client may be thrown: Errand knows what they mean. */
  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatcherAnswer> {
    const { method, url, headers: sent, body } = this.prepare(request);
    const call = { method, url, headers: sent, data: body, timeout: request.account.timeoutMs, signal };
    const { status, data, headers } = await this.http.request<string>(call);
    const answer = { httpStatus: status, responseBody: data };
    const { ticket = null, code = null } = membersOf(data);
    if (status === 201) return { disposition: 'ACCEPTED', providerActivityId: ticket, ...answer };
    const disposition = dispositions.get(code as 'TEAM_BUSY') ?? dispositionOf(status);
    const seconds = Number(headers['retry-after']);
    return {
      disposition,
      message: `ACME says ${status}`,
      providerErrorCode: code,
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
      ...answer,
    };
  }

  readCallback({ headers, body, receivedAt }: ReceivedCallback, { credentials }: Account): CallbackReading {
    if (!isSigned(body, headers['acme-signature'] ?? '', credentials.signingKey, receivedAt)) {
      return { kind: 'BAD_SIGNATURE' };
    }
    const { event, ticket = null, ref = null, state = '', code = null, at = '' } = membersOf(body.toString());
    const stage = stages.get(state as 'done');
    if (event === undefined || stage === undefined) return { kind: 'EVENTS', events: [] };
    const occurredAt = Number.isNaN(Date.parse(at)) ? receivedAt : new Date(at);
    const about = { id: event, activityId: ref, providerActivityId: ticket, externalStatus: state };
    const more = { providerErrorCode: code, message: null, blocksContact: null, raw: membersOf(body.toString()) };
    return { kind: 'EVENTS', events: [{ ...about, stage, occurredAt, ...more }] };
  }
}

/** A token that is revoked is the account's trouble: the other visits need not try it. */
function dispositionOf(status: number): 'RETRY' | 'REJECTED' | 'MISCONFIGURED' {
  if (status === 401) return 'MISCONFIGURED';
  return status === 422 ? 'REJECTED' : 'RETRY';
}

/** Over the bytes as they came, before anything is read from them. */
function isSigned(body: Buffer, header: string, key: unknown, now: Date): boolean {
  const [, seconds = '', given = ''] = /^t=(\d{1,12}),v1=([\da-f]{64})$/.exec(header) ?? [];
  if (typeof key !== 'string' || Math.abs(now.getTime() - Number(seconds) * 1000) > longestAgoMs) return false;
  const expected = createHmac('sha256', key).update(`${seconds}.`).update(body).digest();
  return given !== '' && timingSafeEqual(Buffer.from(given, 'hex'), expected);
}

/** The members of a JSON object that are texts; none of what is no such object. */
function membersOf(text: string): Partial<Record<string, string>> {
  try {
    const object: unknown = JSON.parse(text);
    const members = Object.entries(Object(object) as object).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(members);
  } catch {
    // Accepted is accepted, whatever the body looks like.
    return {};
  }
}
