import { Clock, Database, inBatches, type Queryable, retryWhenTaken, runApart } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { type CommerceReference, type Resolved, Resolver } from '@errand/resolution';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { carriedBytes } from './carried-bytes';
import { type Addressed, viewOfCreated } from './created-view';
import { type ActivityRows, type Draft, toDraft, toRows } from './draft';
import type { NewActivity } from './new-activity';
import { type CreatedRow, type ExistingKey, findByIdempotencyKeys, insertActivities } from './sql/insert.sql';
import { findCommerces, findTaskReferences, type TaskReference } from './sql/references.sql';
import type { ActivityView } from './sql/view.sql';
import { WorkSignal } from './work-signal.service';

/** It was not made: the same one was made before, or it is refused. */
type NotCreated = { status: 'duplicate'; id: string } | { status: 'invalid'; error: ErrandError };

/** What became of one activity; `view` shows one that was made now. */
export type CreationResult = { status: 'created'; id: string; view: () => ActivityView } | NotCreated;

/** Activities of which everything is looked up, so that to store them takes one statement. */
export interface PreparedActivities {
  tenantId: string;
  actor: string;
  now: Date;
  /** What is to be stored, and what became of the rest, in the order of the inputs. */
  ends: (Draft | NotCreated)[];
  rows: Map<Draft, ActivityRows>;
}

