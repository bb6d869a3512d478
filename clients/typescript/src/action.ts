import { newActionId } from './action-id.js';
import type { components } from './schema.generated.js';

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

type ActionBody = components['schemas']['ActionRequest'];

/** The wire’s form of an action. */
export function writeAction(action: Action, namespace: string | undefined): ActionBody {
  return {
    id: action.id ?? newActionId(),
    dedup_key: action.dedupKey ?? null,
    namespace: action.namespace ?? namespace ?? null,
    tenant: action.tenant ?? null,
    provider: action.provider,
    action_type: action.actionType,
    payload: action.payload as ActionBody['payload'],
    metadata: action.metadata ?? null,
    delay_seconds: action.delaySeconds ?? null,
    scheduled_at: action.scheduledAt === undefined ? null : timestamp(action.scheduledAt),
    commerce_id: action.commerceId ?? null,
    commerce_external_id: action.commerceExternalId ?? null,
  };
}

/** ISO 8601, as the wire has times. */
export function timestamp(time: Date | string): string {
  return typeof time === 'string' ? time : time.toISOString();
}
