import { dispatchErrorCatalog, ErrandError } from '@errand/errors';
import type { ResultStatus } from '@errand/vocabulary';
import type { ActivityState } from '../sql/state.sql';
import { isFinal, type Trigger } from '../status';

/** Where each terminal result takes a DISPATCHED activity. */
export const resultTriggers = {
  COMPLETED: 'RESULT_COMPLETED',
  TRANSFERRED: 'RESULT_COMPLETED',
  NOT_EXECUTED: 'RESULT_NOT_EXECUTED',
  CANCELED: 'RESULT_CANCELED',
} as const satisfies Record<Exclude<ResultStatus, 'PENDING'>, Trigger>;

/** The failures after which the provider may have the activity all the same. */
export const lostAnswerCodes = Object.entries(dispatchErrorCatalog)
  .filter(([, { disposition }]) => disposition === 'UNCERTAIN')
  .map(([code]) => code);

/** What to do with a result that came for an activity. */
export type ResultDecision =
  /** Keep it; it changes nothing (PENDING). */
  | 'RECORD'
  /** Keep it until the call under way has settled. */
  | 'HOLD'
  /** Follow its transition from DISPATCHED. */
  | 'APPLY'
  /** It proves that a send whose answer was lost did arrive: DISPATCHED. */
  | 'PROVE'
  /** The same, and then its transition. */
  | 'PROVE_AND_APPLY'
  /** Replace the outcome of a final activity. */
  | 'OVERRIDE';

/**
 * Decides by the contract's rules for results.
 * @param hasTerminal whether a terminal result counts already, applied or held
 * @param answerLost whether an attempt ended with its answer lost
 * @throws NOT_DISPATCHED, RESULT_ALREADY_FINAL, INVALID_TRANSITION
 */
export function decideResult(
  activity: ActivityState,
  incoming: { status: ResultStatus; hardOverride: boolean },
  hasTerminal: boolean,
  answerLost: boolean,
): ResultDecision {
  const replaces = incoming.hardOverride && incoming.status !== 'PENDING';
  if (hasTerminal && !replaces) {
    throw new ErrandError('RESULT_ALREADY_FINAL', `Activity ${activity.id} already has a terminal result`);
  }
  if (isFinal(activity.status)) {
    if (replaces) return 'OVERRIDE';
    throw new ErrandError('INVALID_TRANSITION', `Activity ${activity.id} is ${activity.status}; its result is final`);
  }
  if (activity.lease_token !== null) return incoming.status === 'PENDING' ? 'RECORD' : 'HOLD';
  if (activity.status === 'DISPATCHED') return incoming.status === 'PENDING' ? 'RECORD' : 'APPLY';
  if (activity.status === 'READY' && answerLost) return incoming.status === 'PENDING' ? 'PROVE' : 'PROVE_AND_APPLY';
  throw new ErrandError('NOT_DISPATCHED', `Activity ${activity.id} was not sent, so it can have no result`);
}
