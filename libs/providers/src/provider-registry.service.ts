import type { FieldProblem } from '@errand/errors';
import { originOf } from '@errand/outbound';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Channel } from '@errand/vocabulary';
import { isDeepStrictEqual } from 'node:util';
import { templateWarnings } from './check-templates';
import { declarationProblems, type GivenAccount, readAccount } from './channel-definitions';
import { type ActivityDispatcher, type ChannelDefinition, DISPATCHER_METADATA } from './dispatcher';

/** A dispatch config as somebody typed it. */
export interface GivenConfig extends GivenAccount {
  providerCode: string;
  channel: string;
}

/** Every dispatcher of the application by provider code, wherever it is provided. Complete once modules are initialised. */
@Injectable()
export class ProviderRegistry implements OnModuleInit {
  private readonly dispatchers = new Map<string, ActivityDispatcher>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming the classes when a code is taken twice or a dispatcher's declaration is not usable. */
  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.instance;
      // A provider made by a factory carries the metadata on its class, not on the factory.
      const type: unknown = (instance as object | null | undefined)?.constructor ?? wrapper.metatype;
      if (typeof type !== 'function') continue;
      const code: unknown = Reflect.getMetadata(DISPATCHER_METADATA, type);
      if (code !== undefined) this.register(code, type.name, wrapper.isDependencyTreeStatic() ? instance : undefined);
    }
  }

  get(code: string): ActivityDispatcher | undefined {
    return this.dispatchers.get(code);
  }

  /** All providers, by code. */
  list(): { code: string; name: string; channels: Channel[] }[] {
    return [...this.dispatchers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { name, channelDefinitions }]) => ({
        code,
        name,
        channels: channelDefinitions.map(({ channel }) => channel),
      }));
  }

  /** What each channel of the provider needs, or undefined when the code is unknown. */
  channelDefinitions(code: string): readonly ChannelDefinition[] | undefined {
    return this.get(code)?.channelDefinitions;
  }

  /** What a config of the provider takes on one channel. */
  channelDefinition(code: string, channel: string): ChannelDefinition | undefined {
    return this.channelDefinitions(code)?.find((candidate) => candidate.channel === channel);
  }

  /** Keys of the settings that are URLs to call. */
  urlSettings(code: string, channel: string): string[] {
    const settings = this.channelDefinition(code, channel)?.settings ?? [];
    return settings.filter(({ format }) => format === 'url').map(({ key }) => key);
  }

  /**
   * What of a config’s templates will probably fail for some activities, each with a path such as `settings.body`.
   * @param attributeKeys those that the tenant has registered
   */
  templateWarnings({ providerCode, channel, settings }: GivenConfig, attributeKeys: readonly string[]): FieldProblem[] {
    const definition = this.channelDefinition(providerCode, channel);
    return definition ? templateWarnings(definition, (settings ?? {}) as Record<string, unknown>, attributeKeys) : [];
  }

  /** Every problem at once, each with a path such as `credentials.apiKey`; `settings` has the defaults applied. */
  validateConfig(config: GivenConfig): { problems: FieldProblem[]; settings: Record<string, unknown> } {
    const dispatcher = this.get(config.providerCode);
    if (dispatcher === undefined) {
      return refused(
        'providerCode',
        `is not a provider here (there are ${this.list()
          .map(({ code }) => code)
          .join(', ')})`,
      );
    }
    const definition = dispatcher.channelDefinitions.find(({ channel }) => channel === config.channel);
    if (definition === undefined) {
      const offered = dispatcher.channelDefinitions.map(({ channel }) => channel).join(', ');
      return refused('channel', `is not offered by ${config.providerCode} (it offers ${offered})`);
    }
    const { fields, problems } = readAccount(dispatcher, definition, config);
    return { problems, settings: fields.settings };
  }

  /**
   * The field by which a changed config would take its calls elsewhere, where credentials that were saved for the old place
   * must not go; undefined where it takes them nowhere else. A URL that is none is told by {@link validateConfig}.
   */
  newDestination(before: GivenConfig, after: GivenConfig): string | undefined {
    if (before.providerCode !== after.providerCode) return 'providerCode';
    if (originOfBase(before.baseUrl) !== originOfBase(after.baseUrl)) return 'baseUrl';
    const settings = [before, after].map(({ settings, channel }) =>
      this.destinationSettings(after.providerCode, channel, settings),
    );
    const keys = settings.flatMap((values) => Object.keys(values));
    const changed = keys.find((key) => !isDeepStrictEqual(settings[0]?.[key], settings[1]?.[key]));
    return changed === undefined ? undefined : `settings.${changed}`;
  }

  private destinationSettings(code: string, channel: string, given: unknown): Record<string, unknown> {
    const definition = this.channelDefinition(code, channel);
    const deciding = definition?.settings.filter(({ decidesDestination }) => decidesDestination) ?? [];
    const values = (given ?? {}) as Record<string, unknown>;
    return Object.fromEntries(deciding.map(({ key, default: fallback }) => [key, values[key] ?? fallback]));
  }

  private register(code: unknown, className: string, instance: unknown): void {
    if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]{0,63}$/.test(code)) {
      throw new Error(`${className}: provider code ${JSON.stringify(code)} is not an UPPER_SNAKE word`);
    }
    if (!isDispatcher(instance)) {
      throw new Error(`${className} (${code}): a dispatcher is a singleton with a dispatch() method`);
    }
    const taken = this.dispatchers.get(code);
    if (taken === instance) return;
    if (taken !== undefined) {
      throw new Error(`Provider code ${code} is taken twice: by ${taken.constructor.name} and by ${className}`);
    }
    const problems = declarationProblems(instance);
    if (problems.length > 0) throw new Error(`${className} (${code}) declares:\n  ${problems.join('\n  ')}`);
    this.dispatchers.set(code, instance);
  }
}

/** Version 0.1 saved blanks around it. */
function originOfBase(baseUrl: unknown): string | null {
  return originOf(typeof baseUrl === 'string' ? baseUrl : '');
}

function refused(field: string, message: string) {
  return { problems: [{ field, message }], settings: {} };
}

function isDispatcher(instance: unknown): instance is ActivityDispatcher {
  return typeof (instance as Partial<ActivityDispatcher> | null | undefined)?.dispatch === 'function';
}
