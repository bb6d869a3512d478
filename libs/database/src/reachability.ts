import { setTimeout as delay } from 'node:timers/promises';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { connectTimeoutMs } from './data-source-options';
import { reasonOf } from './sql-errors';

const askAgainMs = 1_000;

/**
 * Tells once when the database is away and once when it is back, however many connections, statements and requests
 * notice. Each of them may only report its doubt; a connection of its own finds out.
 */
@Injectable()
export class Reachability implements OnModuleDestroy {
  private readonly closing = new AbortController();
  private asking: Promise<void> | undefined;
  private away = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Whether the last question was not answered. */
  get isAway(): boolean {
    return this.away;
  }

  /** @param error with which a connection failed or ended */
  doubt(error: unknown): void {
    if (this.closing.signal.aborted) return;
    this.asking ??= this.askUntilThere(error).finally(() => {
      this.asking = undefined;
    });
  }

  onModuleDestroy(): void {
    this.closing.abort();
  }

  private async askUntilThere(error: unknown): Promise<void> {
    const since = Date.now();
    const failure = await this.ask();
    if (this.closing.signal.aborted) return;
    if (failure === undefined) {
      this.logger.warn({ reason: reasonOf(error) }, 'a database connection was lost');
      return;
    }
    this.away = true;
    this.logger.error({ reason: reasonOf(failure) }, 'the database is away');
    do {
      await delay(askAgainMs, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
      if (this.closing.signal.aborted) return;
    } while ((await this.ask()) !== undefined);
    this.away = false;
    this.logger.info({ awayMs: Date.now() - since }, 'the database is back');
  }

  /** Why it does not answer, or undefined when it does. */
  private async ask(): Promise<unknown> {
    const client = new Client({
      connectionString: this.settings.databaseUrl,
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
