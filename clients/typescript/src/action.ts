import { newActionId } from './action-id.js';
import { toWire } from './wire.js';

export interface Action {
  /**
   * Yours: the key by which a repetition is known. A random UUID if you give none, so that the client can safely
   * repeat a request whose answer was lost. Give one to ask again yourself.
   */
  id?: string;
  /** In place of `id` as that key. */
  dedupKey?: string;
  /** The client’s, or `default`. */
  namespace?: string;
  /** Code or id of your own tenant, if given. */
  tenant?: string;
  /** The name of a dispatch config, or the code of a provider. */
  provider: string;
  actionType: string;
  /** Any JSON. */
  payload?: unknown;
  metadata?: Record<string, unknown>;
  /** Send it so much later, as far ahead as a rule may. */
  delaySeconds?: number;
  /** Send it then; in the past = now. Not together with `delaySeconds`. */
  scheduledAt?: Date | string;
  /** The store it is about, if any, by its id … */
  commerceId?: string;
  /** … or by yours. */
  commerceExternalId?: string;
}

/** The wire’s form of an action. */
export function writeAction(action: Action, namespace: string | undefined): Record<string, unknown> {
  return toWire({ ...action, id: action.id ?? newActionId(), namespace: action.namespace ?? namespace });
}
