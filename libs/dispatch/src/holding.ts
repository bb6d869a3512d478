import { type Claim, type Lane, laneOf, type Lease, type SettledAttempt } from '@errand/activities';
import { Injectable } from '@nestjs/common';
import { Admission, type Admitted } from './admission/admission.service';
import type { AttemptableAccount, DownAccount } from './admission/accounts.service';
import type { LoadedActivity } from './payload';
import { Leases } from './settlement/leases.service';
import { Settler } from './settlement/settler.service';

/** What a holding lets go of, and where it is written back. */
interface Keeper {
  leases: Pick<Leases, 'isHeld' | 'release'>;
  admission: Pick<Admission, 'release'>;
  settler: Pick<Settler, 'settle' | 'return'>;
  /** Called once, when the holding has ended. */
  ended: () => void;
}

/**
 * One claimed activity in the hands of this process. It owns a lease, and where its account has a limit one of the
 * account's concurrency. It ends once: settled, returned, or let go because its end is somebody else's or is stored
 * already.
 */
export class Holding {
  private isOver = false;
  private usesConcurrency = true;

  constructor(
    readonly lane: Lane,
    private readonly token: string,
    readonly activity: LoadedActivity,
    /** Who it was admitted by. */
    readonly account: AttemptableAccount,
    /** Set when this is the probe of a config that is down. */
    readonly probe: DownAccount | null,
    private readonly keeper: Keeper,
  ) {}

  get lease(): Lease {
    return { id: this.activity.id, token: this.token };
  }

  /** Whether a target user or an attribute must be found before it can be sent. */
  get isPending(): boolean {
    return this.activity.pending_attributes !== null || this.activity.has_pending_targets === true;
  }

  /** Whether nobody else can have taken it over. */
  get isOurs(): boolean {
    return !this.isOver && this.keeper.leases.isHeld(this.token, this.activity.id);
  }

  /** Its call is over, or there will be none for a while: somebody else's may run. */
  leaveConcurrency(): void {
    if (this.usesConcurrency) this.keeper.admission.release(this.account, 1);
    this.usesConcurrency = false;
  }

  /** Its concurrency was taken again. */
  reenterConcurrency(): void {
    this.usesConcurrency = true;
  }

  /** Stores how its attempt ended. @returns whether it was still ours */
  async settle(attempt: SettledAttempt): Promise<boolean> {
    this.end();
    try {
      return await this.keeper.settler.settle(this.lane.tenantId, attempt);
    } finally {
      // Renewed until here: an outcome may have to wait for the database.
      this.release();
    }
  }

  /** Returns it to where it was, its attempt uncounted. */
  async return(): Promise<void> {
    this.end();
    this.release();
    await this.keeper.settler.return(this.lane, { ...this.lease, waitedUntil: this.activity.waited_until });
  }

  /** It ended elsewhere. */
  letGo(): void {
    this.end();
    this.release();
  }

  private end(): void {
    if (this.isOver) throw new Error(`Activity ${this.activity.id} was ended twice`);
    this.isOver = true;
    this.leaveConcurrency();
  }

  private release(): void {
    this.keeper.leases.release(this.token, this.activity.id);
    this.keeper.ended();
  }
}

/** The activities that this process holds. */
@Injectable()
export class Holdings {
  private count = 0;
  private readonly idleWaiters: (() => void)[] = [];
  private readonly keeper: Keeper;

  constructor(
    private readonly leases: Leases,
    admission: Admission,
    settler: Settler,
  ) {
    this.keeper = { leases, admission, settler, ended: () => this.ended() };
  }

  /** Takes a claim into this process's hands; its leases are renewed from here on. */
  hold(claim: Claim, { account }: Pick<Admitted, 'account'>, probe: DownAccount | null): Holding[] {
    const { tenantId, token, claimedAt, activities } = claim;
    if (activities.length === 0) return [];
    const ids = activities.map(({ id }) => id);
    this.leases.hold(tenantId, token, ids, claimedAt);
    this.count += activities.length;
    return activities.map((activity) => {
      const loaded: LoadedActivity = Object.assign(activity, { referred: nothing });
      return new Holding(laneOf(tenantId, activity), token, loaded, account, probe, this.keeper);
    });
  }

  /** Resolves once this process holds nothing. */
  async idle(): Promise<void> {
    if (this.count > 0) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  private ended(): void {
    this.count -= 1;
    if (this.count === 0) for (const resolve of this.idleWaiters.splice(0)) resolve();
  }
}

/** Until it is loaded. */
const nothing = { commerce: null, operator: null, route: null, people: [], addressees: [], country: null };
