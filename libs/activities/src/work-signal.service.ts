import { HintSender, Notifications } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { type Lane, type LaneColumns, laneKey, laneOf } from './lane';

/** The notification channel that wakes dispatchers. */
export const WORK_CHANNEL = 'errand_work';

/** A tenant with new work: in the queue of `lane`, or (null) waiting for a time that may be the next due. */
export interface WorkHint {
  tenantId: string;
  lane: Lane | null;
}

/** Tells the dispatchers that there is work, after it was committed. */
@Injectable()
export class WorkSignal implements OnModuleDestroy {
  private readonly hints: HintSender;

  constructor(notifications: Notifications, @Inject(LOGGER) logger: Logger) {
    this.hints = new HintSender(WORK_CHANNEL, notifications, logger);
  }

  /** @param queued the lane it was put into; null when it waits for its time */
  announce(tenantId: string, queued: LaneColumns | null): void {
    this.hints.send(queued ? laneKey(laneOf(tenantId, queued)) : tenantId);
  }

  async onModuleDestroy(): Promise<void> {
    await this.hints.end();
  }
}

/** The hints that dispatchers were told; what is none of ours is left out. */
export function parseWorkHints(hints: string[]): WorkHint[] {
  return hints.flatMap((hint): WorkHint[] => {
    const [tenantId = '', channel = null, pinnedConfigId = null] = hint.split('/');
    // Anybody may NOTIFY.
    if (!isUuid(tenantId) || (pinnedConfigId !== null && !isUuid(pinnedConfigId))) return [];
    if (channel === null) return [{ tenantId, lane: null }];
    return isChannel(channel) ? [{ tenantId, lane: { tenantId, channel, pinnedConfigId } }] : [];
  });
}

function isChannel(text: string): text is Channel {
  return (CHANNELS as readonly string[]).includes(text);
}
