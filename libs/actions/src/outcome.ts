import type { Verdict } from '@errand/rules';
import { jsonOrText } from './answered-json';
import type { ActionRecord } from './sql/actions.sql';

/** Why an action failed, in the words of the `/v1` contract, and one of ours. */
type FailureCode =
  | 'PROVIDER_NOT_FOUND'
  | 'CONFIGURATION'
  | 'CONNECTION'
  | 'TIMEOUT'
  | 'RATE_LIMITED'
  | 'SERIALIZATION'
  | 'EXECUTION_FAILED'
  | 'CANCELED';

/** What is answered to an action. */
export type ActionOutcome =
  | { type: 'EXECUTED'; body: unknown; rerouted: { from: string; to: string } | null }
  | { type: 'FAILED'; code: FailureCode; message: string; retryable: boolean; attempts: number }
  | { type: 'SCHEDULED'; activityId: string; scheduledFor: Date }
  | { type: 'SUPPRESSED'; rule: string }
  | { type: 'DEDUPLICATED' }
  | { type: 'THROTTLED'; retryAfterMs: number }
  | { type: 'DRY_RUN'; verdict: Verdict; rule: string | null; provider: string; scheduledFor: Date | null };

export function providerNotFound(provider: string): ActionOutcome {
  const message = `No dispatch config has the name or the provider code ${provider}`;
  return { type: 'FAILED', code: 'PROVIDER_NOT_FOUND', message, retryable: false, attempts: 0 };
}

/** What is stored of an action, as the answer to it. A READY one that was to be done at once took too long. */
export function outcomeOf(record: ActionRecord, isAwaited = !record.is_scheduled): ActionOutcome {
  const { status, dispatched_at, verdict, attempts } = record;
  if (dispatched_at) {
    const rerouted = verdict.type === 'reroute' ? { from: record.provider, to: verdict.targetProvider } : null;
    const { response_body: body } = record;
    return { type: 'EXECUTED', body: body === null ? null : jsonOrText(body), rerouted };
  }
  if (status === 'CANCELED') return failed('CANCELED', 'It was canceled before it was sent', false, attempts);
  if (status === 'READY') {
    if (!isAwaited) return { type: 'SCHEDULED', activityId: record.id, scheduledFor: record.scheduled_at };
    return failed('TIMEOUT', waitsStill(record), true, attempts);
  }
  const code = codeOf(record);
  return failed(code, record.error_message ?? 'It failed', isWorthRetrying(code, record), attempts);
}

function waitsStill({ error_message }: ActionRecord): string {
  const reason = error_message ? ` The last attempt failed: ${error_message}` : '';
  return `Not done in time; Errand goes on with it, and the same id asked again answers its outcome.${reason}`;
}

function failed(code: FailureCode, message: string, retryable: boolean, attempts: number): ActionOutcome {
  return { type: 'FAILED', code, message, retryable, attempts };
}

/** By the codes of `dispatchErrorCatalog`; those that are not here are EXECUTION_FAILED. */
const codes: Record<string, FailureCode> = {
  NO_DISPATCH_CONFIG: 'PROVIDER_NOT_FOUND',
  UNKNOWN_PROVIDER: 'PROVIDER_NOT_FOUND',
  CREDENTIALS_UNREADABLE: 'CONFIGURATION',
  BLOCKED_ADDRESS: 'CONFIGURATION',
  TARGET_UNRESOLVED: 'CONFIGURATION',
  ATTRIBUTE_UNRESOLVED: 'CONFIGURATION',
  CONNECTION_FAILED: 'CONNECTION',
  CONNECTION_LOST: 'CONNECTION',
  TIMEOUT: 'TIMEOUT',
  RESPONSE_TOO_LARGE: 'SERIALIZATION',
};

function codeOf({ error_code, http_status }: ActionRecord): FailureCode {
  if (http_status === 429) return 'RATE_LIMITED';
  return codes[error_code ?? ''] ?? 'EXECUTION_FAILED';
}

/** Whether the same, asked for anew under another id, might be done. */
function isWorthRetrying(code: FailureCode, { disposition, http_status }: ActionRecord): boolean {
  if (disposition === 'REJECTED' || disposition === 'MISCONFIGURED') return false;
  return ['CONNECTION', 'TIMEOUT', 'RATE_LIMITED'].includes(code) || (http_status !== null && http_status >= 500);
}
