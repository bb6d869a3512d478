import { randomBytes } from 'node:crypto';
import type { ConfigId } from './credential-seal';

const idBytes = 16;
const secretBytes = 24;

/** What a callback URL ends in says whose it is, and proves that its maker was told. */
interface CallbackToken extends ConfigId {
  /** 192 random bits in base64url. */
  secret: string;
}

export function newCallbackSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** Base64url of the tenant's id, the config's and the secret: 75 characters. */
export function formatCallbackToken({ tenantId, id, secret }: CallbackToken): string {
  const bytes = [...[tenantId, id].map(bytesOf), Buffer.from(secret, 'base64url')];
  return Buffer.concat(bytes).toString('base64url');
}

/** @returns undefined for what is no token, also for another spelling of one */
export function parseCallbackToken(text: string): CallbackToken | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 2 * idBytes + secretBytes || bytes.toString('base64url') !== text) return undefined;
  return {
    tenantId: uuidOf(bytes.subarray(0, idBytes)),
    id: uuidOf(bytes.subarray(idBytes, 2 * idBytes)),
    secret: bytes.subarray(2 * idBytes).toString('base64url'),
  };
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
