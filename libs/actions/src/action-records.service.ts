import { Creation } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, type Queryable } from '@errand/database';
import { ErrandError } from '@errand/errors';
import type { DispatchConfig } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import { v4 as newSuffix } from 'uuid';
import { activityOf, hashOf, type NewAction } from './action';
import type { Passed } from './judge.service';
import { RuleWindows } from './rule-windows.service';
import { ScheduledSending } from './scheduled-sending.service';
import { type ActionRecord, findByKey, insertAction, readActions } from './sql/actions.sql';

/** An action that the rules have let through, to be stored under its idempotency key. */
export interface JudgedAction {
  action: NewAction;
  key: string;
  passed: Passed;
  via: DispatchConfig;
}

/** Another action of the key has the place in the rule’s window. Rolls back what was to be stored. */
class SeenBefore extends Error {}

/** Stores actions, each in one transaction with its activity, and reads what has become of them. */
@Injectable()
export class ActionRecords {
  constructor(
    private readonly creation: Creation,
    private readonly windows: RuleWindows,
    private readonly sending: ScheduledSending,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The id of the activity that has this idempotency key.
   * @throws IDEMPOTENCY_KEY_REUSED when it was made of something else
   */
  async find(tenantId: string, key: string, action: NewAction): Promise<string | null> {
    const values = [tenantId, key];
    const [known] = await this.database.query<{ id: string; content_hash: Buffer | null }>(findByKey, values);
    if (!known) return null;
    if (known.content_hash?.toString('hex') === hashOf(action)) return known.id;
    const message = `The key ${key} belongs to activity ${known.id}, which has other content`;
    throw new ErrandError('IDEMPOTENCY_KEY_REUSED', message, { existingId: known.id });
  }

  /**
   * One to be done at once is left to this process for the length of a lease; if it dies, the dispatcher takes over.
   * @throws NOT_FOUND (commerce)
   */
  async store(
    tenantId: string,
    { action, key, passed, via }: JudgedAction,
    actor: string,
  ): Promise<{ id: string; isScheduled: boolean } | 'DEDUPLICATED' | 'KNOWN'> {
    const now = this.clock.now();
    const scheduledAt = this.timeOf(action, passed, now);
    const isScheduled = scheduledAt > now;
    const isOnce = passed.verdict.type === 'deduplicate';
    const activity = {
      ...activityOf(action, passed.payload, via),
      // Once its window is over, the same key makes another activity.
      idempotencyKey: isOnce ? `${key}#${newSuffix()}` : key,
      scheduledAt,
      heldUntil: isScheduled ? this.sending.heldUntil : new Date(now.getTime() + this.settings.dispatchLeaseMs),
    };
    try {
      const [result] = await this.creation.create(tenantId, [activity], actor, async (tx, [id]) => {
        if (id) await this.insert(tx, tenantId, id, { action, key, passed, via }, isScheduled, now);
      });
      if (result?.status === 'created') return { id: result.id, isScheduled };
      if (result?.status === 'invalid' && result.error.code !== 'IDEMPOTENCY_KEY_REUSED') throw result.error;
      return 'KNOWN';
    } catch (error) {
      if (error instanceof SeenBefore) return 'DEDUPLICATED';
      throw error;
    }
  }

  async read(tenantId: string, ids: string[]): Promise<ActionRecord[]> {
    if (ids.length === 0) return [];
    return this.database.query<ActionRecord>(readActions, [tenantId, this.clock.now(), ids]);
  }

  /** The latest of what the rules and the caller want. */
  private timeOf({ delaySeconds, scheduledAt }: NewAction, { delayMs }: Passed, now: Date): Date {
    const delayed = now.getTime() + Math.max(delayMs, (delaySeconds ?? 0) * 1000);
    return new Date(Math.max(delayed, scheduledAt?.getTime() ?? 0));
  }

  private async insert(
    tx: Queryable,
    tenantId: string,
    id: string,
    { action, key, passed }: JudgedAction,
    isScheduled: boolean,
    now: Date,
  ): Promise<void> {
    const { verdict, rule } = passed;
    if (verdict.type === 'deduplicate') {
      const window = { places: 1, seconds: verdict.ttlSeconds };
      if ((await this.windows.take(tenantId, rule ?? '', key, window, tx)) !== null) throw new SeenBefore();
    }
    await tx.query(insertAction, [
      tenantId,
      id,
      action.namespace,
      action.id,
      action.dedupKey,
      action.provider,
      JSON.stringify(action.payload),
      hashOf(action),
      JSON.stringify(verdict),
      rule,
      isScheduled,
      now,
    ]);
  }
}
