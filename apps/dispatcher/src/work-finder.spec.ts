import { randomUUID } from 'node:crypto';
import type { ExpiredLease, Lane, Queues, Results } from '@errand/activities';
import type { Settings } from '@errand/config';
import type { Clock, Notifications } from '@errand/database';
import type { Settlement } from '@errand/dispatch';
import type { Logger } from '@errand/telemetry';
import type { Tenants } from '@errand/tenants';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { ScheduledBacklogLoop } from './scheduled-backlog.loop';
import { TenantCare } from './tenant-care';
import { TenantRounds } from './tenant-rounds';
import { WakeUps } from './wake-ups';
import { WorkFinder } from './work-finder.service';
import { WorkRounds } from './work-rounds';

const dispatchLeaseMs = 30_000;
const hourMs = 3_600_000;
const silent = { error: () => undefined, warn: () => undefined, debug: () => undefined } as unknown as Logger;
const clock = { now: () => new Date(), after: (ms: number) => new Date(Date.now() + ms) } as Clock;

const tenant = randomUUID();
const other = randomUUID();
const laneOfTenant = (tenantId: string): Lane => ({ tenantId, channel: 'WHATSAPP', pinnedConfigId: null });

/** What the database would say, and what was asked of it and found, with the time (ms). */
class Finding {
  readonly work: [tenantId: string, ms: number][] = [];
  readonly upcoming: [tenantId: string, ms: number][] = [];
  /** When each tenant was looked after. */
  readonly cared: [tenantId: string, ms: number][] = [];
  /** When what waits is due, by tenant. */
  readonly due = new Map<string, number>();
  readonly expired: ExpiredLease[] = [];
  /** When expired leases were to be taken over. */
  readonly takeOvers: [tenantId: string, ms: number][] = [];
  readonly held = new Set<string>();
  failing: (tenantId: string) => boolean = () => false;
  isTakenOver = true;
  free: (tenantId: string) => void = () => undefined;
  private notified: (payload: string) => void = () => undefined;
  private readonly scheduler = new SchedulerRegistry();
  private readonly finder: WorkFinder;

  constructor() {
    const queues = {
      wakeDue: async (tenantId) => {
        this.cared.push([tenantId, Date.now()]);
        if (this.failing(tenantId)) throw new Error('the node is down');
        const isDue = (this.due.get(tenantId) ?? Infinity) <= Date.now();
        if (isDue) this.due.delete(tenantId);
        return isDue ? [laneOfTenant(tenantId)] : [];
      },
      expiredLeases: async () => this.expired,
      upcomingLanes: async (tenantId, _limit, aheadMs) =>
        (this.due.get(tenantId) ?? Infinity) <= Date.now() + aheadMs ? [laneOfTenant(tenantId)] : [],
      nextDue: async (tenantId) => {
        const at = this.due.get(tenantId);
        return at === undefined ? null : new Date(at);
      },
      queuedLanes: async (tenantId) => [laneOfTenant(tenantId)],
      allQueuedLanes: async () => [],
      waitingTenants: async () => new Map(),
      dueActions: async () => new Map(),
    } satisfies Partial<Queues>;
    const settlement = {
      takeOver: async ({ tenantId }) => {
        this.takeOvers.push([tenantId, Date.now()]);
        if (!this.isTakenOver) throw new Error('no account');
        this.expired.length = 0;
      },
    } satisfies Partial<Settlement>;
    const scheduled = {
      mayClaim: (tenantId) => !this.held.has(tenantId),
      start: (onFree) => (this.free = onFree),
    } satisfies Partial<ScheduledBacklogLoop>;
    const notifications = {
      listen: async (_channel, handler) => {
        this.notified = handler;
      },
    } satisfies Partial<Notifications>;
    const rounds = new TenantRounds({} as Tenants, clock, silent);
    const results = { tenantsWithHeld: async () => [] as string[] } satisfies Partial<Results>;
    this.finder = new WorkFinder(
      new WorkRounds(rounds, queues as unknown as Queues, results as unknown as Results),
      new TenantCare(queues as unknown as Queues, settlement as unknown as Settlement, clock, silent),
      scheduled as unknown as ScheduledBacklogLoop,
      new WakeUps(notifications as unknown as Notifications, this.scheduler, clock, silent),
      { dispatchLeaseMs, dispatchIntervalMs: hourMs, scheduledCheckIntervalSeconds: 3600 } as Settings,
    );
  }

