import { type Lane, laneKey } from '@errand/activities';
import type { Turn } from '@errand/dispatch';

interface LaneCalls {
  lane: Lane;
  waiting: Waiting[];
  /** Its calls under way, lingering ones included. */
  running: number;
}

interface TenantCalls {
  /** How many calls it may start each time its turn comes. */
  weight: number;
  /** How many of these are left in this turn. */
  credit: number;
  running: number;
  lanes: Map<string, LaneCalls>;
}

/** Gives somebody who waits a turn; null: there will be none. */
type Waiting = (turn: Turn | null) => void;

interface RunningCall {
  tenant: TenantCalls;
  calls: LaneCalls;
  startedAt: number;
  isLingering: boolean;
}

export interface TurnOptions {
  /** Calls at once, of all lanes together, apart from those that linger. */
  concurrency: number;
  /** Calls at once of one lane, lingering ones included: what a provider that hangs can take up. */
  perLane: number;
  /** The same of one tenant: what it can take up when all its providers hang. */
  perTenant: number;
  /** A call that has taken so long lingers: it costs a socket and no more, so that others may start in its place. */
  lingerMs: number;
  /** Calls that may linger at once, and one of each lane beyond that. */
  mostLingering: number;
  /** Calls that start in one turn of the event loop. */
  startsALoop: number;
  /** The clock that calls are timed by, ms. */
  now: () => number;
  /** A call ended, so that there may be room for more. */
  onProgress: () => void;
}

/**
 * Decides which of the waiting activities is called next. Tenants take turns, weighted round robin: one with a thousand
 * waiting starts as often as one with a single activity, and one of weight 2 twice as often. Calls that hang cannot take
 * what others need: those that linger stand aside for others, and the more of them there are the fewer calls each lane
 * may have open, but never none.
 */
export class Turns {
  private readonly tenants = new Map<string, TenantCalls>();
  /** Oldest first. */
  private readonly busy = new Set<RunningCall>();
  private lingering = 0;
  private queued = 0;
  private timer: NodeJS.Timeout | undefined;
  /** How many calls have started in this turn of the event loop. */
  private started = 0;
  private nextLoop: NodeJS.Immediate | undefined;
  private isStopped = false;

  constructor(private readonly options: TurnOptions) {}

  /** How many wait for a turn, of all lanes. */
  get waiting(): number {
    return this.queued;
  }

  waitingOf(lane: Lane): number {
    return this.tenants.get(lane.tenantId)?.lanes.get(laneKey(lane))?.waiting.length ?? 0;
  }

  /** Resolves when it is the turn of the lane's longest waiting; null once {@link stop} was called. */
  async take(lane: Lane, weight: number): Promise<Turn | null> {
    if (this.isStopped) return null;
    const tenant: TenantCalls = this.tenants.get(lane.tenantId) ?? {
      weight,
      credit: weight,
      running: 0,
      lanes: new Map(),
    };
    tenant.weight = weight;
    const calls = tenant.lanes.get(laneKey(lane)) ?? { lane, waiting: [], running: 0 };
    const turn = new Promise<Turn | null>((resolve) => calls.waiting.push(resolve));
    tenant.lanes.set(laneKey(lane), calls);
    this.tenants.set(lane.tenantId, tenant);
    this.queued += 1;
    this.start();
    return turn;
  }

  /** Nobody who waits gets a turn any more. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    for (const { lanes } of this.tenants.values()) {
      for (const { waiting } of lanes.values()) for (const give of waiting.splice(0)) give(null);
    }
    this.queued = 0;
  }

  private start(): void {
    while (this.queued > 0 && this.started < this.options.startsALoop && this.hasRoom()) {
      const next = this.next();
      const give = next?.calls.waiting.shift();
      if (!next || !give) return;
      this.queued -= 1;
      this.started += 1;
      this.nextLoop ??= setImmediate(() => this.goOn());
      const call: RunningCall = { ...next, startedAt: this.options.now(), isLingering: false };
      this.busy.add(call);
      call.tenant.running += 1;
      call.calls.running += 1;
      give({ end: () => this.ended(call) });
    }
  }

  private goOn(): void {
    this.nextLoop = undefined;
    this.started = 0;
    this.start();
  }

  /** Whether one more call may start, after those that have taken long have stood aside for it. */
  private hasRoom(): boolean {
    const { concurrency, lingerMs, now } = this.options;
    if (this.busy.size < concurrency) return true;
    for (const call of this.busy) {
      const standsAsideInMs = call.startedAt + lingerMs - now();
      if (standsAsideInMs > 0) {
        this.lookAgainIn(standsAsideInMs);
        break;
      }
      this.busy.delete(call);
      call.isLingering = true;
      this.lingering += 1;
    }
    return this.busy.size < concurrency;
  }

  private lookAgainIn(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.start();
    }, ms);
  }

  /** The lane that starts the next call: of the tenant whose turn it is, or of the next one that can. */
  private next(): { tenant: TenantCalls; calls: LaneCalls } | undefined {
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
  private startable({ lanes, running }: TenantCalls): LaneCalls | undefined {
    if (running >= this.options.perTenant) return undefined;
    const share = this.shareOfLane();
    for (const [key, calls] of lanes) {
      if (calls.waiting.length === 0 || calls.running >= share) continue;
      lanes.delete(key);
      lanes.set(key, calls);
      return calls;
    }
    return undefined;
  }

  /**
   * How many calls a lane may have open. Once half of those that may linger do, it is an eighth of what is left, so that
   * many lanes whose providers hang come near the bound one after the other, each with less.
   */
  private shareOfLane(): number {
    const { perLane, mostLingering } = this.options;
    if (this.lingering < mostLingering / 2) return perLane;
    return Math.max(1, Math.min(perLane, Math.floor((mostLingering - this.lingering) / 8)));
  }

  private ended(call: RunningCall): void {
    const { tenant, calls } = call;
    tenant.running -= 1;
    calls.running -= 1;
    if (call.isLingering) this.lingering -= 1;
    else this.busy.delete(call);
    if (calls.running === 0 && calls.waiting.length === 0) this.forget(calls.lane);
    this.start();
    this.options.onProgress();
  }

  private forget(lane: Lane): void {
    const tenant = this.tenants.get(lane.tenantId);
    tenant?.lanes.delete(laneKey(lane));
    if (tenant?.lanes.size === 0) this.tenants.delete(lane.tenantId);
  }
}
