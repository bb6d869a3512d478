import { type Claim, Lifecycle } from '@errand/activities';
import type { DispatchConfig } from '@errand/tenants';
import { Injectable } from '@nestjs/common';
import { type Dispatch, noRelations } from './dispatch';
import { Leases } from './leases.service';
import { Limits } from './limits/limits.service';

/**
 * What this process holds for the activities it claimed: a lease each, and perhaps one of a config's concurrency.
 * Whatever way a dispatch ends, it lets go of both once.
 */
@Injectable()
export class HeldDispatches {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly leases: Leases,
    private readonly limits: Limits,
  ) {}

  /** @param admittedTo the config whose concurrency was acquired for each of them */
  hold({ tenantId, token, claimedAt, activities }: Claim, admittedTo: DispatchConfig | null): Dispatch[] {
    const ids = activities.map(({ id }) => id);
    if (ids.length > 0) this.leases.hold(tenantId, token, ids, claimedAt);
    const nothingYet = { relations: noRelations, admittedTo, probe: null };
    return activities.map((activity): Dispatch => ({ tenantId, token, activity, ...nothingYet }));
  }

  /** Whether nobody else can have taken it over. */
  isOurs({ token, activity }: Dispatch): boolean {
    return this.leases.isHeld(token, activity.id);
  }

  /** Ends its use of the config's concurrency: the call is over, or there is none for now. */
  leaveConfig(dispatch: Dispatch): void {
    if (dispatch.admittedTo) this.limits.release(dispatch.admittedTo, 1);
    dispatch.admittedTo = null;
  }

  letGo(dispatch: Dispatch): void {
    this.leaveConfig(dispatch);
    this.leases.release(dispatch.token, dispatch.activity.id);
  }

  /** Returns what was claimed but not sent, uncounted. */
  async giveBack(dispatches: readonly Dispatch[]): Promise<void> {
    const byTenant = new Map<string, { id: string; token: string }[]>();
    for (const dispatch of dispatches) {
      this.letGo(dispatch);
      const held = { id: dispatch.activity.id, token: dispatch.token };
      const ofTenant = byTenant.get(dispatch.tenantId);
      if (ofTenant) ofTenant.push(held);
      else byTenant.set(dispatch.tenantId, [held]);
    }
    for (const [tenantId, held] of byTenant) await this.lifecycle.giveBack(tenantId, held);
  }

  /** Does what stands between a claim and its calls. When that fails the claim is returned: nobody else would end it. */
  async orGiveBack<Result>(claimed: readonly Dispatch[], step: () => Promise<Result>): Promise<Result> {
    try {
      return await step();
    } catch (error) {
      // If this fails as well, the leases run out and the activities are taken over.
      await this.giveBack(claimed).catch(() => undefined);
      throw error;
    }
  }
}
