import { type Claim, References } from '@errand/activities';
import { Clock, findRefused } from '@errand/database';
import { CallSlots } from '@errand/outbound';
import { Injectable } from '@nestjs/common';
import type { DownAccount } from './admission/accounts.service';
import { Admission, type Admitted } from './admission/admission.service';
import { Breaker } from './admission/breaker/breaker.service';
import { type Holding, Holdings } from './holding';
import type { Source } from './sources';

/** How much longer than its deadline a probe may take before another process makes the next one. */
const deadlineSlackMs = 2_000;

/** Large activities in this process at once, of all tenants and of one: each may be some megabytes, and its call as much again. */
const largeAtOnce = 8;
const largeOfTenant = 4;

/** Claims activities and loads what they refer to. */
@Injectable()
export class Claims {
  private readonly largeSlots = new CallSlots(largeAtOnce, largeOfTenant);
  private readonly large = new Set<Holding>();

  constructor(
    private readonly admission: Admission,
    private readonly breaker: Breaker,
    private readonly holdings: Holdings,
    private readonly references: References,
    private readonly clock: Clock,
  ) {}

  /** Claims from the source as many as may be sent; what is not needed of the leave is released. */
  async take(source: Source, admitted: Admitted): Promise<Holding[]> {
    const claim = await this.claim(source, admitted);
    const holdings = this.holdings.hold(claim, admitted, source.probe ?? null);
    if (!source.probe || holdings.length === 0) return holdings;
    const isOurTurn = await orReturn(holdings, () => this.takeTurn(source.probe));
    if (isOurTurn) return holdings;
    await Promise.all(holdings.map((holding) => holding.return()));
    return [];
  }

  /**
   * Loads everything that the activities refer to, in one statement; what of it cannot be read keeps no other from being
   * sent. It goes on as well, to an attempt that fails and counts: returned, it would be claimed again without end.
   */
  async load(holdings: readonly Holding[]): Promise<void> {
    const [first] = holdings;
    if (!first) return;
    const { tenantId } = first.lane;
    const activities = holdings.map(({ activity }) => activity);
    const loaded = await findRefused(activities, (some) => this.references.of(tenantId, some));
    for (const [index, activity] of activities.entries()) {
      const referred = loaded[index];
      if (referred instanceof Error) activity.isUnreadable = true;
      else activity.referred = referred ?? activity.referred;
    }
  }

  /**
   * Loads what a large activity carries, once there is room for it: few are in this process at a time.
   * @returns false when `signal` aborts before
   */
  async loadCarried(holding: Holding, signal: AbortSignal): Promise<boolean> {
    const { activity, lane } = holding;
    if (!(await this.largeSlots.take(lane.tenantId, signal))) return false;
    this.large.add(holding);
    Object.assign(activity, await this.references.carried(lane.tenantId, activity.id));
    return true;
  }

  /** Makes room for the next: what comes after the call needs nothing of it. */
  dropCarried(holding: Holding): void {
    if (!this.large.delete(holding)) return;
    Object.assign(holding.activity, { metadata: {}, attributes: null });
    this.largeSlots.release(holding.lane.tenantId);
  }

  private async claim({ claim }: Source, { account, count }: Admitted): Promise<Claim> {
    let claimed = 0;
    try {
      const taken = await claim(count);
      claimed = taken.activities.length;
      return taken;
    } finally {
      this.admission.release(account, count - claimed);
    }
  }

  private async takeTurn(probe: DownAccount | undefined): Promise<boolean> {
    if (!probe) return true;
    const patienceMs = probe.via.account.timeoutMs + deadlineSlackMs;
    const isOurs = await this.breaker.takeProbe(probe.via.config, patienceMs);
    // Somebody else is at it: until their call can be over, more claims would only be returned.
    if (!isOurs) probe.outage.probe_at = this.clock.after(patienceMs);
    return isOurs;
  }
}

/** Does what stands between a claim and its calls. When that fails the claim is returned, uncounted. */
export async function orReturn<Result>(holdings: readonly Holding[], step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    returnAll(holdings);
    throw error;
  }
}

/** Nobody waits for it: the settler sees to it that it is stored, and then announces it. */
function returnAll(holdings: readonly Holding[]): void {
  for (const holding of holdings) void holding.return();
}
