import { ActivityReader, type ActivityView } from '@errand/activities';
import { ChosenConfigs } from '@errand/dispatch';
import { ErrandError } from '@errand/errors';
import { type DispatchConfig, DispatchConfigs } from '@errand/tenants';
import type { Channel, Scope } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';

/** Whether a key reaches a part of its tenant only. */
export function isBound({ channels, dispatchConfigIds }: Scope): boolean {
  return channels !== null || dispatchConfigIds !== null;
}

/** Whether a scope has this config. */
export function hasConfig(scope: Scope, { id, channel }: Pick<DispatchConfig, 'id' | 'channel'>): boolean {
  const { channels, dispatchConfigIds } = scope;
  return (channels === null || channels.includes(channel)) && (dispatchConfigIds?.includes(id) ?? true);
}

/** What a key that is bound to channels or dispatch configs may create, send and see. Lists are bound by their SQL. */
@Injectable()
export class ScopeCheck {
  constructor(
    private readonly reader: ActivityReader,
    private readonly configs: DispatchConfigs,
    private readonly chosen: ChosenConfigs,
  ) {}

  /** Whether an activity is there and within. */
  async hasActivity(tenantId: string, id: string, scope: Scope): Promise<boolean> {
    const ids = await this.reader.listIds(tenantId, { ids: [id], scope }, { before: undefined, offset: 0, limit: 1 });
    return ids.length > 0;
  }

  /** What keeps such a key from creating an activity of the channel that would be sent by whatever config is used now. */
  async refusalOfChannel(tenantId: string, channel: Channel, scope: Scope): Promise<ErrandError | undefined> {
    const { channels, dispatchConfigIds } = scope;
    if (channels && !channels.includes(channel)) return notFor(`channel ${channel}`);
    if (!dispatchConfigIds) return undefined;
    const used = await this.chosen.ofLane({ tenantId, channel, pinnedConfigId: null });
    if (used) return hasConfig(scope, { id: used.id, channel }) ? undefined : notFor(`dispatch config ${used.id}`);
    // While none of the channel can be used it waits for one, which may be one of the key's.
    const own = await this.configs.count({ tenantId, channel, scope });
    return own > 0 ? undefined : notFor(`any dispatch config of ${channel}`);
  }

  /** @throws ErrandError FORBIDDEN when the config by which an activity would be sent now is another's */
  async expectSending(tenantId: string, activity: ActivityView, scope: Scope): Promise<void> {
    if (!scope.dispatchConfigIds) return;
    const used = await this.chosen.ofActivity(tenantId, activity);
    if (used && !hasConfig(scope, { id: used.id, channel: activity.channel }))
      throw notFor(`dispatch config ${used.id}`);
  }

  /**
   * @param target the name of a config, or the code of a provider; where it is nothing that there is, others say so
   * @throws ErrandError FORBIDDEN
   */
  async expectTarget(tenantId: string, target: string, scope: Scope): Promise<void> {
    if (!isBound(scope)) return;
    const config = await this.configs.named(tenantId, target);
    if (config) expectConfig(config, scope);
  }

  /** What names the configs within: their names and their providers' codes. Undefined: anything does. */
  async targets(tenantId: string, scope: Scope): Promise<string[] | undefined> {
    if (!isBound(scope)) return undefined;
    const own = await this.configs.list({ tenantId, scope }, { before: undefined, offset: 0, limit: 1_000 });
    const texts = [...new Set(own.flatMap(({ name, providerCode }) => [name, providerCode]))];
    const named = await this.configs.allNamed(tenantId, texts);
    return texts.filter((text) => {
      const config = named.get(text);
      return config !== undefined && hasConfig(scope, config);
    });
  }
}

/** @throws ErrandError FORBIDDEN */
export function expectConfig(config: Pick<DispatchConfig, 'id' | 'channel'>, scope: Scope): void {
  if (!hasConfig(scope, config)) throw notFor(`dispatch config ${config.id}`);
}

/** @throws ErrandError FORBIDDEN when a key may have no config like this beside those that there are */
export function expectNewConfig({ channel }: Pick<DispatchConfig, 'channel'>, scope: Scope): void {
  if (scope.dispatchConfigIds) throw notFor('other dispatch configs than there are');
  if (scope.channels && !scope.channels.includes(channel)) throw notFor(`channel ${channel}`);
}

export function notFor(what: string): ErrandError {
  return new ErrandError('FORBIDDEN', `The API key is not for ${what}`);
}
