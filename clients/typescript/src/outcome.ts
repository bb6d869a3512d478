import { ErrandError, unexpected } from './errand-error.js';

/** What a provider answered. */
interface ProviderAnswer {
  status: 'success' | 'failure' | 'partial';
  body: unknown;
  headers: Record<string, string>;
}

/** What became of an action. `type` tells them apart. */
export type ActionOutcome =
  /** Sent; the provider accepted it. */
  | ({ type: 'executed' } & ProviderAnswer)
  /** Stored, and sent at its time. `warning` says if it is not, while scheduled actions are switched off. */
  | { type: 'scheduled'; actionId: string; scheduledFor: Date; warning: string | null }
  /** Sent by another config than the one it named, as a rule says. */
  | ({ type: 'rerouted'; originalProvider: string; newProvider: string } & ProviderAnswer)
  /** Not sent, as a rule says. */
  | { type: 'suppressed'; rule: string }
  /** Not sent: a rule lets one with this key through in a while, and has. */
  | { type: 'deduplicated' }
  /** Not sent: a rule lets no more through for so long. */
  | { type: 'throttled'; retryAfterSeconds: number }
  /** With the code TIMEOUT Errand goes on with it: ask again with the same `id`. */
  | { type: 'failed'; code: string; message: string; retryable: boolean; attempts: number }
  /** What would become of it. */
  | {
      type: 'dry_run';
      verdict: string;
      matchedRule: string | null;
      wouldBeProvider: string;
      scheduledFor: Date | null;
    };

/** One of a batch: its outcome, or why it was refused. */
export type BatchItem = ActionOutcome | { type: 'error'; error: ErrandError };

interface Tagged {
  Executed?: ProviderAnswer;
  Scheduled?: { action_id: string; scheduled_for: string };
  Rerouted?: { original_provider: string; new_provider: string; response: ProviderAnswer };
  Suppressed?: { rule: string };
  Deduplicated?: null;
  Throttled?: { retry_after: { secs: number; nanos: number } };
  Failed?: { code: string; message: string; retryable: boolean; attempts: number };
  DryRun?: { verdict: string; matched_rule: string | null; would_be_provider: string; scheduled_for?: string };
  error?: { code: string; message: string; retryable: boolean };
  warning?: string;
}

/** @throws ErrandError UNEXPECTED_ANSWER */
export function readOutcome(wire: unknown): ActionOutcome {
  const tagged = typeof wire === 'object' && wire !== null ? (wire as Tagged) : {};
  const { Executed, Scheduled, Rerouted, Suppressed, Throttled, Failed, DryRun } = tagged;
  if (Executed) return { type: 'executed', ...Executed };
  if (Scheduled) {
    const { action_id: actionId, scheduled_for: at } = Scheduled;
    return { type: 'scheduled', actionId, scheduledFor: new Date(at), warning: tagged.warning ?? null };
  }
  if (Rerouted) {
    const { original_provider: originalProvider, new_provider: newProvider, response } = Rerouted;
    return { type: 'rerouted', originalProvider, newProvider, ...response };
  }
  if (Suppressed) return { type: 'suppressed', rule: Suppressed.rule };
  if (Throttled) return { type: 'throttled', retryAfterSeconds: seconds(Throttled.retry_after) };
  if (Failed) return { type: 'failed', ...Failed };
  if (DryRun) {
    const { verdict, matched_rule: matchedRule, would_be_provider: wouldBeProvider, scheduled_for: at } = DryRun;
    return { type: 'dry_run', verdict, matchedRule, wouldBeProvider, scheduledFor: at ? new Date(at) : null };
  }
  if ('Deduplicated' in tagged || wire === 'Deduplicated') return { type: 'deduplicated' };
  throw unexpected(`No outcome: ${JSON.stringify(wire).slice(0, 200)}`);
}

/** @throws ErrandError UNEXPECTED_ANSWER */
export function readBatchItem(wire: unknown): BatchItem {
  const { error } = typeof wire === 'object' && wire !== null ? (wire as Tagged) : {};
  if (!error) return readOutcome(wire);
  return { type: 'error', error: new ErrandError({ status: null, ...error }) };
}

function seconds({ secs, nanos }: { secs: number; nanos: number }): number {
  return secs + nanos / 1e9;
}
