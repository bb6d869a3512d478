import type { Attribute, AttributeInput, CommerceReference, ResolutionFailure, Resolved } from '@errand/resolution';
import { v7 as newId } from 'uuid';
import { contentHash } from './content-hash';
import type { NewActivity } from './new-activity';
import type { TaskReference } from './sql/references.sql';
import { transitions } from './status';
import { targetUserRows } from './target-user-rows';

/** What an activity refers to, where it does. */
export interface DraftReferences {
  commerce: CommerceReference | null;
  route: TaskReference | null;
  operator: TaskReference | null;
}

/** An activity on its way into the database: what it refers to is known. */
export interface Draft extends NewActivity, DraftReferences {
  id: string;
  scheduledAt: Date;
  contentHash: string;
  attributeInputs: AttributeInput[];
}

const { CREATED, RESOLUTION_FAILED } = transitions;

export type ActivityRows = ReturnType<typeof toRows>;

export function toDraft(input: NewActivity, references: DraftReferences, now: Date): Draft {
  const attributeInputs = attributeInputsOf(input);
  const contentHash = hashOf(input, references, attributeInputs);
  const scheduledAt = input.scheduledAt ?? now;
  return { ...input, ...references, id: newId(), scheduledAt, attributeInputs, contentHash };
}

function attributeInputsOf({ attributes, attributeKeys }: Partial<NewActivity>): AttributeInput[] {
  const given = new Map((attributes ?? []).map((attribute) => [attribute.key, attribute]));
  for (const key of attributeKeys ?? []) if (!given.has(key)) given.set(key, { key });
  return [...given.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What does not count, or counts in another form. */
const notHashed = new Set([
  ...['commerceId', 'commerceExternalId', 'assignedRouteExternalId', 'assignedOperatorExternalId'],
  ...['attributeKeys', 'idempotencyKey', 'notBefore'],
]);

/**
 * An id and an external id are two ways to say the same; so are no criteria and none given. What is left out is hashed
 * as left out, so that the same body says the same at another time.
 */
function hashOf(
  input: NewActivity,
  { commerce, route, operator }: DraftReferences,
  attributeInputs: AttributeInput[],
): string {
  const asked: Partial<NewActivity> = input.content ?? input;
  const content: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(asked)) {
    if (value !== null && value !== undefined && !notHashed.has(key)) content[key] = value;
  }
  content.score = asked.score ?? 0;
  content.commerce = commerce?.id ?? null;
  if (asked.assignedRouteExternalId) content.assignedRouteId = route?.id;
  if (asked.assignedOperatorExternalId) content.assignedOperatorId = operator?.id;
  content.attributes = input.content ? attributeInputsOf(asked) : attributeInputs;
  return contentHash(content);
}

/** The rows of a draft: of the activity itself, its attributes, its target users and its history. */
export function toRows(draft: Draft, resolved: Resolved | undefined, now: Date) {
  const { id } = draft;
  const failure = resolved?.failure ?? null;
  const activity = {
    id,
    type: draft.type,
    channel: draft.channel,
    reason: draft.reason,
    status: failure ? RESOLUTION_FAILED.to : CREATED.to,
    origin: draft.origin ?? 'API',
    idempotency_key: draft.idempotencyKey,
    content_hash: draft.contentHash,
    commerce_id: draft.commerce?.id ?? null,
    assignment_reason: draft.assignmentReason ?? null,
    route_id: draft.route?.id ?? null,
    operator_id: draft.operator?.id ?? null,
    scheduled_at: draft.scheduledAt,
    suggested_execution_time: draft.suggestedExecutionTime ?? null,
    score: draft.score ?? 0,
    user_status: draft.userStatus ?? null,
    target_criteria: draft.targetCriteria ?? null,
    metadata: draft.metadata ?? {},
    pinned_config_id: draft.pinnedConfigId ?? null,
    next_attempt_at: failure ? null : (draft.notBefore ?? whenDue(draft.scheduledAt, now)),
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
    events: eventsOf(id, failure),
  };
}

/** An UNRESOLVED activity gets two: it was created, and its resolution failed. */
function eventsOf(id: string, failure: ResolutionFailure | null) {
  const created = { activity_id: id, trigger: 'CREATED', to_status: CREATED.to };
  if (!failure) return [created];
  const { from, to } = RESOLUTION_FAILED;
  const { code: error_code, message: error_message } = failure;
  const failed = { activity_id: id, trigger: 'RESOLUTION_FAILED', from_status: from, to_status: to };
  return [created, { ...failed, error_code, error_message }];
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
