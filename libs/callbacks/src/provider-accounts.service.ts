import { SETTINGS, type Settings } from '@errand/config';
import { type ProviderAccount, ProviderRegistry } from '@errand/providers';
import { CallbackTokens, type DispatchConfig, DispatchConfigs } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';

/** Dispatch configs as their dispatchers get them. */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly configs: DispatchConfigs,
    private readonly tokens: CallbackTokens,
    private readonly registry: ProviderRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws SealedSecretError when no key of the ring opens its secrets */
  async open(config: DispatchConfig): Promise<ProviderAccount> {
    const { id, baseUrl, settings } = config;
    const { dispatchTimeoutMs, outboundMaxTimeoutMs } = this.settings;
    const timeoutMs = Math.min(config.timeoutMs ?? dispatchTimeoutMs, outboundMaxTimeoutMs);
    const credentials = this.configs.openCredentials(config);
    return { id, baseUrl, credentials, settings, timeoutMs, callbackUrl: await this.callbackUrl(config) };
  }

  /**
   * @returns null without PUBLIC_URL, and where the provider does not call back
   * @throws SealedSecretError when no key of the ring opens its secret
   */
  async callbackUrl(config: DispatchConfig): Promise<string | null> {
    const { publicUrl } = this.settings;
    if (publicUrl === undefined || !this.registry.get(config.providerCode)?.readCallback) return null;
    return `${publicUrl}/callbacks/${await this.tokens.of(config)}`;
  }
}
