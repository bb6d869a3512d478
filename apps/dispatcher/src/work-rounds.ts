import { type Lane, Queues, Results } from '@errand/activities';
import { Injectable } from '@nestjs/common';
import { TenantRounds } from './tenant-rounds';

type Expect = (tenantId: string, dueAt: Date) => void;

/** The rounds over all tenants that find what was not heard of. */
@Injectable()
export class WorkRounds {
  constructor(
    private readonly rounds: TenantRounds,
    private readonly queues: Queues,
    private readonly results: Results,
  ) {}

  /** Tells of every lane that has queued work, of all tenants together or, where that cannot be asked, of each apart. */
  async queued(tell: (lanes: Lane[]) => void, signal: AbortSignal): Promise<void> {
    const together = async () => {
      tell(await this.queues.allQueuedLanes());
      return [];
    };
    const apart = async (tenantId: string) => tell(await this.queues.queuedLanes(tenantId));
    await this.rounds.ofThose('queued work', together, apart, signal);
  }

  /** Tells of each tenant with activities or leases that come due within `horizonMs`. */
  async waiting(horizonMs: number, expect: Expect, signal: AbortSignal): Promise<void> {
    const times = {
      together: () => this.queues.waitingTenants(horizonMs),
      apart: (tenantId: string) => this.queues.nextDue(tenantId),
    };
    await this.rounds.ofDue('work that waits', times, horizonMs, expect, signal);
  }

  /** Tells of each tenant with actions that come due within `horizonMs`, or did so that long ago. */
  async actions(horizonMs: number, expect: Expect, signal: AbortSignal): Promise<void> {
    const times = {
      together: () => this.queues.dueActions(horizonMs, horizonMs),
      apart: (tenantId: string) => this.queues.nextDue(tenantId),
    };
    await this.rounds.ofDue('actions', times, horizonMs, expect, signal);
  }

  /** Applies the results that came before the outcome of their call was stored. */
  async applyHeldResults(signal: AbortSignal): Promise<void> {
    const withHeld = () => this.results.tenantsWithHeld();
    await this.rounds.ofThose('held results', withHeld, (id) => this.results.applyAllHeld(id, signal), signal);
  }
}
