import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { OutboundHttp } from './outbound-http';

const minuteMs = 60_000;
const mostTold = 1000;

/** Of the same refusal, which may come with every call of a tenant, one in a minute is told. */
function onceAMinute(tell: (origin: string, reason: string) => void): (origin: string, reason: string) => void {
  const told = new Map<string, number>();
  return (origin, reason) => {
    const now = performance.now();
    const key = `${origin} ${reason}`;
    if (now - (told.get(key) ?? -minuteMs) < minuteMs) return;
    for (const [old, at] of told) if (now - at >= minuteMs) told.delete(old);
    // So many other ones are enough to see what is going on.
    if (told.size >= mostTold) return;
    told.set(key, now);
    tell(origin, reason);
  };
}

/** Provides {@link OutboundHttp} and closes its connections after everything else has stopped. */
@Module({
  providers: [
    {
      provide: OutboundHttp,
      inject: [SETTINGS, LOGGER],
      useFactory: (settings: Settings, logger: Logger) =>
        new OutboundHttp({
          allowCidrs: settings.outboundAllowCidrs,
          allowPorts: settings.outboundAllowPorts,
          dnsServers: settings.dnsServers,
          proxy: settings.outboundProxy,
          onRefusal: onceAMinute((origin, reason) => logger.warn({ origin, reason }, 'an origin is not connected to')),
        }),
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