type Resolutions = Map<Draft, Resolved>;

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
   * What PostgreSQL refuses of them is found in a bounded number of statements, {@link runApart}, and no hook is asked
   * again for it.
   * @param actor who asks, for the history
   * @returns one result an input, in order; an Error for one that PostgreSQL refuses, or failed to store beside others
   * @throws what PostgreSQL says when it stored none
   */
  async create(tenantId: string, inputs: NewActivity[], actor: string): Promise<(CreationResult | Error)[]> {
    const drafts = await this.withReferences(tenantId, inputs);
    const resolved: Resolutions = new Map();
    return runApart(drafts, (some) =>
      retryWhenTaken(async (isAgain) =>
        this.insert(this.database, await this.prepareDrafts(tenantId, some, actor, isAgain, resolved)),
      ),
    );
  }

  /** {@link create} for one; those that come together are created together. @throws what PostgreSQL refuses it with */
  async createOne(tenantId: string, input: NewActivity, actor: string): Promise<CreationResult> {
    // A hook may take seconds, for which only its own caller waits.
    if (!mayAskHooks(input)) return this.together(tenantId, { input, actor });
    const [result] = await this.create(tenantId, [input], actor);
    if (!result) throw new Error('one activity has one result');
    if (result instanceof Error) throw result;
    return result;
  }

  /**
   * For whoever stores more than activities: `prepare` them, then `insert` them in a transaction with the rest, both
   * within `retryWhenTaken`. Only when it is done again are the idempotency keys looked up: few are in use, and to ask
   * for all of them, of a table without statistics, has been a scan of the tenant.
   */
  async prepare(tenantId: string, inputs: NewActivity[], actor: string, isAgain: boolean): Promise<PreparedActivities> {
    return this.prepareDrafts(tenantId, await this.withReferences(tenantId, inputs), actor, isAgain, new Map());
  }

  /**
   * @returns one result an input, in order, as {@link create}
   * @throws Error a unique violation when one of the idempotency keys is in use that was not looked up
   */
  async insert(db: Queryable, prepared: PreparedActivities): Promise<CreationResult[]> {
    const { now, ends, rows } = prepared;
    const addressed = await this.write(db, prepared);
    db.afterCommit(() => this.announce(prepared));
    return ends.map((end) => {
      if ('status' in end) return end;
      const ofDraft = rows.get(end);
      if (!ofDraft) throw new Error('every draft has its rows');
      return { status: 'created', id: end.id, view: () => viewOfCreated(end, ofDraft, now, addressed) };
    });
  }

  /** What keeps such an activity from being created, whatever its idempotency key: a reference to nothing. */
  async refusal(tenantId: string, input: NewActivity): Promise<ErrandError | null> {
    const [draft] = await this.withReferences(tenantId, [input]);
    return draft instanceof ErrandError ? draft : null;
  }

  /** Which of these idempotency keys are in use. */
  async usedKeys(tenantId: string, keys: string[]): Promise<Set<string>> {
    const rows = await this.existingKeys(tenantId, keys);
    return new Set(rows.map(({ idempotency_key }) => idempotency_key));
  }

  /** @param resolved what was found before, to which is added what is found now */
  private async prepareDrafts(
    tenantId: string,
    drafts: readonly (Draft | ErrandError)[],
    actor: string,
    isAgain: boolean,
    resolved: Resolutions,
  ): Promise<PreparedActivities> {
    const ends = await this.withoutRepetitions(tenantId, drafts, isAgain);
    const fresh = ends.filter((end): end is Draft => !('status' in end));
    await this.resolveUpfront(
      tenantId,
      fresh.filter((draft) => !resolved.has(draft)),
      resolved,
    );
    const now = this.clock.now();
    const rows = new Map(fresh.map((draft) => [draft, toRows(draft, resolved.get(draft), now)]));
    return { tenantId, actor, now, ends, rows };
  }

  /** Wakes the dispatchers for what was created. */
  private announce({ tenantId, rows }: PreparedActivities): void {
    for (const [draft, { activity }] of rows) {
      if (activity.status !== 'READY' || draft.notBefore) continue;
      this.workSignal.announce(tenantId, activity.next_attempt_at === null ? activity : null);
    }
  }

  /** Looks up what the inputs refer to; an input that refers to nothing becomes its error. */
  private async withReferences(tenantId: string, inputs: NewActivity[]): Promise<(Draft | ErrandError)[]> {
    const ids = [
      distinct(inputs.map(({ commerceId }) => commerceId)),
      distinct(inputs.map(({ commerceExternalId }) => commerceExternalId)),
    ];
    const commerces = byEitherId(
      ids.some((named) => named.length > 0)
        ? await this.database.query<CommerceReference>(findCommerces, [tenantId, ...ids])
        : [],
    );
    const taskIds = [
      distinct(inputs.map(({ assignedRouteId }) => assignedRouteId)),
      distinct(inputs.map(({ assignedRouteExternalId }) => assignedRouteExternalId)),
      distinct(inputs.map(({ assignedOperatorId }) => assignedOperatorId)),
      distinct(inputs.map(({ assignedOperatorExternalId }) => assignedOperatorExternalId)),
    ];
    const taskReferences = taskIds.some((named) => named.length > 0)
      ? await this.database.query<TaskReference>(findTaskReferences, [tenantId, ...taskIds])
      : [];
    const routes = byEitherId(taskReferences.filter(({ kind }) => kind === 'route'));
    const operators = byEitherId(taskReferences.filter(({ kind }) => kind === 'operator'));

    const now = this.clock.now();
    return inputs.map((input) => {
      const commerce = commerces(input.commerceId, input.commerceExternalId);
      const isRequired = (input.origin ?? 'API') === 'API';
      if (commerce === undefined || (commerce === null && isRequired)) {
        return notFound('Commerce', input.commerceId ?? input.commerceExternalId ?? '');
      }
      const { assignedRouteId, assignedRouteExternalId, assignedOperatorId, assignedOperatorExternalId } = input;
      const route = routes(assignedRouteId, assignedRouteExternalId);
      if (route === undefined) return notFound('Route', assignedRouteId ?? assignedRouteExternalId ?? '');
      const operator = operators(assignedOperatorId, assignedOperatorExternalId);
      if (operator === undefined) return notFound('Operator', assignedOperatorId ?? assignedOperatorExternalId ?? '');
      return toDraft(input, { commerce, route, operator }, now);
    });
  }

  /** Looks up the idempotency keys where `isAgain`; of several with one key the first is created. */
  private async withoutRepetitions(
    tenantId: string,
    drafts: readonly (Draft | ErrandError)[],
    isAgain: boolean,
  ): Promise<(Draft | NotCreated)[]> {
    const keys = drafts.flatMap((draft) => (draft instanceof ErrandError || !isAgain ? [] : draft.idempotencyKey));
    const existing = await this.existingKeys(tenantId, keys);
    const takenBy = new Map(
      existing.map(({ idempotency_key, id, content_hash }) => [
        idempotency_key,
        { id, contentHash: content_hash.toString('hex') },
      ]),
    );
    return drafts.map((draft) => {
      if (draft instanceof ErrandError) return { status: 'invalid', error: draft };
      const other = takenBy.get(draft.idempotencyKey);
      if (other) return repetitionOf(draft, other);
      takenBy.set(draft.idempotencyKey, draft);
      return draft;
    });
  }

  private async existingKeys(tenantId: string, keys: string[]): Promise<ExistingKey[]> {
    return keys.length === 0 ? [] : this.database.query<ExistingKey>(findByIdempotencyKeys, [tenantId, keys]);
  }

  private async resolveUpfront(tenantId: string, drafts: Draft[], into: Resolutions): Promise<void> {
    if (drafts.length === 0) return;
    const resolved = await this.resolver.resolveUpfront(
      tenantId,
      drafts.map((draft) => ({
        activityId: draft.id,
        ...{ type: draft.type, channel: draft.channel, reason: draft.reason, commerce: draft.commerce },
        operatorId: draft.operator?.id ?? null,
        targetCriteria: draft.targetCriteria ?? null,
        attributes: draft.attributeInputs,
        carriedBytes: () => carriedBytes({ ...draft, attributes: draft.attributeInputs }),
        keepsTargets: false,
      })),
    );
    for (const [index, draft] of drafts.entries()) {
      const found = resolved[index];
      if (found) into.set(draft, found);
    }
  }

  /** @returns the users whom the activities address */
  private async write(db: Queryable, { tenantId, actor, now, rows }: PreparedActivities): Promise<Addressed> {
    if (rows.size === 0) return { users: new Map(), country: null };
    const all = [...rows.values()];
    const targetUsers = all.flatMap((ofDraft) => ofDraft.targetUsers);
    const [created] = await this.outbox.query<CreatedRow>(db, insertActivities, [
      tenantId,
      JSON.stringify(all.map(({ activity }) => activity)),
      JSON.stringify(all.flatMap(({ attributes }) => attributes)),
      JSON.stringify(targetUsers),
      JSON.stringify(all.flatMap(({ events }) => events).map((event, id) => ({ id, ...event }))),
      now,
      actor,
      distinct(targetUsers.map(({ commerce_user_id }) => commerce_user_id)),
    ]);
    return { users: new Map(created?.users.map((user) => [user.id, user])), country: created?.country ?? null };
  }
}

