import { Lifecycle } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

/** What is left of one claim. */
interface Held {
  tenantId: string;
  ids: Set<string>;
  renewAt: number;
}

/**
 * Keeps the leases of what this process holds alive: every third of the lease, whatever has been held for that long
 * is renewed, one statement a claim. Most calls are over before that and cost nothing here.
 */
@Injectable()
export class Leases implements OnModuleDestroy {
  /** By lease token. */
  private readonly held = new Map<string, Held>();
  private readonly timer: NodeJS.Timeout;
  private readonly periodMs: number;
  private renewing: Promise<void> | undefined;

  constructor(
    private readonly lifecycle: Lifecycle,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.periodMs = settings.dispatchLeaseMs / 3;
    this.timer = setInterval(() => {
      this.renewing ??= this.renew().finally(() => (this.renewing = undefined));
    }, this.periodMs);
    this.timer.unref();
  }

  hold(tenantId: string, token: string, ids: string[]): void {
    this.held.set(token, { tenantId, ids: new Set(ids), renewAt: Date.now() + this.periodMs });
  }

  release(token: string, id: string): void {
    const held = this.held.get(token);
    if (held?.ids.delete(id) && held.ids.size === 0) this.held.delete(token);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.renewing;
  }

  private async renew(): Promise<void> {
    for (const [token, held] of this.held) {
      if (held.renewAt > Date.now()) continue;
      held.renewAt = Date.now() + this.periodMs;
      const { tenantId } = held;
      const ids = [...held.ids].map((id) => ({ id, token }));
      await this.lifecycle
        .renew(tenantId, ids, this.settings.dispatchLeaseMs)
        .catch((error: unknown) => this.logger.warn({ err: error, tenantId }, 'leases not renewed'));
    }
  }
}
