import { ConfigModule, loadSettings } from '@errand/config';
import { TelemetryModule } from '@errand/telemetry';
import { Test } from '@nestjs/testing';
import { ProviderRegistry } from './provider-registry.service';
import { ProvidersModule } from './providers.module';

describe('the providers that come with Errand', () => {
  it('describe every credential and setting', async () => {
    const settings = loadSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
    const imports = [ConfigModule.forRoot(settings), TelemetryModule.forRoot('test'), ProvidersModule.forRoot([])];
    const testing = await Test.createTestingModule({ imports }).compile();
    await testing.init();
    const registry = testing.get(ProviderRegistry);
    const fields = registry.list().flatMap(({ code }) =>
      (registry.channelDefinitions(code) ?? []).flatMap(({ channel, credentials, settings: of }) =>
        [...credentials, ...of].map(({ key, description = '' }) => ({
          place: `${code} ${channel} ${key}`,
          description,
        })),
      ),
    );
    await testing.close();
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter(({ description }) => description.trim() === '')).toEqual([]);
  });
});
