import { SealedSecretError } from '@errand/crypto';
import { SETTINGS, type Settings } from '@errand/config';
import { OutboundHttp } from '@errand/outbound';
import { type DispatchOutcome, failure, ProviderRegistry, runDispatcher, samplePayload } from '@errand/providers';
import { type DispatchConfig, DispatchConfigs } from '@errand/tenants';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ProbeResponse } from './dispatch-config.response';

/** Makes one call with a config, as the dispatcher would, with a payload that people recognise as a trial. */
@Injectable()
export class ConfigProbe implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly configs: DispatchConfigs,
    private readonly http: OutboundHttp,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param isForPlatform then the answer also tells why its URL is not connected to, if that is what is wrong */
  async probe(config: DispatchConfig, isForPlatform: boolean): Promise<ProbeResponse> {
    const startedAt = performance.now();
    const outcome = await this.call(config);
    const isAccepted = outcome.disposition === 'ACCEPTED';
    const { baseUrl } = config;
    const mayBeRefused = !isAccepted && (outcome.code === 'CONNECTION_FAILED' || outcome.code === 'BLOCKED_ADDRESS');
    const refusal = isForPlatform && mayBeRefused && baseUrl !== null ? await this.http.refusalOf(baseUrl) : null;
    return {
      ok: isAccepted,
      httpStatus: outcome.httpStatus,
      providerActivityId: isAccepted ? outcome.providerActivityId : null,
      errorCode: isAccepted ? null : outcome.code,
      message: isAccepted ? null : refusal === null ? outcome.message : `${outcome.message} (${refusal})`,
      durationMs: Math.round(performance.now() - startedAt),
      disposition: outcome.disposition,
      providerErrorCode: isAccepted ? null : outcome.providerErrorCode,
    };
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private async call(config: DispatchConfig): Promise<DispatchOutcome> {
    const { tenantId, id, providerCode, channel, baseUrl, settings, timeoutMs } = config;
    const dispatcher = this.registry.get(providerCode);
    if (!dispatcher) return failure('UNKNOWN_PROVIDER', `No provider ${providerCode} is loaded`);
    try {
      const credentials = this.configs.openCredentials(config);
      const { dispatchTimeoutMs, outboundMaxTimeoutMs } = this.settings;
      const deadlineMs = Math.min(timeoutMs ?? dispatchTimeoutMs, outboundMaxTimeoutMs);
      const account = { id, baseUrl, credentials, settings, timeoutMs: deadlineMs };
      const payload = samplePayload(channel, channel === 'SALESMAN' ? 'TASK' : 'MESSAGE');
      const request = { payload, body: JSON.stringify(payload), account };
      return await runDispatcher(dispatcher, request, this.stopping.signal, tenantId);
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      return failure('CREDENTIALS_UNREADABLE', 'No key of the ring opens the credentials');
    }
  }
}
