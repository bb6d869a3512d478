import { type KeyObject, randomUUID, verify } from 'node:crypto';
import type { SinkAnswer, SinkRequest } from '../support/sink';

interface Message {
  token?: unknown;
  notification?: { title?: unknown; body?: unknown };
  data?: Record<string, unknown>;
  android?: { ttl?: string };
  apns?: { headers?: Record<string, unknown> };
  webpush?: { headers?: Record<string, unknown> };
}

const scope = 'https://www.googleapis.com/auth/firebase.messaging';

/** A Firebase project: checks calls and tokens as FCM HTTP v1 and Google's token endpoint do, and answers their errors. */
export class Firebase {
  readonly messages: Message[] = [];
  /** Registration tokens whose app is installed. */
  readonly registered = new Set<string>();
  private readonly accessTokens = new Set<string>();

  constructor(
    private readonly projectId: string,
    private readonly clientEmail: string,
    /** Null once the key is revoked. */
    public publicKey: KeyObject | null,
  ) {}

  answer(request: SinkRequest): SinkAnswer {
    if (request.path === '/token') return this.exchange(request);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!this.accessTokens.has(token) && !this.isSigned(token, (claims) => claims.sub === this.clientEmail)) {
      return error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    }
    if (request.method !== 'POST' || request.path !== `/v1/projects/${this.projectId}/messages:send`) {
      return error(403, 'PERMISSION_DENIED', 'Permission denied on the project.');
    }
    const { message } = Object(request.json) as { message?: Message };
    const problem = problemOf(message ?? {});
    if (problem !== null) return error(400, 'INVALID_ARGUMENT', problem, 'INVALID_ARGUMENT');
    if (!this.registered.has(String(message?.token))) {
      return error(404, 'NOT_FOUND', 'Requested entity was not found.', 'UNREGISTERED');
    }
    this.messages.push(message ?? {});
    return { body: { name: `projects/${this.projectId}/messages/0:${randomUUID()}` } };
  }

  private exchange({ method, body, headers, path }: SinkRequest): SinkAnswer {
    const form = new URLSearchParams(body);
    if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded') {
      return { status: 400, body: { error: 'invalid_request' } };
    }
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
      return { status: 400, body: { error: 'unsupported_grant_type' } };
    }
    const isForHere = (claims: Record<string, unknown>) => String(claims.aud).endsWith(`${headers.host}${path}`);
    if (!this.isSigned(form.get('assertion') ?? '', isForHere)) {
      return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } };
    }
    const token = `ya29.${randomUUID()}`;
    this.accessTokens.add(token);
    return { body: { access_token: token, expires_in: 3_599, token_type: 'Bearer' } };
  }

  /** A JWT (RS256) of the service account that is valid now, for an hour at most. */
  private isSigned(jwt: string, fits: (claims: Record<string, unknown>) => boolean): boolean {
    const [header = '', body = '', signature = ''] = jwt.split('.');
    if (this.publicKey === null || signature === '') return false;
    const { alg } = decoded(header);
    const signed = Buffer.from(`${header}.${body}`);
    const isOurs = verify('RSA-SHA256', signed, this.publicKey, Buffer.from(signature, 'base64url'));
    if (alg !== 'RS256' || !isOurs) return false;
    const claims = decoded(body);
    const [now, issuedAt, expiresAt] = [Date.now() / 1_000, Number(claims.iat), Number(claims.exp)];
    const isNow = issuedAt <= now && expiresAt > now && expiresAt - issuedAt <= 3_600;
    return isNow && claims.iss === this.clientEmail && claims.scope === scope && fits(claims);
  }
}

function problemOf({ token, notification, data = {}, android, apns, webpush }: Message): string | null {
  if (typeof token !== 'string' || token === '') return 'Recipient of the message is not set.';
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'string') return `Invalid value at message.data[${key}]`;
    if (key === 'from' || /^(google|gcm)/.test(key)) return `Invalid data payload key: ${key}`;
  }
  const texts = [notification?.title ?? '', notification?.body ?? '', ...Object.entries(data).flat()];
  if (!texts.every((text) => typeof text === 'string')) return 'Invalid value at message.notification';
  if (Buffer.byteLength(texts.join('')) > 4_096) return 'Message is too big';
  if (android?.ttl !== undefined && !/^\d+(\.\d{1,9})?s$/.test(android.ttl)) return 'Invalid ttl';
  const headers = Object.values({ ...apns?.headers, ...webpush?.headers });
  return headers.every((value) => typeof value === 'string') ? null : 'Invalid header';
}

function error(status: number, name: string, message: string, errorCode?: string): SinkAnswer {
  const fcm = { '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode };
  return { status, body: { error: { code: status, message, status: name, details: errorCode ? [fcm] : [] } } };
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}
