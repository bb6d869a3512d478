import { ScheduledSending } from '@errand/actions';
import { Creation, type CreationResult, type NewActivity, type PreparedActivities } from '@errand/activities';
import { Clock, Database, purgeInBatches, type Queryable } from '@errand/database';
import { DispatchConfigs } from '@errand/tenants';
import { Injectable } from '@nestjs/common';
import type { Planned } from './plan';
import { occurrenceOf } from './recurring-action';
import {
  countOccurrences,
  findGone,
  firedTimes,
  insertOccurrences,
  listOccurrences,
  type OccurrenceKind,
  type OccurrenceRow,
  type OccurrenceView,
  purgeOld,
  purgeOrphans,
} from './sql/occurrences.sql';

/** Occurrences of which everything is looked up: those with an activity to create, in the order of `activities`. */
interface PreparedOccurrences {
  fires: Planned[];
  activities: PreparedActivities;
  skips: Planned[];
}

/** What became of the occurrences of recurring actions. Makes activities of those that are to be fired. */
@Injectable()
export class Occurrences {
  constructor(
    private readonly creation: Creation,
    private readonly configs: DispatchConfigs,
    private readonly sending: ScheduledSending,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Looks up what the activities need, with the same number of statements for one and for hundreds. */
  async prepare(tenantId: string, planned: Planned[], actor: string, isAgain: boolean): Promise<PreparedOccurrences> {
    const wanted = planned.filter(({ fate }) => fate === 'fire');
    const providers = [...new Set(wanted.map(({ recurring }) => recurring.provider))];
    const configs = await this.configs.allNamed(tenantId, providers);
    const fires: Planned[] = [];
    const skips = planned.filter(({ fate }) => fate !== 'fire');
    const inputs: NewActivity[] = [];
    for (const occurrence of wanted) {
      const { recurring, occursAt } = occurrence;
      const via = configs.get(recurring.provider);
      if (!via) {
        skips.push({ ...occurrence, fate: 'provider_not_found' });
        continue;
      }
      fires.push(occurrence);
      inputs.push(occurrenceOf(recurring, occursAt, via, this.sending.notBefore));
    }
    return { fires, skips, activities: await this.creation.prepare(tenantId, inputs, actor, isAgain) };
  }

  /**
   * Stores the activities and what became of each occurrence.
   * @returns the occurrences with what became of them
   */
  async insert(
    tx: Queryable,
    { fires, skips, activities }: PreparedOccurrences,
    kind: OccurrenceKind,
  ): Promise<OccurrenceRow[]> {
    const { tenantId, now } = activities;
    const results = await this.creation.insert(tx, activities);
    const rows = [
      ...fires.map((occurrence, index) => rowOf(occurrence, results[index], kind, now)),
      ...skips.map((occurrence) => rowOf(occurrence, undefined, kind, now)),
    ];
    if (rows.length > 0) await tx.query(insertOccurrences, [tenantId, JSON.stringify(rows)]);
    return rows;
  }

  /** Which of these times have been fired already, in ms. */
  async firedTimes(tenantId: string, recurringId: string, times: Date[]): Promise<Set<number>> {
    if (times.length === 0) return new Set();
    const rows = await this.database.query<{ occurs_at: Date }>(firedTimes, [tenantId, recurringId, times]);
    return new Set(rows.map(({ occurs_at }) => occurs_at.getTime()));
  }

  /** Latest first. */
  async list(
    tenantId: string,
    recurringId: string,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ occurrences: OccurrenceView[]; count: number }> {
    const values = [tenantId, recurringId];
    const occurrences = await this.database.query<OccurrenceView>(listOccurrences, [...values, offset, limit]);
    const [row] = await this.database.query<{ total: number }>(countOccurrences, values);
    return { occurrences, count: row?.total ?? 0 };
  }

  /**
   * Forgets what was decided on more than `days` ago (null: nothing), and the occurrences of what is gone.
   * @returns how many
   */
  async purge(tenantId: string, days: number | null, signal: AbortSignal): Promise<number> {
    const gone = await this.database.query<{ id: string }>(findGone, [tenantId]);
    const ids = gone.map(({ id }) => id);
    const orphans = ids.length > 0 ? await purgeInBatches(this.database, purgeOrphans, [tenantId, ids], signal) : 0;
    if (days === null) return orphans;
    return orphans + (await purgeInBatches(this.database, purgeOld, [tenantId, this.clock.daysAgo(days)], signal));
  }
}

function rowOf(
  { recurring, occursAt, fate }: Planned,
  result: CreationResult | undefined,
  kind: OccurrenceKind,
  now: Date,
): OccurrenceRow {
  const row = { recurring_id: recurring.id, occurs_at: occursAt, kind, created_at: now };
  if (result?.status === 'created') return { ...row, status: 'fired', reason: null, activity_id: result.id };
  const skipped = { ...row, status: 'skipped' as const };
  if (fate !== 'fire') return { ...skipped, reason: fate, activity_id: null };
  if (result?.status === 'duplicate') return { ...skipped, reason: 'duplicate', activity_id: result.id };
  const isUnknown = result?.status === 'invalid' && result.error.code === 'NOT_FOUND';
  return { ...skipped, reason: isUnknown ? 'commerce_not_found' : 'duplicate', activity_id: null };
}
