import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '@errand/config';
import { KeyRing, KeyRingError } from './key-ring';

/** Provides the {@link KeyRing} of ENCRYPTION_KEYS; without a usable one the process does not start. */
@Module({
  providers: [{ provide: KeyRing, inject: [SETTINGS], useFactory: keyRingOf }],
  exports: [KeyRing],
})
export class CryptoModule {}

function keyRingOf({ encryptionKeys }: Settings): KeyRing {
  if (encryptionKeys === undefined) {
    throw new KeyRingError('ENCRYPTION_KEYS is not set: give it one or more kid:base64 of 32 bytes, the first seals');
  }
  try {
    return KeyRing.parse(encryptionKeys);
  } catch (error) {
    throw error instanceof KeyRingError ? new KeyRingError(`ENCRYPTION_KEYS: ${error.message}`) : error;
  }
}
