import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database, Notifications } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { ApiKey } from '../api-keys/api-key.entity';
import { ApiKeys } from '../api-keys/api-keys.service';
import { API_KEYS_CHANNEL } from '../channels';
import { RecentLookups } from '../recent-lookups';
import {
  findPlatformSession,
  findSession,
  insertPlatformSession,
  insertSession,
  notePlatformSession,
  noteSession,
  removeOldPlatformSessions,
  removeOldSessions,
  removePlatformSession,
  removeSession,
} from '../sql/console-sessions.sql';
import type { Tenant } from '../tenants/tenant.entity';
import { hashOf, newSessionText, platformHashOf, readSessionText, type SessionText } from './session-text';

/** Where a session was opened from. */
export interface SessionOrigin {
  ip: string;
  userAgent: string | undefined;
}

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

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly apiKeys: ApiKeys,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** From then on a session that another process ends is refused here as soon as it says so. */
  async hearOfEnds(): Promise<void> {
    await this.notifications.listen(API_KEYS_CHANNEL, () => this.recent.clear());
  }

  /** @param of undefined: of the platform key */
  async open(of: { tenantId: string; keyId: string } | undefined, origin: SessionOrigin): Promise<OpenedSession> {
    const session = newSessionText(of?.tenantId);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + longestMs);
    const where = [origin.ip, origin.userAgent?.slice(0, 500) ?? null];
    if (of) {
      const row = [of.tenantId, v7(), hashOf(session), of.keyId, now, expiresAt, ...where];
      await this.database.query(insertSession, row);
      await this.database.query(removeOldSessions, [of.tenantId, of.keyId, now, mostOfOneKey]);
    } else {
      await this.database.query(insertPlatformSession, [v7(), this.hash(session), now, expiresAt, ...where]);
      await this.database.query(removeOldPlatformSessions, [now, mostOfOneKey]);
    }
    return { text: session.text, expiresAt };
  }

  /** The session and its key, up to a second old; undefined when there is no such session, it is over, or its key is. */
  async find(text: string): Promise<FoundSession | undefined> {
    const session = readSessionText(text);
    if (!session) return undefined;
    const row = await this.recent.get(this.hash(session).toString('base64'), () => this.lookUp(session));
    if (!row || row.expiresAt.getTime() <= this.clock.now().getTime()) return undefined;
    const { tenantId } = session;
    if (tenantId === undefined) return { expiresAt: row.expiresAt, of: undefined };
    const of = await this.apiKeys.findValid(tenantId, row.apiKeyId ?? '');
    return of && { expiresAt: earlier(row.expiresAt, of.key.expiresAt), of };
  }

  async end(text: string): Promise<void> {
    const session = readSessionText(text);
    if (!session) return;
    const { tenantId } = session;
    if (tenantId === undefined) await this.database.query(removePlatformSession, [this.hash(session)]);
    else await this.database.query(removeSession, [tenantId, this.hash(session)]);
    this.recent.clear();
    await this.notifications.notify(API_KEYS_CHANNEL, tenantId ?? '').catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'could not announce the end of a session'); // noticed within a second
    });
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
    if (now.getTime() - lastSeenAt.getTime() < seenStepMs) return;
    await this.database.query(statement, [...whose, now]).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'could not note the use of a session');
    });
  }
}

function earlier(one: Date, other: Date | null): Date {
  return other && other < one ? other : one;
}
