import { Audit, type AuditedTable, pausedOrResumed } from '@errand/audit';
import { SealedSecretError } from '@errand/crypto';
import { isUniqueViolation, newestFirst, Notifications, type Slice } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { Quotas } from '@errand/quotas';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { Channel, Scope } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, Repository } from 'typeorm';
import { v7 } from 'uuid';
import { CONFIG_CHANNEL } from '../channels';
import { newCallbackSecret } from './callback-token';
import { CredentialSeal, type Credentials } from './credential-seal';
import { DispatchConfig } from './dispatch-config.entity';

/** What a person fills in, apart from the credentials. */
export type DispatchConfigFields = Omit<
  DispatchConfig,
  'tenantId' | 'id' | 'sealedCredentials' | 'sealedCallbackSecret' | 'version' | 'createdAt' | 'updatedAt'
>;

export interface DispatchConfigFilter {
  tenantId: string;
  channel?: Channel;
  providerCode?: string;
  isActive?: boolean;
  /** Only those within. */
  scope?: Scope;
}

/** The dispatch configs of each tenant. Whether one fits its provider is for the caller to check first. */
@Injectable()
export class DispatchConfigs {
  private readonly audited: AuditedTable<DispatchConfig>;

  constructor(
    @InjectRepository(DispatchConfig) private readonly repository: Repository<DispatchConfig>,
    private readonly seal: CredentialSeal,
    private readonly notifications: Notifications,
    private readonly quotas: Quotas,
    @Inject(LOGGER) private readonly logger: Logger,
    audit: Audit,
  ) {
    this.audited = audit.table(repository, { type: 'dispatch_config', verbOf: pausedOrResumed });
  }

  /** Every config of the channel, paused ones too, in the order in which they are to be tried. */
  async forDispatch(tenantId: string, channel: Channel): Promise<DispatchConfig[]> {
    return this.repository.find({ where: { tenantId, channel }, order: { priority: 'ASC', id: 'ASC' } });
  }

  /** The config of this name, or else the one of this provider code that is tried first: active, lowest priority. */
  async named(tenantId: string, nameOrCode: string): Promise<DispatchConfig | undefined> {
    return (await this.allNamed(tenantId, [nameOrCode])).get(nameOrCode);
  }

  /** {@link named} for several at once; those that no config is are left out. */
  async allNamed(tenantId: string, namesOrCodes: string[]): Promise<Map<string, DispatchConfig>> {
    if (namesOrCodes.length === 0) return new Map();
    const found = await this.repository.find({
      where: [
        { tenantId, name: In(namesOrCodes) },
        { tenantId, providerCode: In(namesOrCodes) },
      ],
      order: { isActive: 'DESC', priority: 'ASC', id: 'ASC' },
    });
    const first = new Map<string, DispatchConfig>();
    for (const text of namesOrCodes) {
      const config = found.find(({ name }) => name === text) ?? found.find(({ providerCode }) => providerCode === text);
      if (config) first.set(text, config);
    }
    return first;
  }

  /** @throws SealedSecretError when no key of the ring opens them */
  openCredentials(config: DispatchConfig): Credentials {
    return this.seal.open(config);
  }

  /** Those that no key opens count too. */
  hasCredentials(config: DispatchConfig): boolean {
    try {
      return Object.keys(this.seal.open(config)).length > 0;
    } catch (error) {
      if (error instanceof SealedSecretError) return true;
      throw error;
    }
  }

  async find(tenantId: string, id: string): Promise<DispatchConfig | null> {
    return this.repository.findOneBy({ tenantId, id });
  }

  /** @throws ErrandError NOT_FOUND */
  async get(tenantId: string, id: string): Promise<DispatchConfig> {
    const config = await this.find(tenantId, id);
    if (!config) throw notFound('Dispatch config', id);
    return config;
  }

  /** Newest first. */
  async list(filter: DispatchConfigFilter, slice: Slice): Promise<DispatchConfig[]> {
    return this.repository.find(newestFirst<DispatchConfig>(matching(filter), slice));
  }

  async count(filter: DispatchConfigFilter): Promise<number> {
    return this.repository.countBy(matching(filter));
  }

