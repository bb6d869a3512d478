import { Audit, type Caller } from '@errand/audit';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, Notifications, purgeInBatches, type Queryable } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { ApiKey } from '../api-keys/api-key.entity';
import { ApiKeys } from '../api-keys/api-keys.service';
import { SESSIONS_CHANNEL } from '../channels';
import { RecentLookups } from '../recent-lookups';
import { RecentlyUsed } from '../recently-used';
import {
  findPlatformSession,
  findSession,
  insertPlatformSession,
  insertSession,
  notePlatformSession,
  noteSession,
  purgePlatformSessions,
  purgeSessions,
  removeOldestPlatformSessions,
  removeOldestSessions,
  removePlatformSession,
  removeSession,
} from '../sql/console-sessions.sql';
import type { Tenant } from '../tenants/tenant.entity';
import { hashOf, newSessionText, platformHashOf, readSessionText, type SessionText } from './session-text';

/** A session, and the text that opens it, which cannot be had again. */
export interface OpenedSession {
  text: string;
  expiresAt: Date;
}

/** Whose session it is: of a key in its tenant, or of the platform key, which is in none. */
export interface FoundSession {
  expiresAt: Date;
  of: { key: ApiKey; tenant: Tenant } | undefined;
}

interface SessionRow {
  apiKeyId?: string;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** What the audit log tells of a session. */
interface ToldSession {
  id: string;
  /** Undefined: of the platform key. */
  keyId?: string;
  userAgent: string | null;
  expiresAt: Date;
}

const longestMs = 24 * 3_600_000;
const idleMs = 8 * 3_600_000;
/** last_seen_at is written once per this long and session, so that a busy one is not a busy row. */
const seenStepMs = 60_000;
/** Of one key; the oldest ends when one more is opened. */
const mostOfOneKey = 100;

/** The console's sessions: each opened with an API key, and as good as that key while it lasts, for a day at most. */
@Injectable()
export class ConsoleSessions {
  private readonly recent = new RecentLookups<SessionRow>();
  /** By hash, the sessions that were valid when they were used last. */
  private readonly good = new RecentlyUsed<true>(10_000);

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly apiKeys: ApiKeys,
    private readonly audit: Audit,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** From then on a session that another process ends is refused here as soon as it says so. */
  async hearOfEnds(): Promise<void> {
    await this.notifications.listen(SESSIONS_CHANNEL, () => this.recent.clear());
  }

  /**
   * @param of undefined: of the platform key
   * @param by who opens it, as one in a session
   */
  async open(
    of: { tenantId: string; keyId: string } | undefined,
    by: Caller,
    userAgent: string | undefined,
  ): Promise<OpenedSession> {
    const session = newSessionText(of?.tenantId);
    const hash = this.hash(session);
    const now = this.clock.now();
    const told = {
      ...{ id: v7(), ...(of && { keyId: of.keyId }) },
      userAgent: userAgent?.slice(0, 500) ?? null,
      expiresAt: new Date(now.getTime() + longestMs),
    };
    const when = [now, told.expiresAt, by.address ?? '', told.userAgent];
    await this.database.transaction(async (tx) => {
      if (of) await tx.query(insertSession, [of.tenantId, told.id, hash, of.keyId, ...when]);
      else await tx.query(insertPlatformSession, [told.id, hash, ...when]);
      await this.record(tx, of?.tenantId, 'started', told, by);
      const oldest = of
        ? await tx.query<ToldSession>(removeOldestSessions, [of.tenantId, of.keyId, mostOfOneKey])
        : await tx.query<ToldSession>(removeOldestPlatformSessions, [mostOfOneKey]);
      for (const ended of oldest) await this.record(tx, of?.tenantId, 'ended', ended, by);
    });
    this.good.set(nameOf(hash), true);
    return { text: session.text, expiresAt: told.expiresAt };
  }

  /** The session and its key, up to a second old; undefined when there is no such session, it is over, or its key is. */
  async find(text: string): Promise<FoundSession | undefined> {
    const session = readSessionText(text);
    if (!session) return undefined;
    const name = nameOf(this.hash(session));
    const found = await this.findValid(session, name);
    if (found) this.good.set(name, true);
    else this.good.delete(name);
    return found;
  }

