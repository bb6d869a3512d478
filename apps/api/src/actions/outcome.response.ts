import type { ActionOutcome } from '@errand/actions';

/** What the contract says of an answer that a provider gave. */
const answered = (body: unknown) => ({ status: 'success', body, headers: {} });

export interface OutcomeForm {
  /** False while scheduled actions are switched off, which the answer then says. */
  isSending: boolean;
  /** Whether the tag is to be the only key. */
  isTaggedOnly: boolean;
}

/**
 * An outcome as the wire has it: tagged by its name. A scheduled one is flat as well, with the tag first, since
 * clients read either form, unless the caller asks for the tag alone.
 */
export function writeOutcome(
  outcome: ActionOutcome,
  { isSending, isTaggedOnly }: OutcomeForm,
): Record<string, unknown> {
  switch (outcome.type) {
    case 'EXECUTED': {
      const { body, rerouted } = outcome;
      if (!rerouted) return { Executed: answered(body) };
      const { from, to } = rerouted;
      return { Rerouted: { original_provider: from, new_provider: to, response: answered(body) } };
    }
    case 'FAILED': {
      const { code, message, retryable, attempts } = outcome;
      return { Failed: { code, message, retryable, attempts } };
    }
    case 'SCHEDULED': {
      const scheduled = { action_id: outcome.activityId, scheduled_for: outcome.scheduledFor.toISOString() };
      const held = isSending ? {} : { dispatching: false, warning: notSending };
      if (isTaggedOnly) return { Scheduled: { ...scheduled, ...held } };
      return { Scheduled: scheduled, outcome: 'scheduled', ...scheduled, ...held };
    }
    case 'SUPPRESSED':
      return { Suppressed: { rule: outcome.rule } };
    case 'DEDUPLICATED':
      return { Deduplicated: null };
    case 'THROTTLED': {
      const secs = Math.floor(outcome.retryAfterMs / 1000);
      return { Throttled: { retry_after: { secs, nanos: (outcome.retryAfterMs % 1000) * 1_000_000 } } };
    }
    case 'DRY_RUN': {
      const { verdict, rule, provider, scheduledFor } = outcome;
      const would = { verdict: verdict.type, matched_rule: rule, would_be_provider: provider };
      return { DryRun: scheduledFor ? { ...would, scheduled_for: scheduledFor.toISOString() } : would };
    }
  }
}

/** Said of what is scheduled while it is not sent. */
export const notSending = 'Stored, but not sent while ENABLE_SCHEDULED_ACTIONS is false';
