import { setTimeout as delay } from 'node:timers/promises';
import { SETTINGS, type Settings } from '@errand/config';
import { LOGGER, type Logger, PROCESS_NAME } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Client, escapeIdentifier } from 'pg';
import { directUrl, prepareSession } from './connecting';
import { Database } from './database';
import { Reachability } from './reachability';
import { reasonOf } from './sql-errors';

type Handler = (payload: string) => void;

const firstDelayMs = 100;
const longestDelayMs = 5_000;
/** Finds a connection that died without a word. */
const heartbeatMs = 30_000;
const answerTimeoutMs = 10_000;

/**
 * LISTEN and NOTIFY, on a connection of its own that comes back by itself. A notification is a hint, never the
 * truth: one sent while the connection is down is lost, so every handler is called with '' on each (re)connect and
 * must look for itself. What is missed costs latency only.
 */
@Injectable()
export class Notifications implements OnModuleDestroy {
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly closing = new AbortController();
  private connecting: Promise<void> | undefined;
  private client: Client | undefined;

  constructor(
    private readonly database: Database,
    private readonly reachability: Reachability,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PROCESS_NAME) private readonly processName: string,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Resolves once the channel is listened to, however long PostgreSQL is away, and after a first call with ''. */
  async listen(channel: string, handler: Handler): Promise<void> {
    const handlers = this.handlers.get(channel) ?? new Set();
    this.handlers.set(channel, handlers.add(handler));
    if (this.client) {
      // When it fails the connection is lost, and the reconnect listens to every channel.
      await this.client.query(`LISTEN ${escapeIdentifier(channel)}`).then(
        () => handler(''),
        () => this.connect(),
      );
    } else {
      await this.connect();
    }
  }

  /** @param payload at most 8,000 bytes */
  async notify(channel: string, payload: string): Promise<void> {
    await this.database.query({ name: 'notify', text: 'SELECT pg_notify($1, $2)' }, [channel, payload]);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    await this.connecting;
    await this.client?.end();
  }

  private connect(): Promise<void> {
    this.connecting ??= this.tryUntilConnected().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  private async tryUntilConnected(): Promise<void> {
    for (let wait = firstDelayMs; !this.closing.signal.aborted; wait = Math.min(wait * 2, longestDelayMs)) {
      try {
        this.client = await this.open();
        for (const handlers of this.handlers.values()) for (const handler of handlers) handler('');
        return;
      } catch (error) {
        this.reachability.doubt(error, 'databaseDirectUrl');
        // The first failure is mostly that of a database that is away, which is told by then.
        if (wait > firstDelayMs && !this.reachability.isAway('databaseDirectUrl')) {
          this.logger.warn({ reason: reasonOf(error), retryInMs: wait }, 'cannot listen to the database');
        }
        await delay(wait, undefined, { signal: this.closing.signal }).catch(() => undefined);
      }
    }
  }

  private async open(): Promise<Client> {
    const client = new Client({
      connectionString: directUrl(this.settings),
      connectionTimeoutMillis: answerTimeoutMs,
      query_timeout: answerTimeoutMs,
      keepAlive: true,
    });
    client.on('error', (error) => this.reachability.doubt(error, 'databaseDirectUrl'));
    client.on('notification', ({ channel, payload = '' }) => {
      for (const handler of this.handlers.get(channel) ?? []) handler(payload);
    });
    try {
      await client.connect();
      await prepareSession(client, `errand-${this.processName}-listen`, false);
      // A channel added while this runs is visited as well: a Map's iterator sees later entries.
      for (const channel of this.handlers.keys()) await client.query(`LISTEN ${escapeIdentifier(channel)}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    const heartbeat = setInterval(() => {
      client.query('SELECT 1').catch(() => client.end());
    }, heartbeatMs);
    client.once('end', () => {
      clearInterval(heartbeat);
      this.client = undefined;
      if (!this.closing.signal.aborted) void this.connect();
    });
    return client;
  }
}
