import type { ActionOutcome } from '@errand/actions';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

class ProviderAnswerResponse {
  @ApiProperty({ enum: ['success'] })
  status: 'success';
  @ApiJsonValue('What the provider answered: JSON as JSON, anything else as text.', { example: { id: 'p-4711' } })
  body: unknown;
  /** Always empty. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: {} })
  headers: Record<string, string>;
}

export class ExecutedResponse {
  Executed: ProviderAnswerResponse;
  @ApiProperty({ enum: ['executed'] })
  outcome: 'executed';
}

class ReroutedAnswerResponse {
  /** @example email */
  original_provider: string;
  /** @example backup */
  new_provider: string;
  response: ProviderAnswerResponse;
}

export class ReroutedResponse {
  Rerouted: ReroutedAnswerResponse;
  @ApiProperty({ enum: ['rerouted'] })
  outcome: 'rerouted';
}

class FailureResponse {
  /** @example EXECUTION_FAILED */
  code: string;
  /** @example "HTTP 422: no such number" */
  message: string;
  /** Whether the same, asked anew under another id, might be done. */
  retryable: boolean;
  /** @example 3 */
  attempts: number;
}

export class FailedResponse {
  Failed: FailureResponse;
  @ApiProperty({ enum: ['failed'] })
  outcome: 'failed';
}

class ScheduledForResponse {
  @ApiProperty({ format: 'uuid' })
  action_id: string;
  @ApiProperty({ format: 'date-time' })
  scheduled_for: string;
}

/** Flat as well, since clients read either form. */
export class ScheduledResponse extends ScheduledForResponse {
  Scheduled: ScheduledForResponse;
  @ApiProperty({ enum: ['scheduled'] })
  outcome: 'scheduled';
  /** Only while scheduled actions are switched off: false. */
  dispatching?: boolean;
  /** With `dispatching`: what that means. */
  warning?: string;
}

class SuppressionResponse {
  /** @example no-reminders-on-sunday */
  rule: string;
}

export class SuppressedResponse {
  Suppressed: SuppressionResponse;
  @ApiProperty({ enum: ['suppressed'] })
  outcome: 'suppressed';
}

export class DeduplicatedResponse {
  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true, description: 'Always null.' })
  Deduplicated: null;
  @ApiProperty({ enum: ['deduplicated'] })
  outcome: 'deduplicated';
}

class DurationResponse {
  /** @example 59 */
  secs: number;
  /** @example 250000000 */
  nanos: number;
}

class ThrottleResponse {
  retry_after: DurationResponse;
}

export class ThrottledResponse {
  Throttled: ThrottleResponse;
  @ApiProperty({ enum: ['throttled'] })
  outcome: 'throttled';
}

class WouldResponse {
  /** @example schedule */
  verdict: string;
  /** @example delay-send-reminder */
  matched_rule: string | null;
  /** @example email */
  would_be_provider: string;
  /** Only if it would be put off. */
  @ApiProperty({ format: 'date-time', required: false })
  scheduled_for?: string;
}

export class DryRunResponse {
  DryRun: WouldResponse;
  @ApiProperty({ enum: ['dry_run'] })
  outcome: 'dry_run';
}

class ItemErrorResponse {
  /** @example VALIDATION_FAILED */
  code: string;
  /** @example "action_type must be a string" */
  message: string;
  /** @example false */
  retryable: boolean;
}

/** In a batch: the action was refused. */
export class RefusedResponse {
  error: ItemErrorResponse;
  @ApiProperty({ enum: ['error'] })
  outcome: 'error';
}

export type OutcomeResponse =
  | ExecutedResponse
  | ReroutedResponse
  | FailedResponse
  | ScheduledResponse
  | SuppressedResponse
  | DeduplicatedResponse
  | ThrottledResponse
  | DryRunResponse;

/** What the contract says of an answer that a provider gave. */
const answered = (body: unknown): ProviderAnswerResponse => ({ status: 'success', body, headers: {} });

/** Said of what is scheduled while it is not sent. */
export const notSending = 'Stored, but not sent while ENABLE_SCHEDULED_ACTIONS is false';

/**
 * An outcome as the wire has it: tagged by its name, which comes first, and again in `outcome`; a scheduled one is flat
 * as well, since clients read either form.
 * @param isSending false while scheduled actions are switched off, which the answer then says
 */
export function writeOutcome(outcome: ActionOutcome, { isSending }: { isSending: boolean }): OutcomeResponse {
  switch (outcome.type) {
    case 'EXECUTED': {
      const { body, rerouted } = outcome;
      if (!rerouted) return { Executed: answered(body), outcome: 'executed' };
      const { from, to } = rerouted;
      const Rerouted = { original_provider: from, new_provider: to, response: answered(body) };
      return { Rerouted, outcome: 'rerouted' };
    }
    case 'FAILED': {
      const { code, message, retryable, attempts } = outcome;
      return { Failed: { code, message, retryable, attempts }, outcome: 'failed' };
    }
    case 'SCHEDULED': {
      const scheduled = { action_id: outcome.activityId, scheduled_for: outcome.scheduledFor.toISOString() };
      const held = isSending ? {} : { dispatching: false, warning: notSending };
      return { Scheduled: scheduled, outcome: 'scheduled', ...scheduled, ...held };
    }
    case 'SUPPRESSED':
      return { Suppressed: { rule: outcome.rule }, outcome: 'suppressed' };
    case 'DEDUPLICATED':
      return { Deduplicated: null, outcome: 'deduplicated' };
    case 'THROTTLED': {
      const secs = Math.floor(outcome.retryAfterMs / 1000);
      const nanos = (outcome.retryAfterMs % 1000) * 1_000_000;
      return { Throttled: { retry_after: { secs, nanos } }, outcome: 'throttled' };
    }
    case 'DRY_RUN': {
      const { verdict, rule, provider, scheduledFor } = outcome;
      const would = { verdict: verdict.type, matched_rule: rule, would_be_provider: provider };
      const DryRun = scheduledFor ? { ...would, scheduled_for: scheduledFor.toISOString() } : would;
      return { DryRun, outcome: 'dry_run' };
    }
  }
}

/** The tag alone, for callers that refuse a second key; what a scheduled one says beside it goes under it. */
export function taggedOnly(written: OutcomeResponse | RefusedResponse): object {
  if ('Scheduled' in written) {
    const { Scheduled, dispatching, warning } = written;
    return { Scheduled: { ...Scheduled, ...(warning !== undefined && { dispatching, warning }) } };
  }
  const { outcome: _, ...tag } = written;
  return tag;
}
