/**
 * Seals and opens secrets with a ring of keys. Knows node:crypto and the envelope's format; must not know
 * what is sealed, whose it is or where it is stored.
 */
export { CryptoModule } from './crypto.module';
export { generateKey, KeyRing } from './key-ring';
export { resealAll, type SealedColumn, type StoredEnvelope } from './reseal';
export { SealedSecretError } from './sealed-secret';
