import { Clock } from '@errand/database';
import { earliestMissed, RollUps } from '@errand/statistics';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { OneAtATime } from './one-at-a-time';
import { TenantRounds } from './tenant-rounds';
import { WakeUps } from './wake-ups';

const periodMs = 15_000;
/** What was committed later than this after its time is not counted. */
const lateMs = 600_000;
/** Noted this often at most until when all is counted. */
const notedEveryMs = 300_000;

/**
 * Every 15 s counts again what the last ten minutes brought to the tenants to whom they brought something; after the start, what
 * was missed since it was counted last.
 */
@Injectable()
export class StatisticsLoop implements OnModuleDestroy {
  private readonly looks: OneAtATime;
  /** Until when everybody's are filled but for those who are behind. */
  private filledUntil: Date | undefined;
  private notedUntil = 0;
  /** Those for whom it failed, and since when. */
  private readonly behind = new Map<string, Date>();

  constructor(
    private readonly rollUps: RollUps,
    private readonly rounds: TenantRounds,
    private readonly clock: Clock,
    private readonly wakeUps: WakeUps,
  ) {
    this.looks = wakeUps.looks('statistics');
  }

  start(): void {
    const look = () => this.looks.run('everywhere', () => this.round());
    this.wakeUps.every('statistics', periodMs, look);
    look();
  }

  async onModuleDestroy(): Promise<void> {
    await this.looks.stop();
  }

  /** One round over the tenants; public for tests, which do not wait for the next. */
  async round(): Promise<void> {
    const { signal } = this.looks;
    const now = this.clock.now();
    const earliest = earliestMissed(now);
    this.filledUntil ??= (await this.rollUps.filledUntil()) ?? earliest;
    const from = later(new Date(this.filledUntil.getTime() - lateMs), earliest);
    const find = async () => new Set([...this.behind.keys(), ...(await this.rollUps.tenantsSince(from))]);
    const fill = async (tenantId: string) => {
      const since = later(this.behind.get(tenantId) ?? from, earliest);
      this.behind.set(tenantId, since);
      await this.rollUps.fill(tenantId, since, now, signal);
      this.behind.delete(tenantId);
    };
    await this.rounds.ofThose('statistics', find, fill, signal);
    if (signal.aborted) return;
    this.filledUntil = now;
    if (this.behind.size > 0 || now.getTime() - this.notedUntil < notedEveryMs) return;
    await this.rollUps.noteFilled(now);
    this.notedUntil = now.getTime();
  }
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
