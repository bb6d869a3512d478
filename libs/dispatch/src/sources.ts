import { type Claim, type ClaimedActivity, type Lane, Lifecycle } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Inject, Injectable } from '@nestjs/common';
import type { DownAccount } from './admission/accounts.service';

/** Where activities are claimed from, and when those may start. */
export interface Source {
  lane: Lane;
  /** How many at most. */
  wanted: number;
  claim: (limit: number) => Promise<Claim>;
  /** Absent: as soon as there is room for the call. */
  startOf?: (activity: ClaimedActivity) => Date;
  /** Longer than this nothing waits for its start by the config's rate; absent: as long as it takes. */
  mostWaitMs?: number;
  /** The config that is down and that the activity is to probe, whatever else the lane is sent by. */
  probe?: DownAccount;
}

/** The places that activities are claimed from. */
@Injectable()
export class Sources {
  constructor(
    private readonly lifecycle: Lifecycle,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The best of a lane's queue. */
  queued(lane: Lane, wanted: number): Source {
    return { lane, wanted, claim: (limit) => this.lifecycle.claim(lane, limit, this.settings.dispatchLeaseMs) };
  }

  /** What comes due within `aheadMs`: claimed and loaded now, started at its time. */
  upcoming(lane: Lane, wanted: number, aheadMs: number): Source {
    const { dispatchLeaseMs } = this.settings;
    return {
      lane,
      wanted,
      claim: (limit) => this.lifecycle.claimUpcoming(lane, limit, dispatchLeaseMs, aheadMs),
      startOf: ({ scheduled_at }) => scheduled_at,
    };
  }

  /** The best of a lane's queue, to find out whether a config that is down is up again. */
  probe(lane: Lane, probe: DownAccount): Source {
    return { ...this.queued(lane, 1), probe };
  }

  /** One activity, whatever it waits for. Its claim throws NOT_FOUND, IN_FLIGHT or INVALID_TRANSITION. */
  one(lane: Lane, id: string, mostWaitMs: number): Source {
    const { dispatchLeaseMs } = this.settings;
    return { lane, wanted: 1, mostWaitMs, claim: () => this.lifecycle.claimOne(lane.tenantId, id, dispatchLeaseMs) };
  }
}
