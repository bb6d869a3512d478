import { ScheduledBacklog, ScheduledSending } from '@errand/actions';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { TenantRounds } from './tenant-rounds';

/** Tenants for which it failed are tried again after this. */
const failedPauseMs = 10_000;

/**
 * Once after the start, beside the other loops, postpones the stored scheduled actions or frees them, as
 * `ENABLE_SCHEDULED_ACTIONS` says. Where they are not to be sent, nothing of a tenant's is claimed until its own are
 * postponed; it waits for no other tenant's.
 */
@Injectable()
export class ScheduledBacklogLoop implements OnModuleDestroy {
  private readonly stop = new AbortController();
  /** During the first round, the tenants whose backlog is done. */
  private readonly done = new Set<string>();
  /** After it, those for whom it failed. */
  private failed: Set<string> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private onFree: (tenantId: string) => void = () => undefined;

  constructor(
    private readonly backlog: ScheduledBacklog,
    private readonly sending: ScheduledSending,
    private readonly rounds: TenantRounds,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Whether nothing of the tenant's can be claimed that must not be sent. */
  mayClaim(tenantId: string): boolean {
    if (this.sending.isOn) return true;
    return this.failed ? !this.failed.has(tenantId) : this.done.has(tenantId);
  }

  /** @param onFree called when a tenant's work may be claimed that might not before */
  start(onFree: (tenantId: string) => void): void {
    this.onFree = onFree;
    this.running = this.round();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    const { signal } = this.stop;
    const work = (tenantId: string) => this.apply(tenantId);
    try {
      if (this.failed) await this.rounds.ofThese('scheduled actions', [...this.failed], work, signal);
      else this.failed = new Set(await this.rounds.ofAll('scheduled actions', work, signal));
      this.done.clear();
    } catch (error) {
      this.logger.warn({ err: error }, 'the tenants could not be read for their scheduled actions');
    }
    const isOver = signal.aborted || this.failed?.size === 0;
    if (isOver) return;
    this.timer = setTimeout(() => {
      this.running = this.round();
    }, failedPauseMs);
  }

  private async apply(tenantId: string): Promise<void> {
    await this.backlog.apply(tenantId, this.stop.signal);
    if (this.stop.signal.aborted) return;
    this.done.add(tenantId);
    this.failed?.delete(tenantId);
    if (!this.sending.isOn) this.onFree(tenantId);
  }
}
