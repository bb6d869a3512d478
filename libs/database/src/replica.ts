import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger, PROCESS_NAME } from '@errand/telemetry';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Pool, type QueryConfig } from 'pg';
import { poolConfig } from './data-source-options';
import { Database, hearEnds } from './database';
import { Freshness } from './freshness';
import { Reachability } from './reachability';
import { readingFrom, readingFromPrimary } from './reading';
import { isUnreachable, reasonOf } from './sql-errors';

/** Further behind, nothing is read from it. */
const mostLagMs = 5_000;
const measureEveryMs = 250;
/** It is given up for this read or measurement then, and the primary asked. */
const connectTimeoutMs = 2_000;

export interface Read<R> {
  answer: R;
  /** How far behind the replica that answered may have been; undefined when the primary answered. */
  lagMs: number | undefined;
}

/**
 * Reads that may be a little late, such as lists: from `DATABASE_REPLICA_URL`, as long as that has all that the same
 * tenant wrote through this process and is no more than 5 s behind; else, or when it fails, from the primary.
 */
@Injectable()
export class Replica implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly pool: Pool | undefined;
  private readonly freshness = new Freshness(mostLagMs);
  private readonly closing = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  /** When each tenant last wrote, ms, as long as the replica may not have it. */
  private readonly writes = new Map<string, number>();
  private lastWrite = 0;
  private lastOfPlatform = 0;
  /** What keeps it from being used, once that is told. */
  private problem: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly reachability: Reachability,
    @Inject(SETTINGS) settings: Settings,
    @Inject(PROCESS_NAME) processName: string,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const url = settings.databaseReplicaUrl;
    if (url === undefined) return;
    const config = poolConfig(settings, `errand-${processName}-replica`, url);
    this.pool = new Pool({ ...config, max: settings.databasePoolSize, connectionTimeoutMillis: connectTimeoutMs });
    hearEnds(this.pool, (error) => this.lost(error));
  }

  onApplicationBootstrap(): void {
    if (this.pool) void this.measureOn(this.pool);
  }

  onModuleDestroy(): void {
    this.closing.abort();
    clearTimeout(this.timer);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  /** Something was written, for this tenant or (undefined) for any. What is read for it from now on has that. */
  wrote(tenantId: string | undefined): void {
    if (!this.pool) return;
    this.lastWrite = performance.now();
    if (tenantId === undefined) this.lastOfPlatform = this.lastWrite;
    else this.writes.set(tenantId, this.lastWrite);
  }

  /**
   * @param tenantId whose rows are read; undefined: of all
   * @param read is run a second time, on the primary, when it fails on the replica
   * @param isFinal tells the failures that the primary would answer with too
   */
  async read<R>(
    tenantId: string | undefined,
    read: () => Promise<R>,
    isFinal: (error: unknown) => boolean = () => false,
  ): Promise<Read<R>> {
    const lagMs = this.freshness.lagMs(performance.now(), this.lastWriteOf(tenantId));
    if (!this.pool || lagMs === undefined) return { answer: await read(), lagMs: undefined };
    try {
      return { answer: await readingFrom(this.pool, read), lagMs };
    } catch (error) {
      if (isFinal(error)) throw error;
      if (isUnreachable(error)) this.freshness.lost(); // until it answers again
      return { answer: await readingFromPrimary(read), lagMs: undefined };
    }
  }

  /** {@link read} of the rows of all tenants, for whoever need not know from where. */
  async readAny<R>(read: () => Promise<R>): Promise<R> {
    return (await this.read(undefined, read)).answer;
  }

  private lastWriteOf(tenantId: string | undefined): number {
    if (tenantId === undefined) return this.lastWrite;
    return Math.max(this.writes.get(tenantId) ?? 0, this.lastOfPlatform);
  }

  private async measureOn(pool: Pool): Promise<void> {
    // When the primary does not answer, which Database tells, the lag grows until the replica is of no use.
    await this.measure(pool).catch(() => undefined);
    for (const [tenantId, at] of this.writes) if (this.freshness.has(at)) this.writes.delete(tenantId);
    if (!this.closing.signal.aborted) this.timer = setTimeout(() => void this.measureOn(pool), measureEveryMs);
  }

  /** What was committed before the primary is asked is at or before the position that it answers. */
  private async measure(pool: Pool): Promise<void> {
    const at = performance.now();
    const [primary] = await this.database.query<{ position: string }>(primaryPosition);
    this.freshness.primaryAt(at, BigInt(primary?.position ?? 0));
    try {
      const { rows } = await pool.query<{ position: string | null }>(replayedPosition);
      const position = rows[0]?.position;
      if (position === undefined || position === null)
        throw new Error('the server is not a replica: it is not in recovery');
      this.freshness.replayed(BigInt(position));
      this.problem = undefined;
    } catch (error) {
      this.lost(error);
    }
  }

  private lost(error: unknown): void {
    this.freshness.lost();
    if (this.closing.signal.aborted) return;
    if (isUnreachable(error)) return this.reachability.doubt(error, 'databaseReplicaUrl');
    const reason = reasonOf(error);
    if (reason !== this.problem) this.logger.warn({ reason }, 'DATABASE_REPLICA_URL cannot be read from');
    this.problem = reason;
  }
}

/** Not what is written: with synchronous_commit off a commit is answered before that. */
const primaryPosition = {
  name: 'primary-position',
  text: `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text AS position`,
};

/** A server that was promoted still tells where it was. */
const replayedPosition: QueryConfig & { query_timeout: number } = {
  query_timeout: mostLagMs,
  text: `
    SELECT CASE WHEN pg_is_in_recovery() THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text END AS position`,
};
