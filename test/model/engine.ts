import { randomUUID } from 'node:crypto';
import {
  ActivitiesModule,
  Creation,
  type Lane,
  Lifecycle,
  type NewActivity,
  Queues,
  Redrive,
  type RedriveReport,
  ResolutionByHand,
  Results,
  type SettledAttempt,
} from '@errand/activities';
import { ConfigModule } from '@errand/config';
import { Clock, Database, DatabaseModule } from '@errand/database';
import { ErrandError } from '@errand/errors';
import { TelemetryModule } from '@errand/telemetry';
import type { ResultStatus } from '@errand/vocabulary';
import { Test, type TestingModule } from '@nestjs/testing';
import { createTestDatabase } from '../support/database';
import { readRecords, type RecordedActivity } from '../support/history';
import { testSettings } from '../support/settings';
import { ManualClock } from './manual-clock';

export const LEASE_MS = 10_000;
/** How far ahead of its time an activity can be claimed. */
export const AHEAD_MS = 5_000;
const CHANNEL = 'WHATSAPP';
/** An attribute that nobody has a value for until its policy has a fallback. */
const LATE_KEY = 'late';

/** One claimed activity in the hands of a worker, which may have lost it without knowing. */
export interface Holding {
  id: string;
  token: string;
  attempt: number;
  /** What it waited for until it was claimed. */
  waitedUntil: Date | null;
}

export interface StoredResult {
  activity_id: string;
  status: ResultStatus;
  state: string;
}

/** The real services of the activities library on a real database, without the loops that use them. */
export class Engine {
  readonly clock = new ManualClock();
  tenantId = '';
  private commerceId = '';

