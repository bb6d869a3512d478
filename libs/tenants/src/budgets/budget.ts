import { type Allowance, freeAt, keptMsOf, type Spent, type Standing, standingOf } from './allowance';

/** @returns how many of the wanted uses were left, and what is spent with them */
export type Lease = (wanted: number, now: number) => Promise<{ granted: number; spent: Spent }>;

/** A lease is for a twentieth of the allowance: of a rate, what comes in a tenth of a second. */
const leases = 20;
/** What comes back steadily is not kept for longer: by then it has come back. */
const keptMs = 1_000;

/**
 * What this process may use of an allowance that all share. Uses are leased several at a time; those that run out ask
 * together, and once all is spent nobody is asked until something has come back.
 */
export class Budget {
  private leased = 0;
  private leasedUntil = 0;
  private spent: Spent = { sinceMs: 0, untilMs: 0 };
  private asking: Promise<void> | undefined;
  private waiting = 0;

  /** @param now ms since 1970, the same for all processes */
  constructor(
    private readonly allowance: Allowance,
    private readonly lease: Lease,
    private readonly now: () => number,
  ) {}

  /** @returns false when the allowance is spent */
  async use(): Promise<boolean> {
    for (;;) {
      if (this.left() > 0) {
        this.leased -= 1;
        return true;
      }
      if (this.isSpent()) return false;
      this.waiting += 1;
      try {
        await (this.asking ??= this.ask());
      } finally {
        this.waiting -= 1;
      }
    }
  }

  /** Takes back a use that came to nothing. */
  giveBack(): void {
    this.leased += 1;
  }

  /** Whether it is known, without asking, that nothing is left. */
  isSpent(): boolean {
    return this.available() === 0;
  }

  get standing(): Standing {
    return standingOf(this.now(), this.allowance, this.spent, this.available());
  }

  private available(): number {
    return Math.min(this.allowance.burst, this.left() + freeAt(this.now(), this.allowance, this.spent));
  }

  private left(): number {
    return this.leasedUntil > this.now() ? this.leased : 0;
  }

  private async ask(): Promise<void> {
    const now = this.now();
    const wanted = Math.max(Math.floor(this.allowance.burst / leases), this.waiting, 1);
    try {
      const { granted, spent } = await this.lease(Math.min(wanted, this.allowance.burst), now);
      this.leased = this.left() + granted;
      this.spent = spent;
      const windowMs = keptMsOf(this.allowance);
      this.leasedUntil = windowMs > 0 ? spent.sinceMs + windowMs : now + keptMs;
    } finally {
      this.asking = undefined;
    }
  }
}
