import { Notifications } from '@errand/database';
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

/** NOTIFY takes 8,000 bytes at most; the longest entry is 36 + 1 + 10 + 1 + 36 + a comma. */
const longestHintList = 90;
/** At most one NOTIFY per process in this time: under load one covers hundreds of creates. */
const quietMs = 5;

/**
 * Tells the dispatchers that there is work, after it was committed. The first hint goes out at once, further ones
 * together a few milliseconds later. A hint that is lost costs latency, never work: the poll finds it.
 */
@Injectable()
export class WorkSignal implements OnModuleDestroy {
  private pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private lastFlush = 0;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @param queued the lane it was put into; null when it waits for its time */
  announce(tenantId: string, queued: LaneColumns | null): void {
    this.pending.add(queued ? laneKey(laneOf(tenantId, queued)) : tenantId);
    this.timer ??= setTimeout(() => this.flush(), this.quietFor());
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    this.flush();
    await this.sending;
  }

  private quietFor(): number {
    return Math.max(0, this.lastFlush + quietMs - Date.now());
  }

  private flush(): void {
    this.timer = undefined;
    if (this.pending.size === 0) return;
    const hints = this.pending;
    this.pending = new Set();
    this.lastFlush = Date.now();
    const payload = hints.size > longestHintList ? '' : [...hints].join(',');
    this.sending = this.notifications
      .notify(WORK_CHANNEL, payload)
      .catch((error: unknown) => this.logger.warn({ err: error }, 'wake-up not sent; the poll will find the work'));
  }
}

/** The hints of a notification; null = too many to list, or some may have been missed: look everywhere. */
export function parseWorkHints(payload: string): WorkHint[] | null {
  if (payload === '') return null;
  return payload.split(',').flatMap((hint): WorkHint[] => {
    const [tenantId = '', channel = null, pinnedConfigId = null] = hint.split('/');
    // Anybody may NOTIFY; what is none of ours is no hint.
    if (!isUuid(tenantId) || (pinnedConfigId !== null && !isUuid(pinnedConfigId))) return [];
    if (channel === null) return [{ tenantId, lane: null }];
    return isChannel(channel) ? [{ tenantId, lane: { tenantId, channel, pinnedConfigId } }] : [];
  });
}

function isChannel(text: string): text is Channel {
  return (CHANNELS as readonly string[]).includes(text);
}
