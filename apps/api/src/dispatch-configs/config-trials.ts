import { ProviderAccounts } from '@errand/callbacks';
import { SETTINGS, type Settings } from '@errand/config';
import { fittingContacts, maskedContact } from '@errand/contacts';
import { SealedSecretError } from '@errand/crypto';
import { Payloads } from '@errand/dispatch';
import { type FieldProblem, invalidField } from '@errand/errors';
import { excerptOf } from '@errand/json';
import { OutboundHttp } from '@errand/outbound';
import {
  type ActivityPayload,
  type DispatchOutcome,
  failure,
  givenPayload,
  previewOf,
  previewWithoutContacts,
  ProviderRegistry,
  runDispatcher,
} from '@errand/providers';
import { AttributeKeysService } from '@errand/resolution';
import type { Credentials, DispatchConfig, DispatchConfigFields } from '@errand/tenants';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v7 } from 'uuid';
import { validationFailed } from '../validation/request.pipe';
import type { ProbeResponse } from './dispatch-config.response';
import type { PreviewResponse } from './preview.response';
import type { ProbeRequest } from './trial.request';

/** A config that is tried, stored or not. */
export type TriedConfig = Pick<DispatchConfigFields, 'name' | 'providerCode' | 'channel' | 'settings'> &
  Pick<DispatchConfig, 'tenantId' | 'baseUrl' | 'timeoutMs'> & {
    /** Null for one that is not stored. */
    id: string | null;
    /** Null when no key opens them. */
    credentials: Credentials | null;
    /** Where it is told what became of a message; null for one that is not stored. */
    callbackUrl: string | null;
  };

/** Who looks on. */
export interface Onlooker {
  /** They are also told why a URL is not connected to, if that is what is wrong. */
  isPlatform: boolean;
  seesContacts: boolean;
}

