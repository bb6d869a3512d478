import { Lifecycle } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

export interface Held {
  tenantId: string;
  id: string;
  token: string;
}

/**
 * Keeps the leases of what this process holds alive: every third of the lease, whatever has been held for that long
 * is renewed, one statement a tenant. Most calls are over before that and cost nothing here.
 */
@Injectable()
export class Leases implements OnModuleDestroy {
  private readonly held = new Map<string, Held & { renewAt: number }>();
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
      // Cleared here and not by renew(): with nothing to renew that ends before the assignment.
      this.renewing ??= this.renew().finally(() => (this.renewing = undefined));
    }, this.periodMs);
    this.timer.unref();
  }

  hold(held: Held): void {
    this.held.set(held.token + held.id, { ...held, renewAt: Date.now() + this.periodMs });
  }

  release({ token, id }: Held): void {
    this.held.delete(token + id);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.renewing;
  }

  private async renew(): Promise<void> {
    const now = Date.now();
    const due = new Map<string, Held[]>();
    for (const held of this.held.values()) {
      if (held.renewAt > now) continue;
      held.renewAt = now + this.periodMs;
      due.set(held.tenantId, [...(due.get(held.tenantId) ?? []), held]);
    }
    for (const [tenantId, ofTenant] of due) {
      await this.lifecycle
        .renew(tenantId, ofTenant, this.settings.dispatchLeaseMs)
        .catch((error: unknown) => this.logger.warn({ err: error, tenantId }, 'leases not renewed'));
    }
  }
}
