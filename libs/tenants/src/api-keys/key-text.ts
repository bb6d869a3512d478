import { createHash, randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** A key's text and what is stored of it. */
export interface KeyText {
  text: string;
  tenantId: string;
  prefix: string;
  hash: Buffer;
}

/** `erk_<32 random bytes as base64url>_<tenant id as 32 hex digits>`: the tenant inside tells where to look it up. */
const form = /^erk_([A-Za-z0-9_-]{43})_([0-9a-f]{32})$/;

export function newKeyText(tenantId: string): KeyText {
  const random = randomBytes(32).toString('base64url');
  return keyText(`erk_${random}_${Buffer.from(parse(tenantId)).toString('hex')}`, tenantId, random);
}

/** Undefined for a text that is no key of ours. */
export function readKeyText(text: string): KeyText | undefined {
  const [, random, tenant = ''] = form.exec(text) ?? [];
  if (random === undefined) return undefined;
  try {
    return keyText(text, stringify(Buffer.from(tenant, 'hex')), random);
  } catch {
    return undefined; // 32 hex digits that are no UUID
  }
}

/** The visible prefix of what has the form of a key, known or not; undefined for any other text. */
export function keyPrefixOf(text: string): string | undefined {
  return readKeyText(text)?.prefix;
}

function keyText(text: string, tenantId: string, random: string): KeyText {
  // 256 random bits need no slow hash: there is nothing to guess.
  return { text, tenantId, prefix: `erk_${random.slice(0, 6)}`, hash: createHash('sha256').update(text).digest() };
}
