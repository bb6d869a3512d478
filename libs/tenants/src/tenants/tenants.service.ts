import { Audit, type AuditedTable, type AuditSubject } from '@errand/audit';
import { isUniqueViolation, newestFirst, Notifications, type Slice } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, Repository } from 'typeorm';
import { v7, validate as isUuid } from 'uuid';
import { TENANTS_CHANNEL } from '../channels';
import { RecentLookups } from '../recent-lookups';
import { Tenant, type TenantSettings, type TenantStatus } from './tenant.entity';

export interface NewTenant {
  /** `^[a-z0-9][a-z0-9-]{0,62}$` */
  code: string;
  name: string;
  settings?: Partial<TenantSettings>;
}

export interface TenantChange {
  name?: string;
  status?: TenantStatus;
  settings?: Partial<TenantSettings>;
}

/** What is done to a tenant is in the installation's log, and for the tenant itself in its own. */
const audited: AuditSubject<Tenant> = {
  type: 'tenant',
  logsOf: ({ id }) => [null, id],
  verbOf: (before, after) =>
    before.status === after.status ? undefined : after.status === 'ACTIVE' ? 'resumed' : 'paused',
};

const idsAtOnce = 1_000;

/** The tenants of this installation. */
@Injectable()
export class Tenants {
  private readonly recent = new RecentLookups<Tenant>();
  private readonly audited: AuditedTable<Tenant>;

  constructor(
    @InjectRepository(Tenant) private readonly repository: Repository<Tenant>,
    private readonly notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
    audit: Audit,
  ) {
    this.audited = audit.table(repository, audited);
  }

  /** @throws ErrandError CONFLICT when the code is taken */
  async create({ code, name, settings = {} }: NewTenant): Promise<Tenant> {
    const id = v7();
    const now = new Date();
    const row = { id, code, name, status: 'ACTIVE', settings, createdAt: now, updatedAt: now } as Tenant;
    try {
      await this.audited.insert(row);
    } catch (error) {
      throw isUniqueViolation(error) ? new ErrandError('CONFLICT', `The tenant code ${code} is taken`) : error;
    }
    return this.get(id);
  }

  /** @throws ErrandError NOT_FOUND */
  async get(id: string): Promise<Tenant> {
    const tenant = await this.repository.findOneBy({ id });
    if (!tenant) throw notFound('Tenant', id);
    return tenant;
  }

  /** By id or by code; up to a second old. */
  async findByIdOrCode(name: string): Promise<Tenant | undefined> {
    const where = isUuid(name) ? { id: name } : { code: name };
    return this.recent.get(name, async () => (await this.repository.findOneBy(where)) ?? undefined);
  }

  /** Newest first. */
  async list(slice: Slice): Promise<Tenant[]> {
    return this.repository.find(newestFirst<Tenant>({}, slice));
  }

  /** The id of every tenant, oldest first. */
  async *ids(): AsyncGenerator<string> {
    for (let after: string | undefined; ;) {
      const page = await this.repository.find({
        select: { id: true },
        where: after === undefined ? {} : { id: MoreThan(after) },
        order: { id: 'ASC' },
        take: idsAtOnce,
      });
      for (const { id } of page) yield id;
      after = page.at(-1)?.id;
      if (page.length < idsAtOnce) return;
    }
  }

  async count(): Promise<number> {
    return this.repository.count();
  }

  /**
   * Changes what is given; settings one by one.
   * @throws ErrandError NOT_FOUND
   */
  async change(id: string, { settings, ...change }: TenantChange): Promise<Tenant> {
    const tenant = await this.get(id);
    const merged = settings ? { settings: { ...tenant.settings, ...settings } } : {};
    await this.audited.update({ id }, { ...change, ...merged, updatedAt: new Date() });
    this.recent.clear();
    // A hint: dispatchers that miss it find out by themselves a little later.
    await this.notifications.notify(TENANTS_CHANNEL, id).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId: id }, 'could not announce a tenant change');
    });
    return this.get(id);
  }
}
