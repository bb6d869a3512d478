import { setTimeout as delay } from 'node:timers/promises';
import { Lifecycle, Results, type SettledAttempt } from '@errand/activities';
import { isBadData } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

interface Waiting {
  attempt: SettledAttempt;
  settled: (wasHeld: boolean) => void;
}

/** One statement settles up to this many outcomes of a tenant. */
const batchSize = 200;
/** How long an outcome waits for company. */
const gatherMs = 3;
const retryMs = 250;

/**
 * Writes outcomes back in batches. An outcome is never dropped while the process lives: whatever keeps the database from
 * taking it, it is tried again, and the lease token makes sure that it is still ours to write.
 */
@Injectable()
export class Settler implements OnModuleDestroy {
  /** By tenant, then by activity. */
  private readonly waiting = new Map<string, Map<string, Waiting>>();
  private readonly flushing = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly results: Results,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Resolves once the outcome is stored: true, or false when the lease had passed to somebody else. */
  async settle(tenantId: string, attempt: SettledAttempt): Promise<boolean> {
    return new Promise((settled) => {
      // A call that outlived its lease and the one that took its place may end together; only one of them counts,
      // and one statement cannot tell which.
      if (this.waiting.get(tenantId)?.has(attempt.id)) this.flushTenant(tenantId);
      const batch = this.waiting.get(tenantId) ?? new Map<string, Waiting>();
      this.waiting.set(tenantId, batch.set(attempt.id, { attempt, settled }));
      if (batch.size >= batchSize) this.flushTenant(tenantId);
      else this.timer ??= setTimeout(() => this.flush(), gatherMs);
    });
  }

  /** Stores what is waiting; outcomes that the database will not take within one more try are left to their lease. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    this.flush();
    await Promise.all(this.flushing);
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
    const flushed = this.store(tenantId, [...batch.values()]).finally(() => this.flushing.delete(flushed));
    this.flushing.add(flushed);
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
    for (let failures = 0; ; failures += 1) {
      try {
        return await this.lifecycle.settle(tenantId, attempts);
      } catch (error) {
        this.logger.warn({ err: error, tenantId, outcomes: attempts.length }, 'outcomes not stored yet');
        if (isBadData(error)) return this.writeApart(tenantId, attempts);
        if (this.isStopping && failures > 0) return new Set();
        await delay(retryMs);
      }
    }
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
}
