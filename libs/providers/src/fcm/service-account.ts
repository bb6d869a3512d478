import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { normalUrl } from '@errand/outbound';

/** What a service account's key file says, as the Google Cloud console gives it out. */
export interface ServiceAccount {
  projectId: string;
  clientEmail: string;
  /** Names the key among the account's; null where the file does not. */
  keyId: string | null;
  key: KeyObject;
  tokenUrl: string;
  /** The key in the forms in which it could be repeated apart from its file. */
  secrets: string[];
}

const usualTokenUrl = 'https://oauth2.googleapis.com/token';
const scope = 'https://www.googleapis.com/auth/firebase.messaging';

/** @returns what is wrong with the text instead, which repeats none of it */
export function readServiceAccount(text: string): ServiceAccount | string {
  const file = jsonObject(text);
  if (file === null) return 'must be the JSON text of a service account’s key file';
  if (file.type !== 'service_account') return 'must have type service_account';
  const { project_id: projectId, client_email: clientEmail, private_key: pem, private_key_id: keyId } = file;
  if (typeof projectId !== 'string' || !/^[\w.:-]+$/.test(projectId)) return 'must have a project_id';
  if (typeof clientEmail !== 'string' || !clientEmail.includes('@')) return 'must have a client_email';
  if (typeof pem !== 'string') return 'must have a private_key';
  // Shells and forms leave the line breaks as two characters.
  const text64 = pem.replaceAll('\\n', '\n').trim();
  const key = rsaKey(text64);
  if (key === null) return 'must have a private_key that is an RSA key in PEM';
  const tokenUrl = normalUrl(typeof file.token_uri === 'string' ? file.token_uri : usualTokenUrl);
  if (tokenUrl.url === undefined) return `has a token_uri that ${tokenUrl.problem}`;
  const body = text64.replace(/-----[^-]*-----/g, '').replace(/\s+/g, '');
  return {
    ...{ projectId, clientEmail, keyId: typeof keyId === 'string' ? keyId : null, key, tokenUrl: tokenUrl.url },
    secrets: [text64, body],
  };
}

/** Clocks differ: a token of the future is refused. */
const earlySeconds = 60;
/** Google takes no longer one. */
const lifeSeconds = 3_600;

/**
 * A signed JWT (RS256): itself a bearer token for FCM, or, with `audience`, the assertion that buys one there.
 * @see https://google.aip.dev/auth/4111
 */
export function signedJwt(account: ServiceAccount, now: number, audience?: string): { token: string; validMs: number } {
  const issuedAt = Math.floor(now / 1_000) - earlySeconds;
  const { clientEmail, keyId, key } = account;
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId !== null && { kid: keyId }) };
  const claims = {
    iss: clientEmail,
    ...(audience === undefined ? { sub: clientEmail } : { aud: audience }),
    scope,
    iat: issuedAt,
    exp: issuedAt + lifeSeconds,
  };
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
  return { token: `${signed}.${signature}`, validMs: (lifeSeconds - earlySeconds) * 1_000 };
}

function rsaKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    // What it says of the text is not for showing.
    return null;
  }
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
