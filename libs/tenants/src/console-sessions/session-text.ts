import { createHash, createHmac, randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a cookie of the console holds. */
export interface SessionText {
  text: string;
  /** Undefined: of the platform key. */
  tenantId: string | undefined;
}

/** `<tenant id as 32 hex digits, or platform>_<32 random bytes as base64url>`: the tenant inside tells where to look. */
const form = /^([0-9a-f]{32}|platform)_([A-Za-z0-9_-]{43})$/;

export function newSessionText(tenantId: string | undefined): SessionText {
  const whose = tenantId === undefined ? 'platform' : Buffer.from(parse(tenantId)).toString('hex');
  return { text: `${whose}_${randomBytes(32).toString('base64url')}`, tenantId };
}

/** Undefined for a text that is no session of ours. */
export function readSessionText(text: string): SessionText | undefined {
  const [, whose] = form.exec(text) ?? [];
  if (whose === undefined) return undefined;
  if (whose === 'platform') return { text, tenantId: undefined };
  try {
    return { text, tenantId: stringify(Buffer.from(whose, 'hex')) };
  } catch {
    return undefined; // 32 hex digits that are no UUID
  }
}

/** What is stored of it. 256 random bits need no slow hash: there is nothing to guess. */
export function hashOf({ text }: SessionText): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The same of the platform key's, keyed with that key: under another key it is another hash, so that it ends with it. */
export function platformHashOf({ text }: SessionText, platformKey: string): Buffer {
  return createHmac('sha256', platformKey).update(text).digest();
}
