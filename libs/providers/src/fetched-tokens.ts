import { createHash } from 'node:crypto';
import type { ProviderAccount } from './dispatcher';

export interface FetchedToken {
  token: string;
  /** From when it was asked for. */
  validMs: number;
}

interface Kept {
  token: Promise<string>;
  /** Of the monotonic clock; infinite while it is being fetched, as all who want one wait for it. */
  renewAt: number;
}

/** A token is not used in the last tenth of its time: it must still be valid when the call that carries it arrives. */
const usedPart = 0.9;
const remembered = 1000;

/**
 * Access tokens that an account's credentials buy, one for each version of a dispatch config: however many calls want one
 * at once, it is fetched once.
 */
export class FetchedTokens {
  /** By version of a config, the longest known first. */
  private readonly tokens = new Map<string, Kept>();

  /** @param fetch is called where there is no token that is still good; what it throws is thrown to all who wait. */
  async of(account: ProviderAccount, fetch: () => Promise<FetchedToken>): Promise<string> {
    const version = versionOf(account);
    const known = this.tokens.get(version);
    if (known && performance.now() < known.renewAt) return known.token;
    const kept: Kept = { token: Promise.resolve(''), renewAt: Infinity };
    kept.token = this.fetched(version, kept, fetch);
    this.keep(version, kept);
    return kept.token;
  }

  /** The provider refuses the token: the next who wants one fetches it anew, unless somebody did so already. */
  async drop(account: ProviderAccount, token: string): Promise<void> {
    const version = versionOf(account);
    const known = this.tokens.get(version);
    if (known && (await known.token.catch(() => null)) === token) this.forget(version, known);
  }

  private async fetched(version: string, kept: Kept, fetch: () => Promise<FetchedToken>): Promise<string> {
    const askedAt = performance.now();
    try {
      const { token, validMs } = await fetch();
      kept.renewAt = askedAt + validMs * usedPart;
      return token;
    } catch (error) {
      this.forget(version, kept);
      throw error;
    }
  }

  private keep(version: string, kept: Kept): void {
    const [longestKnown] = this.tokens.keys();
    if (this.tokens.size >= remembered && longestKnown !== undefined) this.tokens.delete(longestKnown);
    this.tokens.set(version, kept);
  }

  private forget(version: string, kept: Kept): void {
    if (this.tokens.get(version) === kept) this.tokens.delete(version);
  }
}

/** The config as it is now. Its credentials are opened anew every so often, so that their object tells nothing. */
function versionOf({ id, baseUrl, credentials, settings }: ProviderAccount): string {
  return createHash('sha256')
    .update(JSON.stringify([id, baseUrl, credentials, settings]))
    .digest('base64');
}
