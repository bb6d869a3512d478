import { type SettledAttempt, WorkSignal } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { ErrandError } from '@errand/errors';
import type { Channel } from '@errand/vocabulary';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Accounts } from './accounts.service';
import { DispatchJob } from './dispatch-job.service';

/** Sends one activity at once, for somebody who waits for the answer. */
@Injectable()
export class DispatchNow implements OnModuleDestroy {
  private readonly stop = new AbortController();
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly job: DispatchJob,
    private readonly accounts: Accounts,
    private readonly workSignal: WorkSignal,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The same claim, steps and limits as the dispatcher's.
   * @throws NOT_FOUND, INVALID_TRANSITION, IN_FLIGHT, TENANT_PAUSED, PROVIDER_PAUSED, NOT_READY when stopping
   */
  async send(tenantId: string, id: string, channel: Channel): Promise<SettledAttempt> {
    const { state } = await this.accounts.fresh({ tenantId, channel });
    if (state === 'TENANT_PAUSED') throw new ErrandError('TENANT_PAUSED', 'The tenant is paused');
    if (state === 'PROVIDER_PAUSED') throw new ErrandError('PROVIDER_PAUSED', `Every ${channel} config is paused`);
    const sending = this.claimAndRun(tenantId, id, channel);
    this.running.add(sending);
    return sending.finally(() => this.running.delete(sending));
  }

  /** Calls under way get the grace period to finish; what is cut after it goes back to the queue uncounted. */
  async onModuleDestroy(): Promise<void> {
    const cut = setTimeout(() => this.stop.abort(), this.settings.shutdownGraceMs);
    await Promise.allSettled(this.running);
    clearTimeout(cut);
  }

  private async claimAndRun(tenantId: string, id: string, channel: Channel): Promise<SettledAttempt> {
    const [dispatch] = await this.job.claimOne(tenantId, id);
    if (!dispatch) throw new ErrandError('NOT_FOUND', `Activity ${id} not found`);
    const result = await this.job.run(dispatch, this.stop.signal);
    if (result.end === 'LOST') throw new ErrandError('IN_FLIGHT', `Activity ${id} was taken over by another process`);
    if (result.end === 'RETURNED') {
      this.workSignal.announce(tenantId, channel);
      throw new ErrandError('NOT_READY', 'Not sent: the process is stopping or the provider was just paused');
    }
    if (result.attempt.trigger === 'ATTEMPT_FAILED') {
      this.workSignal.announce(tenantId, result.attempt.next_attempt_at ? null : channel);
    }
    return result.attempt;
  }
}