/** Attributes without a value are resolved. */
function mayAskHooks({ attributes, attributeKeys }: NewActivity): boolean {
  return (attributeKeys ?? []).length > 0 || (attributes ?? []).some(({ value }) => value === undefined);
}

function repetitionOf(draft: Draft, other: Pick<Draft, 'id' | 'contentHash'>): NotCreated {
  if (other.contentHash === draft.contentHash) return { status: 'duplicate', id: other.id };
  const message = `Idempotency key ${draft.idempotencyKey} belongs to activity ${other.id}, which has other content`;
  return { status: 'invalid', error: new ErrandError('IDEMPOTENCY_KEY_REUSED', message, { existingId: other.id }) };
}

type Named = string | null | undefined;

/** Finds one of what was looked up by its id or, without that, its external id: null when neither is given. */
function byEitherId<Reference extends { id: string; external_id: string }>(references: Reference[]) {
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  const byExternalId = new Map(references.map((reference) => [reference.external_id, reference]));
  return (id: Named, externalId: Named): Reference | null | undefined => {
    if (id) return byId.get(id.toLowerCase());
    return externalId ? byExternalId.get(externalId) : null;
  };
}

function distinct(values: Named[]): string[] {
  return [...new Set(values.filter((value): value is string => typeof value === 'string'))];
}
