import type { Outage } from '@errand/dispatch';
import type { DispatchConfig } from '@errand/tenants';
import {
  type Channel,
  CHANNELS,
  type Disposition,
  DISPOSITIONS,
  ON_UNCERTAIN,
  type OnUncertain,
  OUTAGE_KINDS,
  type OutageKind,
} from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { ChosenConfigResponse } from './chosen-config.response';
import { ConfigWarningResponse } from './preview.response';

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
  /** What becomes of an activity after a call whose outcome is UNCERTAIN. */
  @ApiProperty({ enum: ON_UNCERTAIN })
  onUncertain: OnUncertain;
  /**
   * Where the provider is to tell what became of messages; whoever knows it can. Null for keys without
   * MANAGE_ACTIVITY_CONFIG, without PUBLIC_URL, and for providers that do not call back.
   */
  callbackUrl: string | null;
  /** Raised by every change. */
  version: number;
  createdAt: Date;
  updatedAt: Date;

  static of(
    config: DispatchConfig,
    credentialFields: string[] | null,
    callbackUrl: string | null,
  ): DispatchConfigResponse {
    const { id, name, providerCode, channel, baseUrl, settings, priority, isActive, timeoutMs, version } = config;
    const { maxPerSecond, maxConcurrent, maxAttempts, baseDelayMs, maxDelayMs, onUncertain } = config;
    const { createdAt, updatedAt } = config;
    return {
      ...{ id, name, providerCode, channel, baseUrl, credentialFields, settings, priority, isActive },
      limits: { maxPerSecond, maxConcurrent },
      retry: { maxAttempts, baseDelayMs, maxDelayMs },
      ...{ timeoutMs, onUncertain, callbackUrl, version, createdAt, updatedAt },
    };
  }
}

/** Why a config is not used at the moment. */
export class OutageResponse {
  /** DOWN: its provider failed too often in a row. MISCONFIGURED: the provider says that the account is wrong. */
  @ApiProperty({ enum: OUTAGE_KINDS })
  kind: OutageKind;
  since: Date;
  /** When the next probe may be made. Null for MISCONFIGURED, which a change of the account ends, or a test. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  probeAt: Date | null;
  /** How many probes since then found it down still. */
  @ApiProperty({ type: 'integer', example: 3 })
  failedProbes: number;
  /**
   * A dispatch error code of `docs/errors.md`.
   * @example CONNECTION_FAILED
   */
  code: string;
  /** The provider's own code. */
  providerErrorCode: string | null;
  message: string;

  static of(this: void, outage: Outage): OutageResponse {
    const { kind, opened_at: since, error_code: code, provider_error_code: providerErrorCode } = outage;
    const probeAt = kind === 'DOWN' ? outage.probe_at : null;
    return {
      kind,
      since,
      probeAt,
      failedProbes: outage.failed_probes,
      code,
      providerErrorCode,
      message: outage.error_message,
    };
  }
}

export class DispatchConfigDetailResponse extends DispatchConfigResponse {
  /** Null while it can be used. */
  @ApiProperty({ type: OutageResponse, nullable: true })
  outage: OutageResponse | null;
  /**
   * By which config the activities of its channel that are pinned to none would be sent now: this one, or which other and
   * why. Null where none can be used.
   */
  @ApiProperty({ type: ChosenConfigResponse, nullable: true })
  channelUses: ChosenConfigResponse | null;
  /** Of its templates: what will probably fail for some activities. */
  warnings: ConfigWarningResponse[];
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
  @ApiProperty({ enum: DISPOSITIONS })
  disposition: Disposition;
  /** The provider's own code. */
  providerErrorCode: string | null;
  /**
   * The call, up to 4 kB, its credentials as `•••`. Null for keys without `VIEW_CONTACTS` and `MANAGE_COMMERCES`, where no
   * call was made, and for providers that cannot tell.
   */
  requestExcerpt: string | null;
  /** What the provider answered, up to 4 kB. */
  responseExcerpt: string | null;
}
