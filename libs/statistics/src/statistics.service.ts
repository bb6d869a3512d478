import { Clock, Database } from '@errand/database';
import { invalidField } from '@errand/errors';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { edgesOfDays, edgesOfSteps, endOf, isFine, startOf, type Step, stepMs, type StoredStep } from './buckets';
import { bounds, percentile } from './histogram';
import {
  type AttemptRow,
  type CountedColumn,
  type CountRow,
  type FailureRow,
  findSamples,
  lastSuccesses,
  readTransitions,
  sumAttempts,
  sumFailures,
  sumTransitions,
} from './sql/read.sql';
import { noConfig } from './sql/roll-up.sql';

/** By what transitions are told apart. */
export const SERIES_KEYS = ['status', 'channel', 'origin'] as const;
export type SeriesKey = (typeof SERIES_KEYS)[number];

const columns: Record<SeriesKey, CountedColumn> = { status: 'to_status', channel: 'channel', origin: 'origin' };

/** A range has at most so many buckets. */
const mostBuckets = 1_000;
const lengthMs: Record<Step, number> = { ...stepMs, '1d': 86_400_000 };
/** Into so many parts the time is divided over which attempts are followed, none shorter than the finest bucket. */
const trendParts = 12;
/** How far back a config's last success is looked for. */
const successDays = 30;

/** How many transitions there were in each bucket, by what tells them apart. */
export interface Series {
  /** When each begins. */
  buckets: Date[];
  /** Those that have any, by key; as many counts as there are buckets. */
  series: { key: string; counts: number[] }[];
}

/** How many transitions to a status there were in a range, and in the one before it. */
export interface StatusChange {
  now: number;
  before: number;
}

/** Attempts that failed alike. */
export interface FailureSum {
  errorCode: string;
  /** Null: they found none to be made by. */
  dispatchConfigId: string | null;
  count: number;
  lastAt: Date;
  /** The newest activity that had one; null when it was removed. */
  sampleActivityId: string | null;
}

/** The attempts made by one dispatch config. */
export interface AttemptSum {
  attempts: number;
  failures: number;
  /** About; null where none was timed. */
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
  /** By parts of the time, the oldest first. */
  trend: { attempts: number; failures: number }[];
}

/** Reads the sums. A range is taken whole: from the beginning of the bucket in which it begins to the end of its last. */
@Injectable()
export class Statistics {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Transitions to a status over time.
   * @param timezone an IANA name, whose days those of step 1d are; an hour is of the day in which it begins
   * @throws ErrandError VALIDATION_FAILED for `step`: 5m for a range that began more than 48 h ago, or more than 1,000 buckets
   */
  async transitions(
    tenantId: string,
    from: Date,
    to: Date,
    { step, by, timezone }: { step: Step; by: SeriesKey; timezone: string },
  ): Promise<Series> {
    const edges = this.edges(step, timezone, from, to);
    const buckets = edges.slice(0, -1);
    const values = [tenantId, step === '1d' ? '1h' : step, edges[0], edges.at(-1)];
    const rows = await this.database.query<CountRow>(readTransitions[columns[by]], values);
    return { buckets, series: seriesOf(rows, buckets) };
  }

  /**
   * Where the buckets of a range begin and end.
   * @param timezone as for {@link transitions}
   * @throws ErrandError VALIDATION_FAILED for `step`, as there
   */
  edges(step: Step, timezone: string, from: Date, to: Date): Date[] {
    if (step === '5m' && !isFine(from, this.clock.now()))
      throw invalidField('step', 'can be 5m for the last 48 hours only');
    if ((to.getTime() - from.getTime()) / lengthMs[step] > mostBuckets)
      throw invalidField('step', `would make more than ${mostBuckets} buckets`);
    return step === '1d' ? edgesOfDays(timezone, from, to) : edgesOfSteps(step, from, to);
  }

  /** How many transitions to each status there were in a range, and in the one of the same length before it. */
  async byStatus(tenantId: string, from: Date, to: Date): Promise<Record<ActivityStatus, StatusChange>> {
    const before = new Date(from.getTime() - (to.getTime() - from.getTime()));
    const step = this.stepFor(before);
    const [start, end] = [startOf(step, from), endOf(step, to)];
    const earlier = new Date(start.getTime() - (end.getTime() - start.getTime()));
    const [now, then] = [await this.sums(tenantId, step, start, end), await this.sums(tenantId, step, earlier, start)];
    const entries = ACTIVITY_STATUSES.map((status) => [
      status,
      { now: now.get(status) ?? 0, before: then.get(status) ?? 0 },
    ]);
    return Object.fromEntries(entries) as Record<ActivityStatus, StatusChange>;
  }