  /** @throws ErrandError CONFLICT when the tenant has a config of that name, LIMIT_REACHED */
  async create(tenantId: string, fields: DispatchConfigFields, credentials: Credentials): Promise<DispatchConfig> {
    const id = v7();
    const now = new Date();
    const sealed = { sealedCredentials: this.seal.seal(credentials, { tenantId, id }), sealedCallbackSecret: null };
    const row = { ...fields, tenantId, id, ...sealed, version: 1, createdAt: now, updatedAt: now };
    const adding = this.audited.insert(row, async (tx) => this.quotas.claim(tx, tenantId, 'DISPATCH_CONFIGS'));
    await refusingTakenName(fields.name, adding);
    await this.announce(tenantId);
    return this.get(tenantId, id);
  }

  /**
   * @param config as it was read; what was checked against it must still hold when it is written
   * @param credentials undefined leaves them as they are
   * @throws ErrandError CONFLICT when the name is taken or somebody else changed the config since it was read
   */
  async change(
    config: DispatchConfig,
    fields: Partial<DispatchConfigFields>,
    credentials: Credentials | undefined,
  ): Promise<DispatchConfig> {
    const { tenantId, id, version } = config;
    const sealed = credentials ? { sealedCredentials: this.seal.seal(credentials, config) } : {};
    const change = { ...fields, ...sealed, version: version + 1, updatedAt: new Date() };
    const updating = this.audited.update({ tenantId, id, version }, change);
    const changed = await refusingTakenName(fields.name ?? config.name, updating);
    if (!changed) throw changedMeanwhile(id);
    await this.announce(tenantId);
    return this.get(tenantId, id);
  }

  /**
   * Gives it another callback URL; the old one is nobody's from then on.
   * @throws ErrandError CONFLICT when somebody else changed the config since it was read
   */
  async rotateCallback(config: DispatchConfig): Promise<DispatchConfig> {
    const { tenantId, id, version } = config;
    const sealedCallbackSecret = this.seal.sealCallbackSecret(newCallbackSecret(), config);
    const change = { sealedCallbackSecret, version: version + 1, updatedAt: new Date() };
    if (!(await this.audited.update({ tenantId, id, version }, change))) throw changedMeanwhile(id);
    await this.announce(tenantId);
    return this.get(tenantId, id);
  }

  /** @throws ErrandError NOT_FOUND */
  async delete(tenantId: string, id: string): Promise<void> {
    if (!(await this.audited.delete({ tenantId, id }))) throw notFound('Dispatch config', id);
    await this.announce(tenantId);
  }

  /**
   * For the start of a process: activities of a config whose provider is not loaded could only fail.
   * @throws Error naming each provider code that is stored but not known
   */
  async refuseUnknownProviders(known: readonly string[]): Promise<void> {
    const stored = await this.repository
      .createQueryBuilder('config')
      .select('DISTINCT config.providerCode', 'code')
      .getRawMany<{ code: string }>();
    const unknown = stored.map(({ code }) => code).filter((code) => !known.includes(code));
    if (unknown.length === 0) return;
    throw new Error(
      `Dispatch configs exist for providers that are not loaded: ${unknown.sort().join(', ')} ` +
        `(loaded: ${known.join(', ')}). Load them by PROVIDER_MODULES, or delete those configs.`,
    );
  }

  /** A hint: dispatchers that miss it find out by themselves a little later. */
  private async announce(tenantId: string): Promise<void> {
    await this.notifications.notify(CONFIG_CHANNEL, tenantId).catch((error: unknown) => {
      this.logger.warn({ err: error, tenantId }, 'could not announce a dispatch config change');
    });
  }
}

function matching({ scope, ...filter }: DispatchConfigFilter): FindOptionsWhere<DispatchConfig> {
  const { channels = null, dispatchConfigIds = null } = scope ?? {};
  const inChannels = channels && In(filter.channel ? channels.filter((one) => one === filter.channel) : channels);
  return {
    ...filter,
    ...(inChannels && { channel: inChannels }),
    ...(dispatchConfigIds && { id: In(dispatchConfigIds) }),
  };
}

async function refusingTakenName<R>(name: string, writing: Promise<R>): Promise<R> {
  try {
    return await writing;
  } catch (error) {
    throw isUniqueViolation(error) ? new ErrandError('CONFLICT', `A dispatch config is already named ${name}`) : error;
  }
}

function changedMeanwhile(id: string): ErrandError {
  return new ErrandError('CONFLICT', `Dispatch config ${id} was changed meanwhile; try again`);
}
