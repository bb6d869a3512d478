import { SETTINGS, type Settings } from '@errand/config';
import { SealedSecretError } from '@errand/crypto';
import { ErrandError } from '@errand/errors';
import { OutboundError } from '@errand/outbound';
import { type CallbackReading, type ProviderAccount, ProviderRegistry, type ReceivedCallback } from '@errand/providers';
import { LOGGER, type Logger, Metrics } from '@errand/telemetry';
import { CallbackTokens, type DispatchConfig } from '@errand/tenants';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Counter } from 'prom-client';
import { ProviderAccounts } from './provider-accounts.service';
import { ProviderEvents } from './provider-events.service';

/** A config whose callback URL was called, with the account that its signatures are checked with. */
export interface CallbackTarget {
  config: DispatchConfig;
  account: ProviderAccount & { callbackUrl: string };
}

const endOf = {
  EVENTS: 'taken',
  CHALLENGE: 'challenge',
  BAD_SIGNATURE: 'bad_signature',
  UNREADABLE: 'unreadable',
} satisfies Record<CallbackReading['kind'] | 'UNREADABLE', string>;

/** Takes what providers tell by calling back. */
@Injectable()
export class Callbacks implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly count: Counter<'provider' | 'outcome'>;

  constructor(
    private readonly tokens: CallbackTokens,
    private readonly accounts: ProviderAccounts,
    private readonly registry: ProviderRegistry,
    private readonly events: ProviderEvents,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.count = new Counter({
      name: 'errand_callbacks_total',
      help: 'Calls to callback URLs by provider and outcome: taken, challenge, bad_signature, unreadable or failed',
      labelNames: ['provider', 'outcome'],
      registers: [metrics.registry],
    });
  }

  /** Whether a token was right when it was last seen. */
  isKnown(token: string): boolean {
    return this.tokens.isKnown(token);
  }

  /**
   * @returns undefined for a token of no config whose provider calls back
   * @throws ErrandError NOT_READY when no key of the ring opens the config's secrets
   */
  async open(token: string): Promise<CallbackTarget | undefined> {
    if (this.settings.publicUrl === undefined) return undefined;
    const config = await this.tokens.configOf(token);
    if (!config || !this.registry.get(config.providerCode)?.readCallback) return undefined;
    try {
      const { callbackUrl, ...account } = await this.accounts.open(config);
      return callbackUrl ? { config, account: { ...account, callbackUrl } } : undefined;
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      this.logger.error({ err: error, dispatchConfigId: config.id }, 'a callback waits for the key to its config');
      throw new ErrandError('NOT_READY', 'The dispatch config cannot be opened now; call again');
    }
  }

  /**
   * Applies what a callback says, by POST only: all of it is stored when this resolves.
   * @returns the text to answer with, null for none
   * @throws ErrandError BAD_SIGNATURE, or NOT_READY when the signature cannot be checked now
   */
  async take({ config, account }: CallbackTarget, callback: ReceivedCallback): Promise<string | null> {
    const end = (outcome: string) => this.count.inc({ provider: config.providerCode, outcome });
    let reading: CallbackReading | { kind: 'UNREADABLE' };
    try {
      reading = await this.read(config, account, callback);
      if (reading.kind === 'EVENTS' && callback.method === 'POST') {
        for (const event of reading.events) await this.events.take(config, event);
      }
    } catch (error) {
      end('failed');
      throw error;
    }
    end(endOf[reading.kind]);
    if (reading.kind === 'BAD_SIGNATURE') {
      throw new ErrandError('BAD_SIGNATURE', 'The callback is not signed with the secret of its dispatch config');
    }
    return reading.kind === 'CHALLENGE' ? reading.text : null;
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  /** What the dispatcher cannot read now would not be read the next time either, unless it had to ask somebody. */
  private async read(
    { id, tenantId, providerCode }: DispatchConfig,
    account: ProviderAccount,
    callback: ReceivedCallback,
  ): Promise<CallbackReading | { kind: 'UNREADABLE' }> {
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(account.timeoutMs)]);
    try {
      const reading = await this.registry.get(providerCode)?.readCallback?.(callback, account, signal);
      if (!isReading(reading)) throw new TypeError('readCallback gave nothing of its contract');
      return reading;
    } catch (error) {
      if (signal.aborted || error instanceof OutboundError) {
        throw new ErrandError('NOT_READY', 'The signature cannot be checked now; call again');
      }
      // Its message may quote what was sent.
      const { name, stack = '' } = error as Error;
      const at = stack.split('\n').filter((line) => /^ +at /.test(line));
      const where = { name, at: at.slice(0, 3).map((line) => line.trim()) };
      this.logger.warn({ ...where, tenantId, dispatchConfigId: id }, 'a callback was not understood');
      return { kind: 'UNREADABLE' };
    }
  }
}

/** Dispatchers from outside are held to it by nobody. */
function isReading(reading: CallbackReading | undefined): reading is CallbackReading {
  return reading?.kind === 'EVENTS' ? Array.isArray(reading.events) : Object.hasOwn(endOf, reading?.kind ?? '');
}
