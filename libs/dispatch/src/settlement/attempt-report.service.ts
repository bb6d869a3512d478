import type { ClaimedActivity, ResolutionFailure, SettledAttempt } from '@errand/activities';
import { LOGGER, type Logger, Metrics } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';

/** What is told of every attempt: one wide log line and the metrics. */
@Injectable()
export class AttemptReport {
  private readonly attempts: Counter<'provider' | 'outcome' | 'disposition'>;
  private readonly duration: Histogram<'provider'>;
  private readonly lag: Histogram;

  constructor(
    metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const registers = [metrics.registry];
    this.attempts = new Counter({
      name: 'errand_attempts_total',
      help: 'Settled attempts by provider, outcome (accepted or the error code) and disposition (what followed)',
      labelNames: ['provider', 'outcome', 'disposition'],
      registers,
    });
    this.duration = new Histogram({
      name: 'errand_call_duration_seconds',
      help: 'How long provider calls took',
      labelNames: ['provider'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.lag = new Histogram({
      name: 'errand_dispatch_lag_seconds',
      help: 'From when an activity was due to when its first call began',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 60, 300],
      registers,
    });
  }

  breakerFailed(dispatchConfigId: string, error: unknown): void {
    this.logger.warn({ err: error, dispatchConfigId }, 'breaker not updated');
  }

  blockFailed(tenantId: string, activityId: string, error: unknown): void {
    this.logger.error({ err: error, tenantId, activityId }, 'a contact that must not be written to was not blocked');
  }

  unresolved(tenantId: string, activityId: string, { code, message }: ResolutionFailure): void {
    this.logger.info({ tenantId, activityId, outcome: code, message }, 'not sent: unresolved');
  }

  /** @param activity absent for a takeover, where no call of this process was made */
  settled(tenantId: string, channel: string, attempt: SettledAttempt, activity?: ClaimedActivity): void {
    const provider = attempt.provider_code ?? 'none';
    const outcome = attempt.error_code ?? 'accepted';
    this.attempts.inc({ provider, outcome, disposition: attempt.disposition });
    let lagMs: number | undefined;
    if (activity) {
      this.duration.observe({ provider }, attempt.duration_ms / 1000);
      const dueAt = Math.max(activity.scheduled_at.getTime(), activity.created_at.getTime());
      if (attempt.attempt === 1) {
        lagMs = Math.max(0, attempt.started_at.getTime() - dueAt);
        this.lag.observe(lagMs / 1000);
      }
    }
    if (!this.logger.isLevelEnabled('info')) return;
    this.logger.info(
      {
        tenantId,
        activityId: attempt.id,
        channel,
        provider,
        dispatchConfigId: attempt.dispatch_config_id,
        attempt: attempt.attempt,
        outcome,
        disposition: attempt.disposition,
        providerErrorCode: attempt.provider_error_code ?? undefined,
        message: attempt.error_message ?? undefined,
        httpStatus: attempt.http_status ?? undefined,
        durationMs: attempt.duration_ms,
        lagMs,
        nextAttemptAt: attempt.next_attempt_at ?? undefined,
        isFinal: attempt.trigger === 'ATTEMPTS_EXHAUSTED' || undefined,
      },
      'attempt',
    );
  }
}
