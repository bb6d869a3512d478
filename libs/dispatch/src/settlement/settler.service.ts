import { setTimeout as delay } from 'node:timers/promises';
import { type Lease, Lifecycle, Results, type SettledAttempt } from '@errand/activities';
import { inBatches, isBadData } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

interface Waiting {
  attempt: SettledAttempt;
  settled: (wasOurs: boolean) => void;
}

/** One statement settles up to this many outcomes of a tenant. */
const batchSize = 200;
/** How long an outcome waits for company. */
const gatherMs = 3;
const retryMs = 250;

/**
 * Writes back what became of claimed activities, in batches of one tenant. Nothing is dropped while the process lives:
 * whatever keeps the database from taking it, it is tried again, and the lease token makes sure that it is still ours
 * to write.
 */
@Injectable()
export class Settler implements OnModuleDestroy {
  /** By tenant, then by activity. */
  private readonly waiting = new Map<string, Map<string, Waiting>>();
  private readonly writing = new Set<Promise<unknown>>();
  private readonly returnSoon = inBatches<Lease, void>((tenantId, leases) => this.writeReturns(tenantId, leases));
  private readonly roomWaiters: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;
  private unsettled = 0;

  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly results: Results,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Resolves once the outcome is stored: true, or false when the lease had passed to somebody else. */
  async settle(tenantId: string, attempt: SettledAttempt): Promise<boolean> {
    this.unsettled += 1;
    return new Promise((resolve) => {
      const settled = (wasOurs: boolean) => {
        this.unsettled -= 1;
        for (const go of this.roomWaiters.splice(0)) go();
        resolve(wasOurs);
      };
      // A call that outlived its lease and the one that took its place may end together; only one of them counts,
      // and one statement cannot tell which.
      if (this.waiting.get(tenantId)?.has(attempt.id)) this.flushTenant(tenantId);
      const batch = this.waiting.get(tenantId) ?? new Map<string, Waiting>();
      this.waiting.set(tenantId, batch.set(attempt.id, { attempt, settled }));
      if (batch.size >= batchSize) this.flushTenant(tenantId);
      else this.timer ??= setTimeout(() => this.flush(), gatherMs);
    });
  }

  /**
   * Should the database fall behind, calls wait for it: resolves once fewer than `limit` outcomes wait to be stored.
   * @returns undefined where nobody has to wait
   */
  room(limit: number): Promise<void> | undefined {
    return this.unsettled < limit ? undefined : this.waitForRoom(limit);
  }

  /** Returns a claimed activity that was not sent to where it was, uncounted. Resolves once that is stored. */
  async return(tenantId: string, lease: Lease): Promise<void> {
    const returning = this.returnSoon(tenantId, lease).finally(() => this.writing.delete(returning));
    this.writing.add(returning);
    await returning;
  }

  /** Stores what is waiting; what the database will not take within one more try is left to its lease. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    this.flush();
    while (this.writing.size > 0) await Promise.all(this.writing);
  }

  private async waitForRoom(limit: number): Promise<void> {
    while (this.unsettled >= limit) await new Promise<void>((go) => this.roomWaiters.push(go));
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const tenantId of [...this.waiting.keys()]) this.flushTenant(tenantId);
  }

  private flushTenant(tenantId: string): void {
    const batch = this.waiting.get(tenantId);
    this.waiting.delete(tenantId);
    if (!batch) return;
    const flushed = this.store(tenantId, [...batch.values()]).finally(() => this.writing.delete(flushed));
    this.writing.add(flushed);
  }

  private async store(tenantId: string, batch: Waiting[]): Promise<void> {
    const attempts = batch.map(({ attempt }) => attempt);
    const ours = await this.write(tenantId, attempts);
    for (const { attempt, settled } of batch) settled(ours.has(attempt.id));
    const ids = [...ours];
    if (ids.length === 0) return;
    await this.results.applyHeld(tenantId, ids).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'held results not applied; the next sweep will');
    });
  }

  private async write(tenantId: string, attempts: SettledAttempt[]): Promise<Set<string>> {
    const stored = await this.untilStored('outcomes', tenantId, attempts.length, () =>
      this.lifecycle.settle(tenantId, attempts).catch((error: unknown) => {
        if (!isBadData(error)) throw error;
        this.logger.warn({ err: error, tenantId, outcomes: attempts.length }, 'an outcome cannot be stored');
        return 'BAD_DATA' as const;
      }),
    );
    return stored === 'BAD_DATA' ? this.writeApart(tenantId, attempts) : (stored ?? new Set());
  }

  /** One row that cannot be stored must not keep the others from it; that row itself loses what can be at fault. */
  private async writeApart(tenantId: string, attempts: SettledAttempt[]): Promise<Set<string>> {
    const ours = new Set<string>();
    for (const attempt of attempts) {
      // Alone it was refused as well: the provider's text is the one value in it that is not ours.
      const plain = { ...attempt, response_body: null };
      const settle = attempts.length > 1 ? this.write(tenantId, [attempt]) : this.lifecycle.settle(tenantId, [plain]);
      const stored = await settle.catch((error: unknown) => {
        this.logger.error({ err: error, tenantId, activityId: attempt.id }, 'outcome cannot be stored');
        return new Set<string>();
      });
      for (const id of stored) ours.add(id);
    }
    return ours;
  }

  private async writeReturns(tenantId: string, leases: readonly Lease[]): Promise<void[]> {
    await this.untilStored('returned claims', tenantId, leases.length, () =>
      this.lifecycle.returnClaims(tenantId, leases),
    );
    return leases.map(() => undefined);
  }

  /** @returns what `write` does, or undefined when it failed twice while the process was stopping */
  private async untilStored<R>(
    what: string,
    tenantId: string,
    count: number,
    write: () => Promise<R>,
  ): Promise<R | undefined> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await write();
      } catch (error) {
        this.logger.warn({ err: error, tenantId, count }, `${what} not stored yet`);
        if (this.isStopping && failures > 0) return undefined;
        await delay(retryMs);
      }
    }
  }
}
