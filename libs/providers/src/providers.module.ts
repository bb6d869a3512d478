import { OutboundHttp, OutboundModule } from '@errand/outbound';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ERRAND_HTTP } from './dispatcher';
import { YomDispatcher } from './yom/yom.dispatcher';
import { MockDispatcher } from './mock/mock.dispatcher';
import { WebhookDispatcher } from './webhook/webhook.dispatcher';
import { SmtpDispatcher } from './smtp/smtp.dispatcher';
import { TwilioDispatcher } from './twilio/twilio.dispatcher';
import { WhatsAppCloudDispatcher } from './whatsapp-cloud/whatsapp-cloud.dispatcher';
import { FcmDispatcher } from './fcm/fcm.dispatcher';
import { HttpDispatcher } from './http/http.dispatcher';
import { SendgridDispatcher } from './sendgrid/sendgrid.dispatcher';
import { SesDispatcher } from './ses/ses.dispatcher';
import { ResendDispatcher } from './resend/resend.dispatcher';
import { InfobipDispatcher } from './infobip/infobip.dispatcher';
import { loadProviderModules } from './provider-modules';
import { ProviderRegistry } from './provider-registry.service';

/**
 * The providers that come with Errand. A new one is added here and nowhere else.
 * @public scripts/provider-docs.mjs writes docs/providers.md from them
 */
export const builtIn = [
  YomDispatcher,
  MockDispatcher,
  WebhookDispatcher,
  SmtpDispatcher,
  TwilioDispatcher,
  WhatsAppCloudDispatcher,
  FcmDispatcher,
  HttpDispatcher,
  SendgridDispatcher,
  SesDispatcher,
  ResendDispatcher,
  InfobipDispatcher,
];

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
