import { Module } from '@nestjs/common';
import { EncryptionKeysError, SETTINGS, type Settings } from '@errand/config';
import { KeyRing } from './key-ring';

/** Provides the {@link KeyRing} of ENCRYPTION_KEYS; without a usable one the process does not start. */
@Module({
  providers: [{ provide: KeyRing, inject: [SETTINGS], useFactory: keyRingOf }],
  exports: [KeyRing],
})
export class CryptoModule {}

function keyRingOf({ encryptionKeys }: Settings): KeyRing {
  if (encryptionKeys === undefined) {
    const example = 'give it one or more kid:base64 of 32 bytes, the first seals';
    throw new EncryptionKeysError(`ENCRYPTION_KEYS is not set: ${example}`);
  }
  return KeyRing.parse(encryptionKeys);
}
