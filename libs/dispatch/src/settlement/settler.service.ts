import { setTimeout as delay } from 'node:timers/promises';
import {
  type Lane,
  laneKey,
  Lifecycle,
  Results,
  type SettledAttempt,
  type UnusedClaim,
  WorkSignal,
} from '@errand/activities';
import { ProviderEvents } from '@errand/callbacks';
import { inBatches, isBadData, runApart } from '@errand/database';
import { ProviderRegistry } from '@errand/providers';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

interface Waiting {
  attempt: SettledAttempt;
  settled: (wasOurs: boolean) => void;
}

interface Returned {
  lane: Lane;
  claim: UnusedClaim;
}

/** One statement settles up to this many outcomes of a tenant. */
const batchSize = 200;
/** How long an outcome waits for company. */
const gatherMs = 3;
/** While so many statements of a tenant are under way, what ends waits for the end of one, and goes together then … */
const writesOfTenant = 2;
/** … or after this long: what is slow or stuck delays no other by more. */
const patienceMs = 20;
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
  /** How many statements are under way, by tenant. */
  private readonly writes = new Map<string, number>();
  private readonly returnSoon = inBatches<Returned, void>((tenantId, returned) =>
    this.writeReturns(tenantId, returned),
  );
  /** Outcomes that are not stored yet, by tenant. */
  private readonly unsettled = new Map<string, number>();
  private readonly roomWaiters: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private patience: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly results: Results,
    private readonly events: ProviderEvents,
    private readonly registry: ProviderRegistry,
    private readonly workSignal: WorkSignal,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Resolves once the outcome is stored: true, or false when the lease had passed to somebody else. */
  async settle(tenantId: string, attempt: SettledAttempt): Promise<boolean> {
    add(this.unsettled, tenantId, 1);
    return new Promise((resolve) => {
      const settled = (wasOurs: boolean) => {
        add(this.unsettled, tenantId, -1);
        for (const go of this.roomWaiters.splice(0)) go();
        resolve(wasOurs);
      };
      // A call that outlived its lease and the one that took its place may end together; only one of them counts,
      // and one statement cannot tell which.
      while (this.waiting.get(tenantId)?.has(attempt.id)) this.write(tenantId);
      const waiting = this.waiting.get(tenantId) ?? new Map<string, Waiting>();
      this.waiting.set(tenantId, waiting.set(attempt.id, { attempt, settled }));
      if (waiting.size >= batchSize) this.writeSome(tenantId);
      else this.timer ??= setTimeout(() => this.flush(), gatherMs);
    });
  }

  /**
   * Should the database fall behind, calls wait for it: resolves once fewer than `limit` of the tenant's outcomes wait to
   * be stored.
   * @returns undefined where nobody has to wait
   */
  room(tenantId: string, limit: number): Promise<void> | undefined {
    return this.unsettledOf(tenantId) < limit ? undefined : this.waitForRoom(tenantId, limit);
  }

  /** Returns a claimed activity that was not sent to where it was, uncounted. Resolves once that is stored. */
  async return(lane: Lane, claim: UnusedClaim): Promise<void> {
    const returning = this.returnSoon(lane.tenantId, { lane, claim }).finally(() => this.writing.delete(returning));
    this.writing.add(returning);
    await returning;
  }

  /** Stores what is waiting; what the database will not take within one more try is left to its lease. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    this.flush();
    while (this.writing.size > 0) await Promise.all(this.writing);
  }

  private unsettledOf(tenantId: string): number {
    return this.unsettled.get(tenantId) ?? 0;
  }

  private async waitForRoom(tenantId: string, limit: number): Promise<void> {
    while (this.unsettledOf(tenantId) >= limit) await new Promise<void>((go) => this.roomWaiters.push(go));
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const tenantId of [...this.waiting.keys()]) this.writeSome(tenantId);
  }

  private writeSome(tenantId: string): void {
    if ((this.writes.get(tenantId) ?? 0) < writesOfTenant) return this.write(tenantId);
    this.patience ??= setTimeout(() => {
      this.patience = undefined;
      for (const waitingTenant of [...this.waiting.keys()]) this.write(waitingTenant);
    }, patienceMs);
  }

  private write(tenantId: string): void {
    const waiting = this.waiting.get(tenantId);
    if (!waiting) return;
    const batch = [...waiting.values()].slice(0, batchSize);
    for (const { attempt } of batch) waiting.delete(attempt.id);
    if (waiting.size === 0) this.waiting.delete(tenantId);
    const written = this.store(tenantId, batch).finally(() => this.writing.delete(written));
    this.writing.add(written);
  }

  private async store(tenantId: string, batch: Waiting[]): Promise<void> {
    const attempts = batch.map(({ attempt }) => attempt);
    add(this.writes, tenantId, 1);
    const ours = await this.writeAll(tenantId, attempts).finally(() => {
      add(this.writes, tenantId, -1);
      this.writeSome(tenantId);
    });
    for (const { attempt, settled } of batch) settled(ours.has(attempt.id));
    const ids = [...ours];
    if (ids.length === 0) return;
    await this.results.applyHeld(tenantId, ids).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'held results not applied; the next sweep will');
    });
    const calledBack = attempts.filter(({ id, provider_code: code }) => {
      return ours.has(id) && code !== null && this.registry.get(code)?.readCallback !== undefined;
    });
    await this.events.applyWaiting(tenantId, calledBack).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'what providers told is not applied; the next sweep will');
    });
  }

  /** One row that cannot be stored keeps no other from it; that row itself loses what can be at fault. */
  private async writeAll(tenantId: string, attempts: SettledAttempt[]): Promise<Set<string>> {
    const ends = await runApart(attempts, async (some) => {
      const ours = await this.writeTogether(tenantId, some);
      return some.map(({ id }) => ours.has(id));
    });
    const ours = new Set<string>();
    for (const [index, attempt] of attempts.entries()) {
      const end = ends[index];
      const isOurs = end instanceof Error ? await this.writePlain(tenantId, attempt, end) : end;
      if (isOurs) ours.add(attempt.id);
    }
    return ours;
  }

  /** @throws what the database refuses them with */
  private async writeTogether(tenantId: string, attempts: readonly SettledAttempt[]): Promise<Set<string>> {
    const stored = await this.untilStored('outcomes', tenantId, attempts.length, () =>
      this.lifecycle.settle(tenantId, [...attempts]).catch((error: unknown) => {
        if (isBadData(error)) return error as Error;
        throw error;
      }),
    );
    if (stored instanceof Error) throw stored;
    return stored ?? new Set();
  }

  /** Alone it was refused as well: it is stored without what is not ours, the provider's texts. */
  private async writePlain(tenantId: string, attempt: SettledAttempt, refusal: Error): Promise<boolean> {
    this.logger.warn({ err: refusal, tenantId, activityId: attempt.id }, 'an outcome is stored without its texts');
    const plain = {
      ...attempt,
      ...{ provider_activity_id: null, provider_error_code: null, response_body: null, request_excerpt: null },
      recipient: null,
    };
    if (plain.error_message !== null) plain.error_message = 'The provider’s message cannot be stored';
    try {
      return (await this.writeTogether(tenantId, [plain])).has(attempt.id);
    } catch (error) {
      this.logger.error({ err: error, tenantId, activityId: attempt.id }, 'outcome cannot be stored');
      return false;
    }
  }

  /** Announced once it is stored: whoever looks before finds nothing. */
  private async writeReturns(tenantId: string, returned: readonly Returned[]): Promise<void[]> {
    const claims = returned.map(({ claim }) => claim);
    await this.untilStored('returned claims', tenantId, claims.length, () =>
      this.lifecycle.returnClaims(tenantId, claims),
    );
    for (const { channel, pinnedConfigId } of new Map(returned.map(({ lane }) => [laneKey(lane), lane])).values()) {
      this.workSignal.announce(tenantId, { channel, pinned_config_id: pinnedConfigId });
    }
    // It may wait again for its time.
    this.workSignal.announce(tenantId, null);
    return claims.map(() => undefined);
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

/** Counts something of a tenant; what has come to nothing is forgotten. */
function add(counts: Map<string, number>, tenantId: string, change: number): void {
  const count = (counts.get(tenantId) ?? 0) + change;
  if (count > 0) counts.set(tenantId, count);
  else counts.delete(tenantId);
}