  async start(): Promise<this> {
    await this.finder.start({
      work: (lanes) => this.work.push(...lanes.map(({ tenantId }): [string, number] => [tenantId, Date.now()])),
      upcoming: async ({ tenantId }) => {
        this.upcoming.push([tenantId, Date.now()]);
        this.due.delete(tenantId);
      },
    });
    return this;
  }

  async stop(): Promise<void> {
    await this.finder.stop();
    for (const name of this.scheduler.getIntervals()) this.scheduler.deleteInterval(name);
  }

  notify(payload: string): void {
    this.notified(payload);
  }

  expectRetry(ms: number): void {
    this.finder.expectRetry(tenant, new Date(ms));
  }
}

describe('the work finder', () => {
  let finding: Finding;
  beforeEach(async () => {
    jest.useFakeTimers({ now: 0 });
    finding = await new Finding().start();
  });
  afterEach(async () => {
    await finding.stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('tells of a lane that is hinted at, and looks after its tenant once the lease of a claim of it would run out', async () => {
    finding.notify(`${tenant}/WHATSAPP,${tenant}/EMAIL`);
    expect(finding.work).toEqual([
      [tenant, 0],
      [tenant, 0],
    ]);
    await pass(dispatchLeaseMs);
    expect(finding.cared).toEqual([]);
    await pass(1);
    expect(finding.cared).toEqual([[tenant, dispatchLeaseMs + 1]]);
  });

  it('takes no hint for one that is none of ours', async () => {
    for (const payload of ['x', `${tenant}/SMOKE_SIGNAL`, `${tenant}/WHATSAPP/x`]) finding.notify(payload);
    await pass(dispatchLeaseMs * 2);
    expect([finding.work, finding.cared]).toEqual([[], []]);
  });

  it('has what is due at a known time claimed ahead of it', async () => {
    finding.due.set(tenant, 5_000);
    finding.notify(tenant);
    await pass(5_000);
    expect(finding.upcoming).toEqual([[tenant, 4_750]]);
  });

  it('queues what goes back to wait when its time comes', async () => {
    finding.due.set(tenant, 400);
    finding.expectRetry(400);
    await pass(399);
    expect(finding.work).toEqual([]);
    await pass(1);
    expect(finding.work).toEqual([[tenant, 400]]);
  });

  it('looks again after a tenant for whom it fails, and meanwhile after the others', async () => {
    finding.failing = (tenantId) => tenantId === tenant && Date.now() < 1_500;
    for (const id of [tenant, other]) finding.due.set(id, 0);
    finding.notify(`${tenant},${other}`);
    await pass(3_000);
    expect(finding.cared.slice(0, 4)).toEqual([
      [tenant, 0],
      [other, 0],
      [tenant, 1_000],
      [tenant, 3_000],
    ]);
    expect(finding.work).toEqual([
      [other, 0],
      [tenant, 3_000],
    ]);
  });

  it('takes over a lease that ran out, and tries again soon when that fails', async () => {
    const lease = { id: randomUUID(), lease_token: randomUUID(), dispatch_attempt_count: 1 };
    finding.expired.push({ ...lease, channel: 'WHATSAPP', pinned_config_id: null });
    finding.isTakenOver = false;
    finding.notify(tenant);
    await pass(999);
    expect(finding.work).toEqual([]);
    finding.isTakenOver = true;
    await pass(1);
    expect(finding.work).toEqual([[tenant, 1_000]]);
  });

  it('tries to take over leases of a lane ever less often, up to every 30 s, and looks after its tenant meanwhile', async () => {
    const expire = () => {
      const lease = { id: randomUUID(), lease_token: randomUUID(), dispatch_attempt_count: 1 };
      finding.expired.push({ ...lease, channel: 'WHATSAPP', pinned_config_id: null });
    };
    expire();
    expire();
    finding.isTakenOver = false;
    finding.notify(tenant);
    await pass(70_000);
    const times = [0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000];
    expect(finding.takeOvers).toEqual(times.flatMap((ms) => [ms, ms].map((at) => [tenant, at])));
    expect(finding.cared.slice(0, 4)).toEqual([0, 1_000, 2_000, 3_000].map((ms) => [tenant, ms]));
  });

  it('tells of nothing of a tenant whose work may not be claimed yet, and of all of it once it may', async () => {
    finding.held.add(tenant);
    finding.due.set(tenant, 1_000);
    finding.notify(`${tenant},${tenant}/WHATSAPP`);
    await pass(dispatchLeaseMs * 2);
    expect([finding.work, finding.upcoming]).toEqual([[], []]);
    finding.held.delete(tenant);
    finding.free(tenant);
    await pass(0);
    expect(finding.work.map(([tenantId]) => tenantId)).toEqual([tenant, tenant]);
  });
});
