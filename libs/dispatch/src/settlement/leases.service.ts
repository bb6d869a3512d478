import { Lifecycle } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

/** What is left of one claim. */
interface ClaimLeases {
  tenantId: string;
  /** Until when (ms, told by the monotonic clock) nobody else can have taken each activity over. */
  expiresAt: Map<string, number>;
  renewAt: number;
  /** Whether its renewal is under way: a database that does not answer is not asked again. */
  isRenewing: boolean;
}

/**
 * Keeps the leases of what this process holds alive: every third of the lease, whatever has been held for that long
 * is renewed, one statement a claim, claims side by side. Most calls are over before that and cost nothing here.
 */
@Injectable()
export class Leases implements OnModuleDestroy {
  /** By lease token. */
  private readonly claims = new Map<string, ClaimLeases>();
  private readonly renewals = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private readonly periodMs: number;

  constructor(
    private readonly lifecycle: Lifecycle,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.periodMs = settings.dispatchLeaseMs / 3;
    this.timer = setInterval(() => this.renewAll(), this.periodMs);
    this.timer.unref();
  }

  /** @param claimedAt when the claim was asked for, by `performance.now()` */
  hold(tenantId: string, token: string, ids: string[], claimedAt: number): void {
    const expiresAt = claimedAt + this.settings.dispatchLeaseMs;
    const expiryOf = new Map(ids.map((id) => [id, expiresAt]));
    this.claims.set(token, { tenantId, expiresAt: expiryOf, renewAt: claimedAt + this.periodMs, isRenewing: false });
  }

  /**
   * Whether a claimed activity is certainly still ours. After a pause of the process, or while the database is away, it is not:
   * what was claimed before must not be sent, since another process may have.
   */
  isHeld(token: string, id: string): boolean {
    return (this.claims.get(token)?.expiresAt.get(id) ?? 0) > performance.now();
  }

  release(token: string, id: string): void {
    const claim = this.claims.get(token);
    if (claim?.expiresAt.delete(id) && claim.expiresAt.size === 0) this.claims.delete(token);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.renewals);
  }

  /** Renews what is due for it; a tenant that cannot be reached keeps no other's leases from being renewed. */
  renewAll(): void {
    const now = performance.now();
    for (const [token, claim] of this.claims) {
      if (claim.renewAt > now || claim.isRenewing) continue;
      const renewal = this.renew(token, claim, now).finally(() => this.renewals.delete(renewal));
      this.renewals.add(renewal);
    }
  }

  private async renew(token: string, claim: ClaimLeases, now: number): Promise<void> {
    claim.isRenewing = true;
    claim.renewAt = now + this.periodMs;
    const { tenantId, expiresAt } = claim;
    const { dispatchLeaseMs } = this.settings;
    const leases = [...expiresAt.keys()].map((id) => ({ id, token }));
    try {
      const renewed = await this.lifecycle.renew(tenantId, leases, dispatchLeaseMs);
      for (const id of renewed) if (expiresAt.has(id)) expiresAt.set(id, now + dispatchLeaseMs);
    } catch (error) {
      this.logger.warn({ err: error, tenantId }, 'leases not renewed');
    } finally {
      claim.isRenewing = false;
    }
  }
}