  private constructor(
    private readonly context: TestingModule,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<Engine> {
    const { url, drop } = await createTestDatabase();
    const clock = new ManualClock();
    const context = await Test.createTestingModule({
      imports: [
        ConfigModule.forRoot(testSettings(url, { databasePoolSize: 8 })),
        TelemetryModule.forRoot('dispatcher'),
        DatabaseModule.forRoot(),
        ActivitiesModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    await context.init();
    return Object.assign(new Engine(context, drop), { clock });
  }

  async stop(): Promise<void> {
    await this.context.close();
    await this.drop();
  }

  /** A tenant with a store that nobody can be missing from: its owner can be reached. */
  async useNewTenant(): Promise<void> {
    this.tenantId = randomUUID();
    this.commerceId = randomUUID();
    const ids = [this.tenantId, this.commerceId];
    await this.execute(`INSERT INTO tenants (id, code, name) VALUES ($1, $2, $2)`, ids);
    await this.execute(`INSERT INTO commerces (tenant_id, id, external_id, name) VALUES ($1, $2, 'S', 'Store')`, ids);
    await this.execute(
      `INSERT INTO commerce_users (tenant_id, id, commerce_id, first_name, roles) VALUES ($1, $2, $2, 'Ana', '{OWNER}')`,
      ids,
    );
    await this.execute(
      `INSERT INTO commerce_user_contacts (tenant_id, id, commerce_user_id, type, value)
       VALUES ($1, $2, $2, 'WHATSAPP', '+1')`,
      ids,
    );
    await this.setLateFallback(false);
  }

  /** Whether {@link LATE_KEY} can be resolved from now on. */
  async setLateFallback(isThere: boolean): Promise<void> {
    await this.execute(
      `INSERT INTO attribute_policies (tenant_id, key, strategy, resolver, fallback)
       VALUES ($1, $2, 'UPFRONT', 'CALLER_PROVIDED', $3)
       ON CONFLICT (tenant_id, key) DO UPDATE SET fallback = excluded.fallback`,
      [this.tenantId, LATE_KEY, isThere ? '"fallback"' : null],
    );
  }

  newActivity(key: string, scheduledAt: Date, score: number, isLate: boolean): NewActivity {
    const { commerceId } = this;
    const attributeKeys = isLate ? [LATE_KEY] : [];
    return {
      ...{ type: 'MESSAGE', channel: CHANNEL, reason: 'model', idempotencyKey: key },
      ...{ scheduledAt, commerceId, score, attributeKeys },
    };
  }

  private get lane(): Lane {
    return { tenantId: this.tenantId, channel: CHANNEL, pinnedConfigId: null };
  }

  get lifecycle(): Lifecycle {
    return this.context.get(Lifecycle, { strict: false });
  }

  get queues(): Queues {
    return this.context.get(Queues, { strict: false });
  }

  async create(activities: NewActivity[]): Promise<{ status: string; id: string | null }[]> {
    const results = await this.context.get(Creation, { strict: false }).create(this.tenantId, activities, 'model');
    return results.map((result) => {
      if (result instanceof Error) throw result;
      return result.status === 'invalid'
        ? { status: result.error.code, id: null }
        : { status: result.status, id: result.id };
    });
  }

  async claim(limit: number): Promise<Holding[]> {
    return holdingsOf(await this.lifecycle.claim(this.lane, limit, LEASE_MS));
  }

  async claimUpcoming(): Promise<Holding[]> {
    return holdingsOf(await this.lifecycle.claimUpcoming(this.lane, 1000, LEASE_MS, AHEAD_MS));
  }

  async claimOne(id: string): Promise<Holding[]> {
    return holdingsOf(await this.lifecycle.claimOne(this.tenantId, id, LEASE_MS));
  }

  async settle(attempts: SettledAttempt[]): Promise<string[]> {
    return [...(await this.lifecycle.settle(this.tenantId, attempts))].sort();
  }

  async submitResult(activityId: string, status: ResultStatus, hardOverride: boolean): Promise<string> {
    const nothing = {
      ...{ providerActivityId: null, dispatchConfigId: null, commerceExternalId: null, externalStatus: null },
      ...{
        rawPayload: null,
        result: null,
        comment: null,
        contactType: null,
        operatorExternalId: null,
        futureScheduledAt: null,
        payload: null,
      },
    };
    const result = { ...nothing, activityId, status, hardOverride, occurredAt: this.clock.now() };
    return (await this.context.get(Results, { strict: false }).submit(this.tenantId, result, 'model')).state;
  }

  async applyHeld(): Promise<void> {
    await this.context.get(Results, { strict: false }).applyAllHeld(this.tenantId, new AbortController().signal);
  }

  async retryResolution(id: string): Promise<void> {
    await this.context.get(ResolutionByHand, { strict: false }).retry(this.tenantId, id, 'model');
  }

  async redrive(ids: string[] | undefined, dryRun: boolean): Promise<RedriveReport> {
    const which = ids ? { ids } : { filter: {} };
    return this.context
      .get(Redrive, { strict: false })
      .redrive(this.tenantId, which, { dryRun, limit: 10_000 }, 'model');
  }

  async records(): Promise<RecordedActivity[]> {
    return this.execute<RecordedActivity>(readRecords, [this.tenantId]);
  }

  /** The original of each redriven copy, by the copy's id. */
  async originals(): Promise<Map<string, string>> {
    const copies = await this.execute<{ id: string; retry_of: string }>(
      'SELECT id, retry_of FROM activities WHERE tenant_id = $1 AND retry_of IS NOT NULL',
      [this.tenantId],
    );
    return new Map(copies.map(({ id, retry_of }) => [id, retry_of]));
  }

  async results(): Promise<StoredResult[]> {
    return this.execute<StoredResult>(
      'SELECT activity_id, status, state FROM activity_results WHERE tenant_id = $1 ORDER BY id',
      [this.tenantId],
    );
  }

  private async execute<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.context.get(Database, { strict: false }).pool.query(text, values)).rows as Row[];
  }
}

/** What a service answers, or the code of its refusal. Any other error is a fault and is thrown. */
export async function answerOf<Answer>(call: Promise<Answer>): Promise<Answer | { refused: string }> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ErrandError) return { refused: error.code };
    throw error;
  }
}

function holdingsOf(claim: Awaited<ReturnType<Lifecycle['claim']>>): Holding[] {
  return claim.activities.map(({ id, dispatch_attempt_count: attempt, waited_until: waitedUntil }) => ({
    ...{ id, token: claim.token, attempt, waitedUntil },
  }));
}
