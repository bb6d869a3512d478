import { Creation, tooManyBytes } from '@errand/activities';
import { Audit } from '@errand/audit';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, HintSender, Notifications, type Queryable } from '@errand/database';
import { ErrandError, invalidField, notFound } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { LOGGER, type Logger } from '@errand/telemetry';
import { DispatchConfigs } from '@errand/tenants';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Recurrence } from './recurrence';
import {
  assertFires,
  nextOf,
  occurrenceOf,
  type RecurringAction,
  type RecurringFields,
  type RecurringStatus,
} from './recurring-action';
import {
  countRecurring,
  deleteRecurring,
  insertRecurring,
  listRecurring,
  lockRecurring,
  readRecurring,
  recurringFields,
  updateRecurring,
} from './sql/recurring.sql';
import { tellTimes, type ToldTime } from './told-times';

/** Carries the ids of tenants whose recurring actions changed; '' is all of them. */
export const RECURRING_CHANNEL = 'errand_recurring';

/** Undefined filters are not applied. */
interface RecurringFilter {
  status?: RecurringStatus;
  namespace?: string;
  /** Any of these. */
  providers?: string[];
}

/** The last moment of the calendar. */
const lastMoment = new Date(Date.UTC(9999, 11, 31, 23, 59, 59));

/** The recurring actions of each tenant. */
@Injectable()
export class RecurringActions implements OnModuleDestroy {
  private readonly hints: HintSender;

  constructor(
    private readonly configs: DispatchConfigs,
    private readonly creation: Creation,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly quotas: Quotas,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
    notifications: Notifications,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.hints = new HintSender(RECURRING_CHANNEL, notifications, logger);
  }

  /** @throws VALIDATION_FAILED, NOT_FOUND (provider, commerce), LIMIT_REACHED */
  async create(tenantId: string, fields: RecurringFields): Promise<RecurringAction> {
    const id = newId();
    await this.check(tenantId, { id, ...fields });
    this.refuseLarge(fields);
    assertFires(fields, 0, this.clock.now());
    const now = this.clock.now();
    const nextAt = fields.is_paused ? null : nextOf(fields, 0, now);
    await this.database.transaction(async (tx) => {
      await this.quotas.claim(tx, tenantId, 'RECURRING_ACTIONS');
      await tx.query(insertRecurring, [tenantId, id, JSON.stringify(fields), nextAt, now]);
      await this.record(tx, tenantId, id, null, fields);
    });
    this.hints.send(tenantId);
    return this.get(tenantId, id);
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<RecurringAction> {
    const [recurring] = await this.database.query<RecurringAction>(readRecurring, [tenantId, id]);
    if (!recurring) throw notFound('Recurring action', id);
    return recurring;
  }

  /** Newest first. */
  async list(
    tenantId: string,
    filter: RecurringFilter,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ recurring: RecurringAction[]; count: number }> {
    const values = [...valuesOf(tenantId, filter), offset, limit];
    const recurring = await this.database.query<RecurringAction>(listRecurring, values);
    return { recurring, count: await this.count(tenantId, filter) };
  }

  /**
   * Changes what is given. Another expression or time zone counts from now on.
   * @throws NOT_FOUND, VALIDATION_FAILED also for times after which it would never fire again
   */
  async change(tenantId: string, id: string, changes: Partial<RecurringFields>): Promise<RecurringAction> {
    const stored = await this.get(tenantId, id);
    await this.check(tenantId, { ...stored, ...changes });
    if ('payload' in changes || 'metadata' in changes) this.refuseLarge({ ...stored, ...changes });
    return this.rewrite(tenantId, id, (current, now) => {
      const changed = { ...current, ...changes };
      const isResumed = current.is_paused && !changed.is_paused;
      if (isResumed || isRescheduled(current, changed)) {
        assertFires(changed, current.execution_count, firstAfter(current, changed, now));
      }
      return changed;
    });
  }

  /** @throws NOT_FOUND, INVALID_STATE unless it is active */
  async pause(tenantId: string, id: string): Promise<RecurringAction> {
    return this.rewrite(tenantId, id, (current) => ({ ...requireStatus(current, 'active'), is_paused: true }));
  }

  /**
   * Goes on with the next time from now; what would have been during the pause is not missed.
   * @throws NOT_FOUND, INVALID_STATE unless it is paused, VALIDATION_FAILED where its end has come meanwhile
   */
  async resume(tenantId: string, id: string): Promise<RecurringAction> {
    return this.rewrite(tenantId, id, (current, now) => {
      assertFires(requireStatus(current, 'paused'), current.execution_count, now);
      return { ...current, is_paused: false };
    });
  }

  /**
   * With its history, which retention removes; the activities that were made stay.
   * @throws NOT_FOUND
   */
  async delete(tenantId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [current] = await tx.query<RecurringAction>(lockRecurring, [tenantId, id]);
      if (!current) throw notFound('Recurring action', id);
      await tx.query(deleteRecurring, [tenantId, id]);
      await this.record(tx, tenantId, id, current, null);
    });
  }

  /**
   * The first times from then on at which one like this would occur.
   * @param from now unless told
   * @throws VALIDATION_FAILED as where one is created
   */
  preview(
    schedule: Pick<RecurringFields, 'cron_expression' | 'timezone'>,
    { from, count }: { from: Date | undefined; count: number },
  ): ToldTime[] {
    const now = this.clock.now();
    this.refuseCrowded(schedule, now);
    assertFires({ ...schedule, ends_at: null, max_executions: null }, 0, now);
    return tellTimes(schedule, { from: from ?? now, to: lastMoment, count });
  }

  /** At most so many of the times from the next one on, until it is over; none unless it is active. */
  upcoming(recurring: RecurringAction, count: number): ToldTime[] {
    const { next_at: from, ends_at, max_executions, execution_count } = recurring;
    if (!from) return [];
    const left = Math.max(0, (max_executions ?? Infinity) - execution_count);
    return tellTimes(recurring, { from, to: ends_at ?? lastMoment, count: Math.min(count, left) });
  }

  async onModuleDestroy(): Promise<void> {
    await this.hints.end();
  }

  private async count(tenantId: string, filter: RecurringFilter): Promise<number> {
    const values = valuesOf(tenantId, filter);
    const [row] = await this.database.query<{ total: number }>(countRecurring, values);
    return row?.total ?? 0;
  }

  /** Locked, so that it neither fires nor changes meanwhile. */
  private async rewrite(
    tenantId: string,
    id: string,
    change: (current: RecurringAction, now: Date) => RecurringAction,
  ): Promise<RecurringAction> {
    await this.database.transaction(async (tx) => {
      const [current] = await tx.query<RecurringAction>(lockRecurring, [tenantId, id]);
      if (!current) throw notFound('Recurring action', id);
      const now = this.clock.now();
      const changed = change(current, now);
      await tx.query(updateRecurring, [tenantId, id, JSON.stringify(changed), nextAfter(current, changed, now), now]);
      await this.record(tx, tenantId, id, current, changed);
    });
    this.hints.send(tenantId);
    return this.get(tenantId, id);
  }

  /** At the save, so that every occurrence carries as much; what was stored before there was a limit goes on. */
  private refuseLarge({ payload: givenAttributes, metadata }: RecurringFields): void {
    const problem = tooManyBytes({ givenAttributes, metadata }, this.settings.maxActivityBytes, 'payload');
    if (problem) throw invalidField(problem.field, problem.message);
  }

  private refuseCrowded(
    { cron_expression, timezone }: Pick<RecurringFields, 'cron_expression' | 'timezone'>,
    now: Date,
  ) {
    const gapMs = Recurrence.of(cron_expression, timezone).shortestGap(now);
    const { recurringMinGapSeconds } = this.settings;
    if (gapMs >= recurringMinGapSeconds * 1000) return;
    throw invalidField('cron_expression', `must leave ${recurringMinGapSeconds} seconds between two occurrences`);
  }

  private async record(
    tx: Queryable,
    tenantId: string,
    subjectId: string,
    before: RecurringFields | null,
    after: RecurringFields | null,
  ): Promise<void> {
    const action = `recurring_action.${verbOf(before, after)}` as const;
    const told = { before: before && fieldsOf(before), after: after && fieldsOf(after) };
    await this.audit.record(tx, { tenantId, action, subjectId, ...told });
  }

  /** Finds now what would keep every occurrence from being fired. */
  private async check(tenantId: string, recurring: Pick<RecurringAction, 'id'> & RecurringFields): Promise<void> {
    const now = this.clock.now();
    this.refuseCrowded(recurring, now);
    const { provider } = recurring;
    const via = await this.configs.named(tenantId, provider);
    if (!via) throw new ErrandError('NOT_FOUND', `No dispatch config has the name or the provider code ${provider}`);
    const refusal = await this.creation.refusal(tenantId, occurrenceOf(recurring, now, via, undefined));
    if (refusal) throw refusal;
  }
}

