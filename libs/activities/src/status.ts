import type { ActivityStatus } from '@errand/vocabulary';

interface Transition {
  from: ActivityStatus | null;
  to: ActivityStatus;
}

/**
 * The status machine: every transition there is, by what triggers it. The SQL of this library takes its `from`
 * and `to` here, so nothing else can write a status. The one exception is a result with `hardOverride`, which
 * may move a final activity to another final status and is recorded as `OVERRIDE`.
 */
export const transitions = {
  /** Everything resolved; the activity exists. */
  CREATED: { from: null, to: 'READY' },
  /** A target user or attribute could not be resolved. */
  RESOLUTION_FAILED: { from: 'READY', to: 'UNRESOLVED' },
  /** `retry-resolution` found everything. */
  RESOLVED: { from: 'UNRESOLVED', to: 'READY' },
  /** The provider accepted it, as its answer said or a result proved. */
  ACCEPTED: { from: 'READY', to: 'DISPATCHED' },
  /** Somebody canceled it before it was sent. */
  CANCELED: { from: 'READY', to: 'CANCELED' },
  /** The last allowed attempt failed, or one that must not be repeated. */
  ATTEMPTS_EXHAUSTED: { from: 'READY', to: 'FAILED' },
  /** Result COMPLETED or TRANSFERRED. */
  RESULT_COMPLETED: { from: 'DISPATCHED', to: 'COMPLETED' },
  /** Result NOT_EXECUTED. */
  RESULT_NOT_EXECUTED: { from: 'DISPATCHED', to: 'FAILED' },
  /** Result CANCELED: the provider canceled it. */
  RESULT_CANCELED: { from: 'DISPATCHED', to: 'CANCELED' },
} as const satisfies Record<string, Transition>;

export type Trigger = keyof typeof transitions;

/** True for statuses that no transition leaves. */
export function isFinal(status: ActivityStatus): boolean {
  return !Object.values<Transition>(transitions).some((transition) => transition.from === status);
}
