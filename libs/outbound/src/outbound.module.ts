import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '@errand/config';
import { OutboundHttp } from './outbound-http';

/** Provides {@link OutboundHttp} and closes its connections after everything else has stopped. */
@Module({
  providers: [
    {
      provide: OutboundHttp,
      inject: [SETTINGS],
      useFactory: ({ outboundAllowCidrs }: Settings) => new OutboundHttp({ allowCidrs: outboundAllowCidrs }),
    },
  ],
  exports: [OutboundHttp],
})
export class OutboundModule implements OnApplicationShutdown {
  constructor(private readonly http: OutboundHttp) {}

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }
}
