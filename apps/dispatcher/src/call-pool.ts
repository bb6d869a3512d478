import { type Lane, laneKey } from '@errand/activities';

interface LaneCalls<Work> {
  lane: Lane;
  queue: Work[];
  running: number;
}

interface TenantCalls<Work> {
  /** How many calls it may start each time its turn comes. */
  weight: number;
  /** How many of these are left in this turn. */
  credit: number;
  running: number;
  lanes: Map<string, LaneCalls<Work>>;
}

interface Started<Work> {
  tenant: TenantCalls<Work>;
  calls: LaneCalls<Work>;
}

export interface CallPoolOptions<Work> {
  /** Calls at once, of all lanes together. */
  concurrency: number;
  /** Calls at once of one lane: what a provider that hangs can hold. */
  perLane: number;
  /** Calls at once of one tenant: what it can hold when all its providers hang. */
  perTenant: number;
  run: (work: Work) => Promise<void>;
  /** A call ended, so that there may be room for more. */
  onProgress: () => void;
}

/**
 * Runs claimed work with bounded concurrency. Tenants take turns, weighted round robin: one with a thousand waiting
 * starts as often as one with a single activity, and one of weight 2 twice as often. A lane whose provider hangs holds
 * its own share of the slots and no more.
 */
export class CallPool<Work> {
  private readonly tenants = new Map<string, TenantCalls<Work>>();
  private running = 0;
  private queued = 0;
  private readonly idleWaiters: (() => void)[] = [];

  constructor(private readonly options: CallPoolOptions<Work>) {}

  /** How many are claimed and wait for a slot, of all lanes. */
  get waiting(): number {
    return this.queued;
  }

  waitingOf(lane: Lane): number {
    return this.tenants.get(lane.tenantId)?.lanes.get(laneKey(lane))?.queue.length ?? 0;
  }

  add(lane: Lane, work: Work[], weight = 1): void {
    if (work.length === 0) return;
    const tenant: TenantCalls<Work> = this.tenants.get(lane.tenantId) ?? {
      weight,
      credit: weight,
      running: 0,
      lanes: new Map(),
    };
    tenant.weight = weight;
    const calls: LaneCalls<Work> = tenant.lanes.get(laneKey(lane)) ?? { lane, queue: [], running: 0 };
    calls.queue.push(...work);
    tenant.lanes.set(laneKey(lane), calls);
    this.tenants.set(lane.tenantId, tenant);
    this.queued += work.length;
    this.start();
  }

  /** Takes back everything that has not begun. */
  drain(): Work[] {
    const waiting: Work[] = [];
    for (const { lanes } of this.tenants.values()) {
      for (const calls of lanes.values()) waiting.push(...calls.queue.splice(0));
    }
    this.queued = 0;
    return waiting;
  }

  /** Resolves once no call is running. */
  async idle(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  private start(): void {
    while (this.running < this.options.concurrency && this.queued > 0) {
      const next = this.next();
      const work = next?.calls.queue.shift();
      if (!next || work === undefined) return;
      this.queued -= 1;
      this.running += 1;
      next.tenant.running += 1;
      next.calls.running += 1;
      void this.options.run(work).finally(() => this.ended(next));
    }
  }

  /** The lane that starts the next call: of the tenant whose turn it is, or of the next one that can. */
  private next(): Started<Work> | undefined {
    for (const [tenantId, tenant] of this.tenants) {
      const calls = this.startable(tenant);
      if (!calls) continue;
      tenant.credit -= 1;
      if (tenant.credit <= 0) {
        tenant.credit = tenant.weight;
        this.tenants.delete(tenantId);
        this.tenants.set(tenantId, tenant);
      }
      return { tenant, calls };
    }
    return undefined;
  }

  /** The tenant's first lane that may start one; it goes to the end of the tenant's own turn. */
  private startable({ lanes, running }: TenantCalls<Work>): LaneCalls<Work> | undefined {
    if (running >= this.options.perTenant) return undefined;
    for (const [key, calls] of lanes) {
      if (calls.queue.length === 0 || calls.running >= this.options.perLane) continue;
      lanes.delete(key);
      lanes.set(key, calls);
      return calls;
    }
    return undefined;
  }

  private ended({ tenant, calls }: Started<Work>): void {
    this.running -= 1;
    tenant.running -= 1;
    calls.running -= 1;
    this.forgetIfIdle(calls);
    this.start();
    if (this.running === 0) for (const resolve of this.idleWaiters.splice(0)) resolve();
    this.options.onProgress();
  }

  private forgetIfIdle({ lane, queue, running }: LaneCalls<Work>): void {
    if (running > 0 || queue.length > 0) return;
    const tenant = this.tenants.get(lane.tenantId);
    tenant?.lanes.delete(laneKey(lane));
    if (tenant?.lanes.size === 0) this.tenants.delete(lane.tenantId);
  }
}
