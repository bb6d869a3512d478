import type { Logger } from '@errand/telemetry';
import type { Notifications } from './notifications';

/** NOTIFY takes 8,000 bytes at most; the longest hint is 36 + 1 + 10 + 1 + 36 + a comma. */
const longestList = 90;
/** At most one NOTIFY per process and channel in this time: under load one covers hundreds of writes. */
const quietMs = 5;

/**
 * Sends short texts that say where there is work, separated by commas, or '' for “everywhere” when there are too many.
 * The first goes out at once, further ones together a few milliseconds later. A hint that is lost costs latency, never
 * work: the poll finds it.
 */
export class HintSender {
  private pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private lastFlush = 0;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly channel: string,
    private readonly notifications: Pick<Notifications, 'notify'>,
    private readonly logger: Logger,
  ) {}

  /** @param hint without commas, 84 bytes at most */
  send(hint: string): void {
    this.pending.add(hint);
    this.timer ??= setTimeout(() => this.flush(), this.quietFor());
  }

  /** Sends what is pending. */
  async end(): Promise<void> {
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
    const payload = hints.size > longestList ? '' : [...hints].join(',');
    this.sending = this.notifications
      .notify(this.channel, payload)
      .catch((error: unknown) => this.logger.warn({ err: error }, 'wake-up not sent; the poll will find the work'));
  }
}
