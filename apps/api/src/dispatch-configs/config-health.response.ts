import type { ConfigTest } from '@errand/tenants';
import { type Channel, CHANNELS, type Disposition, DISPOSITIONS } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { type ConfigHealth, HEALTH_STATES, type HealthState } from './config-health';
import { OutageResponse } from './dispatch-config.response';

/** How a test call went. */
export class ConfigTestResponse {
  at: Date;
  /** Whether the provider accepted. */
  ok: boolean;
  @ApiProperty({ enum: DISPOSITIONS })
  disposition: Disposition;
  @ApiProperty({ type: 'integer', nullable: true, example: 200 })
  httpStatus: number | null;
  /** One of the dispatch error codes of `docs/errors.md`; null when the provider accepted. */
  errorCode: string | null;
  @ApiProperty({ type: 'integer', example: 231 })
  durationMs: number;

  static of({ at, disposition, httpStatus, errorCode, durationMs }: ConfigTest & { at: Date }): ConfigTestResponse {
    return { at, ok: disposition === 'ACCEPTED', disposition, httpStatus, errorCode, durationMs };
  }
}

/** Attempts of a part of the time. */
export class AttemptTrendResponse {
  @ApiProperty({ type: 'integer', example: 100 })
  attempts: number;
  /** Of these, how many the provider did not accept. */
  @ApiProperty({ type: 'integer', example: 1 })
  failures: number;
}

export class ConfigHealthResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  /** @example whatsapp-main */
  name: string;
  /** @example WHATSAPP_CLOUD */
  providerCode: string;
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;
  /**
   * The first that holds. PAUSED: somebody paused it. DOWN, MISCONFIGURED: it has an outage. LIMITED: something queued waits for
   * its rate or concurrency. IDLE: no attempts. DEGRADED: of 10 attempts or more a tenth or more failed. UP: none of these.
   */
  @ApiProperty({ enum: HEALTH_STATES })
  state: HealthState;
  /** Null while it can be used. */
  @ApiProperty({ type: OutageResponse, nullable: true })
  outage: OutageResponse | null;
  /** Activities that are due and would be sent by it now, or wait for it; each queue is counted up to 10,001. */
  @ApiProperty({ type: 'integer', example: 412 })
  queued: number;
  /** Activities of the same queues that are being sent. */
  @ApiProperty({ type: 'integer', example: 8 })
  inFlight: number;
  @ApiProperty({ type: 'integer', example: 1204 })
  attempts: number;
  /** Of these, how many the provider did not accept. */
  @ApiProperty({ type: 'integer', example: 12 })
  failures: number;
  /** About how long half of the attempts took at most; null without any, up to 60,000. */
  @ApiProperty({ type: 'integer', nullable: true, example: 140 })
  p50Ms: number | null;
  /** The same of 95 %. */
  @ApiProperty({ type: 'integer', nullable: true, example: 820 })
  p95Ms: number | null;
  /** The same of 99 %. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1900 })
  p99Ms: number | null;
  /** The attempts by parts of the window, the oldest first: of 5 minutes, or of 2 hours for `24h`. Empty without any. */
  trend: AttemptTrendResponse[];
  /** When the provider accepted something last; null if that was not in the last 30 days. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastSuccessAt: Date | null;
  /** The last test call with it as it is stored; null without any. */
  @ApiProperty({ type: ConfigTestResponse, nullable: true })
  lastTest: ConfigTestResponse | null;

  static of(this: void, health: ConfigHealth): ConfigHealthResponse {
    const { id, name, providerCode, channel } = health.config;
    const { state, outage, queued, inFlight, attempts, failures, p50Ms, p95Ms, p99Ms } = health;
    const { trend, lastSuccessAt, lastTest } = health;
    return {
      ...{ id, name, providerCode, channel, state },
      outage: outage && OutageResponse.of(outage),
      ...{ queued, inFlight, attempts, failures, p50Ms, p95Ms, p99Ms, trend, lastSuccessAt },
      lastTest: lastTest && ConfigTestResponse.of(lastTest),
    };
  }
}
