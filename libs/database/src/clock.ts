import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from './database';

const synchronizeEveryMs = 30_000;
const dayMs = 86_400_000;

/**
 * The time that is compared with stored times: this machine's clock corrected to the database's, so that two
 * replicas whose clocks differ neither fire early nor take over each other's leases. Tests set their own.
 */
@Injectable()
export class Clock implements OnModuleInit, OnModuleDestroy {
  private offsetMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.synchronize();
    // While the database is away the last offset is as good as any.
    this.timer = setInterval(() => void this.synchronize().catch(() => undefined), synchronizeEveryMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  after(ms: number): Date {
    return new Date(this.now().getTime() + ms);
  }

  daysAgo(days: number): Date {
    return this.after(-days * dayMs);
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Measures the offset; good to half of the round trip, so of three readings the quickest counts. */
  private async synchronize(): Promise<void> {
    let quickest = Infinity;
    for (let reading = 0; reading < 3; reading += 1) {
      const sent = Date.now();
      const [row] = await this.database.query<{ now: Date }>(readClock);
      const roundTrip = Date.now() - sent;
      if (row && roundTrip < quickest) {
        quickest = roundTrip;
        const offset = row.now.getTime() - (sent + roundTrip / 2);
        // Below the reading's own error a correction is noise, and on one machine it would be nothing else.
        this.offsetMs = Math.abs(offset) <= roundTrip / 2 + 1 ? 0 : Math.round(offset);
      }
    }
  }
}

const readClock = { name: 'read-clock', text: 'SELECT clock_timestamp() AS now' };
