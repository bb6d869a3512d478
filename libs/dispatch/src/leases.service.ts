import { Lifecycle } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

/** What is left of one claim. */
interface Held {
  tenantId: string;
  /** Until when (ms, told by the monotonic clock) nobody else can have taken each activity over. */
  expiresAt: Map<string, number>;
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

  /** @param claimedAt when the claim was asked for, by `performance.now()` */
  hold(tenantId: string, token: string, ids: string[], claimedAt: number): void {
    const expiresAt = claimedAt + this.settings.dispatchLeaseMs;
    const expiryOf = new Map(ids.map((id) => [id, expiresAt]));
    this.held.set(token, { tenantId, expiresAt: expiryOf, renewAt: claimedAt + this.periodMs });
  }

  /**
   * Whether a claimed activity is certainly still ours. After a pause of the process, or while the database is away, it is not:
   * what was claimed before must not be sent, since another process may have.
   */
  isHeld(token: string, id: string): boolean {
    return (this.held.get(token)?.expiresAt.get(id) ?? 0) > performance.now();
  }

  release(token: string, id: string): void {
    const held = this.held.get(token);
    if (held?.expiresAt.delete(id) && held.expiresAt.size === 0) this.held.delete(token);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.renewing;
  }

  private async renew(): Promise<void> {
    for (const [token, held] of this.held) {
      const now = performance.now();
      if (held.renewAt > now) continue;
      held.renewAt = now + this.periodMs;
      const { tenantId, expiresAt } = held;
      const { dispatchLeaseMs } = this.settings;
      const claimed = [...expiresAt.keys()].map((id) => ({ id, token }));
      try {
        const renewed = await this.lifecycle.renew(tenantId, claimed, dispatchLeaseMs);
        for (const id of renewed) if (expiresAt.has(id)) expiresAt.set(id, now + dispatchLeaseMs);
      } catch (error) {
        this.logger.warn({ err: error, tenantId }, 'leases not renewed');
      }
    }
  }
}
