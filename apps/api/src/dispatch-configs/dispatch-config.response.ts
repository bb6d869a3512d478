import type { DispatchConfig } from '@errand/tenants';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

export class LimitsResponse {
  maxPerSecond: number | null;
  maxConcurrent: number | null;
}

export class RetryResponse {
  maxAttempts: number | null;
  baseDelayMs: number | null;
  maxDelayMs: number | null;
}

export class DispatchConfigResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** @example yom-visits */
  name: string;

  /** @example YOM */
  providerCode: string;

  @ApiProperty({ enum: CHANNELS })
  channel: Channel;

  baseUrl: string | null;

  /**
   * Which credentials are set; their values are never shown. Null when no key of this installation opens them.
   * @example ["apiKey"]
   */
  credentialFields: string[] | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  settings: Record<string, unknown>;

  priority: number;
  isActive: boolean;
  limits: LimitsResponse;
  retry: RetryResponse;
  timeoutMs: number | null;
  /** Raised by every change. */
  version: number;
  createdAt: Date;
  updatedAt: Date;

  static of(config: DispatchConfig, credentialFields: string[] | null): DispatchConfigResponse {
    const { id, name, providerCode, channel, baseUrl, settings, priority, isActive, timeoutMs, version } = config;
    const { maxPerSecond, maxConcurrent, maxAttempts, baseDelayMs, maxDelayMs, createdAt, updatedAt } = config;
    return {
      ...{ id, name, providerCode, channel, baseUrl, credentialFields, settings, priority, isActive },
      limits: { maxPerSecond, maxConcurrent },
      retry: { maxAttempts, baseDelayMs, maxDelayMs },
      ...{ timeoutMs, version, createdAt, updatedAt },
    };
  }
}

/** Why a config is not used at the moment: its provider failed too often in a row. */
export class OutageResponse {
  since: Date;
  /** When the next probe may be made. */
  probeAt: Date;
  /**
   * A dispatch error code of `docs/errors.md`.
   * @example CONNECTION_FAILED
   */
  code: string;
  message: string;
}

export class DispatchConfigDetailResponse extends DispatchConfigResponse {
  /** Null while the provider is up. */
  @ApiProperty({ type: OutageResponse, nullable: true })
  outage: OutageResponse | null;
}

/** How the one call went. */
export class ProbeResponse {
  ok: boolean;
  httpStatus: number | null;
  providerActivityId: string | null;
  /** One of the dispatch error codes of `docs/errors.md`; null when the provider accepted. */
  errorCode: string | null;
  message: string | null;
  durationMs: number;
}
