import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readEncryptionKeys } from '@errand/config';
import { formatEnvelope, nonceBytes, parseEnvelope, SealedSecretError, tagBytes, version } from './sealed-secret';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;

/**
 * AES-256-GCM keys by id: the first seals, all open, so keys rotate without a moment in which anything cannot be read.
 * Private fields and KeyObjects keep the key bytes out of every string, JSON and inspected form of the ring.
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  /** The id of the key that seals. */
  readonly primaryKeyId: string;

  private constructor(keys: Map<string, KeyObject>, primaryKeyId: string) {
    this.#keys = keys;
    this.primaryKeyId = primaryKeyId;
  }

  /**
   * @param text as ENCRYPTION_KEYS has it
   * @throws EncryptionKeysError naming the position of the bad entry
   */
  static parse(text: string): KeyRing {
    const keys = new Map([...readEncryptionKeys(text)].map(([keyId, bytes]) => [keyId, createSecretKey(bytes)]));
    const [primaryKeyId = ''] = keys.keys();
    return new KeyRing(keys, primaryKeyId);
  }

  /**
   * Seals `plaintext` into one printable line (see {@link parseEnvelope}) with the primary key and a fresh random nonce.
   * @param associatedData what the secret belongs to; opening needs exactly the same.
   */
  seal(plaintext: string, associatedData: string): string {
    const header = `${version}.${this.primaryKeyId}`;
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.keyOf(this.primaryKeyId), nonce, { authTagLength: tagBytes });
    cipher.setAAD(boundTo(header, associatedData));
    const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return formatEnvelope({ header, keyId: this.primaryKeyId, nonce, sealed });
  }

  /** What every envelope of the key that seals starts with. */
  get primaryPrefix(): string {
    return `${version}.${this.primaryKeyId}.`;
  }

  /** @throws SealedSecretError */
  open(envelope: string, associatedData: string): string {
    const { header, keyId, nonce, sealed } = parseEnvelope(envelope);
    const decipher = createDecipheriv(algorithm, this.keyOf(keyId), nonce, { authTagLength: tagBytes });
    decipher.setAAD(boundTo(header, associatedData));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const opened = decipher.update(sealed.subarray(0, -tagBytes));
    try {
      return Buffer.concat([opened, decipher.final()]).toString('utf8');
    } catch {
      throw new SealedSecretError('TAMPERED', 'The sealed secret was changed or belongs to something else');
    }
  }

  private keyOf(keyId: string): KeyObject {
    const key = this.#keys.get(keyId);
    if (key === undefined) throw new SealedSecretError('UNKNOWN_KEY', `No key ${keyId} in the ring`);
    return key;
  }
}

/** Version and key id are authenticated too. Neither holds a dot, so no other header and data give the same bytes. */
function boundTo(header: string, associatedData: string): Buffer {
  return Buffer.from(`${header}.${associatedData}`);
}

/** A new key as an entry of ENCRYPTION_KEYS: a random id, a colon and 32 random bytes in base64. */
export function generateKey(): string {
  return `k${randomBytes(4).toString('hex')}:${randomBytes(keyBytes).toString('base64')}`;
}