  /** What failed attempts say, most first. */
  async failures(tenantId: string, from: Date, to: Date, limit: number): Promise<FailureSum[]> {
    const step = this.stepFor(from);
    const values = [tenantId, step, startOf(step, from), endOf(step, to), limit];
    const rows = await this.database.query<FailureRow>(sumFailures, values);
    const samples = await this.existing(
      tenantId,
      rows.map(({ newest_activity_id }) => newest_activity_id),
    );
    return rows.map(({ error_code: errorCode, dispatch_config_id, count, last_at: lastAt, newest_activity_id }) => ({
      errorCode,
      dispatchConfigId: dispatch_config_id === noConfig ? null : dispatch_config_id,
      ...{ count, lastAt },
      sampleActivityId: samples.has(newest_activity_id) ? newest_activity_id : null,
    }));
  }

  /** Of each dispatch config that made any: its attempts of the last `windowMs`, and of the bucket in which those begin. */
  async attempts(tenantId: string, windowMs: number): Promise<Map<string, AttemptSum>> {
    const now = this.clock.now();
    const from = startOf('5m', new Date(now.getTime() - windowMs)).getTime();
    const partMs = Math.max(stepMs['5m'], windowMs / trendParts);
    // What is left of the time is in the last part: 5 minutes alone would look as if nothing were sent any more.
    const count = Math.floor((endOf('5m', now).getTime() - from) / partMs);
    const parts = Array.from({ length: count }, (_, part) => new Date(from + part * partMs));
    const rows = await this.database.query<AttemptRow>(sumAttempts, [tenantId, '5m', parts, parts[0]]);
    const byConfig = new Map<string, AttemptRow[]>();
    for (const row of rows)
      byConfig.set(row.dispatch_config_id, [...(byConfig.get(row.dispatch_config_id) ?? []), row]);
    return new Map(Array.from(byConfig, ([id, own]) => [id, sumOf(own, count)]));
  }

  /** When an attempt by a dispatch config was accepted last, if that was in the last 30 days. */
  async lastSuccesses(tenantId: string): Promise<Map<string, Date>> {
    const from = startOf('1h', this.clock.daysAgo(successDays));
    interface Row {
      dispatch_config_id: string;
      last_at: Date;
    }
    const rows = await this.database.query<Row>(lastSuccesses, [tenantId, from]);
    return new Map(rows.map(({ dispatch_config_id, last_at }) => [dispatch_config_id, last_at]));
  }

  private stepFor(from: Date): StoredStep {
    return isFine(from, this.clock.now()) ? '5m' : '1h';
  }

  private async sums(tenantId: string, step: StoredStep, from: Date, to: Date): Promise<Map<string, number>> {
    const rows = await this.database.query<{ status: string; n: number }>(sumTransitions, [tenantId, step, from, to]);
    return new Map(rows.map(({ status, n }) => [status, n]));
  }

  private async existing(tenantId: string, ids: string[]): Promise<Set<string>> {
    const rows = ids.length === 0 ? [] : await this.database.query<{ id: string }>(findSamples, [tenantId, ids]);
    return new Set(rows.map(({ id }) => id));
  }
}

/** @param rows by key, and within it by time */
function seriesOf(rows: CountRow[], buckets: Date[]): Series['series'] {
  const series = new Map<string, number[]>();
  for (const { key, bucket, n } of rows) {
    const counts = series.get(key) ?? buckets.map(() => 0);
    series.set(key, counts);
    const index = buckets.findLastIndex((start) => start <= bucket);
    counts[index] = (counts[index] ?? 0) + n;
  }
  return [...series].map(([key, counts]) => ({ key, counts }));
}

/** @param rows one for each part in which there were any @param count of the parts */
function sumOf(rows: AttemptRow[], count: number): AttemptSum {
  const histogram = [...bounds, Infinity].map((_, place) => total(rows, (row) => row.histogram[place] ?? 0));
  const [p50Ms = null, p95Ms = null, p99Ms = null] = [0.5, 0.95, 0.99].map((share) => percentile(histogram, share));
  const trend = Array.from({ length: count }, () => ({ attempts: 0, failures: 0 }));
  for (const { part, attempts, failures } of rows) trend[part - 1] = { attempts, failures };
  return {
    attempts: total(rows, (row) => row.attempts),
    failures: total(rows, (row) => row.failures),
    ...{ p50Ms, p95Ms, p99Ms, trend },
  };
}

const total = <T>(rows: T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0);
