import { setTimeout as delay } from 'node:timers/promises';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { connectTimeoutMs } from './data-source-options';
import { isPoolExhausted, reasonOf } from './sql-errors';

const askAgainMs = 1_000;

/** The ways to the database, as logs name what is at their end. */
const ends = {
  databaseUrl: 'the database',
  databaseDirectUrl: 'the database past its pooler',
  databaseReplicaUrl: 'the replica of the database',
} as const;

export type Way = keyof typeof ends;

/**
 * Tells once when the database is away and once when it is back, however many connections, statements and requests
 * notice, for each way to it apart. Each of them may only report its doubt; a connection of its own, on the same way,
 * finds out.
 */
@Injectable()
export class Reachability implements OnModuleDestroy {
  private readonly closing = new AbortController();
  private readonly asking = new Set<Way>();
  private readonly away = new Set<Way>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Whether the last question on this way was not answered. */
  isAway(way: Way): boolean {
    return this.away.has(this.existing(way));
  }

  /** @param error with which a connection failed or ended; that none is free in the pool says nothing of the database */
  doubt(error: unknown, way: Way): void {
    const asked = this.existing(way);
    if (this.closing.signal.aborted || this.asking.has(asked) || isPoolExhausted(error)) return;
    this.asking.add(asked);
    void this.askUntilThere(error, asked).finally(() => this.asking.delete(asked));
  }

  onModuleDestroy(): void {
    this.closing.abort();
  }

  /** Without a URL of its own a way is that of everything else. */
  private existing(way: Way): Way {
    return this.settings[way] === undefined ? 'databaseUrl' : way;
  }

  private async askUntilThere(error: unknown, way: Way): Promise<void> {
    const since = Date.now();
    const failure = await this.ask(way);
    if (this.closing.signal.aborted) return;
    if (failure === undefined) {
      this.logger.warn({ reason: reasonOf(error) }, `a connection to ${ends[way]} was lost`);
      return;
    }
    this.away.add(way);
    this.logger.error({ reason: reasonOf(failure) }, `${ends[way]} is away`);
    do {
      await delay(askAgainMs, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
      if (this.closing.signal.aborted) return;
    } while ((await this.ask(way)) !== undefined);
    this.away.delete(way);
    this.logger.info({ awayMs: Date.now() - since }, `${ends[way]} is back`);
  }

  /** Why it does not answer, or undefined when it does. */
  private async ask(way: Way): Promise<unknown> {
    const client = new Client({
      connectionString: this.settings[way],
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: connectTimeoutMs,
    });
    client.on('error', () => undefined); // the query fails as well
    const end = () => void client.end().catch(() => undefined);
    this.closing.signal.addEventListener('abort', end);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return undefined;
    } catch (error) {
      return error;
    } finally {
      this.closing.signal.removeEventListener('abort', end);
      end();
    }
  }
}
