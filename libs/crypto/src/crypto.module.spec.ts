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

  it.each([
    [{}, 'ENCRYPTION_KEYS is not set'],
    [{ ENCRYPTION_KEYS: 'a:AAAA' }, 'ENCRYPTION_KEYS: Key 1 has 3 bytes; it must have 32'],
  ])('does not start with %j and says why', async (env, message) => {
    await expect(start(env)).rejects.toThrow(message);
  });
});
