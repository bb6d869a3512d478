import type { Settings } from '@errand/config';
import type { ProviderRegistry } from '@errand/providers';
import type { CallbackTokens, DispatchConfig, DispatchConfigs } from '@errand/tenants';
import { ProviderAccounts } from './provider-accounts.service';

const limits = { dispatchTimeoutMs: 10_000, outboundMaxTimeoutMs: 60_000 };

function accounts(publicUrl?: string): ProviderAccounts {
  const configs = { openCredentials: () => ({ apiKey: 'key' }) } as unknown as DispatchConfigs;
  const tokens = { of: async ({ id }: DispatchConfig) => `token-of-${id}` } as unknown as CallbackTokens;
  const registry = { get: (code: string) => (code === 'CALLS' ? { readCallback: () => undefined } : {}) };
  return new ProviderAccounts(
    configs,
    tokens,
    registry as unknown as ProviderRegistry,
    {
      ...limits,
      publicUrl,
    } as Settings,
  );
}

function configOf(details: Partial<DispatchConfig> = {}): DispatchConfig {
  return { id: 'a', providerCode: 'CALLS', baseUrl: null, settings: {}, timeoutMs: null, ...details } as DispatchConfig;
}

describe('the account that a dispatcher gets', () => {
  it('has the credentials opened, and no longer deadline than the operator allows', async () => {
    const own = await accounts().open(configOf({ timeoutMs: 5_000 }));
    expect(own).toEqual({
      ...{ id: 'a', baseUrl: null, credentials: { apiKey: 'key' }, settings: {}, timeoutMs: 5_000 },
      callbackUrl: null,
    });
    expect(await accounts().open(configOf())).toMatchObject({ timeoutMs: 10_000 });
    expect(await accounts().open(configOf({ timeoutMs: 600_000 }))).toMatchObject({ timeoutMs: 60_000 });
  });

  it('says where to call back, where the provider does and it is known', async () => {
    const open = accounts('https://errand.example.com/in');
    expect((await open.open(configOf())).callbackUrl).toBe('https://errand.example.com/in/callbacks/token-of-a');
    expect((await open.open(configOf({ providerCode: 'QUIET' }))).callbackUrl).toBeNull();
    expect((await accounts().open(configOf())).callbackUrl).toBeNull();
  });
});
