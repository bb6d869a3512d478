import { timingSafeEqual } from 'node:crypto';
import { SealedSecretError } from '@errand/crypto';
import { readingFromPrimary } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { RecentlyUsed } from '../recently-used';
import { formatCallbackToken, newCallbackSecret, parseCallbackToken } from './callback-token';
import { CredentialSeal } from './credential-seal';
import { DispatchConfig } from './dispatch-config.entity';

const mostKnown = 10_000;

/** The tokens that callback URLs of dispatch configs end in. Whoever has one may say what became of the config's messages. */
@Injectable()
export class CallbackTokens {
  /** Right when they were last seen. */
  private readonly known = new RecentlyUsed<true>(mostKnown);

  constructor(
    @InjectRepository(DispatchConfig) private readonly repository: Repository<DispatchConfig>,
    private readonly seal: CredentialSeal,
  ) {}

  /**
   * The token of a config. Its secret is made when it is needed first: most providers never call back.
   * @throws SealedSecretError when no key of the ring opens it
   */
  async of(config: DispatchConfig): Promise<string> {
    const { tenantId, id } = config;
    const sealed = config.sealedCallbackSecret ?? (await this.firstSecret(config));
    return formatCallbackToken({ tenantId, id, secret: this.seal.openCallbackSecret(sealed, config) });
  }

  /** Whether this process has seen it, and it was right then. */
  isKnown(token: string): boolean {
    return this.known.get(token) ?? false;
  }

  /**
   * The config that a token is of, as it is stored at this moment: one look into the primary key at most.
   * @returns undefined for a token that is nobody's, or not any more
   */
  async configOf(token: string): Promise<DispatchConfig | undefined> {
    const given = parseCallbackToken(token);
    if (!given) return undefined;
    const { tenantId, id, secret } = given;
    const config = await this.repository.findOneBy({ tenantId, id });
    if (config && this.isSecretOf(config, secret)) {
      this.known.set(token, true);
      return config;
    }
    this.known.delete(token);
    return undefined;
  }

  private isSecretOf(config: DispatchConfig, given: string): boolean {
    if (config.sealedCallbackSecret === null) return false;
    try {
      const secret = this.seal.openCallbackSecret(config.sealedCallbackSecret, config);
      return timingSafeEqual(Buffer.from(given), Buffer.from(secret));
    } catch (error) {
      if (error instanceof SealedSecretError) return false;
      throw error;
    }
  }

  /** Whoever stores one first decides: all that need one at once tell the same. */
  private async firstSecret({ tenantId, id }: DispatchConfig): Promise<string> {
    const sealedCallbackSecret = this.seal.sealCallbackSecret(newCallbackSecret(), { tenantId, id });
    const stored = await readingFromPrimary(async () => {
      await this.repository.update({ tenantId, id, sealedCallbackSecret: IsNull() }, { sealedCallbackSecret });
      return this.repository.findOneBy({ tenantId, id });
    });
    return stored?.sealedCallbackSecret ?? sealedCallbackSecret; // deleted meanwhile: nobody will know it
  }
}
