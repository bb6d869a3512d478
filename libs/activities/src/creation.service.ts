import { Clock, Database, inBatches, type Queryable } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { type CommerceReference, type Resolved, Resolver } from '@errand/resolution';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { type ActivityRows, type Draft, toDraft, toRows } from './draft';
import type { NewActivity } from './new-activity';
import { type ExistingKey, findByIdempotencyKeys, insertActivities } from './sql/insert.sql';
import { findCommerces, findTaskReferences } from './sql/references.sql';
import { WorkSignal } from './work-signal.service';

/** What became of one activity: made now, the same one made before, or refused. */
export type CreationResult =
  { status: 'created' | 'duplicate'; id: string } | { status: 'invalid'; error: ErrandError };

/** Activities of which everything is looked up, so that to store them takes one statement. */
export interface PreparedActivities {
  tenantId: string;
  actor: string;
  now: Date;
  /** In the order of the inputs. */
  drafts: (Draft | ErrandError)[];
  rows: Map<Draft, ActivityRows>;
}

interface Asked {
  input: NewActivity;
  actor: string;
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

  private readonly together = inBatches(
    async (tenantId: string, asked: readonly Asked[]) => {
      const inputs = asked.map(({ input }) => input);
      return this.create(tenantId, inputs, asked[0]?.actor ?? '');
    },
    ({ actor }) => actor,
  );

  /**
   * Each input ends apart: a bad one never keeps another from being created. An input whose idempotency key exists
   * is a `duplicate` when it says the same, else `invalid` with IDEMPOTENCY_KEY_REUSED naming the existing id.
   * @param actor who asks, for the history
   * @returns one result an input, in order
   */
  async create(tenantId: string, inputs: NewActivity[], actor: string): Promise<CreationResult[]> {
    return this.insert(this.database, await this.prepare(tenantId, inputs, actor));
  }

  /** {@link create} for one; those that come together are created together. */
  async createOne(tenantId: string, input: NewActivity, actor: string): Promise<CreationResult> {
    // A hook may take seconds, for which only its own caller waits.
    if (!mayAskHooks(input)) return this.together(tenantId, { input, actor });
    const [result] = await this.create(tenantId, [input], actor);
    if (!result) throw new Error('one activity has one result');
    return result;
  }

  /** For whoever stores more than activities: `prepare` them, then `insert` them in a transaction with the rest. */
  async prepare(tenantId: string, inputs: NewActivity[], actor: string): Promise<PreparedActivities> {
    const drafts = await this.withReferences(tenantId, inputs);
    const valid = drafts.filter((draft): draft is Draft => !(draft instanceof ErrandError));
    const resolved = valid.length === 0 ? [] : await this.resolveUpfront(tenantId, valid);
    const now = this.clock.now();
    const rows = new Map(valid.map((draft, index) => [draft, toRows(draft, resolved[index], now)]));
    return { tenantId, actor, now, drafts, rows };
  }

  /** @returns one result an input, in order, as {@link create} */
  async insert(db: Queryable, prepared: PreparedActivities): Promise<CreationResult[]> {
    const created = await this.write(db, prepared);
    db.afterCommit(() => this.announce(prepared, created));
    const existing = await this.existingKeys(db, prepared, created);
    return prepared.drafts.map((draft) => {
      if (draft instanceof ErrandError) return { status: 'invalid', error: draft };
      if (created.has(draft.id)) return { status: 'created', id: draft.id };
      return replayOf(draft, existing.get(draft.idempotencyKey));
    });
  }

  /** What keeps such an activity from being created, whatever its idempotency key: a reference to nothing. */
  async refusal(tenantId: string, input: NewActivity): Promise<ErrandError | null> {
    const [draft] = await this.withReferences(tenantId, [input]);
    return draft instanceof ErrandError ? draft : null;
  }

  /** Which of these idempotency keys are in use. */
  async usedKeys(tenantId: string, keys: string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const rows = await this.database.query<ExistingKey>(findByIdempotencyKeys, [tenantId, keys]);
    return new Set(rows.map(({ idempotency_key }) => idempotency_key));
  }

  /** Wakes the dispatchers for what was created. */
  private announce({ tenantId, rows }: PreparedActivities, created: Set<string>): void {
    for (const [draft, { activity }] of rows) {
      if (!created.has(draft.id) || activity.status !== 'READY' || draft.heldUntil) continue;
      this.workSignal.announce(tenantId, activity.next_attempt_at === null ? activity : null);
    }
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

  private async resolveUpfront(tenantId: string, drafts: Draft[]): Promise<Resolved[]> {
    return this.resolver.resolveUpfront(
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
  }

  /** @returns the ids of those that did not exist yet */
  private async write(db: Queryable, { tenantId, actor, now, rows }: PreparedActivities): Promise<Set<string>> {
    if (rows.size === 0) return new Set();
    const all = [...rows.values()];
    const created = await this.outbox.query<{ id: string }>(db, insertActivities, [
      tenantId,
      JSON.stringify(all.map(({ activity }) => activity)),
      JSON.stringify(all.flatMap(({ attributes }) => attributes)),
      JSON.stringify(all.flatMap(({ targetUsers }) => targetUsers)),
      now,
      actor,
    ]);
    return new Set(created.map(({ id }) => id));
  }

  private async existingKeys(
    db: Queryable,
    { tenantId, rows }: PreparedActivities,
    created: Set<string>,
  ): Promise<Map<string, ExistingKey>> {
    const others = [...rows.keys()].filter(({ id }) => !created.has(id));
    if (others.length === 0) return new Map();
    const keys = others.map(({ idempotencyKey }) => idempotencyKey);
    const existing = await db.query<ExistingKey>(findByIdempotencyKeys, [tenantId, keys]);
    return new Map(existing.map((row) => [row.idempotency_key, row]));
  }
}

/** Attributes without a value are resolved. */
function mayAskHooks({ attributes, attributeKeys }: NewActivity): boolean {
  return (attributeKeys ?? []).length > 0 || (attributes ?? []).some(({ value }) => value === undefined);
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
