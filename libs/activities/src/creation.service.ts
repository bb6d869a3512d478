import { Clock, Database, type Queryable } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { contentHash } from './content-hash';
import type { NewActivity } from './new-activity';
import { type Resolved, targetUserRows } from './resolution/resolution';
import { Resolver } from './resolution/resolver.service';
import type { Attribute, AttributeInput } from './resolution/attribute-resolution';
import { type ExistingKey, findByIdempotencyKeys, insertActivities } from './sql/insert.sql';
import { type CommerceReference, findCommerces, findTaskReferences } from './sql/references.sql';
import { WorkSignal } from './work-signal.service';

/** What became of one activity: made now, the same one made before, or refused. */
export type CreationResult =
  { status: 'created' | 'duplicate'; id: string } | { status: 'invalid'; error: ErrandError };

/** Does more in the transaction that creates activities: nothing is created when it fails. Gets the new ids. */
export type Alongside = (tx: Queryable, createdIds: string[]) => Promise<void>;

interface Draft extends NewActivity {
  id: string;
  commerce: CommerceReference | null;
  contentHash: string;
  attributeInputs: AttributeInput[];
}

/** Creates activities, one or a thousand with the same number of statements. */
@Injectable()
export class Creation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly resolver: Resolver,
    private readonly outbox: Outbox,
    private readonly workSignal: WorkSignal,
  ) {}

  /**
   * Each input ends apart: a bad one never keeps another from being created. An input whose idempotency key exists
   * is a `duplicate` when it says the same, else `invalid` with IDEMPOTENCY_KEY_REUSED naming the existing id.
   * @param actor who asks, for the history
   * @returns one result an input, in order
   */
  async create(
    tenantId: string,
    inputs: NewActivity[],
    actor: string,
    alongside?: Alongside,
  ): Promise<CreationResult[]> {
    const drafts = await this.withReferences(tenantId, inputs);
    const valid = drafts.filter((draft): draft is Draft => !(draft instanceof ErrandError));
    const created = await this.insert(tenantId, valid, actor, alongside);
    const existing = await this.existingKeys(tenantId, valid, created);
    return drafts.map((draft) => {
      if (draft instanceof ErrandError) return { status: 'invalid', error: draft };
      const id = created.get(draft);
      return id ? { status: 'created', id } : replayOf(draft, existing.get(draft.idempotencyKey));
    });
  }

  /** Looks up what the inputs refer to; an input that refers to nothing becomes its error. */
  private async withReferences(tenantId: string, inputs: NewActivity[]): Promise<(Draft | ErrandError)[]> {
    const commerceIds = distinct(inputs.map(({ commerceId }) => commerceId));
    const externalIds = distinct(inputs.map(({ commerceExternalId }) => commerceExternalId));
    const commerces =
      commerceIds.length + externalIds.length > 0
        ? await this.database.query<CommerceReference>(findCommerces, [tenantId, commerceIds, externalIds])
        : [];
    const byId = new Map(commerces.map((commerce) => [commerce.id, commerce]));
    const byExternalId = new Map(commerces.map((commerce) => [commerce.external_id, commerce]));
    const routeIds = distinct(inputs.map(({ assignedRouteId }) => assignedRouteId));
    const operatorIds = distinct(inputs.map(({ assignedOperatorId }) => assignedOperatorId));
    const taskReferences =
      routeIds.length + operatorIds.length > 0
        ? await this.database.query<{ id: string }>(findTaskReferences, [tenantId, routeIds, operatorIds])
        : [];
    const known = new Set(taskReferences.map(({ id }) => id));

    return inputs.map((input) => {
      const { commerceId, commerceExternalId, assignedRouteId, assignedOperatorId } = input;
      const commerce = commerceId ? byId.get(commerceId.toLowerCase()) : byExternalId.get(commerceExternalId ?? '');
      const named = commerceId ?? commerceExternalId ?? null;
      const isRequired = (input.origin ?? 'API') === 'API';
      if (!commerce && (isRequired || named !== null)) return notFound('Commerce', named ?? '');
      if (assignedRouteId && !known.has(assignedRouteId.toLowerCase())) return notFound('Route', assignedRouteId);
      if (assignedOperatorId && !known.has(assignedOperatorId.toLowerCase())) {
        return notFound('Operator', assignedOperatorId);
      }
      return toDraft(input, commerce ?? null);
    });
  }

  /** @returns the ids of those that did not exist yet, by draft */
  private async insert(
    tenantId: string,
    drafts: Draft[],
    actor: string,
    alongside?: Alongside,
  ): Promise<Map<Draft, string>> {
    const created = new Map<Draft, string>();
    if (drafts.length === 0) return created;
    const resolved = await this.resolver.resolveUpfront(
      tenantId,
      drafts.map((draft) => ({
        activityId: draft.id,
        ...{ type: draft.type, channel: draft.channel, reason: draft.reason, commerce: draft.commerce },
        operatorId: draft.assignedOperatorId ?? null,
        targetCriteria: draft.targetCriteria ?? null,
        attributes: draft.attributeInputs,
        keepsTargets: false,
      })),
    );
    const now = this.clock.now();
    const rows = drafts.map((draft, index) => toRows(draft, resolved[index], now));
    const values: [string, ...unknown[]] = [
      tenantId,
      JSON.stringify(rows.map(({ activity }) => activity)),
      JSON.stringify(rows.flatMap(({ attributes }) => attributes)),
      JSON.stringify(rows.flatMap(({ targetUsers }) => targetUsers)),
      now,
      actor,
    ];
    const insertedIds = new Set(await this.write(values, alongside));
    for (const [index, draft] of drafts.entries()) {
      const activity = rows[index]?.activity;
      if (!activity || !insertedIds.has(activity.id)) continue;
      created.set(draft, activity.id);
      if (activity.status === 'READY' && !draft.heldUntil) {
        this.workSignal.announce(tenantId, activity.next_attempt_at === null ? activity : null);
      }
    }
    return created;
  }

  private async write(values: [string, ...unknown[]], alongside?: Alongside): Promise<string[]> {
    const insert = async (db: Queryable) =>
      (await this.outbox.query<{ id: string }>(db, insertActivities, values)).map(({ id }) => id);
    if (!alongside) return insert(this.database);
    return this.database.transaction(async (tx) => {
      const ids = await insert(tx);
      await alongside(tx, ids);
      return ids;
    });
  }

  /** Which of these idempotency keys are in use. */
  async usedKeys(tenantId: string, keys: string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const rows = await this.database.query<ExistingKey>(findByIdempotencyKeys, [tenantId, keys]);
    return new Set(rows.map(({ idempotency_key }) => idempotency_key));
  }

  private async existingKeys(
    tenantId: string,
    drafts: Draft[],
    created: Map<Draft, string>,
  ): Promise<Map<string, ExistingKey>> {
    const keys = drafts.filter((draft) => !created.has(draft)).map(({ idempotencyKey }) => idempotencyKey);
    if (keys.length === 0) return new Map();
    const rows = await this.database.query<ExistingKey>(findByIdempotencyKeys, [tenantId, keys]);
    return new Map(rows.map((row) => [row.idempotency_key, row]));
  }
}

function toDraft(input: NewActivity, commerce: CommerceReference | null): Draft {
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

function toRows(draft: Draft, resolved: Resolved | undefined, now: Date) {
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

/** `next_attempt_at` of an activity scheduled for then: null, which is “queued”, once that time has come. */
export function whenDue(scheduledAt: Date, now: Date): Date | null {
  return scheduledAt > now ? scheduledAt : null;
}

function replayOf(draft: Draft, existing: ExistingKey | undefined): CreationResult {
  // The row that stood in the way can only be gone if retention removed it in this very moment.
  if (!existing) return { status: 'invalid', error: new ErrandError('CONFLICT', 'The idempotency key is in use') };
  if (existing.content_hash.toString('hex') === draft.contentHash) return { status: 'duplicate', id: existing.id };
  const message = `Idempotency key ${draft.idempotencyKey} belongs to activity ${existing.id}, which has other content`;
  return { status: 'invalid', error: new ErrandError('IDEMPOTENCY_KEY_REUSED', message, { existingId: existing.id }) };
}

function distinct(values: (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => typeof value === 'string'))];
}