  /** Whether the session was valid when this process last saw it; asks nobody. */
  wasGood(text: string): boolean {
    const session = readSessionText(text);
    return session !== undefined && this.good.get(nameOf(this.hash(session))) === true;
  }

  /**
   * @param from where that is asked for
   * @returns false when there is no such session
   */
  async end(text: string, from: Pick<Caller, 'address' | 'requestId'>): Promise<boolean> {
    const session = readSessionText(text);
    if (!session) return false;
    const { tenantId } = session;
    const hash = this.hash(session);
    const isEnded = await this.database.transaction(async (tx) => {
      const [ended] =
        tenantId === undefined
          ? await tx.query<ToldSession & { prefix?: string }>(removePlatformSession, [hash])
          : await tx.query<ToldSession & { prefix?: string }>(removeSession, [tenantId, hash]);
      if (!ended) return false;
      const { prefix, ...told } = ended;
      const actor = inSession(prefix === undefined ? 'platform' : `key:${prefix}`);
      await this.record(tx, tenantId, 'ended', told, { actor, actorKind: 'console', ...from });
      return true;
    });
    this.good.delete(nameOf(hash));
    if (!isEnded) return false;
    this.recent.clear();
    await this.notifications.notify(SESSIONS_CHANNEL, tenantId ?? '').catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'could not announce the end of a session'); // noticed within a second
    });
    return true;
  }

  /** Removes those of a tenant that are over, or with null those of the platform key. @returns how many */
  async purge(tenantId: string | null, signal: AbortSignal): Promise<number> {
    const over = [this.clock.now(), this.clock.after(-idleMs)];
    if (tenantId === null) return purgeInBatches(this.database, purgePlatformSessions, over, signal);
    return purgeInBatches(this.database, purgeSessions, [tenantId, ...over], signal);
  }

  private async findValid(session: SessionText, name: string): Promise<FoundSession | undefined> {
    const row = await this.recent.get(name, () => this.lookUp(session));
    if (!row || row.expiresAt.getTime() <= this.clock.now().getTime()) return undefined;
    const { tenantId } = session;
    if (tenantId === undefined) return { expiresAt: row.expiresAt, of: undefined };
    const of = await this.apiKeys.findValid(tenantId, row.apiKeyId ?? '');
    return of && { expiresAt: earlier(row.expiresAt, of.key.expiresAt), of };
  }

  private async record(
    tx: Queryable,
    tenantId: string | undefined,
    verb: 'started' | 'ended',
    { id, ...told }: ToldSession,
    by: Caller,
  ): Promise<void> {
    const change = verb === 'started' ? { before: null, after: told } : { before: told, after: null };
    const subject = { tenantId: tenantId ?? null, action: `session.${verb}`, subjectId: id } as const;
    await this.audit.record(tx, { ...subject, ...change }, by);
  }

  private hash(session: SessionText): Buffer {
    const { adminApiKey } = this.settings;
    if (session.tenantId !== undefined) return hashOf(session);
    return adminApiKey === undefined ? Buffer.alloc(0) : platformHashOf(session, adminApiKey);
  }

  private async lookUp(session: SessionText): Promise<SessionRow | undefined> {
    const { tenantId } = session;
    const whose = tenantId === undefined ? [this.hash(session)] : [tenantId, this.hash(session)];
    const [row] = await this.database.query<SessionRow>(
      tenantId === undefined ? findPlatformSession : findSession,
      whose,
    );
    if (!row || row.lastSeenAt.getTime() + idleMs <= this.clock.now().getTime()) return undefined;
    void this.noteUse(row, tenantId === undefined ? notePlatformSession : noteSession, whose);
    return row;
  }

  /** Never fails and is never waited for: a request does not depend on it. */
  private async noteUse({ lastSeenAt }: SessionRow, statement: typeof noteSession, whose: unknown[]): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - seenStepMs);
    if (lastSeenAt > before) return;
    await this.database.query(statement, [...whose, now, before]).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'could not note the use of a session');
    });
  }
}

/** As histories name who acts in a session. */
export function inSession(actor: string): string {
  return `${actor} (console)`;
}

function nameOf(hash: Buffer): string {
  return hash.toString('base64');
}

function earlier(one: Date, other: Date | null): Date {
  return other && other < one ? other : one;
}
