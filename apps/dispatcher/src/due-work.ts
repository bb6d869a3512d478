import type { Clock } from '@errand/database';
import { DueTimer } from './due-timer';
import { OneAtATime } from './one-at-a-time';
import { Pauses } from './pauses';

/** What failed on our side is done again after this at the soonest. */
export const failedPauseMs = 1000;
/**
 * Between two pieces of work for a key that nobody asked for. What is due already and was not taken is locked by somebody
 * who is at it, and under load each piece finds many.
 */
const pauseMs = 50;

/**
 * Work for a tenant, or whatever else a key stands for, that is done when it is asked for and when it comes due, one
 * piece at a time for each key. What fails keeps no other key's from being done, and is tried again ever less often, whoever
 * asks for it.
 */
export class DueWork {
  private readonly timer: DueTimer;
  private readonly runs: OneAtATime;
  private readonly pauses: Pauses;

  /**
   * @param clock the one that due times are told by
   * @param work does what is due for the key. @returns when it comes due again; null when that is not known
   * @param failed is told of work that ended with an error; it is done again after a second, then two, up to 30
   */
  constructor(
    private readonly clock: Pick<Clock, 'now' | 'after'>,
    private readonly work: (key: string) => Promise<Date | null>,
    failed: (error: unknown, key: string) => void,
  ) {
    const now = () => clock.now().getTime();
    this.timer = new DueTimer(now, (key) => this.now(key));
    this.pauses = new Pauses(failedPauseMs, now);
    this.runs = new OneAtATime((error, key) => {
      failed(error, key);
      this.pauses.failed(key, error);
      this.afterPause(key);
    });
  }

  /** Aborts when everything stops: work under way ends early. */
  get signal(): AbortSignal {
    return this.runs.signal;
  }

  /** There may be something to do for the key. */
  now(key: string): void {
    this.runs.run(key, async () => {
      // Asked for while it failed, it would fail again at once.
      if (this.pauses.isOn(key)) return this.afterPause(key);
      // What is heard of while it runs stays: the answer may be older.
      this.timer.forget(key);
      const next = await this.work(key);
      this.pauses.end(key);
      const soonest = this.clock.after(pauseMs);
      if (next) this.noLaterThan(key, next < soonest ? soonest : next);
    });
  }

  /** There may be something to do for the key at `dueAt`, if not earlier. */
  noLaterThan(key: string, dueAt: Date): void {
    this.timer.noLaterThan(key, dueAt);
  }

  /** There may be something to do for the key in `ms`, if not earlier. */
  within(key: string, ms: number): void {
    this.noLaterThan(key, this.clock.after(ms));
  }

  private afterPause(key: string): void {
    this.noLaterThan(key, new Date(this.pauses.until(key)));
  }

  /** Starts nothing more, and resolves once all that runs is over. */
  async stop(): Promise<void> {
    this.timer.stop();
    await this.runs.stop();
  }
}
