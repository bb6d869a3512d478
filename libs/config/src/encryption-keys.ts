const keyBytes = 32;

/** The keys are badly written. The message never shows key material. */
export class EncryptionKeysError extends Error {
  override readonly name = 'EncryptionKeysError';
}

/**
 * @param text `kid:base64,kid2:base64`: unique ids of 1 to 32 letters, digits, `_` and `-`; keys of 32 bytes, not all zero.
 * @returns the bytes of each key by its id, in the order given
 * @throws EncryptionKeysError naming the position of the bad entry
 */
export function readEncryptionKeys(text: string): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  for (const [index, entry] of text.split(',').entries()) {
    const refuse = (why: string) => new EncryptionKeysError(`Key ${index + 1} ${why}`);
    const [, keyId = '', encoded = ''] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]+={0,2})$/.exec(entry.trim()) ?? [];
    // An entry that does not parse may be a key without its id, so only its position is told.
    if (keyId === '') throw refuse('is not of the form kid:base64');
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length !== keyBytes) throw refuse(`has ${bytes.length} bytes; it must have ${keyBytes}`);
    if (bytes.every((byte) => byte === 0)) throw refuse('is all zeros, which is no secret');
    if (keys.has(keyId)) throw refuse('has an id that an earlier key already has');
    keys.set(keyId, bytes);
  }
  return keys;
}
