import { Test } from '@nestjs/testing';
import { ConfigModule, loadSettings } from '@errand/config';
import { CryptoModule } from './crypto.module';
import { generateKey, KeyRing } from './key-ring';

describe('the crypto module', () => {
  const start = (env: NodeJS.ProcessEnv) =>
    Test.createTestingModule({ imports: [ConfigModule.forRoot(loadSettings(env)), CryptoModule] }).compile();

  it('provides the ring of ENCRYPTION_KEYS', async () => {
    const key = generateKey();
    const app = await start({ ENCRYPTION_KEYS: key });
    expect(key.startsWith(`${app.get(KeyRing).primaryKeyId}:`)).toBe(true);
  });

  it('does not start without a key and says why', async () => {
    await expect(start({})).rejects.toThrow('ENCRYPTION_KEYS is not set');
  });
});
