import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestApi } from '../support/api';
import { eventually } from '../support/eventually';
import { readRecords, type RecordedActivity, violationsOf } from '../support/history';
import { startProcess, type TestProcess } from '../support/processes';
import { Actor } from '../support/scenario';
import type { Sink } from '../support/sink';
import { createTenant } from '../support/tenants';

/** Calls at once of each dispatcher. */
const CONCURRENCY = 8;

/**
 * How many calls may have to be repeated for each dispatcher that dies: those under way, and those whose outcomes wait to be
 * stored, of which a dispatcher lets five times as many come together where the database is slow.
 */
export const MOST_REPEATED = 6 * CONCURRENCY;

const environment = {
  DISPATCH_LEASE_MS: '1500',
  DISPATCH_CONCURRENCY: String(CONCURRENCY),
  DISPATCH_BATCH_SIZE: '20',
  DISPATCH_INTERVAL_MS: '5000',
  LOG_LEVEL: 'warn',
};

/** What chaos has done to a drain. Everything but `duplicated` must be empty. */
export interface Damage {
  activities: number;
  /** Acknowledged, but gone, or not delivered though it says so. */
  lost: string[];
  /** Calls beyond the first of each activity. */
  duplicated: number;
  illegal: string[];
  stuck: string[];
}

/** Activities of one tenant on their way to a provider, and the dispatchers that send them. */
export class Drain {
  readonly acknowledged = new Set<string>();
  /** Oldest first. */
  readonly dispatchers: TestProcess[] = [];
  /** Asked for, but without an answer yet. */
  private unanswered: Record<string, unknown>[] = [];

  private constructor(
    private readonly databaseUrl: string,
    private readonly dispatcherDatabaseUrl: string,
    private readonly sink: Sink,
    readonly actor: Actor,
  ) {}

  /** @param through the database's URL as dispatchers see it, when a proxy stands between */
  static async prepare(
    api: Pick<TestApi, 'request'>,
    sink: Sink,
    databaseUrl: string,
    { maxAttempts = 100, through = databaseUrl } = {},
  ): Promise<Drain> {
    const actor = new Actor(await createTenant(api), sink);
    await actor.createMasterData();
    await actor.yom({ retry: { maxAttempts, baseDelayMs: 1, maxDelayMs: 50 }, timeoutMs: 2_000 });
    sink.answerWith(async () => {
      await delay(randomInt(5, 60));
      return { body: { id: randomUUID() } };
    });
    return new Drain(databaseUrl, through, sink, actor);
  }

  async addDispatcher(): Promise<TestProcess> {
    const dispatcher = await startProcess('dispatcher', this.dispatcherDatabaseUrl, environment);
    this.dispatchers.push(dispatcher);
    return dispatcher;
  }

  /** Creates `count` more; what is not acknowledged is asked for again with the next ones. */
  async create(count: number): Promise<void> {
    this.unanswered.push(...Array.from({ length: count }, () => this.actor.message()));
    const activities = this.unanswered.slice(0, 500);
    const answer = await this.actor
      .request<{ results: { activity?: { id: string } }[] }>('POST', '/api/activities/bulk', { body: { activities } })
      .catch(() => undefined);
    if (answer?.status !== 200) return;
    this.unanswered = this.unanswered.slice(activities.length);
    for (const { activity } of answer.body.results) if (activity) this.acknowledged.add(activity.id);
  }

  /** Waits until nothing is on its way any more, or long enough to know that something is stuck. */
  async end(timeoutMs = 60_000): Promise<Damage> {
    await eventually(
      async () => {
        if (this.unanswered.length > 0) await this.create(0);
        return this.unanswered.length;
      },
      (count) => count === 0,
      timeoutMs,
    );
    await eventually(
      async () => (await this.records()).filter(({ status }) => status === 'READY').length,
      (ready) => ready === 0,
      timeoutMs,
    ).catch(() => undefined);
    return this.damage();
  }

  async records(): Promise<RecordedActivity[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query<RecordedActivity>(readRecords, [this.actor.tenant.id])).rows;
    } finally {
      await client.end();
    }
  }

  private async damage(): Promise<Damage> {
    const records = await this.records();
    const statusOf = new Map(records.map(({ id, status }) => [id, status]));
    const calls = this.sink.requests.map(({ headers }) => String(headers['idempotency-key']));
    const delivered = new Set(calls);
    const lost = [...this.acknowledged].filter((id) => !statusOf.has(id));
    const neverSent = records.filter(({ id, status }) => status === 'DISPATCHED' && !delivered.has(id));
    return {
      activities: records.length,
      lost: [...lost, ...neverSent.map(({ id }) => id)],
      duplicated: calls.length - delivered.size,
      illegal: records.flatMap(violationsOf),
      stuck: records.filter(({ status }) => status === 'READY').map(({ id }) => id),
    };
  }
}

/** Somewhere in the next `ms`. */
export async function randomMoment(ms: number): Promise<void> {
  await delay(randomInt(0, ms));
}

/** One line for whoever runs the suite. */
export function tell(what: string, faults: number, { activities, lost, duplicated, illegal, stuck }: Damage): void {
  const figures = { faults, activities, lost: lost.length, duplicated, illegal: illegal.length, stuck: stuck.length };
  const told = Object.entries(figures).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`chaos: ${what}: ${told.join(', ')}\n`);
}
