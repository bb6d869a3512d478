/**
 * - `MALFORMED`: not an envelope.
 * - `UNKNOWN_KEY`: sealed with a key that is not in the ring.
 * - `TAMPERED`: the envelope was changed, or belongs to other associated data.
 */
export type SealedSecretErrorCode = 'UNKNOWN_KEY' | 'TAMPERED' | 'MALFORMED';

/** A sealed secret cannot be opened. The message never shows the envelope or what is in it. */
export class SealedSecretError extends Error {
  override readonly name = 'SealedSecretError';

  constructor(
    readonly code: SealedSecretErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The parts of `v1.<key id>.<nonce>.<ciphertext and tag>`: nonce 96 bits, tag 128 bits, both fields base64url without
 * padding. `header` is what comes before the nonce.
 */
export interface Envelope {
  header: string;
  keyId: string;
  nonce: Buffer;
  sealed: Buffer;
}

export const version = 'v1';
export const nonceBytes = 12;
export const tagBytes = 16;

export function formatEnvelope({ header, nonce, sealed }: Envelope): string {
  return `${header}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** @throws SealedSecretError MALFORMED */
export function parseEnvelope(text: string): Envelope {
  const fields = /^(v1\.([A-Za-z0-9_-]{1,32}))\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/.exec(text);
  const [, header = '', keyId = '', nonceText = '', sealedText = ''] = fields ?? [];
  const envelope = {
    header,
    keyId,
    nonce: Buffer.from(nonceText, 'base64url'),
    sealed: Buffer.from(sealedText, 'base64url'),
  };
  // Base64 can write the same bytes in several ways (unused last bits); only ours counts, so that no change passes.
  const intact =
    envelope.nonce.length === nonceBytes && envelope.sealed.length >= tagBytes && formatEnvelope(envelope) === text;
  if (!intact) throw new SealedSecretError('MALFORMED', 'Not a sealed secret of the form v1.<key id>.<nonce>.<data>');
  return envelope;
}

/**
 * The id of the key that `envelope` was sealed with.
 * @throws SealedSecretError MALFORMED
 */
export function keyIdOf(envelope: string): string {
  return parseEnvelope(envelope).keyId;
}
