import { Creation, type CreationResult } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, inBatches, retryWhenTaken } from '@errand/database';
import { ErrandError } from '@errand/errors';
import type { DispatchConfig } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import { v4 as newSuffix } from 'uuid';
import { activityOf, hashOf, type NewAction, timeOf } from './action';
import type { Passed } from './judge.service';
import { RuleWindows } from './rule-windows.service';
import { ScheduledSending } from './scheduled-sending.service';
import { type ActionRecord, findByKeys, insertActions, type KnownKey, readActions } from './sql/actions.sql';

/** An action that the rules have let through, to be stored under its idempotency key. */
export interface JudgedAction {
  action: NewAction;
  key: string;
  passed: Passed;
  via: DispatchConfig;
}

/** Decided before it is stored: when it is to be done, and by whom it was asked for. */
interface TimedAction extends JudgedAction {
  scheduledAt: Date;
  isScheduled: boolean;
  actor: string;
}

type Stored = { id: string; isScheduled: boolean } | 'DEDUPLICATED' | 'KNOWN';

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

  private readonly known = inBatches(async (tenantId: string, keys: readonly string[]) => {
    const rows = await this.database.query<KnownKey>(findByKeys, [tenantId, keys]);
    const byKey = new Map(rows.map((row) => [row.idempotency_key, row]));
    return keys.map((key) => byKey.get(key));
  });

  private readonly records = inBatches(async (tenantId: string, ids: readonly string[]) => {
    const byId = new Map((await this.read(tenantId, ids)).map((record) => [record.id, record]));
    return ids.map((id) => byId.get(id));
  });

  private readonly insertion = inBatches(
    async (tenantId: string, actions: readonly TimedAction[]) => this.insert(tenantId, actions),
    ({ actor }) => actor,
  );

  /**
   * The id of the activity that has this idempotency key.
   * @throws IDEMPOTENCY_KEY_REUSED when it was made of something else
   */
  async find(tenantId: string, key: string, action: NewAction): Promise<string | null> {
    const known = await this.known(tenantId, key);
    if (!known) return null;
    if (known.content_hash?.toString('hex') === hashOf(action)) return known.id;
    const message = `The key ${key} belongs to activity ${known.id}, which has other content`;
    throw new ErrandError('IDEMPOTENCY_KEY_REUSED', message, { existingId: known.id });
  }

  /**
   * One to be done at once is left to this process for the length of a lease; if it dies, the dispatcher takes over.
   * @throws NOT_FOUND (commerce)
   */
  async store(tenantId: string, judged: JudgedAction, actor: string): Promise<Stored> {
    const now = this.clock.now();
    const scheduledAt = timeOf(judged.action, judged.passed.delayMs, now);
    const action = { ...judged, scheduledAt, isScheduled: scheduledAt > now, actor };
    if (judged.passed.verdict.type !== 'deduplicate') return this.insertion(tenantId, action);
    // Apart from others: it counts in the rule's window only if it is stored.
    const [stored] = await this.insert(tenantId, [action], judged.passed.verdict.ttlSeconds);
    if (stored instanceof Error) throw stored;
    return stored ?? 'KNOWN';
  }

  /** @throws Error when it is gone */
  async get(tenantId: string, id: string): Promise<ActionRecord> {
    const record = await this.records(tenantId, id);
    if (!record) throw new Error(`activity ${id} is gone`);
    return record;
  }

  /** Newest first. */
  async read(tenantId: string, ids: readonly string[]): Promise<ActionRecord[]> {
    if (ids.length === 0) return [];
    return this.database.query<ActionRecord>(readActions, [tenantId, this.clock.now(), ids]);
  }

  /**
   * @param actions of one actor
   * @param ttlSeconds of the window in which the first action of its key is the only one; for a single action
   */
  private async insert(
    tenantId: string,
    actions: readonly TimedAction[],
    ttlSeconds?: number,
  ): Promise<(Stored | Error)[]> {
    return retryWhenTaken((isAgain) => this.insertOnce(tenantId, actions, ttlSeconds, isAgain));
  }

  private async insertOnce(
    tenantId: string,
    actions: readonly TimedAction[],
    ttlSeconds: number | undefined,
    isAgain: boolean,
  ): Promise<(Stored | Error)[]> {
    const [first] = actions;
    if (!first) return [];
    const activities = actions.map((action) => this.activityOf(action));
    const prepared = await this.creation.prepare(tenantId, activities, first.actor, isAgain);
    return this.database.transaction(async (tx) => {
      if (ttlSeconds !== undefined) {
        const window = { places: 1, seconds: ttlSeconds };
        const waitMs = await this.windows.take(tenantId, first.passed.rule ?? '', first.key, window, tx);
        if (waitMs !== null) return ['DEDUPLICATED'];
      }
      const results = await this.creation.insert(tx, prepared);
      const rows = actions.flatMap((action, index) => rowOf(action, results[index]));
      if (rows.length > 0) await tx.query(insertActions, [tenantId, JSON.stringify(rows), prepared.now]);
      return actions.map((action, index) => storedAs(action, results[index]));
    });
  }

  private activityOf({ action, key, passed, via, scheduledAt, isScheduled }: TimedAction) {
    const isOnce = passed.verdict.type === 'deduplicate';
    return {
      ...activityOf(action, passed.payload, via),
      // Once its window is over, the same key makes another activity.
      idempotencyKey: isOnce ? `${key}#${newSuffix()}` : key,
      scheduledAt,
      notBefore: isScheduled ? this.sending.notBefore : this.clock.after(this.settings.dispatchLeaseMs),
    };
  }
}

function rowOf({ action, passed, isScheduled }: TimedAction, result: CreationResult | undefined) {
  if (result?.status !== 'created') return [];
  return {
    activity_id: result.id,
    namespace: action.namespace,
    action_id: action.id,
    dedup_key: action.dedupKey,
    provider: action.provider,
    payload: action.payload,
    content_hash: hashOf(action),
    verdict: passed.verdict,
    matched_rule: passed.rule,
    is_scheduled: isScheduled,
  };
}

function storedAs({ isScheduled }: TimedAction, result: CreationResult | undefined): Stored | Error {
  if (result?.status === 'created') return { id: result.id, isScheduled };
  if (result?.status === 'invalid' && result.error.code !== 'IDEMPOTENCY_KEY_REUSED') return result.error;
  return 'KNOWN';
}
