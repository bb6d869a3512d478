import { contentHash, type NewActivity } from '@errand/activities';
import type { RuleAction, Verdict } from '@errand/rules';
import type { DispatchConfig, Tenant } from '@errand/tenants';

/** What a caller asks to be done; form and types are checked already. */
export interface NewAction {
  /** The caller’s own. */
  id: string | null;
  dedupKey: string | null;
  namespace: string;
  /** The name of a dispatch config, or the code of a provider. */
  provider: string;
  actionType: string;
  /** Any JSON. */
  payload: unknown;
  metadata: Record<string, unknown>;
  commerceId: string | null;
  commerceExternalId: string | null;
  /** When to do it, one or the other; now unless told. */
  delaySeconds: number | null;
  scheduledAt: Date | null;
}

/** SHA-256 in hex of what makes two requests the same; when they were made, and under which key, does not count. */
export function hashOf({ id: _id, dedupKey: _key, scheduledAt, ...said }: NewAction): string {
  return contentHash({ ...said, scheduledAt: scheduledAt?.toISOString() ?? null });
}

/** As the rules see it. @param key stands for an id that the caller did not give */
export function ruleActionOf(action: NewAction, key: string, { code: tenant }: Tenant): RuleAction {
  const { id, namespace, provider, actionType, payload, metadata } = action;
  return { id: id ?? key, namespace, tenant, provider, actionType, payload, metadata };
}

/** When the caller wants it done. */
export type WantedTime = Pick<NewAction, 'delaySeconds' | 'scheduledAt'>;

/** Later times are told by no answer, as they are taken by no request. */
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** When it is to be done: the latest of what the rules and the caller want. */
export function timeOf({ delaySeconds, scheduledAt }: WantedTime, delayMs: number, now: Date): Date {
  const delayed = now.getTime() + Math.max(delayMs, (delaySeconds ?? 0) * 1000);
  return new Date(Math.min(Math.max(delayed, scheduledAt?.getTime() ?? 0), lastMoment));
}

/** Until when such a verdict or the caller would put it off; null where it is done at once, or never. */
export function putOffUntil(verdict: Verdict, wanted: WantedTime, now: Date): Date | null {
  if (verdict.type === 'suppress' || verdict.type === 'deny') return null;
  const time = timeOf(wanted, verdict.type === 'schedule' ? verdict.delaySeconds * 1000 : 0, now);
  return time > now ? time : null;
}

/** As it is sent, but for its time. */
export function activityOf(
  action: NewAction,
  payload: unknown,
  via: DispatchConfig,
): Omit<NewActivity, 'scheduledAt' | 'idempotencyKey'> {
  return {
    type: 'MESSAGE',
    origin: 'ACTION',
    channel: via.channel,
    pinnedConfigId: via.id,
    reason: action.actionType,
    commerceId: action.commerceId,
    commerceExternalId: action.commerceExternalId,
    givenAttributes: attributesOf(payload),
    metadata: action.metadata,
    content: { reason: hashOf(action) },
  };
}

/** An object’s members, each an attribute; any other payload is one attribute of that name. */
function attributesOf(payload: unknown): Record<string, unknown> {
  const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  return isObject ? (payload as Record<string, unknown>) : { payload };
}
