import { Clock, Notifications } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { DueWork } from './due-work';
import { OneAtATime } from './one-at-a-time';

/**
 * What wakes the loops: hints, which other processes notify; due times, for which there is a precise timer; and, should
 * both be missed, intervals. A loop stops its own looks and its own work; hints and intervals then find nothing to start.
 */
@Injectable()
export class WakeUps {
  constructor(
    private readonly notifications: Notifications,
    private readonly scheduler: SchedulerRegistry,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Resolves once the channel is listened to, however long PostgreSQL is away, and after a first look.
   * @param hear takes the hints of one notification, which anybody may have sent
   * @param look is called when hints may have been missed: on each (re)connect, and when there were too many to list
   */
  async hear(channel: string, hear: (hints: string[]) => void, look: () => void): Promise<void> {
    await this.notifications.listen(channel, (payload) => (payload === '' ? look() : hear(payload.split(','))));
  }

  /** @param look starts one and returns at once, so that none is waited for and no two of a place run at once */
  every(name: string, ms: number, look: () => void): void {
    this.scheduler.addInterval(name, setInterval(look, ms));
  }

  /** Looks of which one that fails is logged; the next interval brings another. */
  looks(what: string): OneAtATime {
    return new OneAtATime((err, place) =>
      this.logger.error({ err, what, place }, 'looking for something to do failed'),
    );
  }

  /**
   * Work by key that is done when it is due, see {@link DueWork}; what fails is logged and done again.
   * @param about what the log says of a key; without it, that it is a tenant
   */
  whenDue(
    what: string,
    work: (key: string) => Promise<Date | null>,
    about: (key: string) => object = (tenantId) => ({ tenantId }),
  ): DueWork {
    return new DueWork(this.clock, work, (err, key) => {
      this.logger.error({ err, what, ...about(key) }, 'something due could not be done; it is tried again');
    });
  }
}
