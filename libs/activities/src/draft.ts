import type { Attribute, AttributeInput, CommerceReference, Resolved } from '@errand/resolution';
import { v7 as newId } from 'uuid';
import { contentHash } from './content-hash';
import type { NewActivity } from './new-activity';
import { targetUserRows } from './target-user-rows';

/** An activity on its way into the database: what it refers to is known. */
export interface Draft extends NewActivity {
  id: string;
  commerce: CommerceReference | null;
  contentHash: string;
  attributeInputs: AttributeInput[];
}

export type ActivityRows = ReturnType<typeof toRows>;

export function toDraft(input: NewActivity, commerce: CommerceReference | null): Draft {
  const contentHash = hashOf(input, commerce);
  return { ...input, id: newId(), commerce, attributeInputs: attributeInputsOf(input), contentHash };
}

function attributeInputsOf({ attributes, attributeKeys }: Partial<NewActivity>): AttributeInput[] {
  const given = new Map((attributes ?? []).map((attribute) => [attribute.key, attribute]));
  for (const key of attributeKeys ?? []) if (!given.has(key)) given.set(key, { key });
  return [...given.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** commerceId and commerceExternalId are two ways to say the same; so are no criteria and none given. */
function hashOf(input: NewActivity, commerce: CommerceReference | null): string {
  const asked: Partial<NewActivity> = input.content ?? input;
  const {
    commerceId: _id,
    commerceExternalId: _externalId,
    attributeKeys: _keys,
    idempotencyKey: _key,
    heldUntil: _held,
    ...said
  } = asked;
  const content = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));
  return contentHash({
    ...content,
    score: asked.score ?? 0,
    commerce: commerce?.id ?? null,
    attributes: attributeInputsOf(asked),
  });
}

/** The rows of a draft: of the activity itself, its attributes and its target users. */
export function toRows(draft: Draft, resolved: Resolved | undefined, now: Date) {
  const { id } = draft;
  const failure = resolved?.failure ?? null;
  const activity = {
    id,
    type: draft.type,
    channel: draft.channel,
    reason: draft.reason,
    status: failure ? ('UNRESOLVED' as const) : ('READY' as const),
    origin: draft.origin ?? 'API',
    idempotency_key: draft.idempotencyKey,
    content_hash: draft.contentHash,
    commerce_id: draft.commerce?.id ?? null,
    assignment_reason: draft.assignmentReason ?? null,
    route_id: draft.assignedRouteId ?? null,
    operator_id: draft.assignedOperatorId ?? null,
    scheduled_at: draft.scheduledAt,
    suggested_execution_time: draft.suggestedExecutionTime ?? null,
    score: draft.score ?? 0,
    user_status: draft.userStatus ?? null,
    target_criteria: draft.targetCriteria ?? null,
    metadata: draft.metadata ?? {},
    pinned_config_id: draft.pinnedConfigId ?? null,
    next_attempt_at: failure ? null : (draft.heldUntil ?? whenDue(draft.scheduledAt, now)),
    last_error_code: failure?.code ?? null,
    last_error_message: failure?.message ?? null,
  };
  return {
    activity,
    attributes: [...(resolved?.attributes ?? []), ...takenAsGiven(draft)].map((attribute) => ({
      activity_id: id,
      ...attribute,
    })),
    targetUsers: targetUserRows(id, resolved?.targetUsers ?? []),
  };
}

function takenAsGiven({ givenAttributes = {} }: NewActivity): Attribute[] {
  return Object.entries(givenAttributes).map(([key, value]) => ({
    key,
    value,
    fallback: null,
    strategy: 'CALLER_PROVIDED',
    resolver: 'CALLER_PROVIDED',
    resolution_status: 'RESOLVED',
    error_message: null,
  }));
}

/** `next_attempt_at` of an activity that is not to be sent until somebody says so; its own time is in `scheduled_at`. */
export const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** `next_attempt_at` of an activity scheduled for then: null, which is “queued”, once that time has come. */
export function whenDue(scheduledAt: Date, now: Date): Date | null {
  return scheduledAt > now ? scheduledAt : null;
}