function verbOf(before: RecurringFields | null, after: RecurringFields | null): string {
  if (!before || !after) return after ? 'created' : 'deleted';
  if (before.is_paused === after.is_paused) return 'changed';
  return after.is_paused ? 'paused' : 'resumed';
}

/** What its owner says, without what became of it. */
function fieldsOf(recurring: RecurringFields): Record<string, unknown> {
  return Object.fromEntries(recurringFields.map((name) => [name, recurring[name]]));
}

/** What is due or expected stays so, unless the change is about when it occurs. */
function nextAfter(current: RecurringAction, changed: RecurringAction, now: Date): Date | null {
  return changed.is_paused ? null : nextOf(changed, current.execution_count, firstAfter(current, changed, now));
}

/** After which moment it goes on. */
function firstAfter(current: RecurringAction, changed: RecurringAction, now: Date): Date {
  const isSameTime = current.cron_expression === changed.cron_expression && current.timezone === changed.timezone;
  return isSameTime && current.next_at ? new Date(current.next_at.getTime() - 1) : now;
}

/** One that is over may still get another name. */
function isRescheduled(current: RecurringAction, changed: RecurringAction): boolean {
  return (
    current.cron_expression !== changed.cron_expression ||
    current.timezone !== changed.timezone ||
    current.max_executions !== changed.max_executions ||
    current.ends_at?.getTime() !== changed.ends_at?.getTime()
  );
}

function requireStatus(current: RecurringAction, status: RecurringStatus): RecurringAction {
  if (current.status === status) return current;
  throw new ErrandError('INVALID_STATE', `Recurring action ${current.id} is ${current.status}, not ${status}`);
}

function valuesOf(tenantId: string, { status, namespace, providers }: RecurringFilter): unknown[] {
  return [tenantId, status ?? null, namespace ?? null, providers ?? null];
}
