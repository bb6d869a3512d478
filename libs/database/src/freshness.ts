/**
 * How much of the database a replica has: everything that was committed until a moment of this process's own clock, so
 * that no two clocks are compared. Times are milliseconds.
 */
export class Freshness {
  /** Positions of the primary's log that the replica has not reached yet, oldest first. */
  private marks: { at: number; position: bigint }[] = [];
  private completeUntil: number | undefined;

  /** @param keepMs a replica that is further behind than this is of no use */
  constructor(private readonly keepMs: number) {}

  /** The primary was at this position when it was asked, at `at` or later. */
  primaryAt(at: number, position: bigint): void {
    this.marks = this.marks.filter((mark) => mark.at >= at - this.keepMs);
    this.marks.push({ at, position });
  }

  /** The replica has everything up to this position. */
  replayed(position: bigint): void {
    const reached = this.marks.filter((mark) => mark.position <= position);
    this.completeUntil = reached.at(-1)?.at ?? this.completeUntil;
    this.marks = this.marks.filter((mark) => mark.position > position);
  }

  /** Nothing is known of the replica any more. */
  lost(): void {
    this.completeUntil = undefined;
  }

  /** How far the replica is behind at `now`; undefined when it is too far, or has not all that was written at `since`. */
  lagMs(now: number, since: number): number | undefined {
    if (this.completeUntil === undefined || this.completeUntil < since) return undefined;
    const lag = now - this.completeUntil;
    return lag > this.keepMs ? undefined : lag;
  }

  /** Whether the replica has what was written at `at`. */
  has(at: number): boolean {
    return this.completeUntil !== undefined && this.completeUntil >= at;
  }
}
