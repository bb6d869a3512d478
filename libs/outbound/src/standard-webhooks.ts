import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/**
 * Headers that prove a webhook's origin, per Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec):
 * `v1,` + base64 HMAC-SHA256 of `id.timestamp.body`, the timestamp in whole seconds; one signature for each secret,
 * separated by spaces, so that a receiver can move from one secret to the next.
 * @param secrets `whsec_` + base64, newest first.
 * @throws Error when there is no secret or one is malformed; the message does not repeat it.
 */
export function signWebhook(secrets: string[], id: string, timestamp: Date, body: string): Record<string, string> {
  if (secrets.length === 0) throw new Error('A webhook needs at least one secret');
  const seconds = Math.floor(timestamp.getTime() / 1000).toString();
  const content = `${id}.${seconds}.${body}`;
  const signatures = secrets.map((secret) => {
    if (!isWebhookSecret(secret)) throw new Error('A webhook secret must be whsec_ and 24 to 64 bytes in base64');
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}

/** Whether `secret` is `whsec_` followed by 24 to 64 bytes in base64, the sizes the specification names. */
export function isWebhookSecret(secret: string): boolean {
  if (!secret.startsWith(prefix)) return false;
  const encoded = secret.slice(prefix.length);
  const key = Buffer.from(encoded, 'base64');
  return key.length >= 24 && key.length <= 64 && key.toString('base64') === encoded;
}

/** A new secret of 32 random bytes. */
export function generateWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}
