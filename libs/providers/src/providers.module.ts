import { OutboundHttp, OutboundModule } from '@errand/outbound';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ERRAND_HTTP } from './dispatcher';
import { InfobipDispatcher } from './infobip/infobip.dispatcher';
import { MockDispatcher } from './mock/mock.dispatcher';
import { loadProviderModules } from './provider-modules';
import { ProviderRegistry } from './provider-registry.service';
import { TwilioDispatcher } from './twilio/twilio.dispatcher';
import { WebhookDispatcher } from './webhook/webhook.dispatcher';
import { YomDispatcher } from './yom/yom.dispatcher';

/** The providers that come with Errand. A new one is added here and nowhere else. */
const builtIn = [YomDispatcher, MockDispatcher, WebhookDispatcher, TwilioDispatcher, InfobipDispatcher];

/** Every dispatcher, the registry that knows them, and the HTTP client that outside ones can inject. */
@Module({})
export class ProvidersModule {
  /**
   * @param providerModules entries of PROVIDER_MODULES.
   * @throws Error naming an entry that cannot be loaded.
   */
  static async forRoot(providerModules: readonly string[]): Promise<DynamicModule> {
    return {
      module: ProvidersModule,
      global: true,
      imports: [DiscoveryModule, OutboundModule, ...(await loadProviderModules(providerModules))],
      providers: [
        ...builtIn,
        ProviderRegistry,
        { provide: ERRAND_HTTP, useFactory: (http: OutboundHttp) => http.axios, inject: [OutboundHttp] },
      ],
      exports: [ProviderRegistry, ERRAND_HTTP],
    };
  }
}
