import type { Lane, ResolutionFailure, SettledAttempt } from '@errand/activities';
import { Injectable } from '@nestjs/common';
import type { AttemptableAccount } from './admission/accounts.service';
import { Admission, isAdmitted, type NotNow } from './admission/admission.service';
import { Attempt } from './attempt.service';
import { Claims, orReturn } from './claims.service';
import type { Holding } from './holding';
import { LateResolution } from './late-resolution.service';
import { Settlement } from './settlement/settlement.service';
import type { Source } from './sources';

/** How a claimed activity ended. `attempt` is what the history says of it. */
export type End =
  | { end: 'SETTLED'; attempt: SettledAttempt }
  /** Not sent, and not counted: it is where it was. */
  | { end: 'RETURNED' }
  /** What it needs could not be found. */
  | { end: 'UNRESOLVED'; failure: ResolutionFailure }
  /** The lease had passed to another process, whose outcome counts. */
  | { end: 'LOST' };

/** A call's place among those that run at once. */
export interface Turn {
  /** The call is over: the next one may start. */
  end: () => void;
}

/** Where and when the calls are made, and who is told how each ended: the dispatcher's loop, or somebody who waits. */
export interface Line {
  /** Resolves to a turn once the activity's call may start; null when the process stops before. */
  turn(holding: Holding, startAt: Date | null): Promise<Turn | null>;
  /** Whether something is looked for beside the calls, since a hook's answer may take a while. */
  resolving(lane: Lane, change: number): void;
  ended(holding: Holding, end: End): void;
  failed(lane: Lane, error: Error): void;
  /** Aborts when hooks are not waited for any longer. */
  stop: AbortSignal;
  /** Aborts when calls under way are given up. */
  cut: AbortSignal;
}

/** What one pass over a source began. */
export interface Pass {
  /** Why nothing may be sent. */
  notNow: NotNow | null;
  /** How many were claimed. */
  claimed: number;
  /** Whether as many were claimed as were allowed, so that there may be more. */
  isFull: boolean;
  /** Whether the config's concurrency allowed fewer than were wanted. */
  isShort: boolean;
  /** When the last of them may start by the config's rate; null without one. */
  lastStart: Date | null;
}

/**
 * The way of an activity from its queue to its outcome, and the only place that orders its steps. An error before the
 * call returns the activity uncounted, and the line is told, which leaves its lane alone for ever longer; where one
 * activity is at fault, it goes on to an attempt that fails. An error during the call is its outcome; after it, the
 * settler stores the outcome however often that takes.
 */
@Injectable()
export class Pipeline {
  constructor(
    private readonly admission: Admission,
    private readonly claims: Claims,
    private readonly late: LateResolution,
    private readonly attempt: Attempt,
    private readonly settlement: Settlement,
  ) {}

  /** Steps 1 to 4 for a batch, which then goes on by itself. @throws what keeps it from being claimed */
  async run(source: Source, line: Line): Promise<Pass> {
    const { lane, wanted, probe } = source;
    // 1. Admit: what may be sent now, and by which account.
    const admitted = probe
      ? await this.admission.admitBy(probe.via, wanted)
      : await this.admission.admit(lane, wanted, source.startOf !== undefined);
    if (!isAdmitted(admitted)) return { notNow: admitted, claimed: 0, isFull: false, isShort: true, lastStart: null };
    // 2. Claim: lease and attempt number, in one statement.
    const holdings = await this.claims.take(source, admitted);
    const ready = holdings.filter((holding) => !holding.isPending);
    const pending = holdings.filter((holding) => holding.isPending);
    // 3. Resolve what was left to be found now; it goes on by itself, beside the others.
    void this.resolve(source, pending, line);
    // 4. Load what they refer to.
    await orReturn(ready, () => this.claims.load(ready));
    const lastStart = await this.start(source, ready, line);
    return {
      notNow: null,
      claimed: holdings.length,
      isFull: holdings.length === admitted.count,
      isShort: admitted.isShort,
      lastStart,
    };
  }

  private async resolve(source: Source, pending: Holding[], line: Line): Promise<void> {
    if (pending.length === 0) return;
    line.resolving(source.lane, pending.length);
    try {
      const { ready, unresolved, returned, lost } = await this.late.resolve(pending, line.stop);
      for (const { holding, failure } of unresolved) line.ended(holding, { end: 'UNRESOLVED', failure });
      for (const holding of returned) line.ended(holding, { end: 'RETURNED' });
      for (const holding of lost) line.ended(holding, { end: 'LOST' });
      await this.start(source, ready, line);
    } catch (error) {
      line.failed(source.lane, error as Error);
    } finally {
      line.resolving(source.lane, -pending.length);
    }
  }

  /** Gives each its start by the config's rate. @returns the last of them */
  private async start(source: Source, ready: Holding[], line: Line): Promise<Date | null> {
    const [first] = ready;
    if (!first) return null;
    const starts = await orReturn(ready, () => this.admission.starts(first.account, ready.length, source.mostWaitMs));
    if (starts?.length === 0) {
      for (const holding of ready) line.ended(holding, await this.return(holding));
      return null;
    }
    for (const [index, holding] of ready.entries()) {
      const startAt = starts?.[index] ?? source.startOf?.(holding.activity) ?? null;
      this.send(holding, startAt, line).then(
        (end) => line.ended(holding, end),
        // Nothing that is expected gets here; what it held is left to its lease.
        (error: Error) => line.failed(holding.lane, error),
      );
    }
    return starts?.at(-1) ?? null;
  }

  /** Steps 5 to 8 for one. */
  private async send(holding: Holding, startAt: Date | null, line: Line): Promise<End> {
    // 5. Wait for its start: its time, its rate, and its turn among the calls.
    const turn = await line.turn(holding, startAt);
    const isLoaded = turn !== null && (!holding.activity.is_large || (await this.loadCarried(holding, line)));
    const account = isLoaded ? await this.accountNow(holding, line) : null;
    if (!turn || !account) {
      this.claims.dropCarried(holding);
      turn?.end();
      return this.return(holding);
    }
    // 6. Attempt: the call.
    const made = await this.attempt.make(account, holding.activity, line.cut).catch(() => null);
    holding.leaveConcurrency();
    this.claims.dropCarried(holding);
    turn.end();
    if (!made) return this.return(holding);
    // 7. Learn from the outcome, 8. settle it. What follows is for the line.
    const attempt = await this.settlement.conclude(holding, account, made);
    return attempt ? { end: 'SETTLED', attempt } : { end: 'LOST' };
  }

  private async loadCarried(holding: Holding, line: Line): Promise<boolean> {
    try {
      return await this.claims.loadCarried(holding, line.stop);
    } catch (error) {
      line.failed(holding.lane, error as Error);
      return false;
    }
  }

  /** The account as it is now, if the activity may still be sent: it may have waited for a while. */
  private async accountNow(holding: Holding, line: Line): Promise<AttemptableAccount | null> {
    // Whoever took it over keeps it.
    if (!holding.isOurs) return null;
    if (holding.probe) return holding.probe.via;
    try {
      return await this.admission.still(holding.lane, holding.account);
    } catch (error) {
      line.failed(holding.lane, error as Error);
      return null;
    }
  }

  private async return(holding: Holding): Promise<End> {
    await holding.return();
    return { end: 'RETURNED' };
  }
}
