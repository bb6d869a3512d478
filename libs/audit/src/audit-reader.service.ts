import { equalTo, idsFrom, idsTo, type Listing, listing } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import {
  type ActorKind,
  type AuditEntry,
  type AuditOutcome,
  PlatformAuditEntry,
  TenantAuditEntry,
} from './audit-entry.entity';

export interface AuditFilter {
  /** Both inclusive. */
  from?: Date;
  to?: Date;
  actor?: string;
  actorKind?: ActorKind;
  address?: string;
  /** `<subject>.<verb>`, or a subject alone for all of its verbs. */
  action?: string;
  subjectType?: string;
  subjectId?: string;
  outcome?: AuditOutcome;
  requestId?: string;
}

/** Entries that an export holds in memory at once. */
const pageSize = 500;

@Injectable()
export class AuditReader {
  constructor(
    @InjectRepository(TenantAuditEntry) private readonly ofTenants: Repository<TenantAuditEntry>,
    @InjectRepository(PlatformAuditEntry) private readonly ofPlatform: Repository<PlatformAuditEntry>,
  ) {}

  /** Newest first. @param tenantId undefined: of the installation itself */
  list(tenantId: string | undefined, filter: AuditFilter): Listing<AuditEntry> {
    if (tenantId === undefined) return listing(filtered(this.ofPlatform.createQueryBuilder('entry'), filter));
    const query = this.ofTenants.createQueryBuilder('entry');
    equalTo(query, { tenantId });
    return listing(filtered(query, filter));
  }

  /**
   * All that fits, newest first, page by page as it is taken; who stops taking ends it.
   * @returns once the first page is read, so that what fails at once fails here
   */
  async all(tenantId: string | undefined, filter: AuditFilter): Promise<AsyncGenerator<AuditEntry>> {
    const list = this.list(tenantId, filter);
    const first = await list.rows({ before: undefined, offset: 0, limit: pageSize });
    return entriesFrom(list, first);
  }
}

async function* entriesFrom(list: Listing<AuditEntry>, first: AuditEntry[]): AsyncGenerator<AuditEntry> {
  for (let page = first; ;) {
    yield* page;
    if (page.length < pageSize) return;
    page = await list.rows({ before: page.at(-1)?.id, offset: 0, limit: pageSize });
  }
}

function filtered<Entry extends AuditEntry>(
  query: SelectQueryBuilder<Entry>,
  { from, to, action, ...equal }: AuditFilter,
): SelectQueryBuilder<Entry> {
  equalTo(query, { ...equal, ...(action?.includes('.') && { action }) });
  if (action && !action.includes('.')) query.andWhere('entry.subjectType = :subject', { subject: action });
  // The ids go straight to their place in the index, the time is exact.
  if (from) query.andWhere('entry.id >= :idsFrom AND entry.at >= :from', { idsFrom: idsFrom(from), from });
  if (to) query.andWhere('entry.id <= :idsTo AND entry.at <= :to', { idsTo: idsTo(to), to });
  return query;
}