/** Shows what a config would send, and sends it on trial, as the dispatcher would. */
@Injectable()
export class ConfigTrials implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly accounts: ProviderAccounts,
    private readonly payloads: Payloads,
    private readonly attributeKeys: AttributeKeysService,
    private readonly http: OutboundHttp,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A stored config, to be tried. */
  async stored(config: DispatchConfig): Promise<TriedConfig> {
    try {
      const { credentials, callbackUrl = null } = await this.accounts.open(config);
      return { ...config, credentials, callbackUrl };
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      return { ...config, credentials: null, callbackUrl: null };
    }
  }

  /** What of the config's templates will probably fail for some activities. */
  async warnings(
    tenantId: string,
    config: Pick<TriedConfig, 'providerCode' | 'channel' | 'settings'>,
  ): Promise<FieldProblem[]> {
    const hasTemplates = this.registry
      .channelDefinition(config.providerCode, config.channel)
      ?.settings.some(({ template }) => template !== undefined);
    return hasTemplates ? this.registry.templateWarnings(config, await this.attributeKeys.names(tenantId)) : [];
  }

  /**
   * What would be sent for an activity, or for a sample with what is given of it.
   * @throws ErrandError NOT_FOUND for the activity; VALIDATION_FAILED
   */
  async preview(
    config: TriedConfig,
    of: { activityId: string } | { sample: Record<string, unknown> },
    { seesContacts }: Onlooker,
  ): Promise<PreviewResponse> {
    const { id, name, providerCode, channel, tenantId } = config;
    const dispatcher = this.registry.get(providerCode);
    const definition = this.registry.channelDefinition(providerCode, channel);
    if (!dispatcher || !definition) throw invalidField('id', `is of ${providerCode}, which is not a provider here`);
    if (!config.credentials) throw invalidField('id', 'has credentials that no key opens; give them again');
    const payload =
      'activityId' in of ? await this.payloads.of(tenantId, of.activityId) : sampleOf(config, of.sample, 'sample');
    if (payload.channel !== channel)
      throw invalidField('activityId', `is of an activity on ${payload.channel}, and the config is for ${channel}`);
    const request = { payload, body: JSON.stringify(payload), account: this.accountOf(config, config.credentials) };
    const shown = (seesContacts ? previewOf : previewWithoutContacts)(dispatcher, definition, request);
    return {
      config: { id, name, providerCode },
      recipient: recipientOf(payload, seesContacts),
      request: shown.request,
      rendered: { ...shown.rendered },
      segments: shown.segments,
      warnings: await this.warnings(tenantId, config),
      error: shown.error,
    };
  }

  /**
   * Makes one call, with a payload that people recognise as a trial.
   * @throws ErrandError VALIDATION_FAILED when the provider addresses a person and none is given
   */
  async probe(config: TriedConfig, given: ProbeRequest, onlooker: Onlooker): Promise<ProbeResponse> {
    const payload = this.trialPayload(config, given);
    const startedAt = performance.now();
    const outcome = await this.call(config, payload);
    const durationMs = Math.round(performance.now() - startedAt);
    const isAccepted = outcome.disposition === 'ACCEPTED';
    const refusal = onlooker.isPlatform ? await this.refusalOf(config, outcome) : null;
    return {
      ok: isAccepted,
      httpStatus: outcome.httpStatus,
      providerActivityId: isAccepted ? outcome.providerActivityId : null,
      errorCode: isAccepted ? null : outcome.code,
      message: isAccepted ? null : refusal === null ? outcome.message : `${outcome.message} (${refusal})`,
      durationMs,
      disposition: outcome.disposition,
      providerErrorCode: isAccepted ? null : outcome.providerErrorCode,
      requestExcerpt: onlooker.seesContacts ? this.requestExcerpt(config, payload) : null,
      responseExcerpt: outcome.responseBody === null ? null : excerptOf(outcome.responseBody),
    };
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private trialPayload(config: TriedConfig, { recipient, payload: given = {} }: ProbeRequest): ActivityPayload {
    const { providerCode, channel } = config;
    const fitting = fittingContacts[channel] ?? [];
    if (recipient && !fitting.includes(recipient.type)) {
      const right = fitting.length > 0 ? `must be one of ${fitting.join(', ')}` : 'is none that the channel reaches';
      throw invalidField('recipient.type', `${right} for ${channel}`);
    }
    const isPersonal = this.registry.channelDefinition(providerCode, channel)?.addressesPerson ?? false;
    if (isPersonal && !recipient)
      throw invalidField('recipient', `is required: ${providerCode} sends one real message to it`);
    const payload = sampleOf(config, given, 'payload');
    if (!recipient) return payload;
    const names = { firstName: 'Errand', lastName: 'Probe', name: 'Errand Probe' };
    return {
      ...payload,
      recipient: { ...names, ...payload.recipient, type: recipient.type, value: recipient.value.trim() },
    };
  }

  private async call(config: TriedConfig, payload: ActivityPayload): Promise<DispatchOutcome> {
    const { tenantId, providerCode, credentials } = config;
    const dispatcher = this.registry.get(providerCode);
    if (!dispatcher) return failure('UNKNOWN_PROVIDER', `No provider ${providerCode} is loaded`);
    if (!credentials) return failure('CREDENTIALS_UNREADABLE', 'No key of the ring opens the credentials');
    const request = { payload, body: JSON.stringify(payload), account: this.accountOf(config, credentials) };
    return runDispatcher(dispatcher, request, this.stopping.signal, tenantId);
  }

  private async refusalOf({ baseUrl }: TriedConfig, outcome: DispatchOutcome): Promise<string | null> {
    if (baseUrl === null || outcome.disposition === 'ACCEPTED') return null;
    const mayBeRefused = outcome.code === 'CONNECTION_FAILED' || outcome.code === 'BLOCKED_ADDRESS';
    return mayBeRefused ? this.http.refusalOf(baseUrl) : null;
  }

  private requestExcerpt(config: TriedConfig, payload: ActivityPayload): string | null {
    const dispatcher = this.registry.get(config.providerCode);
    const definition = this.registry.channelDefinition(config.providerCode, config.channel);
    if (!dispatcher || !definition || !config.credentials) return null;
    const account = this.accountOf(config, config.credentials);
    const { request } = previewOf(dispatcher, definition, { payload, body: JSON.stringify(payload), account });
    if (!request) return null;
    const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}\n`);
    return excerptOf(`${request.method} ${request.url}\n${headers.join('')}\n${request.body ?? ''}`);
  }

  private accountOf({ id, baseUrl, settings, timeoutMs, callbackUrl }: TriedConfig, credentials: Credentials) {
    const { dispatchTimeoutMs, outboundMaxTimeoutMs } = this.settings;
    const deadlineMs = Math.min(timeoutMs ?? dispatchTimeoutMs, outboundMaxTimeoutMs);
    // What is kept for an account, such as a token, is not kept for one that nobody stored.
    return { id: id ?? v7(), baseUrl, credentials, settings, timeoutMs: deadlineMs, callbackUrl };
  }
}

/** @throws ErrandError VALIDATION_FAILED for what is no part of a payload */
function sampleOf({ channel }: TriedConfig, given: Record<string, unknown>, path: string): ActivityPayload {
  const { payload, problems } = givenPayload(channel, given, path);
  if (problems.length > 0) throw validationFailed(problems);
  return payload;
}

function recipientOf({ recipient }: ActivityPayload, seesContacts: boolean): ActivityPayload['recipient'] {
  if (!recipient || seesContacts) return recipient;
  return { ...recipient, value: maskedContact(recipient.type, recipient.value) };
}
