import { Notifications } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { CONFIG_CHANNEL } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import type { ConfigId } from './outages.service';
import type { Outage } from './outages.sql';

/** What is said of breakers: to the other processes, and in the log. */
@Injectable()
export class BreakerNews {
  constructor(
    private readonly notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  down({ tenantId, id }: ConfigId, { kind, error_code, error_message }: Outage): void {
    const about = { tenantId, dispatchConfigId: id, kind, code: error_code, message: error_message };
    this.logger.warn(about, 'dispatch config is not used; its activities wait');
  }

  up({ tenantId, id }: ConfigId): void {
    this.logger.info({ tenantId, dispatchConfigId: id }, 'dispatch config is used again');
  }

  /** A hint: a process that misses it finds out when its cached accounts expire. */
  async announce(tenantId: string): Promise<void> {
    await this.notifications.notify(CONFIG_CHANNEL, tenantId).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'change of a breaker not announced');
    });
  }
}
