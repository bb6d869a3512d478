import { SETTINGS, type Settings } from '@errand/config';
import { SealedSecretError } from '@errand/crypto';
import { ErrandError, invalidField } from '@errand/errors';
import { OutboundHttp } from '@errand/outbound';
import { ProviderRegistry } from '@errand/providers';
import { type Credentials, type DispatchConfig, type DispatchConfigFields, DispatchConfigs } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import { allowedUrl } from '../validation/allowed-url';
import { validationFailed } from '../validation/request.pipe';
import type { ChangeDispatchConfigRequest, CreateDispatchConfigRequest } from './dispatch-config.request';

/** Turns what was asked for into what is stored, once it fits the provider and its URL may be connected to. */
@Injectable()
export class ConfigCheck {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly http: OutboundHttp,
    private readonly configs: DispatchConfigs,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ErrandError VALIDATION_FAILED or BLOCKED_ADDRESS */
  async forCreation(request: CreateDispatchConfigRequest): Promise<[DispatchConfigFields, Credentials]> {
    this.assertTimeout(request);
    const credentials = request.credentials ?? {};
    const fields = merged(blank, request);
    return [{ ...fields, ...(await this.checked(fields, credentials)) }, credentials];
  }

  /**
   * What only says when and how often calls are made is not held against the provider: a config must always be
   * pausable, whatever has become of its provider, its host name or its keys.
   */
  async forChange(
    stored: DispatchConfig,
    request: ChangeDispatchConfigRequest,
  ): Promise<[Partial<DispatchConfigFields>, Credentials | undefined]> {
    this.assertTimeout(request);
    const fields = merged(stored, request);
    const { providerCode, channel, baseUrl, settings } = request;
    const credentials = request.credentials ?? undefined;
    const touchesAccount = [providerCode, channel, baseUrl, credentials, settings].some((given) => given !== undefined);
    if (!touchesAccount) return [fields, undefined];
    const kept = credentials ?? this.keptFor(stored, fields);
    return [{ ...fields, ...(await this.checked(fields, kept)) }, credentials];
  }

  /**
   * The stored credentials, which go nowhere but where they were saved for: who may change a config need not know them.
   * @throws ErrandError CREDENTIALS_REQUIRED, or VALIDATION_FAILED when no key opens them
   */
  private keptFor(stored: DispatchConfig, fields: DispatchConfigFields): Credentials {
    const elsewhere = this.registry.newDestination(stored, fields);
    if (elsewhere === undefined) return this.opened(stored);
    if (!this.configs.hasCredentials(stored)) return {};
    const { problems } = this.registry.validateConfig({ ...fields, credentials: {} });
    const others = problems.filter(({ field }) => !field.startsWith('credentials'));
    if (others.length > 0) throw validationFailed(others);
    const message = `must be given again with another ${elsewhere}`;
    throw new ErrandError('CREDENTIALS_REQUIRED', `credentials ${message}`, [{ field: 'credentials', message }]);
  }

  /** @returns the fields that are stored otherwise than they were given */
  private async checked(
    { baseUrl, ...fields }: DispatchConfigFields,
    credentials: Credentials,
  ): Promise<Pick<DispatchConfigFields, 'baseUrl' | 'settings'>> {
    const { problems, settings } = this.registry.validateConfig({ ...fields, baseUrl, credentials });
    if (problems.length > 0) throw validationFailed(problems);
    for (const key of this.registry.urlSettings(fields.providerCode, fields.channel)) {
      const url = settings[key] as string | undefined;
      if (url) settings[key] = allowedUrl(this.http, `settings.${key}`, url);
    }
    const schemes = this.registry.channelDefinition(fields.providerCode, fields.channel)?.baseUrlSchemes;
    return { baseUrl: baseUrl && allowedUrl(this.http, 'baseUrl', baseUrl, schemes), settings };
  }

  /** A stored one may be longer, when the operator's limit was lowered since; a call is cut at that anyway. */
  private assertTimeout({ timeoutMs }: ChangeDispatchConfigRequest): void {
    const longest = this.settings.outboundMaxTimeoutMs;
    if (timeoutMs !== undefined && timeoutMs !== null && timeoutMs > longest) {
      throw invalidField('timeoutMs', `must not be greater than ${longest}, the OUTBOUND_MAX_TIMEOUT_MS`);
    }
  }

  private opened(stored: DispatchConfig): Credentials {
    try {
      return this.configs.openCredentials(stored);
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      throw validationFailed([{ field: 'credentials', message: 'cannot be opened with any key; give them again' }]);
    }
  }
}

const blank = {
  ...{ baseUrl: null, settings: {}, priority: 0, isActive: true, timeoutMs: null },
  onUncertain: 'retry' as const,
  ...{ maxPerSecond: null, maxConcurrent: null, maxAttempts: null, baseDelayMs: null, maxDelayMs: null },
};

/** The fields of `request`, and those of `stored` where it has none. */
function merged(stored: typeof blank, request: CreateDispatchConfigRequest): DispatchConfigFields;
function merged(stored: DispatchConfigFields, request: ChangeDispatchConfigRequest): DispatchConfigFields;
function merged(
  stored: Partial<DispatchConfigFields>,
  { limits, retry, ...request }: ChangeDispatchConfigRequest,
): Partial<DispatchConfigFields> {
  const pick = <K extends keyof DispatchConfigFields>(key: K, given: DispatchConfigFields[K] | undefined) =>
    given === undefined ? stored[key] : given;
  return {
    name: pick('name', request.name),
    providerCode: pick('providerCode', request.providerCode),
    channel: pick('channel', request.channel),
    baseUrl: pick('baseUrl', request.baseUrl),
    settings: pick('settings', request.settings),
    priority: pick('priority', request.priority),
    isActive: pick('isActive', request.isActive),
    maxPerSecond: pick('maxPerSecond', limits?.maxPerSecond),
    maxConcurrent: pick('maxConcurrent', limits?.maxConcurrent),
    maxAttempts: pick('maxAttempts', retry?.maxAttempts),
    baseDelayMs: pick('baseDelayMs', retry?.baseDelayMs),
    maxDelayMs: pick('maxDelayMs', retry?.maxDelayMs),
    timeoutMs: pick('timeoutMs', request.timeoutMs),
    onUncertain: pick('onUncertain', request.onUncertain),
  };
}
